"""The cycles of duties: which are owed, by when, done or not, and what the record does not say."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final, assert_never

from tic_rules import calendar
from tic_rules.calendar import YearsMissing
from tic_rules.engine.evaluate import Evaluator
from tic_rules.engine.view import Member
from tic_rules.facts.history_facts import cycles_path, events_path
from tic_rules.ir.conditions import Condition
from tic_rules.ir.lifecycle import AfterEvent, Covers, DayOfYear, DueBy, Duty, EachCycle, EachYear
from tic_rules.ir.status import DutyState
from tic_rules.ir.steps import State
from tic_rules.lifecycle.cycles import Cycle, by_cycle, by_year, members_of
from tic_rules.lifecycle.known import Known
from tic_rules.lifecycle.stages import Stages
from tic_rules.lifecycle.view import HistoryView
from tic_rules.quantity import Kind, Quantity
from tic_rules.truth import FALSE, TRUE, OpenPoint, PointKind, Truth, all_of, any_of, negate, open_for, settled

_LONGEST_BREAK: Final = timedelta(days=14)
"""No run of days off has been as long: beyond it no calendar moves a last day."""


class Duties:
    """The duties of one centre."""

    def __init__(
        self, known: Known, view: HistoryView, stages: Stages, evaluator: Evaluator, first: date | None
    ) -> None:
        self._known = known
        self._view = view
        self._stages = stages
        self._evaluator = evaluator
        self._first = first
        """The regulation's first day: what fell due before is not owed by it."""

    def cycles(self, duty: Duty) -> list[Cycle]:
        """The cycles of a duty that have begun, in order; put before the view, so that conditions can read them."""
        match duty.cadence:
            case EachYear():
                made = list(self._years(duty, duty.cadence))
            case EachCycle():
                made = list(self._periods(duty, duty.cadence))
            case AfterEvent():
                made = list(self._followings(duty, duty.cadence))
            case _:
                assert_never(duty.cadence)
        follows = duty.cadence.kind if isinstance(duty.cadence, AfterEvent) else None
        # An event that nobody recorded would have a cycle of its own.
        state = State.GIVEN if follows is None else self._view.members(events_path(follows))[0]
        self._view.put(cycles_path(duty.id), members_of(duty, made), state)
        return made

    # --- which cycles there are ----------------------------------------------------------------------------------

    def _years(self, duty: Duty, cadence: EachYear) -> Iterator[Cycle]:
        begins = self._stages.begins(duty.stages)
        if begins is None:
            return
        first = begins.year + (1 if cadence.from_next_year else 0)
        later = cadence.covers is Covers.YEAR_BEFORE
        for year in range(first, self._known.on.year + 1):
            due = self._due_of_year(duty, year, year + 1 if later else year)
            # It is owed by a centre that is there when it falls due; where no day is fixed, when its year ends.
            last = date(year + 1, 12, 31) if later else date(year, 12, 31)
            tested = min(due or last, self._known.on)
            owed = all_of([self._stages.within(duty.stages, tested), self._not_taken_away(duty, year)])
            done = [m for m in self._done(duty) if (m.fields.year or m.fields.day.year) == year]
            yield self._cycle(duty, year, "", due, owed, done)

    def _due_of_year(self, duty: Duty, year: int, falls: int) -> date | None:
        match duty.due:
            case DayOfYear(month, day):
                return date(falls, month, day)
            case DueBy.END | DueBy.YEAR_END:
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
        sort = by_year if duty.due is DueBy.YEAR_END else by_cycle
        of_cycle = sort((m for m in self._done(duty) if m.fields.day >= begins), ends[1:])
        for end in ends[1:]:
            mine = of_cycle[end]
            due = end if duty.due is DueBy.END else self._due_of_year(duty, end.year, end.year)
            owed = self._stages.within(duty.stages, min(end, self._known.on))
            yield self._cycle(duty, end.year, "", due, owed, mine)

    def _followings(self, duty: Duty, cadence: AfterEvent) -> Iterator[Cycle]:
        members = self._view.all_members(events_path(cadence.kind))
        tested = [(found, self._truth(cadence.where, found, cadence.kind)) for found in members]
        causes = [(found, truth) for found, truth in tested if truth != FALSE]
        done = list(self._done(duty))
        for number, (cause, truth) in enumerate(causes):
            day = cause.fields.day
            due, may_move = self._due_after(duty, day, cadence.within)
            until = next((c.fields.day for c, _ in causes[number + 1 :] if c.fields.day > day), date.max)
            same_year = day.year if duty.due is DueBy.YEAR_END else None
            mine = [m for m in done if m.fields.day.year == same_year or day < m.fields.day <= until]
            owed = all_of([truth, self._stages.within(duty.stages, min(due or self._known.on, self._known.on))])
            if mine and owed == FALSE and truth == TRUE:
                owed = TRUE  # done, and so over before its day
            yield self._cycle(duty, None, cause.path, due, owed, mine, may_move=may_move)

    def _due_after(self, duty: Duty, day: date, within: Quantity | None) -> tuple[date | None, bool]:
        """When what follows an event is due, and whether a calendar to come may move that."""
        match duty.due:
            case DueBy.NOTICE:
                return self._noticed(duty, day.year), False
            case DueBy.YEAR_END:
                return date(day.year, 12, 31), False
            case _:
                return _last_day_after(day, within)

    # --- how one cycle stands ------------------------------------------------------------------------------------

    def _done(self, duty: Duty) -> Iterator[Member]:
        """The events that do a duty, or may."""
        for found in self._view.all_members(events_path(duty.done_by)):
            if self._truth(duty.where, found, duty.done_by) != FALSE:
                yield found

    def _truth(self, where: Condition | None, found: Member, kind: str) -> Truth:
        return self._view.truth(self._evaluator, where, found, kind)

    def _cycle(
        self,
        duty: Duty,
        label: int | None,
        after: str,
        due: date | None,
        owed: Truth,
        done: list[Member],
        *,
        may_move: bool = False,
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
        elif may_move and due < (done_on or on) <= due + _LONGEST_BREAK:
            late = open_for([OpenPoint(PointKind.FACT, f"calendar.{due.year}")])
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
        if due is not None and self._first is not None and due < self._first:
            owed = FALSE
        if owed == FALSE:
            state, late, missed = DutyState.NOT_OWED, FALSE, FALSE
        elif owed.is_open:
            # What was done in time settles it, owed or not.
            state = state if state is DutyState.DONE else DutyState.OPEN
            late, missed = all_of([owed, late]), all_of([owed, missed])
        contradicted = grade is None and any(m.fields.kind == "evaluation" for m in sure)
        hidden = bool(doubtful) or contradicted or not self._known.is_whole(duty.done_by)
        return Cycle(duty, label, after, due, may_move, owed, done_on, grade, hidden, missed, late, state)


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
