"""What happened to a centre, as it was last recorded."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from tic_rules.facts.events import Event

_OF_THE_RECORD: Final = frozenset({"id", "day", "basis", "corrects"})
"""Fields that no condition reads, or that are told apart."""


class Said:
    """What was recorded of an event: its day, its place among all records, and what else was told of it."""

    __slots__ = ("day", "given", "order")

    def __init__(self, day: date, order: int, given: Mapping[str, Any]) -> None:
        self.day = day
        self.order = order
        self.given = given

    @classmethod
    def of(cls, event: Event, day: date, order: int) -> Said:
        """What an event says."""
        told = ((name, value) for name, value in vars(event).items() if value is not None)
        return cls(day, order, {name: value for name, value in told if name not in _OF_THE_RECORD})

    def with_fields(self, fields: Mapping[str, Any]) -> Said:
        """The same with more that is told, or told otherwise."""
        return Said(self.day, self.order, {**self.given, **fields})

    def __getattr__(self, name: str) -> Any:
        """A field; None where nothing was told."""
        if name.startswith("__"):
            raise AttributeError(name)
        return self.given.get(name)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Said) and (self.day, self.order, self.given) == (other.day, other.order, other.given)

    __hash__ = None  # type: ignore[assignment]

    def __reduce__(self) -> tuple[type[Said], tuple[object, ...]]:
        return (Said, (self.day, self.order, self.given))


@dataclass(frozen=True, slots=True)
class Happened:
    """An event that counts: what was last recorded of it, and where it stands in the history."""

    path: str
    """Its place among the events of its kind, in the order in which they were first recorded."""
    order: int
    """Its place among all events, in that order; those of one day stand in it."""
    event: Said
    kind: str
    day: date

    @property
    def when(self) -> tuple[date, int]:
        """Where it stands among what happened."""
        return (self.day, self.order)


def when(happened: Happened) -> tuple[date, int]:
    """Where an event stands among what happened."""
    return (happened.day, happened.order)


def recorded_on(event: Event | Said) -> date:
    """When an event became known: the day it was recorded on, else the day it happened."""
    day: date | None = event.recorded_on or event.day
    if day is None:
        raise AssertionError("an event has a day")
    return day
