"""The dossier as the engine reads it: by path, on one day, with the facts of one pack."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, Protocol

from tic_rules.errors import Place, Problem
from tic_rules.facts import Dossier, problems, read_value
from tic_rules.facts.fields import NONE
from tic_rules.ir.catalogue import FactKind, FactSpec
from tic_rules.ir.determination import LeftOut, LeftOutWhy
from tic_rules.ir.pack import Pack
from tic_rules.ir.steps import State

SUBMITTED: Final = "application.submitted_on"
DAYS: Final = ("stated_on", SUBMITTED)
"""Days that may lie after the as-of date without being those of an act or event."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What stands at a path: a value, nothing, or ``none``."""

    path: str
    state: State
    value: Any = None


@dataclass(frozen=True, slots=True)
class Member:
    """One member of a list, by its place in the dossier."""

    path: str
    name: str
    fields: Any

    def see(self, field: str) -> Seen:
        """A field of the member."""
        return _seen(f"{self.path}.{field}", getattr(self.fields, field))


def _seen(path: str, value: object) -> Seen:
    if value is None:
        return Seen(path, State.MISSING)
    if isinstance(value, str) and value == NONE:
        return Seen(path, State.NONE)
    return Seen(path, State.GIVEN, value)


class Sees(Protocol):
    """What the engine reads: a dossier on one day, or a history."""

    def spec(self, path: str) -> FactSpec:
        """The catalogue's row for a path."""

    def see(self, path: str) -> Seen:
        """What stands at a path."""

    def members(self, path: str) -> tuple[State, tuple[Member, ...]]:
        """The members of a list that count; where it is MISSING, those that are known."""

    def all_members(self, path: str) -> Iterator[Member]:
        """Every member of a list that is known, those that do not count yet included."""


class View:
    """One dossier as of one day, with the facts that one pack declares read by its declarations."""

    def __init__(self, dossier: Dossier, pack: Pack, as_of: date) -> None:
        self._dossier = dossier
        self._pack = pack
        self._as_of = as_of
        self.wrong: list[Problem] = []
        """What is wrong with the facts that the pack declares."""
        self._local = _local_values(dossier, pack, self.wrong)
        self._seen: dict[str, Seen] = {}

    def spec(self, path: str) -> FactSpec:
        """The catalogue's row for a path."""
        return self._pack.catalogue[path]

    def see(self, path: str) -> Seen:
        """What stands at a path. Below what is missing all is missing, below what is none all is none."""
        known = self._seen.get(path)
        if known is None:
            known = self._seen[path] = self._see(path)
        return known

    def _see(self, path: str) -> Seen:
        if path.startswith(f"{self._pack.id}."):
            return _seen(path, self._local.get(path))
        here: Any = self._dossier
        walked = ""
        for part in path.split("."):
            here = getattr(here, part)
            walked = f"{walked}.{part}" if walked else part
            if here is None:
                return Seen(path, State.MISSING)
            if (isinstance(here, str) and here == NONE) or self._is_later(walked, here):
                return Seen(path, State.NONE)
        return Seen(path, State.GIVEN, here)

    def members(self, path: str) -> tuple[State, tuple[Member, ...]]:
        """The members of a list up to the as-of day; a list below none is empty."""
        seen = self.see(path)
        if seen.state is not State.GIVEN:
            return seen.state, ()
        dated = self.spec(path).dated
        return State.GIVEN, tuple(
            member
            for member in self.all_members(path)
            if not (dated and _is_after(getattr(member.fields, dated), self._as_of))
        )

    def all_members(self, path: str) -> Iterator[Member]:
        """The members of a list, those dated after the as-of day included."""
        for index, member in enumerate(self._raw(path) or ()):
            yield Member(f"{path}[{index}]", name_of(member), member)

    def _is_later(self, path: str, thing: object) -> bool:
        spec = self._pack.catalogue.get(path)
        if path == SUBMITTED:
            return _is_after(thing, self._as_of)
        if spec is None or spec.kind is not FactKind.THING or spec.dated is None:
            return False
        return _is_after(getattr(thing, spec.dated), self._as_of)

    def left_out(self) -> tuple[LeftOut, ...]:
        """Everything in the dossier that is dated after the as-of day."""
        found: list[LeftOut] = []
        for spec in self._pack.dated_facts:
            if spec.kind is FactKind.YEARLY:
                found += self._later_years(spec.path)
                continue
            raw = self._raw(spec.path)
            if spec.kind is FactKind.LIST:
                for index, member in enumerate(raw or ()):
                    if spec.dated is not None and _is_after(getattr(member, spec.dated), self._as_of):
                        found.append(LeftOut(f"{spec.path}[{index}]", name_of(member), LeftOutWhy.LATER))
            elif raw is not None and raw != NONE and self._is_later(spec.path, raw):
                found.append(LeftOut(spec.path, "", LeftOutWhy.LATER))
        found += [LeftOut(path, "", LeftOutWhy.LATER) for path in DAYS if _is_after(self._raw(path), self._as_of)]
        return tuple(found)

    def _later_years(self, path: str) -> Iterator[LeftOut]:
        for entry in self._raw(path) or ():
            if entry.year is not None and entry.year > self._as_of.year:
                yield LeftOut(f"{path}[{entry.year}]", "", LeftOutWhy.LATER)

    def _raw(self, path: str) -> Any:
        here: Any = self._dossier
        for part in path.split("."):
            if here is None or here == NONE:
                return None
            here = getattr(here, part)
        return here


def _is_after(day: object, as_of: date) -> bool:
    return isinstance(day, date) and day > as_of


def name_of(member: object) -> str:
    """What a member of a list is called; empty where it has no name."""
    for field in ("name", "about"):
        value = getattr(member, field, None)
        if isinstance(value, str):
            return value
    return ""


def _local_values(dossier: Dossier, pack: Pack, wrong: list[Problem]) -> Mapping[str, Any]:
    declared = {spec.path: spec for spec in pack.facts}
    values: dict[str, Any] = {}
    for name, written in dossier.local_facts(pack.id).items():
        path = f"{pack.id}.{name}"
        place = Place(path=path)
        if path not in declared:
            known = [known.removeprefix(f"{pack.id}.") for known in declared]
            wrong.append(problems.unknown_field(name, known, place))
            continue
        read = read_value(declared[path], written)
        if isinstance(read, Problem):
            wrong.append(read)
        else:
            values[path] = read
    return values
