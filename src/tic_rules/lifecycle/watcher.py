"""A watcher of a register: what newly became true of each centre and what ceased to be, event by event and day by day.

The day it has come to is the latest on which something was recorded. Of each centre it holds where it stands, as a few
small facts; what was recorded of it is read from the register again when it is needed, but for the centres that were
needed last.
"""

from __future__ import annotations

import heapq
from collections import OrderedDict
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import partial
from typing import Final

from tic_rules.errors import Place, Problem, TicRulesError
from tic_rules.facts.events import Event
from tic_rules.ir.pack import Pack
from tic_rules.lifecycle.decider import Decider, Rules
from tic_rules.lifecycle.happened import recorded_on
from tic_rules.lifecycle.life import Life
from tic_rules.lifecycle.line import Enrolled, Line
from tic_rules.lifecycle.plan import Plan
from tic_rules.lifecycle.register import Register
from tic_rules.lifecycle.shelf import Shelf
from tic_rules.lifecycle.standing import Fact, Facts
from tic_rules.lifecycle.stored import Stored

MOST_RECORDS: Final = 60_000
"""How many records are held in memory at once, of all centres; each takes some two kilobytes."""
_OF_A_CENTRE: Final = 25
"""What holding a centre takes besides, in records."""


class Change(StrEnum):
    """What became of a fact."""

    BEGAN = "began"
    ENDED = "ended"
    WITHDRAWN = "withdrawn"
    """It was told before, and a late or corrected record has taken it back."""


@dataclass(frozen=True, slots=True)
class Report:
    """One thing that became true of a centre, or ceased to be."""

    seq: int
    day: date
    """The day that the watcher had come to."""
    city: str
    centre: str
    change: Change
    fact: Fact
    line: int
    """The line of the register that brought it about; 0 where the day did."""


@dataclass(slots=True)
class _Hot:
    """A centre that is held in memory."""

    life: Life
    weight: int = 0
    """How many records are counted as held for it."""


class _NoRulesError(TicRulesError):
    """A city has no pack, or one that rules nothing after approval: its centres are not watched."""


class Watcher:
    """Watches one register. ``rules`` decide moves and grounds; without them each history is replayed."""

    def __init__(
        self,
        register: Register,
        pack_of: Callable[[str], Pack],
        rules: Rules | None,
        until: date,
        *,
        most_records: int = MOST_RECORDS,
    ) -> None:
        self._register = register
        self._pack_of = pack_of
        self._rules = rules
        self._most = most_records
        self.until = until
        """No day after it is come to; it may be put further."""
        self.clock: date | None = None
        """The day that it has come to."""
        self.seq = 0
        """The number of the last report."""
        self._shelf = Shelf(register)
        self._stored = Stored()
        """Centres that are not held in memory."""
        self._told: dict[str, Facts] = {}
        """Where those stood last that have to be begun anew from the register."""
        self._cities: dict[str, str] = {}
        self._plans: dict[str, tuple[Plan, Decider | None]] = {}
        self._unwatched: set[str] = set()
        self._early: set[str] = set()
        """Centres of which something was recorded before the first day that is known."""
        self._hot: OrderedDict[str, _Hot] = OrderedDict()
        self._weight = 0
        self._due: dict[date, set[str]] = {}
        self._days: list[date] = []
        self._due_of: dict[str, date] = {}

    def close(self) -> None:
        """Lets go of what it holds on the disk."""
        self._shelf.close()
        self._stored.close()

    def facts(self, centre: str) -> Facts:
        """Where a centre stands. Raises KeyError where it is not watched."""
        return self._told[centre] if centre in self._told else self._warm(centre).life.facts

    def stage_facts(self, centre: str) -> Facts:
        """In which stage a centre stands. Raises KeyError where it is not watched."""
        return self._told[centre] if centre in self._told else self._warm(centre).life.stage_facts

    # --- lines and days ------------------------------------------------------------------------------------------

    def read(self, line: Line, offset: int) -> Iterator[Report | Problem]:
        """Takes the line of the register that begins at an offset.

        Raises WatchError, UsageError: what follows from the line is then not told, and another watcher takes up from
        the last position.
        """
        if line.entry is None:
            yield from line.problems
            return
        if isinstance(line.entry, Event):
            yield from self.advance(recorded_on(line.entry))
        try:
            wrong = self._take(line, offset)
        except _NoRulesError as error:
            wrong = error.problems
        if wrong:
            yield from (replace(problem, place=Place(str(self._register.path), line.number, 1)) for problem in wrong)
        elif line.centre in self._unwatched:
            pass
        elif self.clock is None:
            self._early.add(line.centre)
        else:
            late = isinstance(line.entry, Event) and self._is_late(line.entry)
            yield from self._look(line.centre, self.clock, line.number, late)

    def advance(self, to: date) -> Iterator[Report]:
        """Comes to a day, over every day before it on which something changes."""
        to = min(to, self.until)
        if self.clock is not None and to <= self.clock:
            return
        while self._days and self._days[0] <= to:
            day = heapq.heappop(self._days)
            self.clock = day
            for centre in sorted(self._due.pop(day, ())):
                del self._due_of[centre]
                yield from self._look(centre, day, 0, False)
        self.clock = to
        early, self._early = sorted(self._early), set()
        for centre in early:
            yield from self._look(centre, to, 0, False)

    def restore(self, lines: Iterator[tuple[Line, int]], clock: date | None, seq: int) -> None:
        """Takes up where another watcher stopped, after the same lines: where each centre stands follows from them."""
        self.clock, self.seq = clock, seq
        for line, offset in lines:
            if line.entry is None:
                continue
            if isinstance(line.entry, Enrolled):
                with suppress(_NoRulesError):
                    self._enrol(line, offset)
            elif line.centre in self._shelf:
                self._shelf.add(line.centre, offset)
                if clock is None and line.centre not in self._unwatched:
                    self._early.add(line.centre)
        if clock is not None:
            for centre in self._shelf:
                if centre not in self._unwatched:
                    self._stand(centre, clock)

    def _is_late(self, event: Event) -> bool:
        return event.corrects is not None or (
            event.day is not None and self.clock is not None and event.day < self.clock
        )

    # --- one centre ----------------------------------------------------------------------------------------------

    def _take(self, line: Line, offset: int) -> tuple[Problem, ...] | list[Problem]:
        """Takes an entry; what is wrong with one that is left out. Raises _NoRulesError where its city has no pack."""
        match line.entry:
            case None:
                return ()
            case Enrolled():
                self._enrol(line, offset)
                return ()
            case entry:
                if line.centre not in self._shelf:
                    return (Problem.of("E067", centre=line.centre),)
                if line.centre in self._unwatched:
                    self._shelf.add(line.centre, offset)
                    return ()
                hot = self._warm(line.centre)
                wrong = hot.life.take(entry)
                self._shelf.add(line.centre, offset)
                self._weigh(hot)
                return wrong

    def _enrol(self, line: Line, offset: int) -> None:
        """Enters a centre. Raises _NoRulesError where its city has no pack that rules anything after approval."""
        if not isinstance(line.entry, Enrolled) or line.centre in self._shelf:
            return
        try:
            self._plan(line.entry.city)
        except _NoRulesError:
            self._unwatched.add(line.centre)
            self._shelf.add(line.centre, offset)
            raise
        self._shelf.add(line.centre, offset)
        self._cities[line.centre] = line.entry.city
        self._told[line.centre] = {}

    def _plan(self, city: str) -> tuple[Plan, Decider | None]:
        found = self._plans.get(city)
        if found is None:
            try:
                pack = self._pack_of(city)
            except TicRulesError as error:
                raise _NoRulesError(error.problems) from None
            if pack.lifecycle is None:
                raise _NoRulesError([Problem.of("E060", pack=city)])
            plan = Plan.of(pack, pack.lifecycle)
            decider = None if self._rules is None else Decider(self._rules, plan.joins)
            found = self._plans[city] = (plan, decider)
        return found

    def _warm(self, id_: str) -> _Hot:
        """A centre, held in memory from now on."""
        hot = self._hot.get(id_)
        if hot is not None:
            self._hot.move_to_end(id_)
            return hot
        plan, decider = self._plan(self._cities[id_])
        read = partial(self._shelf.centre, id_)
        kept = None if decider is None or id_ in self._told else self._stored.take(id_)
        if kept is not None and decider is not None:
            life = Life.again(plan, decider, read, kept)
        else:
            life = Life(plan, decider, read, self._told.pop(id_, {}))
        hot = self._hot[id_] = _Hot(life)
        self._weigh(hot)
        return hot

    def _weigh(self, hot: _Hot) -> None:
        """Lets go of the centres that were not needed for longest, so that no more is held than may be."""
        weight = hot.life.records + _OF_A_CENTRE
        self._weight += weight - hot.weight
        hot.weight = weight
        while self._weight > self._most and len(self._hot) > 1:
            id_, cold = self._hot.popitem(last=False)
            self._weight -= cold.weight
            kept = cold.life.keep()
            if kept is None:
                self._told[id_] = cold.life.facts
            else:
                self._stored.put(id_, kept)
            cold.life.let_go()

    def _look(self, id_: str, on: date, line: int, late: bool) -> Iterator[Report]:
        """What changed of a centre."""
        for began, fact in self._stand(id_, on):
            self.seq += 1
            change = Change.BEGAN if began else Change.WITHDRAWN if late else Change.ENDED
            yield Report(self.seq, on, self._cities[id_], id_, change, fact, line)

    def _stand(self, id_: str, on: date) -> Iterator[tuple[bool, Fact]]:
        """Brings a centre to a day, and notes the next on which to look at it."""
        life = self._warm(id_).life
        changed = life.at(on)
        self._schedule(id_, life.next_day)
        return changed

    def _schedule(self, id_: str, day: date | None) -> None:
        before = self._due_of.pop(id_, None)
        if before is not None:
            self._due[before].discard(id_)
        if day is None:
            return
        if day not in self._due:
            self._due[day] = set()
            heapq.heappush(self._days, day)
        self._due[day].add(id_)
        self._due_of[id_] = day
