"""Who chooses where there is more than one way: nobody (the plainest), or a number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Protocol, TypeVar

T = TypeVar("T")


class Chooser(Protocol):
    """Says which of several options is tried first."""

    def first_of(self, number: int) -> int:
        """A number from 0 to one less than the number of options; 0 is the plainest."""
        ...


def turned(chooser: Chooser, options: Sequence[T]) -> Sequence[T]:
    """The options, from the chosen one on and round to those before it."""
    if len(options) < 2:
        return options
    first = chooser.first_of(len(options))
    return [*options[first:], *options[:first]]


class Plainest:
    """Takes what comes first, always."""

    def first_of(self, number: int) -> int:
        """The first, out of any number."""
        return min(0, number)


@dataclass(slots=True)
class Varied:
    """Takes this and that, the same for the same seed on every machine."""

    seed: int

    def first_of(self, number: int) -> int:
        """The next of a fixed run of numbers."""
        self.seed = (self.seed * 6364136223846793005 + 1442695040888963407) % 2**64
        return (self.seed >> 33) % number


WAYS: Final = 32
"""How many choosers there are."""


_APART: Final = 0x9E3779B97F4A7C15
"""Sets neighbouring numbers far apart, so that they do not begin alike."""


def numbered(number: int) -> Chooser:
    """A chooser by its number from 0, the plainest, to less than ``WAYS``: one small number to draw and to shrink."""
    return Varied(number * _APART % 2**64) if number else Plainest()
