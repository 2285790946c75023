"""A history as the engine reads it: lists of events by kind, and of the cycles of duties."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from tic_rules.engine.evaluate import Evaluator
from tic_rules.engine.view import SUBMITTED, Member, Seen
from tic_rules.facts.events import KINDS
from tic_rules.facts.fields import NONE
from tic_rules.facts.history_facts import events_path
from tic_rules.ir.catalogue import FactSpec
from tic_rules.ir.conditions import Condition
from tic_rules.ir.lifecycle import Lifecycle
from tic_rules.ir.steps import State
from tic_rules.lifecycle.given_time import last_day_after, latest
from tic_rules.lifecycle.known import Happened, Known, Said
from tic_rules.lifecycle.reads import Looked, Reads
from tic_rules.truth import TRUE, Truth, all_of

_EVALUATION: Final = "evaluation"
_REFUSED: Final = "rectification_refused"
_MOST_DECIDED: Final = 50_000
_HISTORY: Final = events_path("")
_FOLLOWING: Final = frozenset(
    {_EVALUATION, _REFUSED, *(kind.id for kind in KINDS.values() if kind.ended_by is not None)}
)
"""Kinds of which an event says more than was recorded: it follows from other events."""


@dataclass(slots=True)
class _List:
    """A list as it was worked out."""

    whole: bool
    members: list[Member]
    looked: Looked


Deem = Callable[[], Iterable[tuple[Member, Mapping[str, Any], Truth]]]
"""Finds the events that count as one of another kind: what each is then deemed to say, and whether it does count."""


class HistoryView:
    """What was known of one centre, with the places that conditions on a history read.

    A list is worked out when it is first read, and again only after ``forget``.
    """

    def __init__(self, known: Known, lifecycle: Lifecycle) -> None:
        self._known = known
        self._lifecycle = lifecycle
        self._lists: dict[str, _List] = {}
        self._put: dict[str, tuple[State, Callable[[], Iterable[Member]]]] = {}
        """Lists that somebody else works out."""
        self._readers: dict[str, set[str]] = {}
        """The lists that were worked out from each thing that was looked at."""
        self._next_day = date.max
        """The first day on which one of them looks otherwise."""
        self._members: dict[str, Member] = {}
        """Events, and cycles of duties, as they stood last: one that says the same is the same."""
        self._deem: dict[str, list[tuple[str, Deem]]] = {}
        self._deemed: dict[tuple[str, str], tuple[Truth, Member]] = {}
        self.once: frozenset[str] = frozenset()
        """Kinds of event that happen to a centre once: where one is known, there is no other."""

    @property
    def reads(self) -> Reads:
        """What was looked at."""
        return self._known.reads

    def spec(self, path: str) -> FactSpec:
        """The catalogue's row for a path."""
        return self._lifecycle.catalogue[path]

    def see(self, path: str) -> Seen:
        """There are no single facts in a history; nothing is being applied for."""
        return Seen(path, State.NONE if path == SUBMITTED else State.MISSING)

    def members(self, path: str) -> tuple[State, tuple[Member, ...]]:
        """The members of a list that are known; MISSING where there may be more."""
        found = self._list(path)
        return State.GIVEN if found.whole else State.MISSING, tuple(found.members)

    def all_members(self, path: str) -> Iterator[Member]:
        """The members of a list that are known."""
        return iter(self._list(path).members)

    def is_empty(self, kind: str) -> bool:
        """Whether nothing is known to count as an event of a kind, without working out whether there may be more."""
        return kind not in self._deem and not self._known.of_kind(kind)

    def put(self, path: str, members: Callable[[], Iterable[Member]], state: State) -> None:
        """Adds a list that is worked out when it is first read; MISSING where there may be more of its members."""
        self._put[path] = (state, members)
        self._lists.pop(path, None)

    def deem(self, on: str, counts_as: str, found: Deem) -> None:
        """Lets events of a kind count as such of another from now on; where that is open, they say nothing there."""
        self._deem.setdefault(counts_as, []).append((on, found))
        self._lists.pop(events_path(counts_as), None)

    def forget(self) -> None:
        """Lets go of the lists that were worked out from what has changed, or that look otherwise by now."""
        gone = {path for name in self.reads.changed for path in self._readers.get(name, ())}
        if self._next_day <= self._known.on:
            gone |= {path for path, found in self._lists.items() if found.looked.next_day <= self._known.on}
            self._next_day = min((f.looked.next_day for p, f in self._lists.items() if p not in gone), default=date.max)
        for path in gone:
            self._lists.pop(path, None)

    def let_go(self) -> None:
        """Lets go of all lists, and of those who work them out, who hold this view in turn."""
        for held in (self._lists, self._put, self._deem):
            held.clear()

    def counts(self, kind: str, path: str) -> Truth:
        """Whether an event counts as one of a kind: open for some that a printed fiction may make one."""
        found = self._deemed.get((kind, path))
        return TRUE if found is None else found[0]

    def truth(self, evaluator: Evaluator, where: Condition | None, found: Member, kind: str) -> Truth:
        """Whether a condition holds of an event; of one that may count as of another kind, whether it then does too."""
        deemed = self._deemed.get((kind, found.path))
        counts, said = (TRUE, found) if deemed is None else deemed
        if where is None:
            return counts
        holds = self.holds(evaluator, where, said, events_path(kind))
        return holds if counts is TRUE else all_of([counts, holds])

    def holds(self, evaluator: Evaluator, where: Condition, found: Member, listed: str) -> Truth:
        """Whether a condition holds of a member; by its fields alone, it is decided once for their values."""
        name = id(where)
        fields = self._lifecycle.fields_read.get(name)
        if fields is None:
            return evaluator.evaluate(where, found, listed).truth
        key = (name, *(getattr(found.fields, field) for field in fields))
        truth = self._lifecycle.decided.get(key)
        if truth is None:
            truth = evaluator.evaluate(where, found, listed).truth
            if not truth.is_open:  # what is open names the member
                if len(self._lifecycle.decided) >= _MOST_DECIDED:
                    self._lifecycle.decided.clear()
                self._lifecycle.decided[key] = truth
        return truth

    # --- lists ---------------------------------------------------------------------------------------------------

    def _list(self, path: str) -> _List:
        found = self._lists.get(path)
        if found is not None:
            self._known.reads.note(found.looked)
            return found
        if not path.startswith(_HISTORY):
            state, worked_out = self._put.get(path, (State.GIVEN, tuple))
            members = [self._same(made) for made in worked_out()]
            found = self._lists[path] = _List(state is State.GIVEN, members, Looked(frozenset((path,))))
            self._known.reads.note(found.looked)
            return found
        before = self._known.reads.begin()
        whole, members = self._of_kind(path.removeprefix(_HISTORY))
        looked = self._known.reads.end(before)
        found = self._lists[path] = _List(whole, members, looked)
        self._next_day = min(self._next_day, looked.next_day)
        for name in looked.at:
            self._readers.setdefault(name, set()).add(path)
        return found

    def _of_kind(self, kind: str) -> tuple[bool, list[Member]]:
        members = [self._member(happened) for happened in self._known.of_kind(kind)]
        whole = (kind in self.once and bool(members)) or self._known.is_whole(kind)
        for on, deem in self._deem.get(kind, ()):
            # An event that nobody recorded may count as one of the kind.
            whole = whole and self._list(events_path(on)).whole
            for event, said, truth in deem():
                deemed = Member(event.path, event.name, event.fields.with_fields(said))
                self._deemed[kind, event.path] = (truth, deemed)
                members.append(deemed if truth == TRUE else event)
        return whole, sorted(members, key=when) if kind in self._deem else members

    def _member(self, happened: Happened) -> Member:
        """An event as a member of the list of its kind."""
        if happened.kind in _FOLLOWING:
            return self._same(self._following(happened))
        return self._members.get(happened.path) or self._same(_member(happened, happened.event))

    def _same(self, made: Member) -> Member:
        """The member that stood there before, where it says the same."""
        before = self._members.get(made.path)
        if before is None or before != made:
            before = self._members[made.path] = made
        return before

    def _following(self, happened: Happened) -> Member:
        """An event with what follows from the others."""
        fields: dict[str, Any] = {}
        ended_by = KINDS[happened.kind].ended_by
        if ended_by is not None:
            fields["lasts"] = self._lasts(happened, ended_by)
        if happened.kind == _REFUSED:
            fields["grade_before"] = self._grade_before(happened)
        if happened.kind == _EVALUATION:
            fields["grade_before"] = self._grade_before(happened)
            fields["grade_year_before"] = self._grade_of(self._year_of(happened) - 1)
            fields |= self._in_a_row(happened)
        return _member(happened, happened.event.with_fields(fields))

    def _lasts(self, happened: Happened, ended_by: str) -> bool | None:
        """Whether a state still lasts; None where its end may not have been recorded."""
        event = happened.event
        for end in self._known.of_kind(ended_by):
            same = all(
                getattr(end.event, name) is None or getattr(end.event, name) == getattr(event, name)
                for name in ("unit", "list_name")
            )
            if same and end.when > happened.when:
                return False
        return True if self._known.is_whole(ended_by) else None

    def _before(self, happened: Happened) -> list[Happened]:
        """The evaluations before an event."""
        graded = self._known.of_kind(_EVALUATION)
        return graded[: bisect_left(graded, happened.when, key=_when)]

    def _grade_before(self, happened: Happened) -> str | None:
        """The grade of the evaluation before; NONE where it is the first, None where one may not have been recorded."""
        if not self._known.is_whole(_EVALUATION, happened.day):
            return None
        earlier = self._before(happened)
        return _grade(earlier[-1]) if earlier else NONE

    def _in_a_row(self, happened: Happened) -> dict[str, Any]:
        """Whether the evaluation before came out the same, since when, and what became of rectifying meanwhile.

        All of it is open where an evaluation, or a grade, may not have been recorded.
        """
        run: Happened | None = None
        is_open = dict.fromkeys(("same_grade", "same_grade_since", "rectified_since", "rectify_by"))
        if not self._known.is_whole(_EVALUATION, happened.day):
            return is_open
        for before in reversed(self._before(happened)):
            if before.event.grade is None or happened.event.grade is None:
                return is_open
            if before.event.grade != happened.event.grade:
                break
            run = before
        if run is None:
            return {"same_grade": False, "same_grade_since": NONE, "rectified_since": False, "rectify_by": NONE}
        done = any(run.when < h.when < happened.when for h in self._known.of_kind("rectification_done"))
        silent = not self._known.is_whole("rectification_done", happened.day)
        return {
            "same_grade": True,
            "same_grade_since": run.day,
            "rectified_since": None if silent and not done else done,
            "rectify_by": self._rectify_by(run.day, happened.day),
        }

    def _rectify_by(self, first: date, day: date) -> date | None:
        """The last day to rectify after a first day; None where a calendar to come may move it past another day."""
        if self._lifecycle.time_to_rectify is None:
            return None
        last, may_move = last_day_after(first, self._lifecycle.time_to_rectify)
        return None if last is not None and may_move and last < day <= latest(last) else last

    def _year_of(self, happened: Happened) -> int:
        return happened.event.year or happened.day.year

    def _grade_of(self, year: int) -> str | None:
        """The grade of a year's evaluation; NONE where there was none, None where that is not known."""
        for happened in reversed(self._known.of_kind(_EVALUATION)):
            if self._year_of(happened) == year:
                return _grade(happened)
        return NONE if self._known.is_whole(_EVALUATION, date(year, 12, 31)) else None


def _when(happened: Happened) -> tuple[date, int]:
    return (happened.day, happened.order)


def _grade(happened: Happened) -> str | None:
    grade: str | None = happened.event.grade
    return grade


def _member(happened: Happened, said: Said) -> Member:
    """A member of a list, by what is said of an event."""
    return Member(happened.path, str(said.about or ""), said)


def when(found: Member) -> tuple[date, int]:
    """Where an event stands among all of them."""
    return (found.fields.day, found.fields.order)
