"""Days are read in one form, periods end as the Civil Code says, and no working day is guessed."""

from __future__ import annotations

import copy
import hashlib
import os
import pickle
import subprocess
import sys
import time
from calendar import isleap
from datetime import UTC, date, datetime, timedelta, timezone
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tic_rules import calendar
from tic_rules.calendar import (
    DayError,
    Period,
    WorkCalendar,
    WorkingDays,
    YearsMissing,
    add,
    china_day,
    completed_years,
    elapsed_at_least,
    elapsed_at_most,
    elapsed_less_than,
    elapsed_more_than,
    last_day,
    parse_day,
    today_in_china,
)
from tic_rules.errors import Place, Problem
from tic_rules.kind import Kind

DAYS = st.dates(date(1900, 1, 1), date(2200, 12, 31))
ONE_DAY = timedelta(days=1)


def day(text: str) -> date:
    return date.fromisoformat(text)


def refusal(text: str) -> tuple[str, dict[str, str]]:
    with pytest.raises(DayError) as caught:
        parse_day(text)
    problem = Problem.of(caught.value.problem_code, Place(), **caught.value.values)
    assert "{" not in problem.text("zh") + problem.text("en")
    return caught.value.problem_code, caught.value.values


# --- days ---------------------------------------------------------------------------------------------------------


@given(DAYS)
@example(date(1900, 1, 1))
@example(date(2200, 12, 31))
@example(date(2000, 2, 29))
def test_every_day_of_the_range_is_read_in_both_widths(on: date) -> None:
    text = on.isoformat()
    full = "".join(chr(ord(char) + 0xFEE0) for char in text)
    assert parse_day(text) == parse_day(full) == parse_day(f" {text}　") == on


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2026-3-1", "2026-03-01"),
        ("2026/3/1", "2026-03-01"),
        ("2026/12/31", "2026-12-31"),
        ("2026.3.15", "2026-03-15"),
        ("2026年3月15日", "2026-03-15"),
        ("2026 年 3 月 15 日", "2026-03-15"),
        ("２０２６．３．１５", "2026-03-15"),
        ("2026/2/30", "2026-03-01"),
        ("46082", "2026-03-01"),
        ("20260301", "2026-03-01"),
        ("26-03-01", "2026-03-01"),
        ("01-03-2026", "2026-03-01"),
        ("2026-03", "2026-03-01"),
        ("2026年3月", "2026-03-01"),
        ("2026-03-01T24:00", "2026-03-01"),
        ("2026-03-01T00:00:00", "2026-03-01"),
        ("2026-03-01 00:00:00", "2026-03-01"),
        ("2026-03-01Z", "2026-03-01"),
        ("2026-03-01+08:00", "2026-03-01"),
        ("2026-W10-1", "2026-03-01"),
        ("2026-060", "2026-03-01"),
        ("+2026-03-01", "2026-03-01"),
        ("-2026-03-01", "2026-03-01"),
        ("10000-01-01", "2026-03-01"),
        ("2026-03-01\n", "2026-03-01"),
        ("2026‐03‐01", "2026-03-01"),
        ("2026−03−01", "2026-03-01"),
        ("２026-03-0①", "2026-03-01"),
        ("٢٠٢٦-٠٣-٠١", "2026-03-01"),
        ("二〇二六年三月一日", "2026-03-01"),
        ("today", "2026-03-01"),
        ("none", "2026-03-01"),
        ("", "2026-03-01"),
    ],
)
def test_other_ways_to_write_a_day_are_refused_and_the_iso_form_is_shown(text: str, iso: str) -> None:
    assert refusal(text) == ("E143", {"text": text, "iso": iso})


@pytest.mark.parametrize(
    "text",
    ["2026-02-29", "2100-02-29", "1900-02-29", "2026-04-31", "2026-13-01", "2026-00-10", "2026-01-00", "0000-01-01"],
)
def test_a_day_that_no_calendar_has_is_refused(text: str) -> None:
    assert refusal(text) == ("E144", {"text": text})


@pytest.mark.parametrize("text", ["1899-12-31", "1582-10-10", "0001-01-01", "2201-01-01", "9999-12-31"])
def test_a_day_outside_three_centuries_is_refused(text: str) -> None:
    assert refusal(text) == ("E145", {"text": text, "first": "1900-01-01", "last": "2200-12-31"})


@pytest.mark.parametrize("repeated", ["2", "2026-03-01", " ", "-", "年"])
def test_a_long_text_is_refused_and_not_shown_whole(repeated: str) -> None:
    code, values = refusal(repeated * 100_000)
    assert code == "E143"
    assert len(values["text"]) < 64


def test_spaces_that_push_a_day_past_the_longest_text_do_not_hide_it() -> None:
    assert parse_day("2026-03-01" + " " * 54) == date(2026, 3, 1)
    assert refusal("2026-03-01" + " " * 55)[0] == "E143"


@pytest.mark.parametrize(
    ("moment", "on"),
    [
        (datetime(2026, 3, 1, 15, 59, 59, tzinfo=UTC), "2026-03-01"),
        (datetime(2026, 3, 1, 16, 0, 0, tzinfo=UTC), "2026-03-02"),
        (datetime(2026, 3, 1, 16, 0, 1, tzinfo=UTC), "2026-03-02"),
        (datetime(2026, 3, 1, 10, 59, 59, tzinfo=timezone(timedelta(hours=-5))), "2026-03-01"),
        (datetime(2026, 3, 1, 11, 0, 0, tzinfo=timezone(timedelta(hours=-5))), "2026-03-02"),
        (datetime(2026, 3, 2, 5, 59, 59, tzinfo=timezone(timedelta(hours=14))), "2026-03-01"),
        (datetime(2026, 3, 2, 6, 0, 0, tzinfo=timezone(timedelta(hours=14))), "2026-03-02"),
    ],
)
def test_the_day_in_china_begins_at_sixteen_hours_universal_time(moment: datetime, on: str) -> None:
    assert china_day(moment) == day(on)


def test_a_moment_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="without a zone"):
        china_day(datetime(2026, 3, 1, 12))  # noqa: DTZ001


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="this system sets no zone within a process")
@pytest.mark.parametrize("zone", ["UTC0", "America/Lima", "Pacific/Kiritimati", "Asia/Shanghai", "XXX+12", "XXX-14"])
def test_today_is_chinas_whatever_the_zone_of_the_machine(zone: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def by_the_epoch() -> date:
        return date.fromordinal(int((time.time() + 8 * 3600) // 86_400) + date(1970, 1, 1).toordinal())

    monkeypatch.setenv("TZ", zone)
    time.tzset()
    try:
        before, today, after = by_the_epoch(), today_in_china(), by_the_epoch()
    finally:
        monkeypatch.undo()
        time.tzset()
    assert before <= today <= after


# --- periods ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("start", "n", "kind", "end"),
    [
        ("2024-01-22", 2, Kind.YEARS, "2026-01-22"),
        ("2024-02-29", 1, Kind.YEARS, "2025-02-28"),
        ("2024-02-29", 4, Kind.YEARS, "2028-02-29"),
        ("2096-02-29", 4, Kind.YEARS, "2100-02-28"),
        ("1996-02-29", 4, Kind.YEARS, "2000-02-29"),
        ("2025-02-28", 3, Kind.YEARS, "2028-02-28"),
        ("2026-01-31", 1, Kind.MONTHS, "2026-02-28"),
        ("2024-01-31", 1, Kind.MONTHS, "2024-02-29"),
        ("2026-01-29", 1, Kind.MONTHS, "2026-02-28"),
        ("2026-01-28", 1, Kind.MONTHS, "2026-02-28"),
        ("2026-03-31", 1, Kind.MONTHS, "2026-04-30"),
        ("2026-02-28", 1, Kind.MONTHS, "2026-03-28"),
        ("2026-08-31", 6, Kind.MONTHS, "2027-02-28"),
        ("2026-12-15", 1, Kind.MONTHS, "2027-01-15"),
        ("2026-11-30", 3, Kind.MONTHS, "2027-02-28"),
        ("2026-01-31", 12, Kind.MONTHS, "2027-01-31"),
        ("2026-01-31", 13, Kind.MONTHS, "2027-02-28"),
        ("2026-12-31", 1, Kind.DAYS, "2027-01-01"),
        ("2024-02-28", 2, Kind.DAYS, "2024-03-01"),
        ("2026-03-01", -1, Kind.DAYS, "2026-02-28"),
        ("2026-03-01", 0, Kind.DAYS, "2026-03-01"),
        ("2026-03-31", 0, Kind.MONTHS, "2026-03-31"),
        ("2024-02-29", 0, Kind.YEARS, "2024-02-29"),
    ],
)
def test_a_period_ends_on_the_corresponding_day_or_the_months_last(start: str, n: int, kind: Kind, end: str) -> None:
    assert add(day(start), n, kind) == day(end)


def _months_by_walking(first: date, last: date) -> list[list[date]]:
    """The days of each month from one day to another, found by taking one step at a time."""
    months = [[first]]
    while (following := months[-1][-1] + ONE_DAY) <= last:
        if following.month == months[-1][-1].month:
            months[-1].append(following)
        else:
            months.append([following])
    return months


@pytest.mark.parametrize("first_year", [1896, 1997, 2096])
def test_adding_months_agrees_with_a_walk_through_a_century_turn_and_leap_years(first_year: int) -> None:
    months = _months_by_walking(date(first_year, 1, 1), date(first_year + 13, 12, 31))
    for index, days in enumerate(months[: 8 * 12]):
        for n in range(61):
            there = {on.day: on for on in months[index + n]}
            ends = [there.get(on.day, months[index + n][-1]) for on in days]
            assert [add(on, n, Kind.MONTHS) for on in days] == ends
            if n % 12 == 0:
                assert [add(on, n // 12, Kind.YEARS) for on in days] == ends


@pytest.mark.parametrize(
    ("n", "kind"), [(-1, Kind.YEARS), (-1, Kind.MONTHS), (1, Kind.WORKDAYS), (0, Kind.WORKDAYS), (1, Kind.MONEY)]
)
def test_what_the_civil_code_gives_no_day_for_is_refused(n: int, kind: Kind) -> None:
    with pytest.raises(ValueError, match="cannot be added"):
        add(date(2026, 3, 1), n, kind)


def test_the_last_year_there_is_can_be_reached() -> None:
    assert add(date(9998, 12, 31), 1, Kind.YEARS) == add(date(9999, 11, 30), 1, Kind.MONTHS) + ONE_DAY == date.max


@pytest.mark.parametrize("kind", [Kind.YEARS, Kind.MONTHS, Kind.DAYS])
def test_beyond_the_last_day_there_is_an_overflow(kind: Kind) -> None:
    with pytest.raises(OverflowError):
        add(date(2026, 3, 1), 10**7, kind)


@pytest.mark.parametrize(
    ("first", "n", "kind", "last"),
    [
        ("2024-01-22", 2, Kind.YEARS, "2026-01-21"),
        ("2026-01-01", 1, Kind.YEARS, "2026-12-31"),
        ("2026-03-01", 1, Kind.MONTHS, "2026-03-31"),
        ("2026-03-31", 1, Kind.MONTHS, "2026-04-30"),
        ("2026-01-31", 1, Kind.MONTHS, "2026-02-28"),
        ("2026-01-30", 1, Kind.MONTHS, "2026-02-28"),
        ("2026-01-28", 1, Kind.MONTHS, "2026-02-27"),
        ("2024-02-29", 1, Kind.YEARS, "2025-02-28"),
        ("2024-03-01", 1, Kind.YEARS, "2025-02-28"),
        ("2024-02-29", 4, Kind.YEARS, "2028-02-28"),
        ("2026-03-01", 1, Kind.DAYS, "2026-03-01"),
        ("2026-03-31", 2, Kind.DAYS, "2026-04-01"),
    ],
)
def test_a_period_that_counts_its_first_day_ends_the_day_before(first: str, n: int, kind: Kind, last: str) -> None:
    assert last_day(day(first), n, kind) == day(last)


def test_a_period_of_nothing_has_no_last_day() -> None:
    with pytest.raises(ValueError, match="no last day"):
        last_day(date(2026, 3, 1), 0, Kind.YEARS)


@given(DAYS, st.integers(1, 600), st.sampled_from([Kind.YEARS, Kind.MONTHS]))
def test_a_later_first_day_never_gives_an_earlier_last_day(first: date, n: int, kind: Kind) -> None:
    assert last_day(first, n, kind) <= last_day(first + ONE_DAY, n, kind)
    assert add(first, n, kind) - ONE_DAY <= last_day(first, n, kind) <= add(first, n, kind)


@pytest.mark.parametrize(
    ("born", "on", "years"),
    [
        ("1966-03-02", "2026-03-01", 59),
        ("1966-03-01", "2026-03-01", 60),
        ("1966-03-01", "2027-02-28", 60),
        ("1966-03-01", "2027-03-01", 61),
        ("1964-02-29", "2023-02-27", 58),
        ("1964-02-29", "2023-02-28", 59),
        ("1964-02-29", "2024-02-28", 59),
        ("1964-02-29", "2024-02-29", 60),
        ("1964-02-28", "2024-02-28", 60),
        ("2026-03-01", "2026-03-01", 0),
        ("2025-12-31", "2026-01-01", 0),
        ("1900-01-01", "2200-12-31", 300),
    ],
)
def test_a_year_of_life_is_completed_on_the_birthday(born: str, on: str, years: int) -> None:
    assert completed_years(day(born), day(on)) == years


@given(DAYS, DAYS)
@example(date(2024, 2, 29), date(2025, 2, 28))
def test_completed_years_agree_with_counting_birthdays(one: date, other: date) -> None:
    born, on = sorted([one, other])
    birthdays = 0
    for year in range(born.year + 1, on.year + 1):
        month, number = born.month, born.day
        if (month, number) == (2, 29) and not isleap(year):
            number = 28
        birthdays += date(year, month, number) <= on
    assert completed_years(born, on) == birthdays


def test_nobody_has_an_age_before_birth() -> None:
    with pytest.raises(DayError) as caught:
        completed_years(date(2026, 3, 2), date(2026, 3, 1))
    assert (caught.value.problem_code, caught.value.values) == ("E142", {"born": "2026-03-02", "on": "2026-03-01"})


@pytest.mark.parametrize(
    ("start", "end", "n", "kind", "holds"),
    [
        ("2023-03-01", "2026-02-28", 3, Kind.YEARS, (False, False, True, True)),
        ("2023-03-01", "2026-03-01", 3, Kind.YEARS, (True, False, True, False)),
        ("2023-03-01", "2026-03-02", 3, Kind.YEARS, (True, True, False, False)),
        ("2024-02-29", "2025-02-28", 1, Kind.YEARS, (True, False, True, False)),
        ("2026-01-31", "2026-02-28", 1, Kind.MONTHS, (True, False, True, False)),
        ("2026-03-01", "2026-08-31", 184, Kind.DAYS, (False, False, True, True)),
        ("2026-03-01", "2026-09-01", 184, Kind.DAYS, (True, False, True, False)),
        ("2026-03-01", "2025-03-01", 0, Kind.DAYS, (False, False, True, True)),
    ],
)
def test_the_four_comparisons_around_the_last_day(
    start: str, end: str, n: int, kind: Kind, holds: tuple[bool, bool, bool, bool]
) -> None:
    """In the order at least, more than, at most, less than."""
    asked = (day(start), day(end), Period(n, kind))
    answers = tuple(ask(*asked) for ask in (elapsed_at_least, elapsed_more_than, elapsed_at_most, elapsed_less_than))
    assert answers == holds


@pytest.mark.parametrize("ask", [elapsed_at_least, elapsed_more_than, elapsed_at_most, elapsed_less_than])
def test_working_days_are_not_compared_without_a_calendar(ask: object) -> None:
    with pytest.raises(ValueError, match="cannot be added"):
        ask(date(2026, 3, 1), date(2026, 4, 1), Period(5, Kind.WORKDAYS))  # type: ignore[operator]


@pytest.mark.parametrize(("n", "kind"), [(-1, Kind.YEARS), (3, Kind.MONEY), (3, Kind.AGE)])
def test_what_is_no_period_is_refused(n: int, kind: Kind) -> None:
    with pytest.raises(ValueError, match="no period"):
        Period(n, kind)


# --- working days -------------------------------------------------------------------------------------------------


def made(*years: int, off: str = "", on: str = "") -> WorkCalendar:
    """A calendar of weekdays, with some of them off and some weekends worked."""
    days = [date(y, 1, 1) + n * ONE_DAY for y in years for n in range(366 if isleap(y) else 365)]
    free, worked = {day(text) for text in off.split()}, {day(text) for text in on.split()}
    return WorkCalendar(years, frozenset(d for d in days if d in worked or (d.weekday() < 5 and d not in free)))


# Printed in the notice for 2026: the weekdays off, and the weekend days worked.
OFF_2026 = (
    "2026-01-01 2026-01-02 2026-02-16 2026-02-17 2026-02-18 2026-02-19 2026-02-20 2026-02-23 2026-04-06 2026-05-01 "
    "2026-05-04 2026-05-05 2026-06-19 2026-09-25 2026-10-01 2026-10-02 2026-10-05 2026-10-06 2026-10-07"
)
ON_2026 = "2026-01-04 2026-02-14 2026-02-28 2026-05-09 2026-09-20 2026-10-10"


def test_the_default_calendar_agrees_with_a_table_of_2026_made_by_hand() -> None:
    table = made(2026, off=OFF_2026, on=ON_2026)
    days = [date(2026, 1, 1) + n * ONE_DAY for n in range(365)]
    assert [calendar.is_working_day(d) for d in days] == [table.is_working_day(d) for d in days]
    assert calendar.count_working_days(days[0], days[-1]) == WorkingDays(248, 248, ())


def test_the_default_calendar_covers_unbroken_years_and_says_so() -> None:
    years = calendar.calendar_years()
    assert years[:23] == tuple(range(2004, 2027))
    assert all(following == year + 1 for year, following in pairwise(years))
    assert calendar.is_working_day(date(2003, 12, 31)) is None
    assert calendar.is_working_day(date(years[-1], 12, 31)) is not None
    assert calendar.is_working_day(date(years[-1] + 1, 1, 1)) is None
    assert calendar.may_move(date(years[-1] + 1, 1, 1))
    assert not calendar.may_move(date(years[-1], 1, 1))


@pytest.mark.parametrize(
    ("start", "n", "end"),
    [
        ("2026-02-13", 0, "2026-02-13"),
        ("2026-02-13", 1, "2026-02-14"),
        ("2026-02-13", 2, "2026-02-24"),
        ("2026-02-15", 1, "2026-02-24"),
        ("2026-09-30", 1, "2026-10-08"),
        ("2026-09-30", 3, "2026-10-10"),
        ("2026-09-30", 4, "2026-10-12"),
        ("2026-03-06", 5, "2026-03-13"),
        ("2026-12-30", 1, "2026-12-31"),
    ],
)
def test_working_days_skip_days_off_and_count_the_made_up_ones(start: str, n: int, end: str) -> None:
    assert calendar.add_working_days(day(start), n) == day(end)


@pytest.mark.parametrize(
    ("on", "following"),
    [
        ("2026-10-08", "2026-10-08"),
        ("2026-10-01", "2026-10-08"),
        ("2026-02-14", "2026-02-14"),
        ("2026-03-07", "2026-03-09"),
    ],
)
def test_a_last_day_that_is_a_day_off_moves_to_the_next_working_day(on: str, following: str) -> None:
    assert calendar.next_working_day(day(on)) == day(following)


def test_the_first_and_the_last_working_day_are_counted() -> None:
    assert calendar.count_working_days(day("2026-03-02"), day("2026-03-06")) == WorkingDays(5, 5, ())
    assert calendar.count_working_days(day("2026-03-06"), day("2026-03-06")) == WorkingDays(1, 1, ())
    assert calendar.count_working_days(day("2026-03-07"), day("2026-03-08")) == WorkingDays(0, 0, ())
    assert calendar.count_working_days(day("2026-03-06"), day("2026-03-05")) == WorkingDays(0, 0, ())
    assert calendar.count_working_days(day("2026-09-30"), day("2026-10-10")) == WorkingDays(4, 4, ())


SMALL = made(2025, 2026, off=OFF_2026, on=ON_2026)
AROUND = st.dates(date(2024, 11, 1), date(2027, 2, 28))


@given(AROUND, st.integers(0, 300))
@example(date(2026, 12, 31), 0)
@example(date(2026, 12, 31), 1)
@example(date(2024, 12, 31), 1)
def test_adding_working_days_agrees_with_counting_them_one_by_one(start: date, n: int) -> None:
    end = SMALL.add_working_days(start, n)
    if isinstance(end, date):
        walked = [start + i * ONE_DAY for i in range(1, (end - start).days + 1)]
        assert [SMALL.is_working_day(d) for d in walked].count(True) == n
        assert n == 0 or SMALL.is_working_day(end) is True
        return
    # If people worked on every day of 2024 and 2027, the earliest day would be the day itself.
    every_day = [date(2024, 1, 1) + i * ONE_DAY for i in range(366)]
    every_day += [date(2027, 1, 1) + i * ONE_DAY for i in range(365)]
    busiest = WorkCalendar((2024, 2025, 2026, 2027), SMALL.working | frozenset(every_day))
    assert busiest.add_working_days(start, n) == end.earliest
    passed = {(start + i * ONE_DAY).year for i in range(1, (end.earliest - start).days + 1)}
    assert end.years == tuple(sorted(passed - set(SMALL.years)))


def test_what_turns_on_a_year_without_calendar_is_open_and_names_the_year() -> None:
    assert SMALL.add_working_days(date(2026, 12, 31), 1) == YearsMissing((2027,), date(2027, 1, 1))
    assert SMALL.add_working_days(date(2026, 12, 30), 3) == YearsMissing((2027,), date(2027, 1, 2))
    assert SMALL.next_working_day(date(2027, 5, 1)) == YearsMissing((2027,), date(2027, 5, 1))
    assert SMALL.next_working_day(date(2024, 12, 31)) == YearsMissing((2024,), date(2024, 12, 31))
    assert SMALL.add_working_days(date(2024, 12, 31), 2) == date(2025, 1, 2)
    assert SMALL.add_working_days(date(2024, 12, 27), 6) == YearsMissing((2024,), date(2025, 1, 2))
    assert SMALL.add_working_days(date(2024, 12, 27), 600) == YearsMissing((2024, 2027), date(2027, 3, 28))


def test_no_working_days_are_counted_backwards() -> None:
    with pytest.raises(ValueError, match="forwards"):
        SMALL.add_working_days(date(2026, 3, 1), -1)


@given(AROUND, AROUND)
@example(date(2026, 12, 31), date(2027, 1, 1))
def test_a_count_over_a_missing_year_is_what_it_could_be(first: date, last: date) -> None:
    counted = SMALL.count_working_days(first, last)
    answers = [SMALL.is_working_day(first + n * ONE_DAY) for n in range((last - first).days + 1)]
    assert counted.least == answers.count(True)
    assert counted.greatest == answers.count(True) + answers.count(None)
    assert (counted.years_missing == ()) is (counted.least == counted.greatest)
    assert set(counted.years_missing) <= {2024, 2027}


@pytest.mark.parametrize(
    ("on", "moves"),
    [
        ("2024-12-31", True),
        ("2025-01-01", False),
        ("2025-12-31", False),
        ("2026-12-27", False),
        ("2026-12-28", True),
        ("2026-12-31", True),
        ("2027-01-01", True),
        ("2027-12-31", True),
    ],
)
def test_a_missing_calendar_could_move_its_year_and_the_days_just_before(on: str, moves: bool) -> None:
    assert SMALL.may_move(day(on)) is moves


def test_every_december_day_that_a_later_calendar_moved_is_one_that_may_move() -> None:
    """The calendars of 2007, 2008, 2012 and 2019 ruled days of the year before; the one of each year alone did not."""
    whole = WorkCalendar.default()
    moved = [
        on
        for year in whole.years[:-1]
        for on in (date(year, 12, n) for n in range(20, 32))
        if whole.is_working_day(on) is not (on.weekday() < 5)
    ]
    assert {on.year for on in moved} >= {2006, 2007, 2011, 2018}
    for on in moved:
        known_then = WorkCalendar(
            tuple(y for y in whole.years if y <= on.year), frozenset(d for d in whole.working if d.year <= on.year)
        )
        assert known_then.may_move(on)
        assert not whole.may_move(on)


def test_the_digest_is_the_documented_one_and_changes_with_each_day() -> None:
    bits = "".join("01"[(date(2023, 1, 1) + n * ONE_DAY).weekday() < 5] for n in range(365))
    plain = made(2023)
    assert plain.digest() == "sha256:" + hashlib.sha256(f"2023 {bits}\n".encode()).hexdigest()
    both = made(2022, 2023, off="2022-01-03")
    ordered = "".join("01"[both.is_working_day(date(2022, 1, 1) + n * ONE_DAY) is True] for n in range(365))
    assert both.digest() == "sha256:" + hashlib.sha256(f"2022 {ordered}\n2023 {bits}\n".encode()).hexdigest()
    others = {made(2023, off="2023-01-02").digest(), made(2023, on="2023-12-31").digest(), made(2022, 2023).digest()}
    assert len(others | {plain.digest()}) == 4
    assert calendar.calendar_digest() == WorkCalendar.default().digest() != plain.digest()


def test_the_digest_does_not_depend_on_the_hash_seed() -> None:
    digests = {
        subprocess.run(
            [sys.executable, "-c", "from tic_rules.calendar import *; print(calendar_digest())"],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout.strip()
        for seed in ["0", "1"]
    }
    assert digests == {calendar.calendar_digest()}


def test_periods_and_answers_are_frozen_values() -> None:
    missing, counted = YearsMissing((2027,), date(2027, 1, 1)), WorkingDays(1, 2, (2027,))
    for value, name in [(Period(3, Kind.YEARS), "n"), (missing, "years"), (counted, "least"), (SMALL, "years")]:
        with pytest.raises(AttributeError):
            setattr(value, name, None)
        assert not hasattr(value, "__dict__")


def test_a_calendar_is_a_frozen_value_with_its_years_in_order() -> None:
    assert pickle.loads(pickle.dumps(SMALL)) == copy.deepcopy(SMALL) == made(2025, 2026, off=OFF_2026, on=ON_2026)
    assert hash(SMALL) == hash(copy.deepcopy(SMALL))
    for years in [(2026, 2025), (2025, 2025)]:
        with pytest.raises(ValueError, match="in order"):
            WorkCalendar(years, frozenset())
    with pytest.raises(ValueError, match="outside the years"):
        WorkCalendar((2025,), frozenset({date(2026, 1, 4)}))


def test_the_calendar_data_is_loaded_when_first_asked_for() -> None:
    probe = (
        "import sys; import tic_rules.calendar as c; from datetime import date;"
        "print('chinese_calendar' in sys.modules);"
        "c.is_working_day(date(2026, 1, 4)); print('chinese_calendar' in sys.modules)"
    )
    ran = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=True)
    assert ran.stdout.split() == ["False", "True"]


def test_a_third_of_a_day_is_nowhere_in_this_module() -> None:
    """Periods are whole numbers: a fraction would be a slip of whoever read the quantity."""
    with pytest.raises(TypeError):
        add(date(2026, 3, 1), Fraction(1, 3), Kind.YEARS)  # type: ignore[arg-type]
