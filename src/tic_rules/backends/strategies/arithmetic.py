"""The arithmetic of plain values: joins, bounds, days and forms of names; written apart from the engine."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from fractions import Fraction
from typing import Final, assert_never

from tic_rules import calendar
from tic_rules.backends.strategies.draft import Known, Value
from tic_rules.calendar import YearsMissing
from tic_rules.facts import words
from tic_rules.ir import conditions as ir
from tic_rules.kind import Kind

Amount = Fraction | Known | None
"""An exact amount; NONE where what is measured does not exist; ``None`` where the draft does not say."""


def every(parts: Iterable[bool | None]) -> bool | None:
    """False if one is false, else unsaid if one is."""
    found = list(parts)
    return False if False in found else None if None in found else True


def some(parts: Iterable[bool | None]) -> bool | None:
    """True if one is true, else unsaid if one is."""
    found = list(parts)
    return True if True in found else None if None in found else False


def opposite(value: bool | None) -> bool | None:
    """True for false, false for true; unsaid stays unsaid."""
    return None if value is None else not value


def of_known(seen: Value | None, decide: Callable[[], bool]) -> bool | None:
    """What a comparison says: false of what does not exist, nothing of what is not said."""
    return None if seen is None else False if seen is Known.NONE else decide()


def total(parts: Iterable[Amount]) -> Amount:
    """The sum; nothing if a part does not exist, unsaid if one is."""
    found = list(parts)
    if Known.NONE in found:
        return Known.NONE
    known = [part for part in found if isinstance(part, Fraction)]
    return sum(known, Fraction(0)) if len(known) == len(found) else None


def satisfies(op: ir.Op, amount: Fraction, bound: Fraction, upper: Fraction | None = None) -> bool:
    """Whether an amount lies on the right side of its bound."""
    match op:
        case ir.Op.AT_LEAST:
            return amount >= bound
        case ir.Op.MORE_THAN:
            return amount > bound
        case ir.Op.AT_MOST:
            return amount <= bound
        case ir.Op.LESS_THAN:
            return amount < bound
        case ir.Op.BETWEEN:
            return bound <= amount and (upper is None or amount <= upper)
        case _:
            assert_never(op)


def day_stands(left: date | Known | None, op: ir.DayOp, right: date | Known | None) -> bool | None:
    """Whether one day stands to another as the operator says."""
    if Known.NONE in (left, right):
        return False
    if not isinstance(left, date) or not isinstance(right, date):
        return None
    match op:
        case ir.DayOp.ON_OR_AFTER:
            return left >= right
        case ir.DayOp.AFTER:
            return left > right
        case ir.DayOp.ON_OR_BEFORE:
            return left <= right
        case ir.DayOp.BEFORE:
            return left < right
        case _:
            assert_never(op)


BY_DAY: Final = {
    ir.Op.AT_LEAST: ir.DayOp.ON_OR_AFTER,
    ir.Op.MORE_THAN: ir.DayOp.AFTER,
    ir.Op.AT_MOST: ir.DayOp.ON_OR_BEFORE,
    ir.Op.LESS_THAN: ir.DayOp.BEFORE,
}
"""How the second day of a period stands to the day on which the period ends."""


def due_day(start: date, period: ir.Elapsed, count: int, kind: Kind) -> date | YearsMissing:
    """The day on which a period from a day ends, or of which years no calendar is published that would say."""
    if kind is Kind.WORKDAYS:
        # The first day is one of the working days on which a thing stands.
        return calendar.add_working_days(start - timedelta(days=1), count)
    if period.counts_first_day:
        return calendar.last_day(start, count, kind)
    return calendar.add(start, count, kind)


def same(left: Value | None, right: str | bool) -> bool:
    """Whether a value is the one written in a pack; texts after NFKC and without white space."""
    if isinstance(left, str) and isinstance(right, str):
        return words.canonical(left) == words.canonical(right)
    return left is right


_HOLE: Final = re.compile(r"\{[a-z_]+\}")


def pieces(template: str) -> list[str]:
    """The fixed words of a printed form of name, between its holes."""
    return _HOLE.split(words.canonical(template))


def has_form(name: str, fixed: Sequence[str]) -> bool:
    """Whether a name is the fixed words in their order, with something in each hole."""
    if len(fixed) == 1:
        return name == fixed[0]
    if not name.startswith(fixed[0]):
        return False
    rest = name[len(fixed[0]) :]
    return any(has_form(rest[filled:], fixed[1:]) for filled in range(1, len(rest) + 1))
