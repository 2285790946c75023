"""Records that do not count and were meant to: counted, each with where it stands, for people and for programs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final

from tic_rules.cli.lines import Lines
from tic_rules.errors import Lang
from tic_rules.inert import visible
from tic_rules.ir.catalogue import Text
from tic_rules.ir.status import Aside, CentreStatus
from tic_rules.report.asides import WHY_ASIDE, aside_text
from tic_rules.report.catalogue.count import Count

_SHOWN: Final = 50
"""How many are shown to people; the rest are counted, and programs are given all."""
_HEADING: Final = Text(
    "有{count}笔记录没有采用，请核对：", "{count:record does|records do} not count; look at what was recorded:"
)
_MORE: Final = Text("另有{count}笔；全部见 --format json。", "and {count} more; all of them: --format json.")

Amiss = tuple[CentreStatus, Aside]
"""A record that does not count, and of whom."""


def amiss(statuses: Iterable[CentreStatus]) -> list[Amiss]:
    """What was set aside and should be looked at, centre by centre, in the order of the records."""
    return [
        (status, aside)
        for status in statuses
        for aside in sorted(status.asides, key=lambda one: one.number)
        if aside.is_amiss
    ]


def say(found: list[Amiss], lang: Lang, lines: Lines) -> None:
    """Tells people; nothing where there is none."""
    told = [f"{visible(status.name or status.centre)}  {aside_text(aside, lang)}" for status, aside in found[:_SHOWN]]
    if len(found) > _SHOWN:
        told.append(_MORE.of(lang).format(count=len(found) - _SHOWN))
    lines.block(_HEADING.of(lang).format(count=Count(len(found))), *told)


def plain(found: list[Amiss]) -> Iterator[dict[str, Any]]:
    """The same for programs."""
    for status, aside in found:
        why = WHY_ASIDE[aside.why]
        yield {
            "city": status.pack.id,
            "centre": status.centre,
            "kind": aside.kind,
            "day": None if aside.day is None else aside.day.isoformat(),
            "number": aside.number,
            "id": visible(aside.id),
            "line": aside.line,
            "why": aside.why.value,
            "says": {"zh": why.zh, "en": why.en},
        }
