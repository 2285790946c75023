"""Units: the signs that amounts are written with, and the kind of quantity that each measures."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from fractions import Fraction
from types import MappingProxyType
from typing import Final

from tic_rules.kind import Kind


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as it is written: its sign, the kind it measures, how many base units it is, and its names."""

    symbol: str
    kind: Kind
    factor: Fraction
    zh: str
    en: str


def _unit(symbol: str, kind: Kind, en: str, factor: Fraction | int = 1, zh: str = "") -> Unit:
    return Unit(symbol, kind, Fraction(factor), zh or symbol, en)


_ALL: Final = (
    _unit("元", Kind.MONEY, "CNY"),
    _unit("万元", Kind.MONEY, "CNY 10,000", 10**4),
    _unit("亿元", Kind.MONEY, "CNY 100,000,000", 10**8),
    _unit("平方米", Kind.AREA, "m²"),
    _unit("m2", Kind.AREA, "m²", zh="平方米"),
    _unit("人", Kind.PEOPLE, "people"),
    _unit("名", Kind.PEOPLE, "people"),
    _unit("家", Kind.UNITS, "units"),
    _unit("例", Kind.CASES, "cases"),
    _unit("次", Kind.TIMES, "times"),
    _unit("项", Kind.PROJECTS, "projects"),
    _unit("个", Kind.ITEMS, "items"),
    _unit("件", Kind.ITEMS, "items"),
    _unit("周岁", Kind.AGE, "years of age"),
    _unit("岁", Kind.AGE, "years of age"),
    _unit("%", Kind.SHARE, "%", Fraction(1, 100)),
    _unit("年", Kind.YEARS, "years"),
    _unit("个月", Kind.MONTHS, "months"),
    _unit("天", Kind.DAYS, "days"),
    _unit("个工作日", Kind.WORKDAYS, "working days"),
)

UNITS: Final[Mapping[str, Unit]] = MappingProxyType({unit.symbol: unit for unit in _ALL})
"""Every unit by its sign, in half-width form; m² and ㎡ are read as m2."""

BASE: Final[Mapping[Kind, Unit]] = MappingProxyType({unit.kind: unit for unit in reversed(_ALL)})
"""The unit that canonical text is written in: the first one of each kind."""

FRACTION: Final = Unit("", Kind.SHARE, Fraction(1), "", "")
"""The unit of a share that is written as a fraction, such as 1/3: it has no sign."""


def symbols(kinds: Collection[Kind]) -> tuple[str, ...]:
    """The signs that an amount of one of the kinds may be written with, each unit's Chinese one."""
    return tuple(unit.symbol for unit in _ALL if unit.kind in kinds and unit.symbol == unit.zh)
