"""Working days: the State Council's yearly calendars with their make-up days, and nothing guessed beyond them."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Final, Self

_ONE_DAY: Final = timedelta(days=1)
# A year's own calendar rules its New Year holiday, which may begin in the December before: that of 2019 made
# 2018-12-29 a working day and 2018-12-31 a day off. None has reached further back than 29 December.
_EARLIEST_NEW_YEAR: Final = (12, 28)


@dataclass(frozen=True, slots=True)
class YearsMissing:
    """An answer that turns on the calendar of a year that is not published, or not covered: an open point."""

    years: tuple[int, ...]
    """The years whose calendar is missing and needed even if people worked on every day of them, in order."""
    earliest: date
    """The day asked for is not before this one, whatever those calendars say."""


@dataclass(frozen=True, slots=True)
class WorkingDays:
    """A number of working days; ``least`` is ``greatest`` exactly when no year's calendar is missing."""

    least: int
    greatest: int
    years_missing: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class WorkCalendar:
    """The working days of the years that it covers."""

    years: tuple[int, ...]
    """The covered years, in order."""
    working: frozenset[date]
    """Every working day of the covered years."""

    def __post_init__(self) -> None:
        if list(self.years) != sorted(set(self.years)):
            raise ValueError("the years of a calendar are in order, each once")
        if not {day.year for day in self.working} <= set(self.years):
            raise ValueError("a working day lies outside the years of its calendar")

    @classmethod
    def default(cls) -> Self:
        """The calendars as published, from the package chinesecalendar."""
        import chinese_calendar

        years, working = [], set[date]()
        for year in range(2000, 2101):
            days = _days_of(year)
            try:
                working.update(day for day in days if chinese_calendar.is_workday(day))
            except NotImplementedError:  # how that package says that it does not know a year
                continue
            years.append(year)
        return cls(tuple(years), frozenset(working))

    def digest(self) -> str:
        """A digest of all it says: sha256 over a line a year, its number, a space, and 1 or 0 for each of its days."""
        lines = (f"{y} {''.join('01'[day in self.working] for day in _days_of(y))}\n" for y in self.years)
        return "sha256:" + hashlib.sha256("".join(lines).encode()).hexdigest()

    def is_working_day(self, day: date) -> bool | None:
        """Whether people work on that day; None where the calendar of its year is missing. See also ``may_move``."""
        return day in self.working if day.year in self.years else None

    def may_move(self, day: date) -> bool:
        """Whether a calendar that is missing could still make the day a working day, or a day off.

        So it is for each day of a year that is not covered, and for the last days of December before such a year.
        """
        if day.year not in self.years:
            return True
        return (day.month, day.day) >= _EARLIEST_NEW_YEAR and day.year + 1 not in self.years

    def next_working_day(self, day: date) -> date | YearsMissing:
        """The first working day on or after a day: where a period to do something ends if that day is a day off."""
        return self.add_working_days(day - _ONE_DAY, 1)

    def add_working_days(self, day: date, n: int) -> date | YearsMissing:
        """The n-th working day after a day, which itself is not counted; the day itself for none.

        A negative number raises ValueError.
        """
        if n < 0:
            raise ValueError("working days are counted forwards")
        missing = set[int]()
        while n > 0:
            day += _ONE_DAY
            works = self.is_working_day(day)
            if works is None:
                missing.add(day.year)
            n -= works is not False
        return YearsMissing(tuple(sorted(missing)), day) if missing else day

    def count_working_days(self, first: date, last: date) -> WorkingDays:
        """The working days from a first to a last day, both of them counted; none where the last comes first."""
        sure = possible = 0
        missing = set[int]()
        for ordinal in range(first.toordinal(), last.toordinal() + 1):
            works = self.is_working_day(day := date.fromordinal(ordinal))
            sure += works is True
            possible += works is not False
            if works is None:
                missing.add(day.year)
        return WorkingDays(sure, possible, tuple(sorted(missing)))


def _days_of(year: int) -> list[date]:
    first, following = date(year, 1, 1).toordinal(), date(year + 1, 1, 1).toordinal()
    return [date.fromordinal(ordinal) for ordinal in range(first, following)]


_default: Final = cache(WorkCalendar.default)


def calendar_years() -> tuple[int, ...]:
    """The years that the default calendar covers."""
    return _default().years


@cache
def calendar_digest() -> str:
    """The digest of the default calendar, by which a determination names what it read."""
    return _default().digest()


def is_working_day(day: date) -> bool | None:
    """Whether people work on that day, by the default calendar; None where its year is missing."""
    return _default().is_working_day(day)


def may_move(day: date) -> bool:
    """Whether a year missing from the default calendar could still move that day."""
    return _default().may_move(day)


def next_working_day(day: date) -> date | YearsMissing:
    """The first working day on or after a day, by the default calendar."""
    return _default().next_working_day(day)


def add_working_days(day: date, n: int) -> date | YearsMissing:
    """The n-th working day after a day, by the default calendar."""
    return _default().add_working_days(day, n)


def count_working_days(first: date, last: date) -> WorkingDays:
    """The working days from a first to a last day, both counted, by the default calendar."""
    return _default().count_working_days(first, last)
