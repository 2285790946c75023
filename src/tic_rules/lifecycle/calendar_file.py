"""What falls due as an iCalendar file, for the calendars that people already use.

Each occurrence has one UID, whoever writes it and when: importing a file twice doubles nothing. Needs icalendar:
``pip install 'tic-rules[calendar]'``.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta

from tic_rules.errors import ExtraMissingError, Lang, Problem
from tic_rules.lifecycle.due import MAY_MOVE, DueItem
from tic_rules.version import __version__


def calendar_file(items: Iterable[DueItem], on: date, lang: Lang = "zh") -> bytes:
    """The items as all-day events; the same items on the same day are the same bytes. Raises ExtraMissingError."""
    try:
        from icalendar import Calendar, Event
    except ModuleNotFoundError:
        raise ExtraMissingError([Problem.of("E069")]) from None
    calendar = Calendar()
    calendar.add("prodid", f"-//tic-rules//{__version__}//{lang.upper()}")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    for item in items:
        event = Event()
        event.add("uid", item.uid)
        event.add("dtstamp", datetime.combine(on, time(), UTC))
        event.add("dtstart", item.due)
        event.add("dtend", item.due + timedelta(days=1))
        event.add("summary", f"{item.name or item.centre}：{item.title.zh}" if lang == "zh" else _said(item))
        cited = "、".join(c.text.zh for c in item.cites) if lang == "zh" else ", ".join(c.text.en for c in item.cites)
        event.add("description", _with_note(cited, item, lang))
        event.add("transp", "TRANSPARENT")
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def _with_note(cited: str, item: DueItem, lang: Lang) -> str:
    if not item.may_move:
        return cited
    return f"{cited}（{MAY_MOVE.zh}）" if lang == "zh" else f"{cited} ({MAY_MOVE.en})"


def _said(item: DueItem) -> str:
    return f"{item.name or item.centre}: {item.title.en}"
