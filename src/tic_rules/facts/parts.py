"""What all parts of a dossier share: strict, frozen, closed; left out is missing, ``none`` is known not to exist."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel, ConfigDict, GetCoreSchemaHandler, GetJsonSchemaHandler, model_validator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

from tic_rules.facts.fields import NONE, Nothing, refuse, refuse_all, refuse_like_none, seen
from tic_rules.quantity import Kind


class Part(BaseModel):
    """A part of a dossier. A field that was left out reads ``None``; giving ``None`` oneself is refused."""

    model_config = ConfigDict(strict=True, frozen=True, extra="forbid", revalidate_instances="always", defer_build=True)

    @model_validator(mode="before")
    @classmethod
    def _refuse_null(cls, data: object) -> object:
        if isinstance(data, dict):
            for value in data.values():
                if value is None:
                    refuse_all([refuse("E162", key, field=key) for key, below in data.items() if below is None])
        elif isinstance(data, str) and data == NONE:
            raise refuse("E153")
        elif not isinstance(data, BaseModel):
            raise refuse(
                "E160",
                expected_zh="若干行“字段: 值”",
                expected_en="fields with their values, each “field: value”",
                seen=seen(data),
            )
        return data


def must_give(*fields: str) -> ConfigDict:
    """The settings of a part of which these fields must be given, for its schema; its validator sees to it."""
    return ConfigDict(json_schema_extra={"required": list(fields)})


@dataclass(frozen=True, slots=True)
class OrNone:
    """The marker of a part that can be known not to exist; of an act, with the field that says when it was done."""

    dated: str | None = None

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        part = next(arg for arg in source.__args__ if arg is not Nothing)

        def read(value: object, inner: core_schema.ValidatorFunctionWrapHandler) -> object:
            refuse_like_none(value)
            return NONE if isinstance(value, str) and value == NONE else inner(value)

        def write(value: object, inner: core_schema.SerializerFunctionWrapHandler) -> object:
            return value if value == NONE else inner(value)

        return core_schema.no_info_wrap_validator_function(
            read,
            handler.generate_schema(part),
            serialization=core_schema.wrap_serializer_function_ser_schema(write, schema=handler.generate_schema(part)),
        )

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {"anyOf": [handler(schema), {"const": NONE}]}


@dataclass(frozen=True, slots=True)
class ListOf:
    """The marker of a list; of events, with the field that says on which day each happened."""

    dated: str | None = None
    counts: Kind | None = None
    """In which unit its members are counted (人, 家, 例, ...); none: in 个 only."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        def read(value: object) -> object:
            if not isinstance(value, (list, tuple)):
                raise refuse("E163", seen=seen(value))
            return tuple(value)

        return core_schema.no_info_before_validator_function(read, handler(source))
