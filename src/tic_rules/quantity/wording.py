"""Writing a quantity: canonical text and machine form, which read back equal, and words for people."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from types import MappingProxyType
from typing import Final, Literal

from tic_rules.kind import Kind
from tic_rules.quantity.amount import Quantity, canonical, number
from tic_rules.quantity.units import BASE, FRACTION, UNITS, Unit

_ONE: Final[Mapping[Kind, str]] = MappingProxyType(
    {
        Kind.PEOPLE: "person",
        Kind.UNITS: "unit",
        Kind.CASES: "case",
        Kind.TIMES: "time",
        Kind.PROJECTS: "project",
        Kind.ITEMS: "item",
        Kind.AGE: "year of age",
        Kind.YEARS: "year",
        Kind.MONTHS: "month",
        Kind.DAYS: "day",
        Kind.WORKDAYS: "working day",
    }
)


def text_of(quantity: Quantity) -> str:
    """The one canonical text of all equal quantities, in the base unit: ``15000000元``, ``0.5%``, ``1/3``.

    ``parse_quantity`` reads it back as an equal quantity.
    """
    return canonical(quantity.amount, quantity.kind)


def machine_of(quantity: Quantity) -> dict[str, str]:
    """The one canonical machine form of all equal quantities, in the base unit; a share always in %.

    ``parse_machine`` reads it back as an equal quantity. The amount of a share may be a fraction (a third is 100/3 %).
    """
    unit = BASE[quantity.kind]
    return {"amount": number(quantity.amount / unit.factor), "unit": unit.symbol}


def display(amount: Fraction, kind: Kind, lang: Literal["zh", "en"], *, unit: Unit | None = None) -> str:
    """The amount, in base units of its kind, for people: always exact, a fraction where there is no short decimal.

    Chinese money is in 万元 from one 万元 on where two decimals suffice, else in 元; English money is in CNY. ``unit``
    asks Chinese text for that unit instead, as printed, and is taken where the amount is a short decimal in it; a share
    in the unit FRACTION stays a fraction in both languages. Negative amounts (a difference) have a plain ``-``.
    """
    if unit is not None and unit.kind is not kind:
        raise ValueError(f"{unit.symbol} is no unit of {kind}")
    if kind is Kind.SHARE:
        return str(amount) if unit == FRACTION else canonical(amount, kind)
    if lang == "en":
        grouped = number(amount, grouped=True)
        if kind is Kind.MONEY:
            return f"CNY {grouped}"
        return f"{grouped} {_ONE.get(kind, BASE[kind].en) if amount == 1 else BASE[kind].en}"
    taken = unit or _usual(amount, kind)
    if "/" in number(amount / taken.factor):
        taken = BASE[kind]
    return number(amount / taken.factor) + taken.zh


def _usual(amount: Fraction, kind: Kind) -> Unit:
    larger = UNITS["万元"]
    fits = kind is Kind.MONEY and abs(amount) >= larger.factor and (amount / larger.factor * 100).denominator == 1
    return larger if fits else BASE[kind]
