"""One centre's standing as a watcher keeps it: worked out when it may have changed, and not else."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Any, Final

from tic_rules.errors import InputError, Problem
from tic_rules.facts.events import ABOUT_RECORDS, Event
from tic_rules.facts.findings import RecordedFinding
from tic_rules.lifecycle.centre import Centre
from tic_rules.lifecycle.decider import Decider
from tic_rules.lifecycle.happened import recorded_on
from tic_rules.lifecycle.kept import Kept
from tic_rules.lifecycle.known import NOTICE, Known
from tic_rules.lifecycle.plan import Plan
from tic_rules.lifecycle.standing import Fact, Facts, changes, facts_of, refused_facts
from tic_rules.lifecycle.status import Standing

_DAY: Final = timedelta(days=1)


class Life:
    """One centre. ``at`` brings it to a day; between two days nothing can change that ``next_day`` did not name.

    Moves and grounds are decided by the rules; without a decider the history is replayed, with the same result. What
    was recorded is read again, by ``read``, where all has to be begun anew.
    """

    def __init__(self, plan: Plan, decider: Decider | None, read: Callable[[], Centre], stood: Facts) -> None:
        """``stood`` is where it stood last."""
        self._plan = plan
        self._decider = decider
        self._read = read
        centre = read()
        self._centre = centre if decider is None else None
        """What was recorded, where it is replayed."""
        self._names = centre.names
        self._kept: Kept | None = None
        self._new: list[Event] = []
        self._begins_anew = True
        self._recorded: date | None = None
        """The next day on which a record of a day to come counts."""
        self._facts: Facts | None = stood
        """Where it stood last; None where that is kept."""
        self.next_day: date | None = None

    @classmethod
    def again(cls, plan: Plan, decider: Decider, read: Callable[[], Centre], kept: Any) -> Life:
        """A centre as it was kept."""
        made = cls.__new__(cls)
        made._plan, made._decider, made._read, made._centre = plan, decider, read, None
        made._new, made._begins_anew, made._facts = [], False, None
        made._names, made._recorded, made.next_day, standing = kept
        made._kept = Kept.again(plan, decider, standing)
        return made

    def keep(self) -> object | None:
        """All of it as plain values; None where it has to be begun anew from what was recorded."""
        standing = None if self._kept is None or self._begins_anew or self._new else self._kept.keep()
        return None if standing is None else (self._names, self._recorded, self.next_day, standing)

    def let_go(self) -> None:
        """Ends."""
        if self._kept is not None:
            self._kept.let_go()
            self._kept = None

    @property
    def facts(self) -> Facts:
        """Where it stood last."""
        if self._facts is not None:
            return self._facts
        return {} if self._kept is None else self._kept.facts

    @property
    def stage_facts(self) -> Facts:
        """In which stage it stood last, with all else where that is not kept apart."""
        return self.facts if self._facts is not None or self._kept is None else self._kept.stage_facts

    @property
    def records(self) -> int:
        """How many events were recorded."""
        return len(self._names)

    def take(self, entry: Event | RecordedFinding) -> tuple[Problem, ...]:
        """Takes a record; what is wrong with one that is left out."""
        if self._centre is not None:
            self._begins_anew = True
            return self._centre.take(entry)
        if isinstance(entry, RecordedFinding):
            self._begins_anew = True
            return ()
        wrong = self._names.problems(entry)
        if not wrong:
            self._new.append(entry)
        return wrong

    def at(self, on: date) -> Iterator[tuple[bool, Fact]]:
        """Brings the centre to a day: what ceased to be (False) and what newly became true (True).

        Raises WatchError where the rules cannot be decided.
        """
        if not (self._begins_anew or self._new or (self.next_day is not None and self.next_day <= on)):
            return iter(())
        try:
            before, after = self._brought(on)
        except InputError as error:
            before, after = self.facts, refused_facts(error.problems)
            self._facts, self._begins_anew, self.next_day = after, True, on + _DAY
        return changes(before, after)

    def _brought(self, on: date) -> tuple[Facts, Facts]:
        """The facts that changed, before and after; all of them where all is worked out anew."""
        new, self._new = self._new, []
        comes = self._recorded is not None and self._recorded <= on
        kept = None if self._begins_anew or comes else self._kept
        self._begins_anew = True  # unless it is brought there
        if kept is not None:
            kept.come_to(on)
            if all(kept.take(event) for event in new):
                changed = kept.bring(on)
                self._begins_anew = False
                self._schedule(kept.next_day)
                return changed
        before = self.facts
        after = self._begin(on)
        self._begins_anew = False
        return before, after

    def _begin(self, on: date) -> Facts:
        """Works all out anew."""
        plan, centre = self._plan, self._centre or self._read()
        history = centre.history()
        self._recorded = min((day for day in _recorded_days(centre) if day > on), default=None)
        if self._decider is None:
            known = Known.of(history, on, on)
            self._facts = facts_of(Standing(plan.pack, plan.lifecycle, history, known).status(), known.is_past)
            self._schedule(known.reads.next_day)
            return self._facts
        self._kept, self._facts = Kept.of(plan, self._decider, history, on), None
        self._schedule(self._kept.next_day)
        return self._kept.facts

    def _schedule(self, day: date) -> None:
        days = (day, self._recorded or date.max)
        self.next_day = min((day for day in days if day < date.max), default=None)


def _recorded_days(centre: Centre) -> Iterator[date]:
    """Days on which records of days to come count."""
    for event in centre.events:
        yield recorded_on(event)
        if event.day is not None and (event.kind == NOTICE or event.kind not in ABOUT_RECORDS):
            yield event.day
    yield from (finding.day for finding in centre.findings if finding.day is not None)
