"""The paths of open points: a fact, one year of a series, a fact of one member of a list, one year's calendar."""

from __future__ import annotations

import re
from typing import Final

_CALENDAR: Final = re.compile(r"calendar\.([0-9]{4})")
_YEAR: Final = re.compile(r"(.+)\[([0-9]{4})\]")
_MEMBER: Final = re.compile(r"\[[0-9]+\]")
_FACT_OF_MEMBER: Final = re.compile(r"(.*\[[0-9]+\])\..+")


def without_members(path: str) -> str:
    """A path as the catalogue has it: of the members of a list, not of one of them."""
    return _MEMBER.sub("[]", path)


def member_of(path: str) -> str:
    """The member of a list that a fact belongs to: ``partners[2]`` of ``partners[2].name``; empty for any other."""
    found = _FACT_OF_MEMBER.fullmatch(path)
    return "" if found is None else found[1]


def series_and_year(path: str) -> tuple[str, str] | None:
    """The series and the year of one figure, of ``lead.rd_spending[2024]``; None for any other path."""
    found = _YEAR.fullmatch(path)
    return None if found is None else (found[1], found[2])


def calendar_year(path: str) -> str:
    """The year whose working-day calendar is missing; empty for any other path."""
    found = _CALENDAR.fullmatch(path)
    return "" if found is None else found[1]
