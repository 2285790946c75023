"""What falls due as an iCalendar file, for the calendars that people already use.

Each occurrence has one UID, whoever writes it and when: importing a file twice doubles nothing. Needs icalendar:
``pip install 'tic-rules[calendar]'``.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta

from tic_rules.errors import ExtraMissingError, Lang, Problem
from tic_rules.ir.catalogue import Text
from tic_rules.ir.status import DutyState
from tic_rules.lifecycle.due import MAY_MOVE, DueItem
from tic_rules.lifecycle.state_words import STATE_WORDS
from tic_rules.version import __version__

_ENDS = Text("届满", "ends")
"""Said of a period on its last day."""


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
        event.add("summary", _said_zh(item) if lang == "zh" else _said_en(item))
        cited = "、".join(c.text.zh for c in item.cites) if lang == "zh" else ", ".join(c.text.en for c in item.cites)
        event.add("description", _with_note(cited, item, lang))
        event.add("transp", "TRANSPARENT")
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def _with_note(cited: str, item: DueItem, lang: Lang) -> str:
    if not item.may_move:
        return cited
    return f"{cited}（{MAY_MOVE.zh}）" if lang == "zh" else f"{cited} ({MAY_MOVE.en})"


def _said_zh(item: DueItem) -> str:
    """Whose it is, what, which cycle of it, and how it stands."""
    which, state = _which(item), _state(item).zh
    if item.follows is not None:
        day = item.follows.day
        state = f"{day.year}年{day.month}月{day.day}日“{item.follows.title.zh}”之后，{state}"
    return f"{item.name or item.centre}：{item.title.zh}{which and f'{which}年度'}（{state}）"


def _said_en(item: DueItem) -> str:
    which, state = _which(item), _state(item).en
    if item.follows is not None:
        state = f"after “{item.follows.title.en}” of {item.follows.day}, {state}"
    return f"{item.name or item.centre}: {item.title.en}{which and f' {which}'} ({state})"


def _which(item: DueItem) -> str:
    """The year that it is about; empty for what follows an event, and for a period."""
    return item.occurrence if item.occurrence.isdigit() else ""


def _state(item: DueItem) -> Text:
    return _ENDS if item.is_period and item.state is DutyState.DUE else STATE_WORDS[item.state]
