"""Values of facts that a pack declares, and how any value is written in a trace."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from pydantic_core import PydanticCustomError

from tic_rules.errors import Place, Problem
from tic_rules.facts import fields
from tic_rules.ir.catalogue import FactKind, FactSpec
from tic_rules.quantity import Kind, Quantity, text_of


def read_value(spec: FactSpec, written: object) -> Any | Problem:
    """The value that a declared fact's text stands for, or the problem with it."""
    try:
        return reader_of(spec)(written)
    except PydanticCustomError as error:
        code, _, values = fields.refusals_in([error])[0]
        return Problem.of(code, Place(path=spec.path), **values)


def reader_of(spec: FactSpec) -> Callable[[object], Any]:
    """A reader of a declared fact, which raises an error of Pydantic's for what it cannot read."""
    read, may_be_none, has_words = _reader(spec), spec.may_be_none, bool(spec.values)

    def reader(written: object) -> Any:
        if may_be_none and written == fields.NONE:
            return fields.NONE
        fields.tell_none_apart(written, may_be_none=may_be_none, has_words=has_words)
        return read(written)

    return reader


def _reader(spec: FactSpec) -> Any:
    match spec.kind:
        case FactKind.FLAG:
            return fields.read_flag
        case FactKind.CHOICE | FactKind.LEVEL:
            return fields.reads_choice(spec.values)
        case FactKind.DAY:
            return fields.read_day
        case FactKind.YEAR:
            return fields.read_year
        case FactKind.TEXT:
            return fields.read_text
        case FactKind.QUANTITY:
            return fields.reads_quantity(spec.unit or Kind.ITEMS)
        case FactKind.SHARE:
            return fields.read_share
        case FactKind.SEAT:
            return fields.read_seat
        case FactKind.YEARLY | FactKind.LIST | FactKind.THING:
            raise AssertionError(f"a pack cannot declare a {spec.kind}")


def written_form(value: object) -> str:
    """A value in canonical text."""
    match value:
        case bool():
            return "true" if value else "false"
        case date():
            return value.isoformat()
        case Quantity():
            return text_of(value)
        case (str(text), _):
            return text
        case _:
            return str(value)
