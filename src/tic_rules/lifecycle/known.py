"""What was known of a centre on a day: its events by what had been recorded by then, corrections applied."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from tic_rules.facts.events import ABOUT_RECORDS, EVERY_KIND, Event
from tic_rules.facts.history import History, event_id
from tic_rules.facts.history_facts import events_path
from tic_rules.ir.status import Aside, AsideWhy


@dataclass(frozen=True, slots=True)
class Happened:
    """An event that counts: what was last recorded of it, and where it stands in the history."""

    path: str
    """Its place among the events of its kind, in the order in which they were first recorded."""
    event: Event
    kind: str
    day: date


@dataclass(slots=True)
class Known:
    """The events that count on one day, as known on another."""

    on: date
    known_on: date
    events: list[Happened] = field(default_factory=list)
    """In the order of their days; of one day, in the order of their records."""
    asides: list[Aside] = field(default_factory=list)
    """What was recorded and does not count, and why."""
    notices: list[Event] = field(default_factory=list)
    _complete: dict[str, date] = field(default_factory=dict)

    @classmethod
    def of(cls, history: History, on: date, known_on: date) -> Known:
        """What counts of a history."""
        made = cls(on, known_on)
        latest: dict[str, _Record] = {}
        ordinals: dict[str, int] = {}
        by_name: dict[str, str] = {}
        for index, event in enumerate(history.events or ()):
            name, kind = event_id(event, index), event.kind or ""
            if event.corrects is None and kind not in ABOUT_RECORDS:
                ordinals[kind] = ordinals.get(kind, -1) + 1
                place = f"{events_path(kind)}[{ordinals[kind]}]"
            else:
                place = f"events[{index}]"
            if recorded_on(event) > known_on:
                made.asides.append(Aside(place, kind, event.day, AsideWhy.NOT_KNOWN_YET))
                by_name[name] = by_name.get(event.corrects or "", name)
                continue
            if event.corrects is None:
                latest[name] = _Record(place, event)
                by_name[name] = name
                continue
            first = by_name[event.corrects]
            by_name[name] = first
            before = latest.get(first)
            if before is not None and before.event is not None:
                why = AsideWhy.WITHDRAWN if kind == "withdrawn" else AsideWhy.CORRECTED
                made.asides.append(Aside(before.path, before.event.kind or "", before.event.day, why))
                latest[first] = _Record(before.path, None if kind == "withdrawn" else event)
        made._take(latest.values())
        return made

    def _take(self, records: Iterable[_Record]) -> None:
        for record in records:
            event = record.event
            if event is None or event.day is None:
                continue
            kind = event.kind or ""
            if kind == "complete":
                if event.to is not None:
                    for name in event.kinds or ():
                        self._complete[name] = max(event.to, self._complete.get(name, date.min))
            elif kind == "notice":
                self.notices.append(event)
            elif event.day > self.on:
                self.asides.append(Aside(record.path, kind, event.day, AsideWhy.LATER))
            else:
                self.events.append(Happened(record.path, event, kind, event.day))
        self.events.sort(key=lambda happened: happened.day)

    def set_aside(self, why: Mapping[str, AsideWhy]) -> None:
        """Leaves out the events at the paths, and says why of each."""
        for happened in [happened for happened in self.events if happened.path in why]:
            self.events.remove(happened)
            self.asides.append(Aside(happened.path, happened.kind, happened.day, why[happened.path]))

    def of_kind(self, kind: str) -> list[Happened]:
        """The events of a kind."""
        return [happened for happened in self.events if happened.kind == kind]

    def complete_to(self, kind: str) -> date | None:
        """Up to which day the record of a kind is whole; None where nobody said so. Never beyond the as-of day."""
        days = [self._complete[name] for name in (kind, EVERY_KIND) if name in self._complete]
        return min(max(days), self.on) if days else None

    def is_whole(self, kind: str, to: date | None = None) -> bool:
        """Whether the record of a kind is whole up to a day; the as-of day if left out."""
        complete = self.complete_to(kind)
        return complete is not None and complete >= (to or self.on)


@dataclass(frozen=True, slots=True)
class _Record:
    """What was last recorded of one event; None where it was withdrawn."""

    path: str
    event: Event | None


def recorded_on(event: Event) -> date:
    """When an event became known: the day it was recorded on, else the day it happened."""
    day = event.recorded_on or event.day
    if day is None:
        raise AssertionError("an event has a day")
    return day
