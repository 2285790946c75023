"""The cycles of duties: which are owed, by when, done or not, and what the record does not say."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import partial
from itertools import pairwise
from typing import assert_never

from tic_rules import calendar
from tic_rules.engine.evaluate import Evaluator
from tic_rules.engine.view import Member
from tic_rules.facts.history_facts import cycles_path, events_path
from tic_rules.ir.conditions import Condition
from tic_rules.ir.lifecycle import AfterEvent, Covers, DayOfYear, DueBy, Duty, EachCycle, EachYear
from tic_rules.ir.status import DutyState
from tic_rules.ir.steps import State
from tic_rules.lifecycle.cycles import Cycle, Cycles, Done, by_cycle, by_year
from tic_rules.lifecycle.given_time import last_day_after, latest
from tic_rules.lifecycle.graded import EVALUATION, RECTIFIED, two_grades
from tic_rules.lifecycle.known import Known
from tic_rules.lifecycle.stages import Stages
from tic_rules.lifecycle.view import HistoryView, when
from tic_rules.quantity import Quantity
from tic_rules.truth import FALSE, TRUE, OpenPoint, PointKind, Truth, all_of, any_of, negate, open_for, settled


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

    def cycles(self, duty: Duty) -> Cycles:
        """The cycles of a duty that have begun, in order."""
        done, cadence = tuple(self._done(duty)), duty.cadence
        match cadence:
            case EachYear():
                return self._all(duty, done, lambda: Cycles(State.GIVEN, tuple(self._years(duty, cadence, done))))
            case EachCycle():
                return self._all(duty, done, lambda: Cycles(State.GIVEN, tuple(self._periods(duty, cadence, done))))
            case AfterEvent():
                # An event that nobody recorded would have a cycle of its own.
                state, members = self._view.members(events_path(cadence.kind))
                tested = ((found, self._truth(cadence.where, found, cadence.kind)) for found in members)
                causes = tuple((found, truth) for found, truth in tested if truth != FALSE)
                made = partial(self._followings, duty, cadence, causes, done)
                return self._all(duty, (state, causes, done), lambda: Cycles(state, tuple(made())))
            case _:
                assert_never(cadence)

    def _all(self, duty: Duty, given: object, work_out: Callable[[], Cycles]) -> Cycles:
        """All cycles of a duty, worked out again only where something of them may have changed."""
        return self._known.reads.found(duty.id, given, self._known.on, work_out, of_parts=True)

    # --- which cycles there are ----------------------------------------------------------------------------------

    def _years(self, duty: Duty, cadence: EachYear, done: Sequence[Done]) -> Iterator[Cycle]:
        begins = self._stages.begins(duty.stages)
        if begins is None:
            return
        first = begins.year + (1 if cadence.from_next_year else 0)
        done_in: dict[int, list[Done]] = {}
        for one in done:
            done_in.setdefault(one.member.fields.year or one.member.fields.day.year, []).append(one)
        for year in range(first, self._this_year() + 1):
            done_then = tuple(done_in.get(year, ()))
            made = partial(self._year, duty, cadence, year, done_then)
            yield self._found((duty.id, year), (first, done_then), made)

    def _year(self, duty: Duty, cadence: EachYear, year: int, done: tuple[Done, ...]) -> Cycle:
        later = cadence.covers is Covers.YEAR_BEFORE
        due = self._due_of_year(duty, year, year + 1 if later else year)
        # It is owed by a centre that is there when it falls due; where no day is fixed, when its year ends.
        last = date(year + 1, 12, 31) if later else date(year, 12, 31)
        tested = min(due or last, self._known.on)
        owed = all_of([self._stages.within(duty.stages, tested), self._not_taken_away(duty, year, due)])
        return self._cycle(duty, year, "", due, owed, done)

    def _found(self, name: tuple[str, int | str], given: object, work_out: Callable[[], Cycle]) -> Cycle:
        """A cycle, worked out again only where something of it has changed."""
        return self._known.reads.found(name, given, self._known.on, work_out)

    def _this_year(self) -> int:
        """The year of the as-of day."""
        year = self._known.on.year
        self._known.has_come(date(min(year + 1, date.max.year), 1, 1))
        return year

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

    def _noticed(self, duty: Duty, year: int, first: int | None = None) -> date | None:
        """The day set by the last notice that names the year, or one from a first year to it."""
        notices = self._known.notices_of(duty.id)
        days = [n.due for n in notices if n.due is not None and (first or year) <= (n.year or 0) <= year]
        return days[-1] if days else None

    def _not_taken_away(self, duty: Duty, year: int, due: date | None) -> Truth:
        """Whether no event of the year, by the year that it is about, took the duty away before it fell due."""
        if duty.unless is None:
            return TRUE
        falls = year if duty.unless.covers is Covers.YEAR_BEFORE else year + 1
        last = date(falls, 12, 31)
        last = last if due is None else max(last, due)
        found = [
            self._truth(duty.unless.where, m, duty.unless.kind)
            for m in self._view.all_members(events_path(duty.unless.kind))
            if (getattr(m.fields, "year", None) or m.fields.day.year) == falls and m.fields.day <= last
        ]
        if not self._known.is_whole_by_now(duty.unless.kind, last):
            found.append(_not_recorded(duty.unless.kind))
        return negate(any_of(found))

    def _periods(self, duty: Duty, cadence: EachCycle, done: Sequence[Done]) -> Iterator[Cycle]:
        begins = self._stages.begins(duty.stages)
        if begins is None:
            return
        years = int(cadence.lasts.amount)
        ends = [begins]
        while self._known.has_come(ends[-1]):
            ends.append(calendar.add(begins, years * len(ends), cadence.lasts.kind))
        since = [one for one in done if one.member.fields.day >= begins]
        if duty.due is DueBy.YEAR_END:
            of_cycle = by_year(since, ends[1:])
        else:
            of_cycle = by_cycle(since, begins, ends[1:], partial(self._goes_back, duty, years))
        for start, end in pairwise(ends):
            mine = tuple(of_cycle[end])
            # A year in which one cycle ends and another begins is of the former.
            first = begins.year if start == begins else start.year + 1
            yield self._found((duty.id, end.year), (end, mine), partial(self._period, duty, first, end, mine))

    def _goes_back(self, duty: Duty, years: int, found: Member, end: date) -> Truth:
        """Whether what was done in a cycle is of the one before, of which nothing else is recorded.

        Where a notice sets the day, it is if it was done by the day set for that one; nothing is late without a notice.
        Else it is of the one before, late, unless that was done and nobody recorded it.
        """
        day = found.fields.day
        if duty.due is DueBy.NOTICE and day > (self._noticed(duty, end.year, end.year - years + 1) or date.min):
            return FALSE
        return TRUE if self._known.is_whole(duty.done_by, day) else _not_recorded(duty.done_by)

    def _period(self, duty: Duty, first: int, end: date, done: tuple[Done, ...]) -> Cycle:
        match duty.due:
            case DueBy.END:
                due: date | None = end
            case DueBy.NOTICE:
                due = self._noticed(duty, end.year, first)
            case _:
                due = self._due_of_year(duty, end.year, end.year)
        owed = self._stages.within(duty.stages, min(end, self._known.on))
        return self._cycle(duty, end.year, "", due, owed, done)

    def _followings(
        self, duty: Duty, cadence: AfterEvent, causes: Sequence[tuple[Member, Truth]], done: Sequence[Done]
    ) -> Iterator[Cycle]:
        for number, (cause, truth) in enumerate(causes):
            later = [c.fields.day for c, _ in causes[number + 1 :] if c.fields.day > cause.fields.day]
            mine = tuple(d for d in done if _follows(duty, cause, d.member, min(later, default=date.max)))
            made = partial(self._following, duty, cadence, cause, truth, mine)
            yield self._found((duty.id, cause.path), (cause, truth, mine), made)

    def _following(self, duty: Duty, cadence: AfterEvent, cause: Member, truth: Truth, done: tuple[Done, ...]) -> Cycle:
        on = self._known.on
        due, may_move = self._due_after(duty, cause.fields.day, cadence.within)
        owed = all_of([truth, self._stages.within(duty.stages, min(due or on, on))])
        if done and owed == FALSE and truth == TRUE:
            owed = TRUE  # done, and so over before its day
        return self._cycle(duty, None, cause.path, due, owed, done, may_move=may_move)

    def _due_after(self, duty: Duty, day: date, within: Quantity | None) -> tuple[date | None, bool]:
        """When what follows an event is due, and whether a calendar to come may move that."""
        match duty.due:
            case DueBy.NOTICE:
                return self._noticed(duty, day.year), False
            case DueBy.YEAR_END:
                return date(day.year, 12, 31), False
            case _:
                return (date(day.year + 1, 12, 31), False) if within is None else last_day_after(day, within)

    # --- how one cycle stands ------------------------------------------------------------------------------------

    def _done(self, duty: Duty) -> Iterator[Done]:
        """The events that do a duty, or may."""
        for found in self._view.all_members(events_path(duty.done_by)):
            truth = self._truth(duty.where, found, duty.done_by)
            if truth != FALSE:
                yield Done(found, truth)

    def _truth(self, where: Condition | None, found: Member, kind: str) -> Truth:
        return self._view.truth(self._evaluator, where, found, kind)

    def _cycle(
        self,
        duty: Duty,
        label: int | None,
        after: str,
        due: date | None,
        owed: Truth,
        done: Sequence[Done],
        *,
        may_move: bool = False,
    ) -> Cycle:
        known = self._known
        sure = [d.member for d in done if d.truth == TRUE]
        doubtful = {point for d in done if d.truth != TRUE for point in d.truth.points}
        done_on = min((m.fields.day for m in sure), default=None)
        graded_twice = two_grades(sure, self._view, self._stages) if label is not None else ()
        grade = getattr(sure[-1].fields, "grade", None) if sure and not graded_twice else None
        silent = {OpenPoint(PointKind.FACT, events_path(duty.done_by)), *doubtful}
        if due is None:
            # Where it is known that no notice has set a day, nothing is late, whatever else is not known.
            unset = duty.due is DueBy.NOTICE and known.is_whole("notice")
            point = OpenPoint(PointKind.FACT, f"{cycles_path(duty.id)}[{label or after}].due")
            late = FALSE if unset else open_for([point])
            missed = late if done_on is None else FALSE
            state = DutyState.OPEN if done_on is None else DutyState.DONE_UNDATED
        elif may_move and self._may_lie_in_break(due, done_on):
            late = open_for([OpenPoint(PointKind.FACT, f"calendar.{due.year}")])
            missed = late if done_on is None else FALSE
            state = DutyState.OPEN if done_on is None else DutyState.DONE_UNDATED
        elif done_on is not None:
            late, missed = settled(done_on > due), FALSE
            state = DutyState.DONE_LATE if done_on > due else DutyState.DONE
        elif not known.is_past(due):
            late = missed = FALSE
            state = DutyState.DUE
        else:
            late = TRUE if known.is_whole(duty.done_by, due) and not doubtful else open_for(silent)
            missed = TRUE if known.is_whole(duty.done_by) and not doubtful else open_for(silent)
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
        contradicted = grade is None and any(m.fields.kind == EVALUATION for m in sure)
        hidden = bool(doubtful) or contradicted or not known.is_whole(duty.done_by)
        return Cycle(duty, label, after, due, may_move, owed, done_on, grade, hidden, missed, late, state, graded_twice)

    def _may_lie_in_break(self, due: date, done_on: date | None) -> bool:
        """Whether it was done, or is still to be done, after a day that days off to come could move that far."""
        last = latest(due)
        if done_on is not None:
            return due < done_on <= last
        return self._known.is_past(due) and not self._known.is_past(last)


def _follows(duty: Duty, cause: Member, found: Member, until: date) -> bool:
    """Whether what was done can be what an event asks for; ``until`` is the day of the next such event."""
    if duty.done_by == RECTIFIED:
        # What was rectified leaves nothing to rectify, however often that was asked for before.
        return bool(when(found) > when(cause))
    begun: date = cause.fields.day
    day: date = found.fields.day
    return (duty.due is DueBy.YEAR_END and day.year == begun.year) or begun < day <= until


def _not_recorded(kind: str) -> Truth:
    return open_for([OpenPoint(PointKind.FACT, events_path(kind))])
