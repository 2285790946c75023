"""Pydantic's complaints in our words: code, place, sentence and help, in Chinese and in English."""

from __future__ import annotations

import types
import typing
from collections.abc import Iterable, Iterator
from typing import Any

from pydantic import BaseModel, ValidationError

from tic_rules import source
from tic_rules.errors import Place, Problem, nearest
from tic_rules.facts.fields import Refusal, seen


def of_validation(error: ValidationError, model: type[BaseModel], document: source.Document) -> Iterator[Problem]:
    """Every complaint of a failed validation, with its place in the document it came from."""
    for entry in error.errors(include_url=False):
        loc = tuple(entry["loc"])
        context = entry.get("ctx", {})
        match entry["type"]:
            case "tic_rules":
                yield from of_refusals(context["refusals"], document, loc)
            case "extra_forbidden":
                yield unknown_field(
                    str(loc[-1]), _fields_at(model, loc[:-1]), source.place_of(document, loc, of_key=True)
                )
            case _:
                place = source.place_of(document, loc)
                yield Problem.of("E173", place, seen=seen(entry.get("input")), detail=entry["type"])


def of_refusals(
    refusals: Iterable[Refusal], document: source.Document, loc: tuple[str | int, ...] = ()
) -> Iterator[Problem]:
    """Refusals of ours below a part, each with its place."""
    for code, at, values in refusals:
        yield Problem.of(code, source.place_of(document, (*loc, *at), of_key=code == "E152"), **values)


def unknown_field(name: str, known: list[str], place: Place) -> Problem:
    """A key that does not exist, with the nearest one that does."""
    near = nearest(name, known)
    if near:
        return Problem.of("E151", place, field=name, near=near[0])
    return Problem.of("E152", place, field=name, known="、".join(sorted(known)), known_en=", ".join(sorted(known)))


def not_a_dossier(name: str) -> Problem:
    """Something that only looks like a dossier."""
    return Problem.of("E150", type=name)


def _fields_at(model: type[BaseModel], loc: tuple[int | str, ...]) -> list[str]:
    for step in loc:
        if isinstance(step, str) and step in model.model_fields:
            inner = model_in(model.model_fields[step].annotation)
            if inner is not None:
                model = inner
    return [name for name in model.model_fields if name != "local"]


def model_in(annotation: Any) -> type[BaseModel] | None:
    """The model that an annotation is about, through options, lists and markers."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    if typing.get_origin(annotation) in {typing.Annotated, typing.Union, types.UnionType, tuple}:
        for argument in typing.get_args(annotation):
            found = model_in(argument)
            if found is not None:
                return found
    return None
