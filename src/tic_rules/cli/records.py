"""Recorded determinations as a file holds them: the bytes, and the JSON in them, read without guessing."""

from __future__ import annotations

import json
from typing import Any, BinaryIO, NoReturn

from tic_rules import source
from tic_rules.errors import Place, Problem, RecordError
from tic_rules.ir.record import MOST_BYTES


def read(name: str, stdin: BinaryIO | None) -> bytes:
    """The bytes of a record; InputError where they cannot be read."""
    return source.read_bytes(name, stdin=stdin, most=MOST_BYTES)


def json_of(content: bytes, name: str) -> Any:
    """The JSON value that the bytes hold. Raises RecordError for anything else, and for a key that is there twice."""

    def closed(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        made = dict(pairs)
        if len(made) < len(pairs):
            keys = [key for key, _ in pairs]
            twice = next(key for key in keys if keys.count(key) > 1)
            raise RecordError([Problem.of("E055", Place(name), key=twice)])
        return made

    def refuse(constant: str) -> NoReturn:
        raise ValueError(constant)

    try:
        return json.loads(content.decode("utf-8"), object_pairs_hook=closed, parse_constant=refuse)
    except (ValueError, RecursionError) as error:
        raise RecordError([Problem.of("E050", Place(name), detail=type(error).__name__)]) from None


def is_of_several(value: object) -> bool:
    """Whether a JSON value is what ``check`` writes of several dossiers or packs."""
    return isinstance(value, dict) and isinstance(value.get("outcomes"), list)
