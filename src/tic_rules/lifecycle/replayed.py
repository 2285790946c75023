"""One centre's standing by plain replay: its whole history each time, and no rules engine."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from tic_rules import calendar
from tic_rules.errors import InputError
from tic_rules.ir.lifecycle import EachCycle
from tic_rules.ir.status import CentreStatus
from tic_rules.lifecycle.centre import Centre
from tic_rules.lifecycle.plan import Plan
from tic_rules.lifecycle.standing import Facts, facts_of, refused_facts
from tic_rules.lifecycle.status import status
from tic_rules.quantity import Kind

_DAY = timedelta(days=1)


class ReplayedLife:
    """One centre, as ``Life``: the same facts on the same days."""

    def __init__(self, plan: Plan, centre: Centre) -> None:
        self._plan = plan
        self._centre = centre
        self.next_day: date | None = None

    def at(self, on: date) -> Facts:
        """Where the centre stands on a day."""
        try:
            found = status(self._plan.pack, self._centre.history(), on=on)
        except InputError as error:
            self.next_day = on + _DAY
            return refused_facts(error.problems)
        self.next_day = min((day for day in self._days(found, on) if on < day < date.max), default=None)
        return facts_of(found)

    def _days(self, found: CentreStatus, on: date) -> Iterator[date]:
        """Days on which something can change; there may be more of them than there are changes."""
        if self._plan.whole_day or self._plan.daily:
            yield on + _DAY
        yield date(on.year + 1, 1, 1)
        yield date(on.year, 12, 31)
        yield from (duty.due + _DAY for duty in found.duties if duty.due is not None)
        yield from (period.last_day + _DAY for period in found.periods)
        yield from (bar.last_day + _DAY for bar in found.apply_again.bars)
        yield from (finding.day for finding in self._centre.findings if finding.day is not None)
        cycles = [d.cadence.lasts for d in self._plan.lifecycle.duties if isinstance(d.cadence, EachCycle)]
        for event in self._centre.events:
            if event.day is None:
                continue
            yield event.day
            yield event.recorded_on or event.day
            if event.to is not None and event.to < date.max:
                yield event.to + _DAY
            if event.kind in self._plan.move_kinds:
                for lasts in cycles:
                    yield _next_end(event.day, int(lasts.amount), lasts.kind, on)


def _next_end(begins: date, count: int, kind: Kind, on: date) -> date:
    """The first end after a day of the cycles that begin on another."""
    number = 1
    while (end := calendar.add(begins, count * number, kind)) <= on:
        number += 1
    return end
