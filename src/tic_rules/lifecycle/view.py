"""A history as the engine reads it: lists of events by kind, and of the cycles of duties."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from types import SimpleNamespace
from typing import Any, Final

from tic_rules.engine.view import SUBMITTED, Member, Seen
from tic_rules.facts.events import KINDS
from tic_rules.facts.fields import NONE
from tic_rules.facts.history_facts import events_path
from tic_rules.ir.catalogue import Catalogue, FactSpec
from tic_rules.ir.steps import State
from tic_rules.lifecycle.known import Happened, Known

_EVALUATION: Final = "evaluation"


class HistoryView:
    """What was known of one centre, with the places that conditions on a history read."""

    def __init__(self, known: Known, catalogue: Catalogue) -> None:
        self._known = known
        self._catalogue = catalogue
        self._order = {happened.path: number for number, happened in enumerate(known.events)}
        self._lists: dict[str, tuple[bool, list[Member]]] = {}
        for kind in KINDS:
            self._lists[events_path(kind)] = (
                known.is_whole(kind),
                [self.member_of(happened) for happened in known.of_kind(kind)],
            )

    def spec(self, path: str) -> FactSpec:
        """The catalogue's row for a path."""
        return self._catalogue[path]

    def see(self, path: str) -> Seen:
        """There are no single facts in a history; nothing is being applied for."""
        return Seen(path, State.NONE if path == SUBMITTED else State.MISSING)

    def members(self, path: str) -> tuple[State, tuple[Member, ...]]:
        """The members of a list that are known; MISSING where there may be more."""
        whole, members = self._lists.get(path, (True, []))
        return State.GIVEN if whole else State.MISSING, tuple(members)

    def all_members(self, path: str) -> Iterator[Member]:
        """The members of a list that are known."""
        return iter(self._lists.get(path, (True, []))[1])

    def order_of(self, path: str) -> int:
        """The place of an event among all of them."""
        return self._order[path]

    def put(self, path: str, members: list[Member]) -> None:
        """Adds a list that was worked out, and is whole."""
        self._lists[path] = (True, members)

    def count_as(self, kind: str, member: Member) -> None:
        """Lets an event count as one of another kind."""
        whole, members = self._lists[events_path(kind)]
        merged = sorted([*members, member], key=lambda one: self._order[one.path])
        self._lists[events_path(kind)] = (whole, merged)

    def member_of(self, happened: Happened) -> Member:
        """An event as a member of the list of its kind, with what follows from the others."""
        event = happened.event
        fields: dict[str, Any] = {name: getattr(event, name) for name in type(event).model_fields}
        return member(happened.path, fields | self.follows(happened))

    def follows(self, happened: Happened) -> dict[str, Any]:
        """What an event says beyond what was recorded of it: it follows from others."""
        fields: dict[str, Any] = {}
        kind = KINDS[happened.kind]
        if kind.ended_by is not None:
            fields["lasts"] = self._lasts(happened, kind.ended_by)
        if happened.kind == _EVALUATION:
            fields["grade_before"] = self._grade_before(happened)
            fields["grade_year_before"] = self._grade_of(self._year_of(happened) - 1)
        return fields

    def _lasts(self, happened: Happened, ended_by: str) -> bool | None:
        """Whether a state still lasts; None where its end may not have been recorded."""
        event = happened.event
        for end in self._known.of_kind(ended_by):
            same = all(
                getattr(end.event, name) is None or getattr(end.event, name) == getattr(event, name)
                for name in ("unit", "list_name")
            )
            if same and end.day >= happened.day:
                return False
        return True if self._known.is_whole(ended_by) else None

    def _grade_before(self, happened: Happened) -> str | None:
        """The grade of the evaluation before; NONE where it is surely the first, None where that is not known."""
        evaluations = self._known.of_kind(_EVALUATION)
        number = evaluations.index(happened)
        if number:
            return evaluations[number - 1].event.grade
        return NONE if self._known.is_whole(_EVALUATION, happened.day) else None

    def _year_of(self, happened: Happened) -> int:
        return happened.event.year or happened.day.year

    def _grade_of(self, year: int) -> str | None:
        """The grade of a year's evaluation; NONE where there was none, None where that is not known."""
        grades = [h.event.grade for h in self._known.of_kind(_EVALUATION) if self._year_of(h) == year]
        if grades:
            return grades[-1]
        return NONE if self._known.is_whole(_EVALUATION, date(year, 12, 31)) else None


def member(path: str, fields: Mapping[str, Any]) -> Member:
    """A member of a list, by what stands in it."""
    return Member(path, str(fields.get("about") or ""), SimpleNamespace(**fields))
