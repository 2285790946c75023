"""The kinds of quantity: what is counted or measured."""

from __future__ import annotations

from enum import StrEnum


class Kind(StrEnum):
    """What a quantity is of; quantities of two kinds are never compared or added."""

    MONEY = "money"
    AREA = "area"
    PEOPLE = "people"
    UNITS = "units"
    """Companies, institutes and other units (家)."""
    CASES = "cases"
    TIMES = "times"
    PROJECTS = "projects"
    ITEMS = "items"
    """What the field counts (个, 件)."""
    AGE = "age"
    """Completed years of life."""
    SHARE = "share"
    """A part of its whole."""
    YEARS = "years"
    MONTHS = "months"
    DAYS = "days"
    WORKDAYS = "workdays"
