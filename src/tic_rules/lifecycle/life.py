"""One centre's standing as a watcher keeps it: worked out when it may have changed, and not else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Final

from tic_rules.errors import InputError
from tic_rules.facts.events import ABOUT_RECORDS, Event
from tic_rules.lifecycle.centre import Centre
from tic_rules.lifecycle.decider import Decider
from tic_rules.lifecycle.kept import Kept
from tic_rules.lifecycle.known import NOTICE, Known, recorded_on
from tic_rules.lifecycle.plan import Plan
from tic_rules.lifecycle.standing import Facts, facts_of, refused_facts
from tic_rules.lifecycle.status import Standing

_DAY: Final = timedelta(days=1)


class Life:
    """One centre. ``at`` brings it to a day; between two days nothing can change that ``next_day`` did not name.

    Moves and grounds are decided by the rules; without a decider the history is replayed, with the same result.
    """

    def __init__(self, plan: Plan, decider: Decider | None, centre: Centre) -> None:
        self._plan = plan
        self._decider = decider
        self._centre = centre
        self._facts: Facts | None = None
        self._kept: Kept | None = None
        self._taken = self._found = 0
        self._recorded: date | None = None
        """The next day on which a record of a day to come counts."""
        self.next_day: date | None = None

    def at(self, on: date) -> Facts:
        """Where the centre stands on a day. Raises WatchError where the rules cannot be decided."""
        if self._facts is None or (self.next_day is not None and self.next_day <= on) or self._is_behind():
            try:
                self._facts = self._brought(on)
            except InputError as error:
                self._kept, self._facts, self.next_day = None, refused_facts(error.problems), on + _DAY
        return self._facts

    def _is_behind(self) -> bool:
        """Whether something was recorded since."""
        return (self._taken, self._found) != (len(self._centre.events), len(self._centre.findings))

    def _brought(self, on: date) -> Facts:
        centre = self._centre
        events, found = centre.events[self._taken :], len(centre.findings) > self._found
        self._taken, self._found = len(centre.events), len(centre.findings)
        comes = self._recorded is not None and self._recorded <= on
        if self._kept is None or comes or found or not self._takes(self._kept, events, on):
            return self._begin(on)
        facts = self._kept.bring(on)
        self._schedule(self._kept.next_day)
        return facts

    def _takes(self, kept: Kept, events: Sequence[Event], on: date) -> bool:
        """Whether all of some events go on from those before."""
        kept.come_to(on)
        return all(kept.take(event) for event in events)

    def _begin(self, on: date) -> Facts:
        """Works all out anew."""
        history = self._centre.history()
        known, plan = Known.of(history, on, on), self._plan
        self._recorded = min((day for day in self._recorded_days() if day > on), default=None)
        if self._decider is None:
            standing = Standing(plan.pack, plan.lifecycle, history, known)
            facts = facts_of(standing.status(), known.is_past)
            self._schedule(known.reads.next_day)
            return facts
        self._kept = Kept(plan, self._decider, history, known)
        self._schedule(self._kept.next_day)
        return self._kept.facts

    def _schedule(self, day: date) -> None:
        days = (day, self._recorded or date.max)
        self.next_day = min((day for day in days if day < date.max), default=None)

    def _recorded_days(self) -> Iterator[date]:
        """Days on which records of days to come count."""
        for event in self._centre.events:
            yield recorded_on(event)
            if event.day is not None and (event.kind == NOTICE or event.kind not in ABOUT_RECORDS):
                yield event.day
        yield from (finding.day for finding in self._centre.findings if finding.day is not None)
