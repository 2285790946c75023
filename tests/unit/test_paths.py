"""The paths of open points are told apart in one place."""

from __future__ import annotations

import pytest

from tic_rules.ir.paths import calendar_year, member_of, series_and_year, without_members


@pytest.mark.parametrize(
    ("path", "whole", "member", "series", "calendar"),
    [
        ("lead.kind", "lead.kind", "", None, ""),
        ("partners", "partners", "", None, ""),
        ("partners[2]", "partners[]", "", None, ""),
        ("partners[2].kind", "partners[].kind", "partners[2]", None, ""),
        ("centre.staff[10].unit", "centre.staff[].unit", "centre.staff[10]", None, ""),
        ("lead.rd_spending[2024]", "lead.rd_spending[]", "", ("lead.rd_spending", "2024"), ""),
        ("calendar.2027", "calendar.2027", "", None, "2027"),
        ("calendar.20270", "calendar.20270", "", None, ""),
        ("", "", "", None, ""),
    ],
)
def test_what_a_path_is_of(path: str, whole: str, member: str, series: tuple[str, str] | None, calendar: str) -> None:
    assert without_members(path) == whole
    assert member_of(path) == member
    assert series_and_year(path) == series
    assert calendar_year(path) == calendar
