"""What was known of a centre on a day: its events by what had been recorded by then, corrections applied."""

from __future__ import annotations

from bisect import insort
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Final, NamedTuple

from tic_rules.facts.events import ABOUT_RECORDS, EVERY_KIND, KINDS, Event
from tic_rules.facts.history import History, event_id
from tic_rules.facts.history_facts import events_path
from tic_rules.ir.status import Aside, AsideWhy
from tic_rules.lifecycle.happened import Happened, Said, recorded_on, when
from tic_rules.lifecycle.reads import Reads

NOTICE: Final = "notice"
COMPLETE: Final = "complete"
_DAY: Final = timedelta(days=1)
_WHOLE: Final = {kind: f"{COMPLETE} {kind}" for kind in (*KINDS, EVERY_KIND)}
"""What is noted where it is looked at whether the record of a kind is whole."""


class Recorded(NamedTuple):
    """What was recorded of a centre, apart from the events that count."""

    records: int
    numbers: dict[str, int]
    notices: list[Said]
    complete: dict[str, date]


@dataclass(slots=True)
class Known:
    """The events that count on one day, as known on another."""

    on: date
    known_on: date
    asides: list[Aside] = field(default_factory=list)
    """What was recorded and does not count, and why."""
    reads: Reads = field(default_factory=Reads)
    """What was looked at."""
    records: int = 0
    """How many events were recorded."""
    corrected_at: dict[int, int] = field(default_factory=dict)
    """Of events that were corrected, by their place among all, the place of the record that says it now."""
    fetch: Callable[[str], list[Happened]] | None = None
    """Fetches the events of a kind that are not held."""
    _by_kind: dict[str, list[Happened]] = field(default_factory=dict)
    _numbers: dict[str, int] = field(default_factory=dict)
    """Of each kind how many of its events were recorded, corrections left out."""
    _notices: list[Said] = field(default_factory=list)
    _complete: dict[str, date] = field(default_factory=dict)

    @classmethod
    def of(cls, history: History, on: date, known_on: date) -> Known:
        """What counts of a history."""
        made = cls(on, known_on)
        latest: dict[str, _Record] = {}
        by_name: dict[str, str] = {}
        for index, event in enumerate(history.events or ()):
            name, kind = event_id(event, index), event.kind or ""
            place = made._place(event)
            if recorded_on(event) > known_on:
                made.asides.append(Aside(place, kind, event.day, AsideWhy.NOT_KNOWN_YET, index + 1))
                by_name[name] = by_name.get(event.corrects or "", name)
                continue
            if event.corrects is None:
                latest[name] = _Record(place, index, event, index)
                by_name[name] = name
                continue
            first = by_name[event.corrects]
            by_name[name] = first
            before = latest.get(first)
            if before is not None and before.event is not None:
                why = AsideWhy.WITHDRAWN if kind == "withdrawn" else AsideWhy.CORRECTED
                made.asides.append(Aside(before.path, before.event.kind or "", before.event.day, why, before.at + 1))
                latest[first] = _Record(before.path, before.order, None if kind == "withdrawn" else event, index)
        for record in latest.values():
            if record.event is not None:
                if record.at != record.order:
                    made.corrected_at[record.order] = record.at
                made._take(record.path, record.order, record.event)
        return made

    def _place(self, event: Event) -> str:
        """The place of the next recorded event."""
        kind = event.kind or ""
        number = self.records
        self.records += 1
        if event.corrects is not None or kind in ABOUT_RECORDS:
            return f"events[{number}]"
        of_kind = self._numbers.get(kind, 0)
        self._numbers[kind] = of_kind + 1
        return f"{events_path(kind)}[{of_kind}]"

    def _take(self, path: str, order: int, event: Event) -> Happened | None:
        """Takes what was last recorded of an event; what happened, where that counts by now."""
        kind = event.kind or ""
        if event.day is None:
            return None
        if kind == COMPLETE:
            for name in event.kinds or () if event.to is not None else ():
                self._complete[name] = max(event.to or date.min, self._complete.get(name, date.min))
        elif event.day > self.on:
            self.asides.append(Aside(path, kind, event.day, AsideWhy.LATER, order + 1))
        elif kind == NOTICE:
            insort(self._notices, Said.of(event, event.day, order), key=_of_day)
        else:
            happened = Happened(path, order, Said.of(event, event.day, order), kind, event.day)
            self.put(happened)
            return happened
        return None

    def next_recorded(self, event: Event) -> Happened | None:
        """Takes an event that was recorded after all others, and corrects none; what happened, if it counts by now."""
        order = self.records
        return self._take(self._place(event), order, event)

    def put(self, happened: Happened) -> None:
        """Lets an event count."""
        if self.fetch is None:
            self._by_kind.setdefault(happened.kind, [])
        insort(self._held(happened.kind), happened, key=when)

    def catch_up(self, happened: Happened) -> None:
        """Lets an event count that counts already in what this was narrowed from."""
        if happened.kind in self._by_kind:
            self.put(happened)

    def set_aside(self, why: Mapping[str, AsideWhy]) -> None:
        """Leaves out the events at the paths, and says why of each."""
        for happened in [happened for happened in self.events if happened.path in why]:
            self._by_kind[happened.kind].remove(happened)
            self.asides.append(
                Aside(happened.path, happened.kind, happened.day, why[happened.path], happened.order + 1)
            )

    def without(self, why: Mapping[str, AsideWhy]) -> Known:
        """The same with the events at the paths left out; what is looked at in the one is noted for both."""
        made = self.narrowed(lambda _: True)
        made.asides = [*self.asides]
        made.set_aside(why)
        return made

    def narrowed(self, counts: Callable[[Happened], bool]) -> Known:
        """The same with only some of the events; what is looked at in the one is noted for both."""
        made = Known(self.on, self.known_on, reads=self.reads, corrected_at=self.corrected_at)
        made.fetch = lambda kind: [happened for happened in self._held(kind) if counts(happened)]
        made._numbers, made._notices, made._complete = self._numbers, self._notices, self._complete
        return made

    def _held(self, kind: str) -> list[Happened]:
        """The events of a kind, held from now on."""
        found = self._by_kind.get(kind)
        if found is not None:
            return found
        if self.fetch is None:
            return []
        found = self._by_kind[kind] = self.fetch(kind)
        return found

    def kinds(self) -> Iterator[tuple[str, list[Happened]]]:
        """The events that are held, by kind."""
        return iter(self._by_kind.items())

    def recorded(self) -> Recorded:
        """What was recorded, apart from the events that count."""
        return Recorded(self.records, self._numbers, self._notices, self._complete)

    @classmethod
    def again(cls, on: date, recorded: Recorded, fetch: Callable[[str], list[Happened]]) -> Known:
        """What was known before, with the events that count to be fetched where they are looked at."""
        made = cls(on, on, fetch=fetch, records=recorded.records)
        made._numbers, made._notices, made._complete = recorded.numbers, recorded.notices, recorded.complete
        return made

    @property
    def events(self) -> list[Happened]:
        """In the order of their days; of one day, in the order of their records."""
        return sorted((happened for kind in KINDS for happened in self._held(kind)), key=when)

    @property
    def notices(self) -> list[Said]:
        """The notices that set due days, in the order of their days; of one day, in that of their records."""
        self.reads.at.add(NOTICE)
        return self._notices

    def notices_of(self, duty: str) -> Iterator[Said]:
        """Those of one duty."""
        self.reads.at.add(f"{NOTICE} {duty}")
        return (notice for notice in self._notices if notice.duty == duty)

    def of_kind(self, kind: str) -> list[Happened]:
        """The events of a kind, in their order."""
        self.reads.at.add(kind)
        return self._held(kind)

    def complete_to(self, kind: str) -> date | None:
        """Up to which day the record of a kind is whole; None where nobody said so. Never beyond the as-of day."""
        end = self._stated(kind)
        return None if end is None else min(end, self.on)

    def _stated(self, kind: str) -> date | None:
        self.reads.at.add(_WHOLE[kind])
        of_kind, of_all = self._complete.get(kind), self._complete.get(EVERY_KIND)
        if of_kind is None or of_all is None:
            return of_kind or of_all
        return max(of_kind, of_all)

    def is_whole(self, kind: str, to: date | None = None) -> bool:
        """Whether the record of a kind is whole up to a day; the as-of day if left out."""
        end = self._stated(kind)
        if end is None:
            return False
        if to is None:
            return not self.is_past(end)
        return end >= to and self.has_come(to)

    def is_whole_by_now(self, kind: str, last: date) -> bool:
        """Whether the record of a kind is whole up to a day, or up to the as-of day where that is earlier."""
        return self.is_whole(kind, last if self.has_come(last) else None)

    def has_come(self, day: date) -> bool:
        """Whether the as-of day has reached a day."""
        if self.on >= day:
            return True
        self.reads.changes_on(day)
        return False

    def is_past(self, day: date) -> bool:
        """Whether a day is over on the as-of day."""
        return day < date.max and self.has_come(day + _DAY)


@dataclass(frozen=True, slots=True)
class _Record:
    """What was last recorded of one event; None where it was withdrawn."""

    path: str
    order: int
    event: Event | None
    at: int
    """The place of that record."""


def stated_kinds(event: Event) -> set[str]:
    """What a statement of completeness says something of, as it is noted where it is looked at."""
    return {_WHOLE[kind] for name in event.kinds or () for kind in (KINDS if name == EVERY_KIND else (name,))}


def _of_day(said: Said) -> tuple[date, int]:
    return (said.day, said.order)
