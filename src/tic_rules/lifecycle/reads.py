"""What was looked at to work something out, so that it is worked out again when that changes, and not else."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final, NamedTuple, TypeVar

T = TypeVar("T")

STAGES: Final = "stages"
"""What the stages of a centre are called here; events go by the id of their kind, cycles by the list of their duty."""


_HELD: Final[dict[frozenset[str], frozenset[str]]] = {}
"""What was ever looked at together: there are as many as packs have ways to ask, and not as many as centres."""


class Looked(NamedTuple):
    """What was looked at, and the first day on which it looks otherwise though nothing is recorded."""

    at: frozenset[str] = frozenset()
    next_day: date = date.max

    @classmethod
    def of(cls, at: frozenset[str], next_day: date) -> Looked:
        """What was looked at; the same is looked at again and again, and held once."""
        return cls(_HELD.setdefault(at, at), next_day)


class OneFound(NamedTuple):
    """What something came to, what it was given, and what was looked at for it."""

    given: object
    looked: Looked
    value: Any


Found = dict[Hashable, OneFound]
"""Things of which something is made, by their names."""


@dataclass(slots=True)
class Reads:
    """Takes note of what is looked at. What is worked out in the course of something else is noted for both."""

    at: set[str] = field(default_factory=set)
    next_day: date = date.max
    changed: set[str] = field(default_factory=set)
    """What looks otherwise than when it was last noted."""
    before: Found = field(default_factory=dict)
    """What was found when the same was last worked out."""
    now: Found = field(default_factory=dict)
    """What is found now."""

    def found(self, name: Hashable, given: object, on: date, work_out: Callable[[], T], *, of_parts: bool = False) -> T:
        """What something comes to on a day; worked out again where what it is given, or was looked at, has changed.

        ``of_parts``: it is made of all else that is found now.
        """
        known = self.before.get(name)
        if known is not None and known.given == given and self.stands(known.looked, on):
            self.note(known.looked)
            if of_parts:
                self.now |= self.before
        else:
            before = self.begin()
            value = work_out()
            known = OneFound(given, self.end(before), value)
        self.now[name] = known
        found: T = known.value
        return found

    def stands(self, looked: Looked, on: date) -> bool:
        """Whether all that was looked at still looks the same on a day."""
        return looked.next_day > on and self.changed.isdisjoint(looked.at)

    def begin(self) -> tuple[set[str], date]:
        """Begins anew; what was noted up to now, for ``end``."""
        before = (self.at, self.next_day)
        self.at, self.next_day = set(), date.max
        return before

    def end(self, before: tuple[set[str], date]) -> Looked:
        """What was noted since ``begin``, which counts as noted for what was begun earlier too."""
        at = frozenset(self.at)
        # The same is looked at again and again: it is held once.
        found = Looked(_HELD.setdefault(at, at), self.next_day)
        self.at, self.next_day = before
        self.note(found)
        return found

    def note(self, found: Looked) -> None:
        """Notes again what was noted before, of something that is not worked out anew."""
        self.at |= found.at
        if found.next_day < self.next_day:
            self.next_day = found.next_day

    def changes_on(self, day: date) -> None:
        """Notes a day on which something looks otherwise."""
        if day < self.next_day:
            self.next_day = day
