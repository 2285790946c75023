"""A day: read from ISO text, or today's in China."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta, timezone
from typing import Final

from tic_rules.written import RefusedError, half_width

FIRST_DAY: Final = date(1900, 1, 1)
LAST_DAY: Final = date(2200, 12, 31)
"""Every day in a dossier, a pack or a history lies from FIRST_DAY to LAST_DAY."""

# Asia/Shanghai has been UTC+8 without summer time since 1991: no time zone database is needed for what is today.
_CHINA: Final = timezone(timedelta(hours=8))

_MOST_CHARACTERS: Final = 64
_EXAMPLE: Final = "2026-03-01"
_ISO: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_OTHER: Final = re.compile(r"([0-9]{4}) ?[-/.年] ?([0-9]{1,2}) ?[-/.月] ?([0-9]{1,2}) ?日?")


class DayError(RefusedError):
    """A text that is no day, or a day that cannot be."""


def today_in_china() -> date:
    """The day that it is in China now, whatever this machine's time zone is."""
    return china_day(datetime.now(_CHINA))


def china_day(moment: datetime) -> date:
    """The day in China at a moment, which must know its zone (ValueError)."""
    if moment.utcoffset() is None:
        raise ValueError("a moment without a zone is on no particular day")
    return moment.astimezone(_CHINA).date()


def parse_day(text: str) -> date:
    """The day that a text writes as ``2026-03-01``, from FIRST_DAY to LAST_DAY; anything else raises DayError.

    Other ways to write a day, moments, and the day numbers of spreadsheets are refused; the error shows the ISO form.
    """
    if len(text) > _MOST_CHARACTERS:
        raise DayError("E143", {"text": f"{text[:18]}…", "iso": _EXAMPLE})
    folded = text
    if _ISO.fullmatch(text) is None:
        folded = half_width(text).strip(" ")
        if _ISO.fullmatch(folded) is None:
            raise DayError("E143", {"text": text, "iso": _iso_of(folded)})
    try:
        day = date.fromisoformat(folded)
    except ValueError:
        raise DayError("E144", {"text": text}) from None
    if not FIRST_DAY <= day <= LAST_DAY:
        raise DayError("E145", {"text": text, "first": FIRST_DAY.isoformat(), "last": LAST_DAY.isoformat()})
    return day


def _iso_of(text: str) -> str:
    """The ISO form of a day written in another order-preserving way, else an example."""
    loose = _OTHER.fullmatch(text)
    if loose is not None:
        try:
            return date(*map(int, loose.groups())).isoformat()
        except ValueError:
            pass
    return _EXAMPLE
