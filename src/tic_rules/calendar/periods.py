"""Periods as the Civil Code counts them: to the corresponding day, else to the month's last day."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from tic_rules.calendar.days import DayError
from tic_rules.kind import Kind

_PERIODS: Final = frozenset({Kind.YEARS, Kind.MONTHS, Kind.DAYS, Kind.WORKDAYS})


@dataclass(frozen=True, slots=True)
class Period:
    """A number of years, months, days or working days."""

    n: int
    kind: Kind

    def __post_init__(self) -> None:
        if self.n < 0 or self.kind not in _PERIODS:
            raise ValueError(f"{self.n} {self.kind} is no period")


def add(day: date, n: int, kind: Kind) -> date:
    """The day on which n years, months or days from a day end: the last of them, the day itself not counted.

    For years and months it is the corresponding day, or the month's last day where the month has none. Days may be
    negative; years and months may not, since no rule says which day they would be counted back to. Raises ValueError
    for these, for working days (see ``add_working_days``), and beyond the last day there is (OverflowError).
    """
    if kind is Kind.DAYS:
        return day + timedelta(days=n)
    if n < 0 or kind not in {Kind.YEARS, Kind.MONTHS}:
        raise ValueError(f"{n} {kind} cannot be added to a day")
    months = day.month - 1 + (n * 12 if kind is Kind.YEARS else n)
    year, month = day.year + months // 12, months % 12 + 1
    if year > date.max.year:
        raise OverflowError("date value out of range")
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def last_day(first: date, n: int, kind: Kind) -> date:
    """The last day of a period that counts its first day (自…起): the day before the corresponding one.

    Where the month has no corresponding day, it is the month's last day, which comes before it. Errors as for ``add``;
    a period of no days has no last day (ValueError).
    """
    if n < 1:
        raise ValueError("a period of nothing has no last day")
    following = add(first, n, kind)
    has_none = kind is not Kind.DAYS and following.day < first.day
    return following if has_none else following - timedelta(days=1)


def completed_years(born: date, on: date) -> int:
    """The completed years of life (周岁) on a day: a year is completed on the birthday itself.

    Whoever was born on 29 February completes a year on 28 February where the year has no 29th: by the rule of the
    corresponding day, the month's last day. Raises DayError where the birth is later than the day.
    """
    if born > on:
        raise DayError("E142", {"born": born.isoformat(), "on": on.isoformat()})
    years = on.year - born.year
    return years if add(born, years, Kind.YEARS) <= on else years - 1


def elapsed_at_least(start: date, end: date, period: Period) -> bool:
    """Whether the period from the first day has ended on the second (满, 以上): its last day counts.

    Compared by moving the first day, never by dividing. Years, months and days only: for working days the answer may be
    open, see ``add_working_days`` (ValueError).
    """
    return end >= add(start, period.n, period.kind)


def elapsed_more_than(start: date, end: date, period: Period) -> bool:
    """Whether the second day is later than the period's last day (超过). Errors as for ``elapsed_at_least``."""
    return end > add(start, period.n, period.kind)


def elapsed_at_most(start: date, end: date, period: Period) -> bool:
    """Whether the second day is within the period (以内): its last day is. Errors as for ``elapsed_at_least``."""
    return end <= add(start, period.n, period.kind)


def elapsed_less_than(start: date, end: date, period: Period) -> bool:
    """Whether the second day comes before the period's last day (不满). Errors as for ``elapsed_at_least``."""
    return end < add(start, period.n, period.kind)
