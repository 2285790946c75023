"""Events as they are told: what each kind is called, and what an event says, each thing by its name."""

from __future__ import annotations

import re
from typing import Final

from tic_rules.errors import Lang
from tic_rules.facts.events import KINDS, Event
from tic_rules.ir.status import EventNow
from tic_rules.report.catalogue import fill, listed
from tic_rules.report.values import word

_WHETHER: Final = {"zh": "是否", "en": "Whether "}
_PLACE: Final = re.compile(r"history\.(\w+)\[([0-9]+)\]")


def kind_text(kind: str, lang: Lang) -> str:
    """What a kind of event is called."""
    return KINDS[kind].title.of(lang) if kind in KINDS else kind


def event_text(event: EventNow, lang: Lang) -> str:
    """What happened, with what was recorded of it: 认定弄虚作假（严重：是）."""
    said = [fill("labelled", lang, label=_name(name, lang), text=word(value, lang)) for name, value in event.said]
    if not said:
        return event.title.of(lang)
    return fill("life-event", lang, event=event.title.of(lang), said=listed(said, lang))


def place_text(path: str, lang: Lang) -> str:
    """The event at a place of the history, where nothing else of it is at hand: which one of its kind."""
    found = _PLACE.fullmatch(path)
    if found is None:
        return path
    return fill("watch-event", lang, event=kind_text(found[1], lang), number=str(int(found[2]) + 1))


def _name(field: str, lang: Lang) -> str:
    """What a field is called beside its value; of what is or is not so, the statement."""
    info = Event.model_fields[field]
    name = (info.title if lang == "zh" else info.description) or field
    if not name.startswith(_WHETHER[lang]):
        return name
    name = name.removeprefix(_WHETHER[lang])
    return name[0].upper() + name[1:]
