"""Days, the periods of the Civil Code, and the working days of the State Council's yearly calendars."""

from tic_rules.calendar.days import FIRST_DAY, LAST_DAY, DayError, china_day, parse_day, today_in_china
from tic_rules.calendar.periods import (
    Period,
    add,
    completed_years,
    elapsed_at_least,
    elapsed_at_most,
    elapsed_less_than,
    elapsed_more_than,
    last_day,
)
from tic_rules.calendar.workdays import (
    WorkCalendar,
    WorkingDays,
    YearsMissing,
    add_working_days,
    calendar_digest,
    calendar_years,
    count_working_days,
    is_working_day,
    may_move,
    next_working_day,
)

__all__ = [
    "FIRST_DAY",
    "LAST_DAY",
    "DayError",
    "Period",
    "WorkCalendar",
    "WorkingDays",
    "YearsMissing",
    "add",
    "add_working_days",
    "calendar_digest",
    "calendar_years",
    "china_day",
    "completed_years",
    "count_working_days",
    "elapsed_at_least",
    "elapsed_at_most",
    "elapsed_less_than",
    "elapsed_more_than",
    "is_working_day",
    "last_day",
    "may_move",
    "next_working_day",
    "parse_day",
    "today_in_china",
]
