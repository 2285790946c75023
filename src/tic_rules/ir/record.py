"""A determination as versioned JSON, and back: the record that an auditor keeps."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from pydantic import TypeAdapter, ValidationError

from tic_rules import arguments
from tic_rules.errors import Place, Problem, RecordError
from tic_rules.ir.determination import FORMAT, Determination
from tic_rules.ir.status import CentreStatus

MOST_BYTES = 64 * 1024 * 1024
"""The largest record that is read."""


@cache
def _adapter() -> TypeAdapter[Determination]:
    return TypeAdapter(Determination)


def record_of(determination: Determination) -> dict[str, Any]:
    """The determination as plain data: amounts and ratios as text, days in ISO form, enumerations by their word."""
    return _adapter().dump_python(determination, mode="json")  # type: ignore[no-any-return]


def to_json(determination: Determination) -> str:
    """The determination as JSON text, a norm a line: same determination, same bytes."""
    entries = (f"{_text(key)}: {_lines(value)}" for key, value in record_of(determination).items())
    return "{\n" + ",\n".join(entries) + "\n}\n"


def status_json(status: CentreStatus) -> str:
    """The status as JSON text, an entry a line: same status, same bytes."""
    written = _status_adapter().dump_python(status, mode="json")
    entries = (f"{_text(key)}: {_lines(value)}" for key, value in written.items())
    return "{\n" + ",\n".join(entries) + "\n}\n"


@cache
def _status_adapter() -> TypeAdapter[CentreStatus]:
    return TypeAdapter(CentreStatus)


def status_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of a status."""
    return _status_adapter().json_schema(mode="serialization")


def _lines(value: object) -> str:
    """A list with a line for each item, anything else on one line."""
    if isinstance(value, list) and value:
        return "[\n" + ",\n".join(map(_text, value)) + "\n]"
    return _text(value)


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def from_json(text: str | bytes, source: str = "") -> Determination:
    """The determination that a JSON text records. Raises RecordError for anything else, and for another format."""
    if not isinstance(text, (str, bytes, bytearray)):
        raise arguments.refuse("Determination.from_json", "text", text, arguments.A_RECORD)
    place = Place(source)
    if len(text) > MOST_BYTES:
        raise RecordError([Problem.of("E050", place, detail="size")])
    try:
        data = json.loads(text, object_pairs_hook=_each_once)
    except (ValueError, RecursionError) as error:
        raise RecordError([Problem.of("E050", place, detail=type(error).__name__)]) from None
    written = data.get("format") if isinstance(data, dict) else None
    if written != FORMAT:
        raise RecordError([Problem.of("E051", place, seen=repr(written), known=FORMAT)])
    try:
        determination = _adapter().validate_json(text)
    except ValidationError as error:
        found = [
            Problem.of("E052", Place(source, path=".".join(str(part) for part in entry["loc"])), detail=entry["type"])
            for entry in error.errors(include_url=False, include_input=False)
        ]
        raise RecordError(found) from None
    if record_of(determination) != data:
        raise RecordError([Problem.of("E052", place, detail="not in canonical form")])
    return determination


def _each_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """The entries of an object; ValueError for a key that stands twice, of which readers differ on which counts."""
    entries = dict(pairs)
    if len(entries) != len(pairs):
        raise ValueError("a key stands twice")
    return entries


def record_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of a recorded determination."""
    return _adapter().json_schema(mode="serialization")
