"""The records of one centre as they stand: corrections applied, lists of what counts on the as-of day kept in order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Literal

from tic_rules.facts.events import ABOUT_RECORDS, KINDS, Event
from tic_rules.facts.history import event_id
from tic_rules.facts.history_facts import events_path
from tic_rules.lifecycle.kept import KeptKnown, KeptView, Record
from tic_rules.lifecycle.known import recorded_on
from tic_rules.lifecycle.plan import Plan

Beginning = tuple[date, bool, int] | None
"""The event with which a centre's life begins, by its place in the order of all; None where there is none."""


class Ledger:
    """What ``Known`` and its view say, brought up to date record by record."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self.known = KeptKnown(date.min, date.min)
        self.view = KeptView(self.known, plan)
        self.waiting: list[date] = []
        """When records that were read become known; what follows them may turn on them, so all begins anew then."""
        self._taken = 0
        self._records: dict[str, list[Record]] = {}
        self._latest: dict[str, Record] = {}
        self._first: dict[str, str] = {}
        self._ordinals: dict[str, int] = {}
        self._later: list[tuple[date, str]] = []
        self._before = date.min
        """The day before the one that it has come to."""
        self._begins: Beginning | Literal[False] = False
        """Where its life begins; False while that was not asked."""

    def set_day(self, on: date) -> set[str]:
        """Goes to a day; the kinds of the events whose day has come."""
        self._before = self.known.on
        self.known.on = self.known.known_on = on
        came = {kind for day, kind in self._later if day <= on}
        self._later = [(day, kind) for day, kind in self._later if day > on]
        return came

    def take(self, events: Sequence[Event], dirty: set[str]) -> None:
        """Takes what was recorded since, and adds its kinds."""
        for index in range(self._taken, len(events)):
            self._take(index, events[index], dirty)
        self._taken = len(events)

    def _take(self, index: int, event: Event, dirty: set[str]) -> None:
        name, kind = event_id(event, index), event.kind or ""
        path = f"events[{index}]"
        if event.corrects is None and kind not in ABOUT_RECORDS:
            ordinal = self._ordinals[kind] = self._ordinals.get(kind, -1) + 1
            path = f"{events_path(kind)}[{ordinal}]"
        if recorded_on(event) > self.known.on:
            self._first[name] = self._first.get(event.corrects or "", name)
            self.waiting.append(recorded_on(event))
            return
        if event.corrects is None:
            record = self._latest[name] = Record(path, index, kind, event)
            self._records.setdefault(kind, []).append(record)
            self._first[name] = name
        else:
            self._first[name] = self._first[event.corrects]
            corrected = self._latest.get(self._first[name])
            if corrected is None or corrected.event is None:
                return
            record = corrected
            record.event = None if kind == "withdrawn" else event
        dirty.add(record.kind)
        if record.event is not None and record.event.day is not None and record.event.day > self.known.on:
            self._later.append((record.event.day, record.kind))

    def restate(self, dirty: set[str], is_due: bool) -> set[str]:
        """Takes notices, and what is stated to be complete; the kinds of which it is now said otherwise, or no more."""
        if "notice" in dirty:
            self.known.notices = list(self._standing("notice"))
        restated: set[str] = set()
        if "complete" in dirty:
            restated = self.known.state_complete(self._standing("complete"))
        if is_due:
            restated |= self.known.run_out(self._before)
        dirty |= restated
        return restated

    def _standing(self, kind: str) -> Iterator[Event]:
        return (record.event for record in self._records.get(kind, ()) if record.event is not None)

    def happen(self, dirty: Iterable[str]) -> set[str]:
        """Takes what happened of the kinds that events of some kinds touch; their kinds."""
        kinds: set[str] = set()
        for kind in dirty:
            if kind not in ABOUT_RECORDS:
                kinds |= self._plan.touched[kind] & self._plan.read
        for kind in kinds:
            self.view.happen(kind, self._records.get(kind, ()))
        return kinds

    def refresh(self, begins: Beginning, kinds: set[str]) -> set[str]:
        """Makes the lists of some kinds anew; of all where the centre's life begins otherwise than before."""
        if self._begins is False or self._begins != begins:
            self._begins = begins
            kinds = {kind for kind in self._plan.read if kind in KINDS}
        self.view.begin(begins, kinds)
        for kind in kinds:
            self.view.refresh(kind)
        return kinds

    def days_to_come(self) -> Iterator[date]:
        """The days on which something that was read begins to count."""
        yield from self.waiting
        yield from (day for day, _ in self._later)
