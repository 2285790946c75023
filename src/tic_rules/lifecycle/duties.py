"""The cycles of duties: which are owed, by when, done or not, and what the record does not say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import assert_never

from tic_rules import calendar
from tic_rules.calendar import YearsMissing
from tic_rules.engine.evaluate import Evaluator
from tic_rules.engine.view import Member
from tic_rules.facts.fields import NONE
from tic_rules.facts.history_facts import cycles_path, events_path
from tic_rules.ir.conditions import Condition
from tic_rules.ir.lifecycle import AfterEvent, Covers, DayOfYear, DueBy, Duty, EachCycle, EachYear
from tic_rules.ir.status import DutyState
from tic_rules.lifecycle.known import Known
from tic_rules.lifecycle.stages import Stages
from tic_rules.lifecycle.view import HistoryView, member
from tic_rules.quantity import Kind, Quantity
from tic_rules.truth import FALSE, TRUE, OpenPoint, PointKind, Truth, all_of, any_of, negate, open_for, settled


@dataclass(frozen=True, slots=True)
class Cycle:
    """One cycle of a duty as it stands on the as-of day."""

    duty: Duty
    label: int | None
    """The year that it is about."""
    after: str
    """The event that it follows; else empty."""
    due: date | None
    may_move: bool
    owed: Truth
    done_on: date | None
    grade: str | None
    may_have_grade: bool
    """Whether a grade may have been given that the record does not show."""
    missed: Truth
    late: Truth
    state: DutyState

    @property
    def points(self) -> tuple[OpenPoint, ...]:
        """Why it is not determinable."""
        return tuple(sorted({*self.owed.points, *self.missed.points, *self.late.points}))


class Duties:
    """The duties of one centre."""

    def __init__(self, known: Known, view: HistoryView, stages: Stages, evaluator: Evaluator) -> None:
        self._known = known
        self._view = view
        self._stages = stages
        self._evaluator = evaluator

    def cycles(self, duty: Duty) -> list[Cycle]:
        """The cycles of a duty that have begun, in order; put before the view, so that conditions can read them."""
        made = self.made(duty)
        self._view.put(cycles_path(duty.id), list(members_of(duty, made)))
        return made

    def made(self, duty: Duty) -> list[Cycle]:
        """The cycles of a duty that have begun, in order."""
        match duty.cadence:
            case EachYear():
                return list(self._years(duty, duty.cadence))
            case EachCycle():
                return list(self._periods(duty, duty.cadence))
            case AfterEvent():
                return list(self._followings(duty, duty.cadence))
            case _:
                assert_never(duty.cadence)

    # --- which cycles there are ----------------------------------------------------------------------------------

    def _years(self, duty: Duty, cadence: EachYear) -> Iterator[Cycle]:
        begins = self._stages.begins(duty.stages)
        if begins is None:
            return
        first = begins.year + (1 if cadence.from_next_year else 0)
        for year in range(first, self._known.on.year + 1):
            yield self._year(duty, cadence, year)

    def _year(self, duty: Duty, cadence: EachYear, year: int) -> Cycle:
        """The cycle of one year."""
        later = cadence.covers is Covers.YEAR_BEFORE
        due = self._due_of_year(duty, year, year + 1 if later else year)
        # It is owed by a centre that is there when it falls due; where no day is fixed, when its year ends.
        last = date(year + 1, 12, 31) if later else date(year, 12, 31)
        tested = min(due or last, self._known.on)
        owed = all_of([self._stages.within(duty.stages, tested), self._not_taken_away(duty, year)])
        done = [m for m in self._done(duty) if year_done(m) == year]
        return self._cycle(duty, year, "", due, owed, done)

    def _due_of_year(self, duty: Duty, year: int, falls: int) -> date | None:
        match duty.due:
            case DayOfYear(month, day):
                return date(falls, month, day)
            case DueBy.END:
                return date(falls, 12, 31)
            case DueBy.NEXT_YEAR:
                return date(year + 1, 12, 31)
            case DueBy.NOTICE:
                return self._noticed(duty, year)
            case _:
                assert_never(duty.due)

    def _noticed(self, duty: Duty, year: int) -> date | None:
        days = [n.due for n in self._known.notices if n.duty == duty.id and n.year == year and n.due is not None]
        return days[-1] if days else None

    def _not_taken_away(self, duty: Duty, year: int) -> Truth:
        if duty.unless is None:
            return TRUE
        falls = year if duty.unless.covers is Covers.YEAR_BEFORE else year + 1
        found = [
            self._truth(duty.unless.where, m, duty.unless.kind)
            for m in self._view.all_members(events_path(duty.unless.kind))
            if m.fields.day.year == falls
        ]
        if not self._known.is_whole(duty.unless.kind, min(date(falls, 12, 31), self._known.on)):
            found.append(_not_recorded(duty.unless.kind))
        return negate(any_of(found))

    def _periods(self, duty: Duty, cadence: EachCycle) -> Iterator[Cycle]:
        begins = self._stages.begins(duty.stages)
        if begins is None:
            return
        years = int(cadence.lasts.amount)
        ends = [begins]
        while ends[-1] <= self._known.on:
            ends.append(calendar.add(begins, years * len(ends), cadence.lasts.kind))
        of_cycle = _by_cycle((m for m in self._done(duty) if m.fields.day >= begins), ends[1:])
        for end in ends[1:]:
            mine = of_cycle[end]
            due = end if duty.due is DueBy.END else self._due_of_year(duty, end.year, end.year)
            owed = self._stages.within(duty.stages, min(end, self._known.on))
            yield self._cycle(duty, end.year, "", due, owed, mine)

    def _followings(self, duty: Duty, cadence: AfterEvent) -> Iterator[Cycle]:
        causes = list(self._view.all_members(events_path(cadence.kind)))
        done = list(self._done(duty))
        for number, cause in enumerate(causes):
            truth = self._truth(cadence.where, cause, cadence.kind)
            if truth == FALSE:
                continue
            day = cause.fields.day
            due, may_move = _last_day_after(day, cadence.within)
            until = next((c.fields.day for c in causes[number + 1 :] if c.fields.day > day), date.max)
            mine = [m for m in done if day < m.fields.day <= until]
            owed = all_of([truth, self._stages.within(duty.stages, min(due or day, self._known.on))])
            if mine and owed == FALSE and truth == TRUE:
                owed = TRUE  # done, and so over before its day
            cycle = self._cycle(duty, None, cause.path, due, owed, mine)
            yield replace(cycle, may_move=may_move)

    # --- how one cycle stands ------------------------------------------------------------------------------------

    def _done(self, duty: Duty) -> Iterator[Member]:
        """The events that do a duty, or may."""
        for found in self._view.all_members(events_path(duty.done_by)):
            if self._truth(duty.where, found, duty.done_by) != FALSE:
                yield found

    def _truth(self, where: Condition | None, found: Member, kind: str) -> Truth:
        return TRUE if where is None else self._evaluator.evaluate(where, found, events_path(kind)).truth

    def _cycle(
        self, duty: Duty, label: int | None, after: str, due: date | None, owed: Truth, done: list[Member]
    ) -> Cycle:
        on = self._known.on
        sure = [m for m in done if self._truth(duty.where, m, duty.done_by) == TRUE]
        doubtful = {p for m in done if m not in sure for p in self._truth(duty.where, m, duty.done_by).points}
        done_on = min((m.fields.day for m in sure), default=None)
        grade = getattr(sure[-1].fields, "grade", None) if sure else None
        silent = {OpenPoint(PointKind.FACT, events_path(duty.done_by)), *doubtful}
        if due is None:
            # Where it is known that no notice has set a day, nothing is late, whatever else is not known.
            unset = duty.due is DueBy.NOTICE and self._known.is_whole("notice")
            point = OpenPoint(PointKind.FACT, f"{cycles_path(duty.id)}[{label or after}].due")
            late = FALSE if unset else open_for([point])
            missed = late if done_on is None else FALSE
            state = DutyState.OPEN if done_on is None else DutyState.DONE_UNDATED
        elif done_on is not None:
            late, missed = settled(done_on > due), FALSE
            state = DutyState.DONE_LATE if done_on > due else DutyState.DONE
        elif on <= due:
            late = missed = FALSE
            state = DutyState.DUE
        else:
            late = TRUE if self._known.is_whole(duty.done_by, due) and not doubtful else open_for(silent)
            missed = TRUE if self._known.is_whole(duty.done_by) and not doubtful else open_for(silent)
            if late == TRUE:
                state = DutyState.MISSED if missed == TRUE else DutyState.LATE_OR_MISSED
            else:
                state = DutyState.OPEN
        if owed == FALSE:
            state, late, missed = DutyState.NOT_OWED, FALSE, FALSE
        elif owed.is_open:
            state = DutyState.OPEN
            late, missed = all_of([owed, late]), all_of([owed, missed])
        contradicted = grade is None and any(m.fields.kind == "evaluation" for m in sure)
        hidden = bool(doubtful) or contradicted or not self._known.is_whole(duty.done_by)
        return Cycle(duty, label, after, due, False, owed, done_on, grade, hidden, missed, late, state)


def _by_cycle(done: Iterable[Member], ends: list[date]) -> dict[date, list[Member]]:
    """What was done in each cycle, by its end.

    It is of the cycle whose year it names; else of that in which it lies, unless the one before is still undone: then
    it is of that one, late.
    """
    found: dict[date, list[Member]] = {end: [] for end in ends}
    for event in done:
        named = [end for end in ends if end.year == getattr(event.fields, "year", None)]
        number = next((n for n, end in enumerate(ends) if event.fields.day <= end), len(ends) - 1)
        if number and not found[ends[number - 1]]:
            number -= 1
        found[named[0] if named else ends[number]].append(event)
    return found


def year_done(found: Member) -> int:
    """The year that an event is about: the one that it names, else that of its day."""
    year: int = found.fields.year or found.fields.day.year
    return year


@lru_cache(maxsize=4096)
def _last_day_after(day: date, within: Quantity | None) -> tuple[date | None, bool]:
    """The last day of a time given to do something, which is a working day; whether a calendar to come may move it."""
    if within is None:
        return date(day.year + 1, 12, 31), False
    count = int(within.amount)
    if within.kind is Kind.WORKDAYS:
        found = calendar.add_working_days(day, count)
        return (None, True) if isinstance(found, YearsMissing) else (found, False)
    computed = calendar.add(day, count, within.kind)
    moved = calendar.next_working_day(computed)
    return (computed, True) if isinstance(moved, YearsMissing) else (moved, False)


def _not_recorded(kind: str) -> Truth:
    return open_for([OpenPoint(PointKind.FACT, events_path(kind))])


def members_of(duty: Duty, cycles: list[Cycle]) -> Iterator[Member]:
    """The cycles as conditions read them."""
    before: Cycle | None = None
    for cycle in cycles:
        path = f"{cycles_path(duty.id)}[{cycle.label or cycle.after}]"
        yield member(
            path,
            {
                "year": cycle.label,
                "due": cycle.due,
                "owed": _flag(cycle.owed),
                "missed": _flag(cycle.missed),
                "late": _flag(cycle.late),
                "missed_before": NONE if before is None else _flag(before.missed),
                "late_before": NONE if before is None else _flag(before.late),
                "grade": _grade(cycle),
                "grade_before": NONE if before is None else _grade(before),
            },
        )
        before = cycle


def _flag(truth: Truth) -> bool | None:
    return None if truth.is_open else truth == TRUE


def _grade(cycle: Cycle) -> str | None:
    """The grade of a cycle; NONE where it surely has none, None where that is not known."""
    if cycle.grade is not None:
        return cycle.grade
    return None if cycle.may_have_grade and cycle.state is not DutyState.NOT_OWED else NONE
