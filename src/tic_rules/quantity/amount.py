"""A quantity, the bounds that keep it sane, and its one canonical number."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from types import MappingProxyType
from typing import Final

from tic_rules.kind import Kind
from tic_rules.quantity.units import BASE, Unit
from tic_rules.written import RefusedError

_COUNTS: Final = (Kind.PEOPLE, Kind.UNITS, Kind.CASES, Kind.TIMES, Kind.PROJECTS, Kind.ITEMS)

GREATEST: Final[Mapping[Kind, Fraction]] = MappingProxyType(
    dict.fromkeys(_COUNTS, Fraction(10**7))
    | {
        Kind.MONEY: Fraction(10**13),
        Kind.AREA: Fraction(10**9),
        Kind.AGE: Fraction(150),
        Kind.SHARE: Fraction(1),
        Kind.YEARS: Fraction(300),
        Kind.MONTHS: Fraction(3_600),
        Kind.DAYS: Fraction(110_000),
        Kind.WORKDAYS: Fraction(110_000),
    }
)
"""The greatest amount of each kind that is taken, in base units: it guards input and columns, and bounds no sum."""

FINEST: Final[Mapping[Kind, Fraction]] = MappingProxyType(
    dict.fromkeys(Kind, Fraction(1))
    | {Kind.MONEY: Fraction(1, 100), Kind.AREA: Fraction(1, 10_000), Kind.SHARE: Fraction(1, 10**6)}
)
"""The smallest step of each kind, in base units, one part of some whole number.

A share may also be a fraction of at most a million parts.
"""

_MOST_PLACES: Final = 6


class QuantityError(RefusedError):
    """A text or a number that is no quantity of the kinds asked for."""


@dataclass(frozen=True, slots=True, eq=False)
class Quantity:
    """An exact amount in the base unit of its kind, and the unit it was written in.

    Two quantities are equal when kind and amount are: 1500万元 is 15000000元. Outside the bounds of its kind
    there is no quantity: making one raises QuantityError.
    """

    amount: Fraction
    unit: Unit

    def __post_init__(self) -> None:
        if type(self.amount) is not Fraction:
            raise TypeError("an amount is a Fraction")
        check(self.amount, self.unit.kind)

    @property
    def kind(self) -> Kind:
        """What the quantity is of."""
        return self.unit.kind

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Quantity):
            return NotImplemented
        return self.kind is other.kind and self.amount == other.amount

    def __hash__(self) -> int:
        return hash((self.kind, self.amount))


def check(amount: Fraction, kind: Kind, written: str | None = None) -> None:
    """Raises QuantityError unless the amount, in base units, is within the bounds of its kind.

    The error shows it as written, or else its one canonical text.
    """
    parts = amount.denominator
    fine_enough = not FINEST[kind].denominator % parts or (kind is Kind.SHARE and parts <= FINEST[kind].denominator)
    if 0 <= amount.numerator <= GREATEST[kind].numerator * parts and fine_enough:
        return
    text = canonical(amount, kind) if written is None else written
    if amount < 0:
        raise QuantityError("E136", {"text": text})
    if amount > GREATEST[kind]:
        if kind is Kind.SHARE:
            raise QuantityError("E139", {"text": text})
        raise QuantityError("E137", {"text": text, "greatest": canonical(GREATEST[kind], kind)})
    raise QuantityError("E138", {"text": text, "finest": canonical(FINEST[kind], kind)})


def canonical(amount: Fraction, kind: Kind) -> str:
    """The one text of an amount, in the base unit of its kind; a share with no short percentage is a fraction."""
    unit = BASE[kind]
    in_unit = number(amount / unit.factor)
    return str(amount) if kind is Kind.SHARE and "/" in in_unit else in_unit + unit.symbol


def number(amount: Fraction, *, grouped: bool = False) -> str:
    """The exact number as a decimal of at most six places, else as a fraction; never rounded."""
    scaled = abs(amount) * 10**_MOST_PLACES
    if scaled.denominator != 1:
        return str(amount)
    whole, part = divmod(scaled.numerator, 10**_MOST_PLACES)
    decimals = f".{part:0{_MOST_PLACES}}".rstrip("0").rstrip(".")
    return f"{'-' if amount < 0 else ''}{whole:{',' if grouped else ''}}{decimals}"
