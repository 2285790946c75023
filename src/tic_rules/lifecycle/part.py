"""The parts of which a centre's standing consists: each with what was looked at for it, so that it is kept as it is."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, Final, NamedTuple

from tic_rules.lifecycle.reads import Found, Looked
from tic_rules.lifecycle.standing import Fact

_NOT_YET: Final = Looked(next_day=date.min)
"""What is not worked out yet changes on every day."""


class PartKind(NamedTuple):
    """Something that is worked out of each centre of a pack."""

    name: str
    """What it is called by what looks at it."""
    group: str
    """The group of its facts."""
    work_out: Callable[[Any], Any]
    """Works it out of what is kept of a centre."""
    facts: Callable[[Any], tuple[Fact, ...]]
    """The facts of what it comes to."""
    out: Callable[[Any], object]
    """What it comes to as plain values, for keeping."""
    restore: Callable[[Any], Any]
    """What it came to, from the plain values."""


class Part:
    """Something that was worked out of one centre, with what was looked at for it."""

    __slots__ = ("_value", "found", "kept", "kind", "looked")

    def __init__(self, kind: PartKind) -> None:
        self.kind = kind
        self.looked = _NOT_YET
        self.found: Found = {}
        """Of what it was made."""
        self.kept: Any = None
        """The plain values, where nothing changed since."""
        self._value: Any = None

    @property
    def value(self) -> Any:
        """What it came to; None before it was first worked out."""
        if self._value is None and self.kept is not None:
            self._value = self.kind.restore(self.kept)
        return self._value

    @property
    def facts(self) -> tuple[Fact, ...]:
        """The facts of what it came to."""
        return () if self.value is None else self.kind.facts(self.value)

    def becomes(self, value: Any) -> None:
        """Takes what it has come to."""
        self._value, self.kept = value, None

    def keep(self) -> object:
        """The plain values of what it came to."""
        if self.kept is None:
            self.kept = self.kind.out(self._value)
        return self.kept
