"""One centre's standing as a watcher keeps it: worked out when it may have changed, and not else."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from tic_rules import calendar
from tic_rules.errors import InputError
from tic_rules.facts.events import ABOUT_RECORDS
from tic_rules.ir.lifecycle import EachCycle
from tic_rules.lifecycle.centre import Centre
from tic_rules.lifecycle.decider import Decider
from tic_rules.lifecycle.known import Known, recorded_on
from tic_rules.lifecycle.plan import Plan
from tic_rules.lifecycle.ruled import RuledStanding
from tic_rules.lifecycle.standing import Fact, Facts, What, facts_of, refused_facts
from tic_rules.lifecycle.status import status
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
            self.next_day = min((day for day in self._days(self._facts, on) if on < day < date.max), default=None)
        elif new:
            later = [day for event in new for day in (event.day, recorded_on(event)) if day is not None and day > on]
            self.next_day = min([*later, *(() if self.next_day is None else (self.next_day,))], default=None)
        return self._facts

    def _work_out(self, on: date) -> Facts:
        history = self._centre.history()
        try:
            if self._decider is None:
                return facts_of(status(self._plan.pack, history, on=on))
            return RuledStanding(self._plan, self._decider, history, Known.of(history, on, on)).facts()
        except InputError as error:
            return refused_facts(error.problems)

    def _days(self, facts: Facts, on: date) -> Iterator[date]:
        """Days on which something can change; there may be more of them than there are changes."""
        if self._plan.whole_day or self._plan.daily or "refused" in facts:
            yield on + _DAY
        yield date(on.year + 1, 1, 1)
        yield date(on.year, 12, 31)
        for fact in (fact for group in facts.values() for fact in group):
            if fact.day is not None:
                yield from _after(fact)
        yield from (finding.day for finding in self._centre.findings if finding.day is not None)
        cycles = [d.cadence.lasts for d in self._plan.lifecycle.duties if isinstance(d.cadence, EachCycle)]
        for event in self._centre.events:
            if event.day is None:
                continue
            yield event.day
            yield recorded_on(event)
            if event.to is not None and event.to < date.max:
                yield event.to
                yield event.to + _DAY
            if event.kind in self._plan.move_kinds:
                for lasts in cycles:
                    yield _next_end(event.day, int(lasts.amount), lasts.kind, on)


def _after(fact: Fact) -> Iterator[date]:
    """The days on which what a fact says is over: the one after its last, and that after which no calendar moves it."""
    if fact.day is not None and fact.what in {What.DUTY, What.PERIOD, What.BAR}:
        yield fact.day + _DAY
        if fact.what is What.DUTY:
            yield fact.day + _BREAK


def _next_end(begins: date, count: int, kind: Kind, on: date) -> date:
    """The first end after a day of the cycles that begin on another."""
    number = 1
    while (end := calendar.add(begins, count * number, kind)) <= on:
        number += 1
    return end
