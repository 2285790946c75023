"""One centre of a register as a watcher reads it: what was recorded of it, in the order of its lines."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from tic_rules.errors import Problem
from tic_rules.facts.events import Event
from tic_rules.facts.findings import RecordedFinding
from tic_rules.facts.history import History, event_id


class Centre:
    """The records of one centre; one that does not fit to those before it is left out, and said."""

    def __init__(self, id_: str, city: str, name: str) -> None:
        self.id = id_
        self.city = city
        self.name = name
        self.events: list[Event] = []
        self.findings: list[RecordedFinding] = []
        self._kinds: dict[str, str | None] = {}

    def take(self, entry: Event | RecordedFinding) -> tuple[Problem, ...]:
        """Takes a record; what is wrong with one that is left out."""
        if isinstance(entry, RecordedFinding):
            self.findings.append(entry)
            return ()
        name = event_id(entry, len(self.events))
        wrong = tuple(self._wrong(entry, name))
        if not wrong:
            self._kinds[name] = entry.kind if entry.corrects is None else self._kinds[entry.corrects]
            self.events.append(entry)
        return wrong

    def _wrong(self, event: Event, name: str) -> Iterator[Problem]:
        if name in self._kinds:
            yield Problem.of("E194", id=name)
        if event.corrects is not None:
            if event.corrects not in self._kinds:
                yield Problem.of("E195", id=event.corrects)
            elif event.kind not in {self._kinds[event.corrects], "withdrawn"}:
                yield Problem.of("E196", id=event.corrects, kind=event.kind)

    def history(self) -> History:
        """All of it as a history; each record was read and held against those before it."""
        return History.model_construct(
            centre=self.id,
            city=self.city,
            name=self.name or None,
            events=tuple(self.events),
            findings=tuple(self.findings),
        )

    def next_day(self, on: date) -> date | None:
        """The next day on which a record of a day to come counts."""
        days = [day for event in self.events for day in (event.day, event.recorded_on) if day is not None and day > on]
        days += [finding.day for finding in self.findings if finding.day is not None and finding.day > on]
        return min(days, default=None)
