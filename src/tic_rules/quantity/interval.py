"""An interval: what is known of an amount whose parts are not all known."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Self

from tic_rules.kind import Kind
from tic_rules.quantity.reading import parse_quantity
from tic_rules.quantity.units import FRACTION
from tic_rules.written import DIGITS, half_width


@dataclass(frozen=True, slots=True)
class Interval:
    """All amounts from ``lo`` to ``hi``, both included, in base units; ``hi`` is None where there is no greatest."""

    lo: Fraction
    hi: Fraction | None

    def __post_init__(self) -> None:
        if self.hi is not None and self.hi < self.lo:
            raise ValueError(f"no interval runs from {self.lo} down to {self.hi}")

    @classmethod
    def of(cls, exact: Fraction) -> Self:
        """The interval of one amount that is known exactly."""
        return cls(exact, exact)

    @property
    def is_exact(self) -> bool:
        """Whether it holds one amount only."""
        return self.lo == self.hi

    def contains(self, amount: Fraction) -> bool:
        """Whether the amount is one of those it holds."""
        return self.lo <= amount and (self.hi is None or amount <= self.hi)

    def add(self, other: Interval) -> Interval:
        """All sums of an amount of this one and an amount of the other."""
        return Interval(self.lo + other.lo, None if self.hi is None or other.hi is None else self.hi + other.hi)


def rounded_share(text: str) -> Interval:
    """All shares that a written one may stand for: a percentage was rounded to the places it shows, a fraction was not.

    ``60%`` is [59.5%, 60.5%] and ``60.0%`` is [59.95%, 60.05%], within 0 and 1. Both ends are in, since which way a
    half was rounded is not known. Raises QuantityError for what is no share.
    """
    share = parse_quantity(text, kinds=(Kind.SHARE,))
    if share.unit == FRACTION:
        return Interval.of(share.amount)
    places = sum(char in DIGITS for char in half_width(text).partition(".")[2])
    half_a_step = share.unit.factor / 10**places / 2
    return Interval(max(share.amount - half_a_step, Fraction(0)), min(share.amount + half_a_step, Fraction(1)))
