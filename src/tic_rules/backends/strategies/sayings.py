"""Values where any would do: a place within another, a name of a printed form, something of a fact's kind."""

from __future__ import annotations

import re
from datetime import date
from fractions import Fraction
from typing import Final

from tic_rules.backends.strategies.draft import Value
from tic_rules.ir.catalogue import FactKind, FactSpec

_HOLE: Final = re.compile(r"\{[a-z_]+\}")


def places_within(place: str) -> list[str]:
    """Codes of the place itself and of places within it."""
    if place.endswith("0000"):
        return [f"{place[:2]}0100", f"{place[:2]}0102", place]
    return [f"{place[:4]}02", place] if place.endswith("00") else [place]


def other_places(place: str) -> list[str]:
    """Codes of places that surely lie outside: the next of the same level, and another province's city."""
    elsewhere = "110101" if place[:2] != "11" else "310101"
    if place.endswith("0000"):
        return [elsewhere]
    next_city = f"{place[:2]}{int(place[2:4]) % 90 + 1:02}"
    if place.endswith("00"):
        return [f"{next_city}00", f"{next_city}02", elsewhere]
    return [f"{place[:4]}{int(place[4:]) % 98 + 1:02}", f"{next_city}02", elsewhere]


def name_of_form(template: str, filled: str = "示例") -> str:
    """A name of the printed form."""
    return _HOLE.sub(filled, template)


def plain_value(spec: FactSpec, day: date) -> Value:
    """Some value of a fact's kind."""
    match spec.kind:
        case FactKind.FLAG:
            return True
        case FactKind.CHOICE | FactKind.LEVEL:
            return spec.values[0]
        case FactKind.DAY:
            return day
        case FactKind.YEAR:
            return day.year
        case FactKind.SEAT:
            return "110101"
        case FactKind.QUANTITY | FactKind.SHARE:
            return Fraction(1)
        case _:
            return "示例"
