"""A time that is given to do something: its last day is a working day, which a calendar to come may move."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from tic_rules import calendar
from tic_rules.calendar import YearsMissing
from tic_rules.quantity import Kind, Quantity

_LONGEST_BREAK: Final = timedelta(days=14)
"""No run of days off has been as long: beyond it no calendar moves a last day."""


def last_day_after(day: date, within: Quantity) -> tuple[date | None, bool]:
    """The last day of a time that runs from a day; whether a calendar to come may move it.

    None where the time is one of working days of which no calendar is known.
    """
    count = int(within.amount)
    if within.kind is Kind.WORKDAYS:
        found = calendar.add_working_days(day, count)
        return (None, True) if isinstance(found, YearsMissing) else (found, False)
    computed = calendar.add(day, count, within.kind)
    moved = calendar.next_working_day(computed)
    return (computed, True) if isinstance(moved, YearsMissing) else (moved, False)


def latest(last: date) -> date:
    """The latest day to which a calendar to come can move a last day."""
    return last + _LONGEST_BREAK
