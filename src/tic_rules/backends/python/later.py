"""What of a dossier is dated after the as-of day, found by one walk over the parts that have days."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from tic_rules.engine.view import DAYS, name_of
from tic_rules.facts import Dossier
from tic_rules.facts.fields import NONE
from tic_rules.ir.catalogue import FactKind, FactSpec
from tic_rules.ir.determination import LeftOut, LeftOutWhy
from tic_rules.ir.pack import Pack


class _Part:
    """A part of the dossier, with the parts below it that have days, in the order of the catalogue."""

    def __init__(self) -> None:
        self.spec: FactSpec | None = None
        self.below: dict[str, _Part] = {}


class Later:
    """Finds what is dated after a day, for one pack."""

    def __init__(self, pack: Pack) -> None:
        self._root = _Part()
        self._dated = {spec.path: spec.dated for spec in pack.dated_facts}
        for spec in pack.dated_facts:
            part = self._root
            for name in spec.path.split("."):
                part = part.below.setdefault(name, _Part())
            part.spec = spec

    def act(self, dossier: Dossier, path: str, as_of: date) -> Any:
        """An act on record; None where there is none up to the day."""
        here: Any = dossier
        for name in path.split("."):
            here = getattr(here, name)
            if here is None or here == NONE:
                return None
        dated = self._dated.get(path)
        day = None if dated is None else getattr(here, dated)
        return None if isinstance(day, date) and day > as_of else here

    def found(self, dossier: Dossier, as_of: date) -> list[LeftOut]:
        """What is dated after a day, as the reference engine names it."""
        found = list(self._below(self._root, dossier, as_of))
        for path in DAYS:
            here: Any = dossier
            for name in path.split("."):
                here = None if here is None else getattr(here, name)
            if isinstance(here, date) and here > as_of:
                found.append(LeftOut(path, "", LeftOutWhy.LATER))
        return found

    def _below(self, part: _Part, thing: Any, as_of: date) -> Iterator[LeftOut]:
        for name, below in part.below.items():
            inner = getattr(thing, name)
            if inner is None or inner == NONE:
                continue
            if below.spec is not None:
                yield from _dated(below.spec, inner, as_of)
            if below.below:
                yield from self._below(below, inner, as_of)


def _dated(spec: FactSpec, thing: Any, as_of: date) -> Iterator[LeftOut]:
    if spec.kind is FactKind.YEARLY:
        for entry in thing:
            if entry.year is not None and entry.year > as_of.year:
                yield LeftOut(f"{spec.path}[{entry.year}]", "", LeftOutWhy.LATER)
        return
    dated = spec.dated or ""
    if spec.kind is not FactKind.LIST:
        day = getattr(thing, dated)
        if isinstance(day, date) and day > as_of:
            yield LeftOut(spec.path, "", LeftOutWhy.LATER)
        return
    for index, member in enumerate(thing):
        day = getattr(member, dated)
        if isinstance(day, date) and day > as_of:
            yield LeftOut(f"{spec.path}[{index}]", name_of(member), LeftOutWhy.LATER)
