"""The catalogue of the common facts, read off the models themselves."""

from __future__ import annotations

import typing
from collections.abc import Iterator
from functools import cache
from typing import Any

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from tic_rules.facts.dossier import Dossier
from tic_rules.facts.fields import Holds
from tic_rules.facts.parts import ListOf, OrNone
from tic_rules.facts.problems import model_in
from tic_rules.facts.units import YearAmount
from tic_rules.ir.catalogue import Catalogue, FactKind, FactSpec, Text
from tic_rules.quantity import Kind

_NOT_FACTS = frozenset({"format", "local", "findings"})


@cache
def common_facts() -> Catalogue:
    """Every fact that a dossier can hold, whatever the city."""
    return Catalogue({spec.path: spec for spec in specs_of(Dossier, "")})


def specs_of(model: type[BaseModel], prefix: str) -> Iterator[FactSpec]:
    """The facts that the fields of a model hold, and of the models below it, each below the prefix."""
    for name, field in model.model_fields.items():
        path = f"{prefix}{name}"
        if path in _NOT_FACTS:
            continue
        markers = [*field.metadata, *_markers(field.annotation)]
        holds = next((marker for marker in markers if isinstance(marker, Holds)), None)
        listed = next((marker for marker in markers if isinstance(marker, ListOf)), None)
        inner = model_in(field.annotation)
        if holds is not None:
            yield _spec(
                path,
                field,
                holds.kind,
                unit=holds.unit,
                values=holds.values,
                scale=holds.scale,
                may_be_none=holds.may_be_none,
            )
        elif inner is YearAmount:
            yield _spec(path, field, FactKind.YEARLY, unit=Kind.MONEY)
        elif listed is not None and inner is not None:
            yield _spec(path, field, FactKind.LIST, unit=listed.counts, dated=listed.dated)
            yield from specs_of(inner, f"{path}[].")
        elif inner is not None:
            maybe = next((marker for marker in markers if isinstance(marker, OrNone)), None)
            dated = maybe.dated if maybe is not None else None
            yield _spec(path, field, FactKind.THING, may_be_none=maybe is not None, dated=dated)
            yield from specs_of(inner, f"{path}.")


def _spec(path: str, field: FieldInfo, kind: FactKind, **rest: Any) -> FactSpec:
    extra = field.json_schema_extra if isinstance(field.json_schema_extra, dict) else {}
    return FactSpec(
        path,
        kind,
        Text(field.title or "", str(extra.get("x-title-en", ""))),
        Text(str(extra.get("x-evidence-zh", "")), str(extra.get("x-evidence-en", ""))),
        **rest,
    )


def _markers(annotation: Any) -> Iterator[Any]:
    if typing.get_origin(annotation) is typing.Annotated:
        yield from annotation.__metadata__
    for argument in typing.get_args(annotation):
        yield from _markers(argument)
