"""What generated code calls: the parts of the meaning that are no faster written out."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any, NoReturn

from tic_rules import calendar
from tic_rules.backends.python.amounts import Amount, in_steps
from tic_rules.backends.python.points import FAILS, HOLDS, Unknown
from tic_rules.calendar import YearsMissing
from tic_rules.engine.case import first_day_within
from tic_rules.engine.comparing import agreed
from tic_rules.engine.evaluate import BY_DAY, day_holds, due_day
from tic_rules.facts import words
from tic_rules.facts.fields import NONE
from tic_rules.ir import conditions as ir
from tic_rules.quantity import Kind

Three = tuple[Amount | None, Amount | None, int]
"""The least and the greatest amount, and the open points."""
Day = date | str | None
"""A day; NONE or missing."""


class DisagreementError(Exception):
    """The dossier contradicts itself: the reference engine says how."""


def window(of: ir.Window, applied: Day) -> tuple[date | None, date | None]:
    """The first and last day of a window; None while the application day is missing."""
    if not isinstance(applied, date):
        return None, None
    match of.kind:
        case ir.WindowKind.FULL_YEARS:
            return date(applied.year - of.years, 1, 1), date(applied.year - 1, 12, 31)
        case ir.WindowKind.APPLICATION_YEAR:
            return date(applied.year, 1, 1), date(applied.year, 12, 31)
        case ir.WindowKind.YEARS:
            return first_day_within(applied, of.years), applied


def years(
    entries: Any,
    series: str,
    first: date | None,
    last: date | None,
    registered: Day,
    stated_on: Day,
    as_of: date,
    stated: Any,
    unknown: Unknown,
    bits: tuple[int, int],
) -> Three:
    """The sum of a yearly series over a window, or the total that is stated of it."""
    least: Amount = 0
    endless, points = False, 0
    if first is None or last is None:
        endless, points = True, bits[0]
    else:
        amounts = {} if entries is None or entries is NONE else {entry.year: entry for entry in reversed(entries)}
        for year in range(first.year, last.year + 1):
            entry = amounts.get(year)
            if entry is None or entry.amount is None:
                if not (isinstance(registered, date) and registered.year > year):
                    endless = True
                    points |= unknown.year(series, year)
                continue
            least += in_steps(entry.amount.amount, entry.amount.kind)
            runs_to = stated_on if entry.until is None else entry.until
            if not isinstance(runs_to, date):
                endless = True
                points |= bits[1]
            elif min(runs_to, as_of) < date(year, 12, 31):
                endless = True
                points |= unknown.year(series, year)
    greatest = None if endless else least
    if stated is None or stated is NONE:
        return least, greatest, points
    return with_stated(in_steps(stated.amount, stated.kind), least, greatest)


def with_stated(total: Amount, least: Amount, greatest: Amount | None) -> Three:
    """The total that is stated, which must lie within what its list or series allows."""
    if total < least or (greatest is not None and total > greatest):
        raise DisagreementError
    return total, total, 0


def age(born: Day, on: Day, points: int) -> Three:
    """Completed years from a day of birth to another day."""
    if born is NONE or on is NONE:
        return None, 0, 0
    if not (isinstance(born, date) and isinstance(on, date)):
        return 0, None, points
    if born > on:
        raise DisagreementError
    completed = calendar.completed_years(born, on)
    return completed, completed, 0


def least(items: tuple[Three, ...]) -> Three:
    """The least of several amounts; an item that cannot be the least leaves no open points."""
    lows = [low for low, _, _ in items if low is not None]
    if len(lows) < len(items):
        return None, 0, 0
    low = min(lows)
    ends = [high for _, high, _ in items if high is not None]
    high = min(ends) if ends else None
    if low == high:
        return low, low, 0
    points = 0
    for at, _, bits in items:
        if high is None or (at is not None and at < high):
            points |= bits
    return low, high, points


def between(low: Amount, high: Amount | None, bound: Amount, upper: Amount | None, points: int) -> int:
    """An interval held against a least and a greatest amount."""
    ends = (None if amount is None else Fraction(amount) for amount in (high, upper))
    sure = agreed(ir.Op.BETWEEN, Fraction(low), next(ends), Fraction(bound), next(ends))
    return points if sure is None else HOLDS if sure else FAILS


def disagree() -> NoReturn:
    """Leaves a dossier that contradicts itself to the reference engine."""
    raise DisagreementError


def elapsed(rule: tuple[ir.Op, int, Kind, bool], start: Day, end: Day, points: int, unknown: Unknown) -> int:
    """The time between two days held against a period."""
    if start is NONE or end is NONE:
        return FAILS
    if not (isinstance(start, date) and isinstance(end, date)):
        return points
    op, count, unit, counts_first_day = rule
    due = due_day(start, count, unit, counts_first_day)
    day_op = BY_DAY[op]
    if isinstance(due, YearsMissing):
        if end < due.earliest:
            return HOLDS if day_holds(day_op, end, due.earliest) else FAILS
        for year in due.years:
            points |= unknown.calendar(year)
        return points
    return HOLDS if day_holds(day_op, end, due) else FAILS


def recorded(
    facts: tuple[Any, Any, Any, Any],
    bits: tuple[int, int, int, int],
    names: frozenset[str],
    needed: int,
    other: int | None,
    other_day: date | None,
) -> int:
    """The outcome of an act on record, or an answer given beside it, whichever is the later."""
    act, outcome, by, day = facts
    is_decision = act is not None and act is not NONE
    if by is not None and by is not NONE and words.canonical(by) not in names:
        is_decision = False
    if other is not None and (not is_decision or (isinstance(day, date) and other_day and day < other_day)):
        return other
    if act is None:
        return bits[0]
    if not is_decision:
        return needed
    silent = (bits[1] if outcome is None else 0) | (bits[2] if by is None else 0) | (bits[3] if day is None else 0)
    if silent:
        return silent
    answer = HOLDS if outcome == "通过" else FAILS
    if other is not None and other_day == day and other != answer:
        raise DisagreementError
    return answer
