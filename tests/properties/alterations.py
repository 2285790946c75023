"""Every way of altering one field of a recorded determination to another plausible value.

The determination itself is walked, not its JSON, so that nothing here knows what the checker knows: fields and what
they may hold are those of the dataclasses.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from fractions import Fraction
from types import NoneType
from typing import Any, get_args, get_type_hints

from tic_rules.ir.catalogue import Text
from tic_rules.ir.steps import Reckoned
from tic_rules.truth import Truth

A_POINT = {"kind": "fact", "name": "lead.kind", "about": ""}


@dataclass(frozen=True, slots=True)
class Alteration:
    """One field of one node with another value."""

    field: str
    """``Class.field``."""
    path: str
    container: Any
    key: str
    value: Any

    @contextmanager
    def made(self) -> Iterator[None]:
        """The record with this one field altered; put right afterwards."""
        before = self.container[self.key]
        self.container[self.key] = self.value
        try:
            yield
        finally:
            self.container[self.key] = before


def alterations(node: Any, record: Any, path: str = "") -> Iterator[Alteration]:
    """Every alteration of a node and of all below it; ``record`` is its JSON."""
    cls = type(node)
    hints = get_type_hints(cls, include_extras=False)
    for field in dataclasses.fields(node):
        value, name = getattr(node, field.name), f"{cls.__name__}.{field.name}"
        here = f"{path}.{field.name}" if path else field.name
        optional = NoneType in get_args(hints[field.name])
        for other in _others(field.name, value, record[field.name], optional=optional):
            if other != record[field.name]:
                yield Alteration(name, here, record, field.name, other)
        if isinstance(value, tuple):
            for index, item in enumerate(value):
                if dataclasses.is_dataclass(item) and not isinstance(item, Text):
                    yield from alterations(item, record[field.name][index], f"{here}[{index}]")
        elif dataclasses.is_dataclass(value) and not isinstance(value, Text):
            yield from alterations(value, record[field.name], here)


def _others(field: str, value: Any, written: Any, *, optional: bool) -> Iterator[Any]:
    """Other values that could have stood in a field."""
    if optional and value is not None:
        yield None
    match value:
        case bool():
            yield not value
        case StrEnum():
            yield from (other.value for other in type(value) if other is not value)
        case int():
            yield from (value + 1, max(value - 1, 1))
        case Fraction():
            yield from (str(value + 1), str(value - Fraction(1, 100)))
        case date():
            yield from (str(value + timedelta(days=1)), str(value - timedelta(days=1)))
        case str():
            yield from _other_texts(field, value)
        case Text():
            yield {**written, "zh": f"{value.zh}其他"}
            yield {**written, "en": f"{value.en} other"}
        case Truth():
            yield from _other_truths(value.value.value)
        case Reckoned() if value.lo == value.hi:
            yield {**written, "lo": str(value.lo + 1), "hi": str(value.lo + 1)}
        case tuple():
            yield from _other_lists(written)
            if value and isinstance(value[0], Text):
                yield [{**written[0], "en": f"{value[0].en} other"}, *written[1:]]
        case None:
            yield from _instead_of_null(field)
        case _:
            pass


def _other_texts(field: str, value: str) -> Iterator[str]:
    if field == "kind":
        yield {"all": "any", "any": "all"}.get(value, "always")
    elif field == "printed":
        yield from (word for word in ("不少于", "超过", "不超过", "低于", "至", "bare") if word != value)
    elif value.startswith("sha256:"):
        yield "sha256:" + "0" * 64
    elif value in {"true", "false"}:
        yield "false" if value == "true" else "true"
    else:
        yield from _other_numbers(value)
        yield f"{value}x"
        if value:
            yield ""


def _other_numbers(value: str) -> Iterator[str]:
    """A day one later and one earlier; another last figure."""
    try:
        day = date.fromisoformat(value)
    except ValueError:
        figures = [index for index, char in enumerate(value) if char in "0123456789"]
        if figures:
            last = figures[-1]
            yield f"{value[:last]}{(int(value[last]) + 1) % 10}{value[last + 1 :]}"
    else:
        yield from (str(day + timedelta(days=1)), str(day - timedelta(days=1)))


def _other_truths(value: str) -> Iterator[dict[str, Any]]:
    yield from ({"value": other, "points": []} for other in ("true", "false") if other != value)
    if value != "open":
        yield {"value": "open", "points": [A_POINT]}


def _other_lists(items: list[Any]) -> Iterator[list[Any]]:
    """One item fewer, each in turn; two neighbours the other way round; one twice."""
    for index in range(len(items)):
        yield items[:index] + items[index + 1 :]
    for index in range(len(items) - 1):
        swapped = [*items[:index], items[index + 1], items[index], *items[index + 2 :]]
        if swapped != items:
            yield swapped
    if items:
        yield [*items, items[-1]]
    if all(isinstance(item, str) for item in items):
        yield [*items, "x"]


def _instead_of_null(field: str) -> Iterator[Any]:
    """A value where there was none, by what the field could hold."""
    if field in {"hi", "upper", "lo", "members"}:
        yield from ("0", "1")
    elif field in {"day", "start", "end", "earliest", "latest", "due", "on", "first", "last", "until", "registered"}:
        yield "2026-01-01"
    elif field == "answer":
        yield from (True, False)
    elif field in {"paragraph", "item", "sentence"}:
        yield 1
    elif field == "application_day":
        yield "2026-01-01"
    elif field == "calendar_digest":
        yield "sha256:" + "0" * 64
    elif field == "issued_number":
        yield "x"
    elif field == "other_strength":
        yield from ("hard", "in principle", "preference")
    elif field == "verdict_if_other":
        yield from ("PASS", "FAIL")
    elif field == "remedy":
        yield {"zh": "x", "en": "x"}
    elif field in {"when", "other_when", "other_step"}:
        yield {"truth": {"value": "true", "points": []}, "kind": "always"}
        yield {"children": [], "truth": {"value": "false", "points": []}, "kind": "any"}
