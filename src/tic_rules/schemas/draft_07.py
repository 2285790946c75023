"""A schema of draft 2020-12 said in draft 07, which editors and many code generators know."""

from __future__ import annotations

from typing import Any, Final

from tic_rules.facts.schema import Schema

DRAFT_07: Final = "http://json-schema.org/draft-07/schema#"


def in_draft_07(schema: Schema) -> Schema:
    """The same schema in draft 07: it takes and refuses the same documents."""
    said: Schema = _said(schema)
    return {"$schema": DRAFT_07} | {key: value for key, value in said.items() if key != "$schema"}


def _said(node: Any) -> Any:
    if isinstance(node, list):
        return [_said(item) for item in node]
    if not isinstance(node, dict):
        return node
    said = {_key(key): _value(key, value) for key, value in node.items()}
    # Whatever stands beside a $ref is not seen in draft 07.
    if "$ref" in said and len(said) > 1:
        return {"allOf": [{"$ref": said["$ref"]}], **{key: value for key, value in said.items() if key != "$ref"}}
    return said


def _key(key: str) -> str:
    return "definitions" if key == "$defs" else key


def _value(key: str, value: Any) -> Any:
    match key, value:
        case "$ref", str():
            return value.replace("#/$defs/", "#/definitions/")
        case (("properties" | "$defs"), dict()):
            return {name: _said(inner) for name, inner in value.items()}
        case (("const" | "enum" | "examples" | "default" | "required"), _):
            return value
        case _:
            return _said(value)
