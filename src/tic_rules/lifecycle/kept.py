"""What is known of one centre, kept up to date: the same as ``Known`` and its view, without starting anew."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from fractions import Fraction
from typing import Final, TypeVar

from tic_rules.engine.case import Case, missing
from tic_rules.engine.comparing import compare
from tic_rules.engine.evaluate import Evaluator
from tic_rules.engine.findings import Findings
from tic_rules.engine.view import Member
from tic_rules.facts.events import EVERY_KIND, KINDS, OF_STATES, Event
from tic_rules.facts.history_facts import events_path
from tic_rules.ir import conditions as ir
from tic_rules.ir import steps
from tic_rules.ir.lifecycle import Covers, Deemed, Duty, EachYear
from tic_rules.ir.steps import Reckoned, State
from tic_rules.lifecycle.duties import Cycle, Duties, year_done
from tic_rules.lifecycle.grades import set_aside
from tic_rules.lifecycle.known import Happened, Known
from tic_rules.lifecycle.plan import EVALUATION, Plan
from tic_rules.lifecycle.stages import Stages
from tic_rules.lifecycle.view import HistoryView, member
from tic_rules.quantity import Kind
from tic_rules.truth import FALSE, TRUE, Truth

_T = TypeVar("_T")
_DERIVED: Final = frozenset({EVALUATION, *(kind.id for kind in KINDS.values() if kind.ended_by is not None)})
"""Kinds whose events say more than was recorded: it follows from other events."""


@dataclass(slots=True)
class Record:
    """What was last recorded of one event; None where it was withdrawn."""

    path: str
    order: int
    kind: str
    event: Event | None


@dataclass(slots=True)
class KeptKnown(Known):
    """The events that count, by kind."""

    by_kind: dict[str, list[Happened]] = field(default_factory=dict)
    _ends: dict[str, date] = field(default_factory=dict)
    _end_of_all: date | None = None

    def of_kind(self, kind: str) -> list[Happened]:
        """The events of a kind."""
        return self.by_kind.get(kind, [])

    def complete_to(self, kind: str) -> date | None:
        """Up to which day the record of a kind is whole; None where nobody said so. Never beyond the as-of day."""
        end = self._ends.get(kind, self._end_of_all)
        return None if end is None else min(end, self.on)

    def is_whole(self, kind: str, to: date | None = None) -> bool:
        """Whether the record of a kind is whole up to a day; the as-of day if left out."""
        end = self._ends.get(kind, self._end_of_all)
        return end is not None and end >= (to or self.on) and (to is None or self.on >= to)

    def state_complete(self, statements: Iterable[Event]) -> set[str]:
        """Takes the statements of completeness that stand; the kinds of which they now say something else."""
        before, before_all = self._ends, self._end_of_all
        self._complete = {}
        for event in statements:
            for name in event.kinds or () if event.to is not None else ():
                self._complete[name] = max(event.to or date.min, self._complete.get(name, date.min))
        self._end_of_all = self._complete.get(EVERY_KIND)
        self._ends = {kind: max(end, self._end_of_all or end) for kind, end in self._complete.items()}
        ends = self._ends
        return {k for k in KINDS if before.get(k, before_all) != ends.get(k, self._end_of_all)}

    def run_out(self, since: date) -> set[str]:
        """The kinds whose record was stated to be whole on a day, and on the as-of day no longer is."""
        ends = ((kind, self._ends.get(kind, self._end_of_all)) for kind in KINDS)
        return {kind for kind, end in ends if end is not None and since <= end < self.on}

    def completeness_ends(self) -> date:
        """The next day on which some record is no longer stated to be complete; the end of time where none is."""
        days = (end + timedelta(days=1) for end in self._complete.values() if end < date.max)
        return min((day for day in days if day > self.on), default=date.max)


class KeptView(HistoryView):
    """The lists of events, each made anew only when it changed."""

    def __init__(self, known: KeptKnown, plan: Plan) -> None:
        self._known = known
        self._kept = known
        self._catalogue = plan.lifecycle.catalogue
        self._plan = plan
        self._order = {}
        self._lists = {}
        self._base: dict[str, list[Member]] = {}
        self._happened: dict[str, list[Happened]] = {}
        self._made: dict[str, Member] = {}

    def members(self, path: str) -> tuple[State, tuple[Member, ...]]:
        """The members of a list that are known; MISSING where there may be more."""
        whole, members = self._list(path)
        return State.GIVEN if whole else State.MISSING, tuple(members)

    def all_members(self, path: str) -> Iterator[Member]:
        """The members of a list that are known."""
        return iter(self._list(path)[1])

    def _list(self, path: str) -> tuple[bool, list[Member]]:
        found = self._lists.get(path)
        if found is None:  # nothing of the kind was recorded, and so nothing is kept of it
            found = (not path.startswith("history.") or self._known.is_whole(path.removeprefix("history.")), [])
        return found

    def happen(self, kind: str, records: Iterable[Record]) -> None:
        """Takes the events of a kind that count on the as-of day, those before the centre's beginning included."""
        found = [
            (Happened(record.path, record.event, kind, record.event.day), record.order)
            for record in records
            if record.event is not None and record.event.day is not None and record.event.day <= self._known.on
        ]
        found.sort(key=lambda one: one[0].day)
        if kind == EVALUATION:
            found = list(self._graded(found))
        for one, order in found:
            self._order[one.path] = (one.day.toordinal() << 24) | order
        _put(self._happened, kind, [one for one, _ in found])

    def _graded(self, found: list[tuple[Happened, int]]) -> Iterator[tuple[Happened, int]]:
        """The evaluations whose grade can be, each with its order; one made of several stands last in its day."""
        orders = {id(one.event): order for one, order in found}
        graded = Known(self._known.on, self._known.known_on, events=[one for one, _ in found])
        set_aside(graded, self._plan.lifecycle)
        for number, one in enumerate(graded.events):
            yield one, orders.get(id(one.event), (1 << 23) + number)

    def begin(self, at: tuple[date, bool, int] | None, kinds: Iterable[str]) -> None:
        """Leaves out what happened before the centre's beginning, of some kinds: all of it where there is none."""
        for kind in kinds:
            happened = self._happened.get(kind, [])
            if kind not in OF_STATES:
                key = kind not in self._plan.beginnings
                happened = [] if at is None else [h for h in happened if (h.day, key, self._order[h.path]) >= at]
            _put(self._kept.by_kind, kind, happened)

    def beginnings(self, kind: str) -> list[Member]:
        """The events of a kind that could begin a centre's life."""
        return [self._member(one) for one in self._happened.get(kind, ())]

    def refresh(self, kind: str) -> None:
        """Makes the list of a kind anew; what it says of other kinds must have happened before."""
        base = [self._member(one) for one in self._kept.by_kind.get(kind, ())]
        _put(self._base, kind, base)
        if base:
            self._lists[events_path(kind)] = (self._known.is_whole(kind), base)
        else:
            self._lists.pop(events_path(kind), None)

    def _member(self, happened: Happened) -> Member:
        """The event as a member; the same object as before where it says the same."""
        made = self._made.get(happened.path)
        if happened.kind not in _DERIVED:
            # It says what was recorded, and is that record: nothing is copied.
            if made is None or made.fields is not happened.event:
                made = self._made[happened.path] = Member(happened.path, happened.event.about or "", happened.event)
            return made
        follows = self.follows(happened)
        if made is not None:
            said = vars(made.fields)
            if said["event"] is happened.event and all(said[name] == value for name, value in follows.items()):
                return made
        fields = dict.fromkeys(Event.model_fields) | vars(happened.event) | follows | {"event": happened.event}
        made = self._made[happened.path] = member(happened.path, fields)
        return made

    def put(self, path: str, members: list[Member]) -> None:
        """Adds a list that was worked out, and is whole; a member that says what it said before is the same object."""
        before = self._lists.get(path, (True, []))[1]
        for number, (old, new) in enumerate(zip(before, members, strict=False)):
            if old.path == new.path and vars(old.fields) == vars(new.fields):
                members[number] = old
        self._lists[path] = (True, members)

    def join(self, kinds: Iterable[str], evaluator: Evaluator) -> None:
        """Adds the events that count as of some kinds."""
        fictions = self._plan.lifecycle.deemed
        for kind in {deemed.counts_as for deemed in fictions}.intersection(kinds):
            members = self._joined(kind, len(fictions), evaluator)
            self._lists[events_path(kind)] = (self._known.is_whole(kind), members)

    def _joined(self, kind: str, among: int, evaluator: Evaluator) -> list[Member]:
        """The events of a kind, with those that the first so many fictions let count as such."""
        members = self._base.get(kind, [])
        for number, deemed in enumerate(self._plan.lifecycle.deemed[:among]):
            if deemed.counts_as == kind:
                counted = (
                    self._deemed(deemed, event, evaluator) for event in self._joined(deemed.on, number, evaluator)
                )
                members = sorted([*members, *(m for m in counted if m is not None)], key=lambda m: self._order[m.path])
        return members

    def _deemed(self, deemed: Deemed, event: Member, evaluator: Evaluator) -> Member | None:
        """An event as one of another kind. Where that is open, there may be one: it is there, and says nothing."""
        truth = TRUE
        if deemed.where is not None:
            truth = evaluator.evaluate(deemed.where, event, events_path(deemed.on)).truth
        if truth == FALSE:
            return None
        said = dict(deemed.fields) if truth == TRUE else {}
        below = f"{events_path(deemed.counts_as)}[]."
        blank = dict.fromkeys(p.removeprefix(below) for p in self._catalogue if p.startswith(below))
        return member(event.path, {**blank, **vars(event.fields), **said})


def _put(lists: dict[str, list[_T]], kind: str, found: list[_T]) -> None:
    """Keeps a list that holds something."""
    if found:
        lists[kind] = found
    else:
        lists.pop(kind, None)


@dataclass(frozen=True, slots=True)
class _KeptYear:
    """The cycle of a year, and what it was made of."""

    cycle: Cycle
    done: list[Member]
    took: list[Member]
    settled: bool
    """Whether no day to come can change it."""


KeptYears = dict[str, dict[int, _KeptYear]]


class KeptDuties(Duties):
    """The duties of one centre; of yearly ones, only the years that something was recorded of, or that are not over."""

    def __init__(self, known: Known, view: HistoryView, stages: Stages, evaluator: Evaluator, kept: KeptYears) -> None:
        super().__init__(known, view, stages, evaluator)
        self._kept_years = kept
        self._did: list[Member] = []

    def made(self, duty: Duty, *, anew: bool = True) -> list[Cycle]:
        """The cycles of a duty that have begun, in order; ``anew`` where years that are over can have changed too."""
        self._did = list(super()._done(duty))
        if anew:
            self._kept_years.pop(duty.id, None)
        return super().made(duty)

    def _done(self, duty: Duty) -> Iterator[Member]:  # noqa: ARG002  (it is the one whose cycles are being made)
        return iter(self._did)

    def _years(self, duty: Duty, cadence: EachYear) -> Iterator[Cycle]:
        begins = self._stages.begins(duty.stages)
        if begins is None:
            return
        before = self._kept_years.get(duty.id, {})
        kept = self._kept_years[duty.id] = {}
        on = self._known.on
        done = _by_year((year_done(m), m) for m in self._did)
        took: dict[int, list[Member]] = {}
        if duty.unless is not None:
            back = 0 if duty.unless.covers is Covers.YEAR_BEFORE else 1
            found = self._view.all_members(events_path(duty.unless.kind))
            took = _by_year((m.fields.day.year - back, m) for m in found)
        for year in range(begins.year + (1 if cadence.from_next_year else 0), on.year + 1):
            mine, theirs = done.get(year, []), took.get(year, [])
            old = before.get(year)
            if old is None or not old.settled or old.done != mine or old.took != theirs:
                self._did = mine
                cycle = self._year(duty, cadence, year)
                ends = date(year + 1, 12, 31)
                last = ends if cycle.due is None else cycle.due if duty.unless is None else max(cycle.due, ends)
                old = _KeptYear(cycle, mine, theirs, last < on)
            kept[year] = old
            yield old.cycle


def _by_year(found: Iterable[tuple[int, Member]]) -> dict[int, list[Member]]:
    """Events by the year that they are about."""
    made: dict[int, list[Member]] = {}
    for year, event in found:
        made.setdefault(year, []).append(event)
    return made


Kept = dict[tuple[int, str], tuple[object, Truth]]


class Remembering(Evaluator):
    """An evaluator that keeps the truth of conditions on single events, for as long as the event says the same."""

    def __init__(self, case: Case, findings: Findings, plan: Plan, kept: Kept) -> None:
        super().__init__(case, findings)
        self._of_members = plan.of_members
        self._truths = kept

    def evaluate(self, node: ir.Condition, member: Member | None = None, listed: str | None = None) -> steps.TruthStep:
        """The truth of a condition."""
        if member is None or id(node) not in self._of_members:
            return super().evaluate(node, member, listed)
        return steps.AlwaysStep(self._kept(node, member, listed))

    def _kept(self, node: ir.Condition, member: Member, listed: str | None) -> Truth:
        key = (id(node), member.path)
        found = self._truths.get(key)
        if found is None or found[0] is not member.fields:
            found = self._truths[key] = (member.fields, super().evaluate(node, member, listed).truth)
        return found[1]

    def leaf(self, condition: ir.Condition) -> Truth:
        """The truth of a leaf. Members of a list are counted without a trace, which nobody would read."""
        match condition:
            case ir.Compare(
                left=ir.Count(list=listed, where=where, over=None, stated_as=None), op=op, bound=bound, upper=upper
            ) if where is not None and id(where) in self._of_members:
                counted = self._count(listed, where, bound.kind)
                return compare(counted, op, bound.amount, None if upper is None else upper.amount)
            case _:
                return self.evaluate(condition).truth

    def _count(self, listed: str, where: ir.Condition, unit: Kind) -> Reckoned:
        """How many members of a list a condition means: the sure ones at least, with those that may be at most."""
        state, members = self._case.view.members(listed)
        truths = [self._kept(where, member, listed) for member in members]
        sure = truths.count(TRUE)
        maybe = [truth for truth in truths if truth.is_open]
        points = {point for truth in maybe for point in truth.points}
        greatest: Fraction | None = Fraction(sure + len(maybe))
        if state is not State.GIVEN:
            points.add(missing(listed))
            greatest = None
        return Reckoned(unit, Fraction(sure), greatest, tuple(sorted(points)))
