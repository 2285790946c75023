"""One centre's standing as a watcher keeps it: worked out when it may have changed, and not else."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from tic_rules import calendar
from tic_rules.errors import InputError
from tic_rules.facts.events import ABOUT_RECORDS
from tic_rules.ir.lifecycle import EachCycle, EachYear
from tic_rules.lifecycle.centre import Centre
from tic_rules.lifecycle.decider import Decider
from tic_rules.lifecycle.known import Known, recorded_on
from tic_rules.lifecycle.plan import EVALUATION, Plan
from tic_rules.lifecycle.ruled import RuledStanding
from tic_rules.lifecycle.standing import Facts, What, facts_of, refused_facts
from tic_rules.lifecycle.status import Standing
from tic_rules.quantity import Kind

_DAY: Final = timedelta(days=1)
_BREAK: Final = timedelta(days=15)
"""After how long no calendar to come can have moved a last day."""


class Life:
    """One centre. ``at`` brings it to a day; between two days nothing can change that ``next_day`` did not name.

    Moves and grounds are decided by the rules; without a decider the history is replayed, with the same result.
    """

    def __init__(self, plan: Plan, decider: Decider | None, centre: Centre) -> None:
        self._plan = plan
        self._decider = decider
        self._centre = centre
        self._facts: Facts | None = None
        self._taken = self._found = 0
        self.next_day: date | None = None

    def at(self, on: date) -> Facts:
        """Where the centre stands on a day. Raises WatchError where the rules cannot be decided."""
        new = self._centre.events[self._taken :]
        self._taken = len(self._centre.events)
        came = self.next_day is not None and self.next_day <= on
        found, self._found = self._found, len(self._centre.findings)
        reads = any(e.kind in self._plan.read or e.kind in ABOUT_RECORDS for e in new) or found != self._found
        if self._facts is None or came or reads:
            self._facts = self._work_out(on)
        elif new:
            later = [day for event in new for day in (event.day, recorded_on(event)) if day is not None and day > on]
            self.next_day = min([*later, *(() if self.next_day is None else (self.next_day,))], default=None)
        return self._facts

    def _work_out(self, on: date) -> Facts:
        history = self._centre.history()
        known, plan = Known.of(history, on, on), self._plan
        self.next_day = on + _DAY
        try:
            if self._decider is None:
                standing: Standing = Standing(plan.pack, plan.lifecycle, history, known)
                facts = facts_of(standing.status())
            else:
                standing = ruled = RuledStanding(plan, self._decider, history, known)
                facts = ruled.facts()
        except InputError as error:
            return refused_facts(error.problems)
        days = [*self._days(standing, on), *self._recorded_days(), *_ends(facts)]
        self.next_day = min((day for day in days if on < day < date.max), default=None)
        return facts

    def _days(self, standing: Standing, on: date) -> Iterator[date]:
        """Days on which a duty or a condition can stand otherwise though nothing was recorded."""
        if self._plan.whole_day or self._plan.daily:
            yield on + _DAY
        for cycle in standing.cycles:
            if cycle.due is not None:
                yield cycle.due + _DAY
                if cycle.may_move:
                    yield cycle.due + _BREAK
        for duty in self._plan.lifecycle.duties:
            begins = standing.stages.begins(duty.stages)
            match duty.cadence:
                case EachYear() if begins is not None:
                    yield date(on.year + 1, 1, 1)
                case EachCycle(lasts) if begins is not None:
                    yield _next_end(begins, int(lasts.amount), lasts.kind, on)
                case _:
                    pass

    def _recorded_days(self) -> Iterator[date]:
        """Days that records name: their own, that on which they become known, and to which the record is whole."""
        for event in self._centre.events:
            if event.day is not None:
                yield event.day
                yield recorded_on(event)
            if event.to is not None and event.to < date.max:
                yield event.to + _DAY
            if event.kind == EVALUATION and event.year is not None and event.year > 1:
                # That the year before it has no grade is known when that year is over.
                yield date(event.year - 1, 12, 31)
        yield from (finding.day for finding in self._centre.findings if finding.day is not None)


def _ends(facts: Facts) -> Iterator[date]:
    """The days after the last ones of periods and bars."""
    for fact in (*facts.get("periods", ()), *facts.get("again", ())):
        if fact.day is not None and fact.what in {What.PERIOD, What.BAR}:
            yield fact.day + _DAY


def _next_end(begins: date, count: int, kind: Kind, on: date) -> date:
    """The first end after a day of the cycles that begin on another."""
    number = 1
    while (end := calendar.add(begins, count * number, kind)) <= on:
        number += 1
    return end
