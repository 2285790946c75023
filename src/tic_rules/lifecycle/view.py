"""A history as the engine reads it: lists of events by kind, and of the cycles of duties."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from types import SimpleNamespace
from typing import Any, Final

from tic_rules.engine.evaluate import Evaluator
from tic_rules.engine.view import SUBMITTED, Member, Seen
from tic_rules.facts.events import KINDS
from tic_rules.facts.fields import NONE
from tic_rules.facts.history_facts import events_path
from tic_rules.ir.catalogue import Catalogue, FactSpec
from tic_rules.ir.conditions import Condition
from tic_rules.ir.steps import State
from tic_rules.lifecycle.known import Happened, Known
from tic_rules.truth import TRUE, Truth, all_of

_EVALUATION: Final = "evaluation"
_REFUSED: Final = "rectification_refused"


class HistoryView:
    """What was known of one centre, with the places that conditions on a history read."""

    def __init__(self, known: Known, catalogue: Catalogue) -> None:
        self._known = known
        self._catalogue = catalogue
        self._order = {happened.path: number for number, happened in enumerate(known.events)}
        self._lists: dict[str, tuple[bool, list[Member]]] = {}
        self._deemed: dict[tuple[str, str], tuple[Truth, Member]] = {}
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

    def put(self, path: str, members: Iterable[Member], state: State = State.GIVEN) -> None:
        """Adds a list that was worked out; whole, unless there may be more of what it was worked out from."""
        self._lists[path] = (state is State.GIVEN, list(members))

    def may_have_more(self, kind: str) -> None:
        """Says that an event that nobody recorded may count as one of a kind."""
        self._lists[events_path(kind)] = (False, self._lists[events_path(kind)][1])

    def count_as(self, kind: str, found: Member, said: Mapping[str, Any], truth: Truth) -> None:
        """Lets an event count as one of another kind; where that is open, it is there and says nothing."""
        whole, members = self._lists[events_path(kind)]
        deemed = member(found.path, {**vars(found.fields), **said})
        self._deemed[kind, found.path] = (truth, deemed)
        counts = deemed if truth == TRUE else found
        self._lists[events_path(kind)] = (whole, sorted([*members, counts], key=lambda one: self._order[one.path]))

    def truth(self, evaluator: Evaluator, where: Condition | None, found: Member, kind: str) -> Truth:
        """Whether a condition holds of an event; of one that may count as of another kind, whether it then does too."""
        counts, said = self._deemed.get((kind, found.path), (TRUE, found))
        if where is None:
            return counts
        return all_of([counts, evaluator.evaluate(where, said, events_path(kind)).truth])

    def member_of(self, happened: Happened) -> Member:
        """An event as a member of the list of its kind, with what follows from the others."""
        event = happened.event
        fields: dict[str, Any] = {name: getattr(event, name) for name in type(event).model_fields}
        kind = KINDS[happened.kind]
        if kind.ended_by is not None:
            fields["lasts"] = self._lasts(happened, kind.ended_by)
        if happened.kind == _REFUSED:
            fields["grade_before"] = self._grade_before(happened)
        if happened.kind == _EVALUATION:
            fields["grade_before"] = self._grade_before(happened)
            fields["grade_year_before"] = self._grade_of(self._year_of(happened) - 1)
            fields |= self._in_a_row(happened)
        return member(happened.path, fields)

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
        earlier = [h for h in self._known.events[: self._known.events.index(happened)] if h.kind == _EVALUATION]
        if earlier:
            return earlier[-1].event.grade
        return NONE if self._known.is_whole(_EVALUATION, happened.day) else None

    def _in_a_row(self, happened: Happened) -> dict[str, Any]:
        """Whether the evaluation recorded before came out the same, since when, and whether it rectified meanwhile."""
        run: Happened | None = None
        for before in reversed(self._known.of_kind(_EVALUATION)):
            if self._order[before.path] >= self._order[happened.path]:
                continue
            if before.event.grade is None or happened.event.grade is None:
                return {"same_grade": None, "same_grade_since": None, "rectified_since": None}
            if before.event.grade != happened.event.grade:
                break
            run = before
        if run is None:
            return {"same_grade": False, "same_grade_since": NONE, "rectified_since": False}
        done = any(run.day <= h.day <= happened.day for h in self._known.of_kind("rectification_done"))
        silent = not self._known.is_whole("rectification_done", happened.day)
        return {
            "same_grade": True,
            "same_grade_since": run.day,
            "rectified_since": None if silent and not done else done,
        }

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
