"""What the schema of a pack is made of: closed mappings with a meaning for each key, lists, words."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from tic_rules.facts.fields import DAY_SCHEMA

Schema = dict[str, Any]

DAY: Final[Schema] = dict(DAY_SCHEMA)
TEXT: Final[Schema] = {"type": "string", "pattern": r"\S"}
NUMBER: Final[Schema] = {"type": "integer", "minimum": 1, "maximum": 999}
DIGITS_OR_TEXT: Final[Schema] = {"type": ["string", "integer"]}
"""A text that may consist of digits alone."""
DIVISION: Final[Schema] = {
    "anyOf": [
        {"type": "string", "pattern": "^[1-9][0-9]{5}$"},
        {"type": "integer", "minimum": 100000, "maximum": 999999},
    ]
}


def ref(name: str) -> Schema:
    """A part that is described once."""
    return {"$ref": f"#/$defs/{name}"}


BOTH: Final = ref("both")
CONDITION: Final = ref("condition")
CITES: Final = ref("cites")
ID: Final = ref("id")


def closed(keys: dict[str, tuple[Schema, str, str]], required: str) -> Schema:
    """A mapping of these keys and no others, each with its title and description; the required ones by name."""
    return {
        "type": "object",
        "properties": {key: {**schema, "title": zh, "description": en} for key, (schema, zh, en) in keys.items()},
        "required": required.split(),
        "additionalProperties": False,
    }


def only(**properties: Schema) -> Schema:
    """A mapping of just these keys, all of them there."""
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def list_of(items: Schema, *, least: int = 0) -> Schema:
    """A list with at least so many items."""
    return {"type": "array", "items": items, **({"minItems": least} if least else {})}


def one_of(words: Iterable[object]) -> Schema:
    """One of a closed set of words."""
    return {"type": "string", "enum": [str(word) for word in words]}
