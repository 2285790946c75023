"""Amounts, bounds and days worked out anew: written quantities, intervals, margins, periods of the Civil Code."""

from __future__ import annotations

import operator
import re
from calendar import monthrange
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from math import ceil, floor
from typing import Any, Final

from tic_rules.audit.form import Node, points_of
from tic_rules.audit.ledger import canonical
from tic_rules.truth import OpenPoint

ZERO: Final = Fraction(0)

_UNITS: Final[Mapping[str, tuple[str, Fraction]]] = {
    symbol: (kind, Fraction(factor))
    for kind, symbols, factor in (
        ("money", ("元",), 1),
        ("money", ("万元",), 10**4),
        ("money", ("亿元",), 10**8),
        ("area", ("平方米", "m2"), 1),
        ("people", ("人", "名"), 1),
        ("units", ("家",), 1),
        ("cases", ("例",), 1),
        ("times", ("次",), 1),
        ("projects", ("项",), 1),
        ("items", ("个", "件"), 1),
        ("age", ("周岁", "岁"), 1),
        ("share", ("%",), Fraction(1, 100)),
        ("share", ("",), 1),
        ("years", ("年",), 1),
        ("months", ("个月",), 1),
        ("days", ("天",), 1),
        ("workdays", ("个工作日",), 1),
    )
    for symbol in symbols
}
"""The kind of quantity that a sign stands for, and how many base units it is."""
_STEP: Final = {"money": Fraction(1, 100), "area": Fraction(1, 10**4), "share": Fraction(1, 10**6)}
"""The smallest amount of a kind that can be added; of all others one."""
_FINEST: Final = 4096
"""The most bits that the denominator of a sum may have."""
_WRITTEN: Final = re.compile(r"([0-9]+(?:\.([0-9]+))?(?:/[1-9][0-9]*)?)([^0-9./].*|)", re.ASCII)

PRINTED: Final[Mapping[str, str]] = {
    word: op
    for op, words in {
        "at_least": ("以上", "及以上", "不少于", "至少", "不低于", "不小于", "满", "届满", "之一"),
        "at_most": ("以下", "及以下", "以内", "以前", "不超过", "不超", "不高于", "不多于", "至多"),
        "more_than": ("超过", "大于", "高于", "多于", "以外"),
        "less_than": ("不满", "低于", "小于", "少于", "不足"),
        "between": ("至",),
    }.items()
    for word in words
}
"""Which boundary the printed words fix."""


HOLDS: Final[Mapping[str, Callable[[Any, Any], bool]]] = {
    **dict.fromkeys(("at_least", "on_or_after"), operator.ge),
    **dict.fromkeys(("more_than", "after"), operator.gt),
    **dict.fromkeys(("at_most", "on_or_before"), operator.le),
    **dict.fromkeys(("less_than", "before"), operator.lt),
}
"""How an amount stands to its bound, a day to another, and a day to the end of a period."""
_UPWARDS: Final = frozenset({"at_least", "more_than"})


@dataclass(frozen=True, slots=True)
class Value:
    """What a measure comes to: every amount from ``lo`` to ``hi`` (None: no greatest), or nothing that exists."""

    unit: str
    lo: Fraction
    hi: Fraction | None
    points: tuple[OpenPoint, ...] = ()
    exists: bool = True

    @classmethod
    def of(cls, node: Node) -> Value:
        """As recorded."""
        hi = None if node["hi"] is None else Fraction(node["hi"])
        return cls(node["unit"], Fraction(node["lo"]), hi, points_of(node["points"]), node["exists"])

    @classmethod
    def between(cls, unit: str, lo: Fraction, hi: Fraction | None, points: Iterable[OpenPoint]) -> Value:
        """An interval, whose points are there exactly while it is more than one amount."""
        return cls(unit, lo, hi, () if lo == hi else tuple(sorted(set(points))))

    @classmethod
    def nothing(cls, unit: str) -> Value:
        """What is known not to exist."""
        return cls(unit, ZERO, ZERO, (), False)


def written(text: str, unit: str) -> Fraction:
    """The amount that a text writes, in base units. Raises ValueError for what is no quantity of that unit."""
    found = _WRITTEN.fullmatch(canonical(text))
    if found is None or _UNITS.get(found[3], ("",))[0] != unit:
        raise ValueError(f"{text}: {unit}")
    return Fraction(found[1]) * _UNITS[found[3]][1]


def rounded(text: str) -> tuple[Fraction, Fraction]:
    """All shares that a percentage may stand for, rounded as it is to the places that it shows."""
    found = _WRITTEN.fullmatch(canonical(text))
    share = written(text, "share")
    half = Fraction(1, 200 * 10 ** len((found and found[2]) or ""))
    return max(share - half, ZERO), min(share + half, Fraction(1))


def total(unit: str, values: Iterable[Value]) -> Value:
    """The sum of values, of which each must exist. Raises ValueError where one is of another unit.

    Raises OverflowError for parts so fine that adding them up would take no end.
    """
    parts = list(values)
    if any(part.unit != unit for part in parts):
        raise ValueError(f"{sorted({part.unit for part in parts})}: {unit}")
    if not all(part.exists for part in parts):
        return Value.nothing(unit)
    his = [part.hi for part in parts if part.hi is not None]
    hi = _added_up(his) if len(his) == len(parts) else None
    return Value.between(unit, _added_up(part.lo for part in parts), hi, (p for part in parts for p in part.points))


def _added_up(amounts: Iterable[Fraction]) -> Fraction:
    result = ZERO
    for amount in amounts:
        result += amount
        if result.denominator.bit_length() > _FINEST:
            raise OverflowError("…")
    return result


def least(unit: str, values: Iterable[Value]) -> Value:
    """The least of values, of which each must exist. Raises ValueError where one is of another unit."""
    items = list(values)
    if any(item.unit != unit for item in items):
        raise ValueError(f"{sorted({item.unit for item in items})}: {unit}")
    if not all(item.exists for item in items):
        return Value.nothing(unit)
    hi = min((item.hi for item in items if item.hi is not None), default=None)
    return Value.between(unit, min(item.lo for item in items), hi, (p for item in items for p in item.points))


def compared(op: str, lo: Fraction, hi: Fraction | None, bound: Fraction, upper: Fraction | None) -> bool | None:
    """Whether every amount of an interval is within a bound (true), or none is (false); None where some are."""
    if op == "between":
        ends = compared("at_least", lo, hi, bound, None), compared("at_most", lo, hi, upper or ZERO, None)
        return False if False in ends else True if None not in ends else None
    worst, best = (lo, hi) if op in _UPWARDS else (hi, lo)
    if worst is not None and HOLDS[op](worst, bound):
        return True
    return False if best is not None and not HOLDS[op](best, bound) else None


def spare(
    op: str, lo: Fraction, hi: Fraction | None, bound: Fraction, upper: Fraction | None
) -> tuple[Fraction | None, Fraction | None]:
    """How far both ends of an interval are beyond the bound, the worse one first; None is without end."""

    def at(amount: Fraction) -> Fraction:
        if op in _UPWARDS:
            return amount - bound
        return bound - amount if upper is None else min(amount - bound, upper - amount)

    if hi is None:
        return (at(lo), None) if op in _UPWARDS else (None, at(lo))
    return min(at(lo), at(hi)), max(at(lo), at(hi))


def changed(op: str, part: Value, whole: Value, bound: Fraction) -> Fraction | None:
    """How many more are needed in the part (or how many fewer there may be), the rest of the whole as it is.

    The whole must stay above zero. None where the amounts are not exact, or no number would do.
    """
    rest = whole.lo - part.lo
    if part.lo != part.hi or whole.lo != whole.hi or whole.lo == 0 or op == "between":
        return None
    if compared(op, part.lo, part.lo, bound * whole.lo, None):
        return ZERO
    if bound == 1:
        return None
    step = _STEP.get(part.unit, Fraction(1))
    balance = bound * rest / (1 - bound)
    nearest = ceil(balance / step) if op in {"at_least", "less_than"} else floor(balance / step)
    amount = (nearest + {"more_than": 1, "less_than": -1}.get(op, 0)) * step
    return amount - part.lo if amount >= 0 and amount + rest > 0 else None


def added(day: date, n: int, unit: str) -> date:
    """The day on which a period of years, months or days from a day ends. Raises OverflowError past the last day."""
    if unit == "days":
        return day + timedelta(days=n)
    months = day.year * 12 + day.month - 1 + n * (12 if unit == "years" else 1)
    year, month = divmod(months, 12)
    if not 1 <= year <= 9999:
        raise OverflowError(f"{day} + {n} {unit}")
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def due(day: date, n: int, unit: str, *, counts_first_day: bool) -> date:
    """The day on which a period ends; where the first day is counted, the day before the corresponding one."""
    end = added(day, n, unit)
    corresponds = unit == "days" or end.day == day.day
    return end - timedelta(days=1) if counts_first_day and corresponds else end


def years_of_age(born: date, on: date) -> int:
    """Completed years. Raises ValueError where the birth is later."""
    if born > on:
        raise ValueError(f"{born} > {on}")
    years = on.year - born.year
    return years if added(born, years, "years") <= on else years - 1


def window_of(name: str, day: date | None) -> tuple[date | None, date | None, list[int]]:
    """First day, last day and calendar years of a window by its name; nothing while the application day is not known.

    Raises ValueError for an unknown name.
    """
    if day is None:
        _window(name, date(2000, 1, 1))
        return None, None, []
    return _window(name, day)


def _window(name: str, day: date) -> tuple[date, date, list[int]]:
    if name == "application year":
        return date(day.year, 1, 1), date(day.year, 12, 31), [day.year]
    found = re.fullmatch(r"last(?: ([2-9]|[1-9][0-9]))? (full )?years?", name, re.ASCII)
    if found is None:
        raise ValueError(name)
    n = int(found[1] or 1)
    if found[2]:
        return date(day.year - n, 1, 1), date(day.year - 1, 12, 31), list(range(day.year - n, day.year))
    # An event counts while the period from it has not ended before the day; months end on different days.
    first = added(day, -n, "years")
    return first if added(first, n, "years") >= day else first + timedelta(days=1), day, []
