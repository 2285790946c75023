"""`tic-rules due`: what falls due, the calendar file of it, and what is owed on no known day."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

import click

from tic_rules.cli import forms, set_aside
from tic_rules.cli.asked import as_of_day
from tic_rules.cli.centres import histories, standings
from tic_rules.cli.commands import once
from tic_rules.cli.exit_codes import BAD_INPUT, DONE
from tic_rules.cli.lines import Lines
from tic_rules.errors import InputError, Lang, Place, Problem, UsageError
from tic_rules.inert import visible
from tic_rules.ir.catalogue import Text
from tic_rules.ir.status import CentreStatus, DutyState
from tic_rules.lifecycle.calendar_file import calendar_file
from tic_rules.lifecycle.due import MAY_MOVE, DueItem, UndatedItem, Unset, due_items, undated_items
from tic_rules.lifecycle.state_words import PeriodState
from tic_rules.report.catalogue import fill, listed
from tic_rules.report.catalogue.count import Count
from tic_rules.report.life import OF_DUTY
from tic_rules.report.standing import standing_of_city, standing_text
from tic_rules.report.values import day_text
from tic_rules.report.why_open import points_text

_FILE: Final = forms.Wanted(Text("登记簿或历史", "a register or a history"), least=1, most=1)
_DAYS: Final = re.compile("([0-9]{1,4})d?")
_NOTHING: Final = Text("这段日子内没有到期的。", "Nothing falls due in these days.")
_WRITTEN: Final = Text("已写出日历文件：{path}（{count}项）。", "Calendar file written: {path} ({count:item|items}).")
_OVER: Final = Text("▲ 自{day}起已届满，未见后续记录", "▲ over since {day}, and no decision on record")
_NO_DAY: Final = Text(
    "期限未定（只列在这里，不写入日历文件）：", "No due day known (listed here only, in no calendar file):"
)
_UNSET: Final = MappingProxyType(
    {
        Unset.NO_NOTICE: Text("期限由通知确定，还没有通知", "a notice sets it, and none has come"),
        Unset.NOTICE_NOT_RECORDED: Text("期限由通知确定，没有通知的记录", "a notice sets it, and none is recorded"),
        Unset.WORKING_DAYS: Text("工作日的安排还没有公布", "the working days are not published yet"),
    }
)
_OPEN_TOO: Final = Text("另有未定：{points}", "open too: {points}")
_MOVES: Final = Text(f"（{MAY_MOVE.zh}）", f" ({MAY_MOVE.en})")


@click.pass_context
def run(
    ctx: click.Context,
    file: tuple[str, ...],
    within: tuple[str, ...],
    on: tuple[str, ...],
    ics: tuple[str, ...],
    format: tuple[str, ...],  # noqa: A002  (the option's name)
    lang: tuple[str, ...],
) -> int:
    """Lists what falls due, and returns the exit code."""
    wrong: list[Problem] = []
    day = as_of_day(once(on, "--on", wrong), wrong)
    asked = once(within, "--within", wrong) or "60d"
    days = _DAYS.fullmatch(asked)
    if days is None:
        wrong.append(Problem.of("E070", Place("--within"), seen=asked))
    path = once(ics, "--ics", wrong)
    here, form = forms.opened(ctx, format, lang, file, _FILE, wrong)
    found, problems = histories(file[0], None, here.stdin)
    statuses, more = standings(file[0], found, None, on=day)
    problems += more
    items, undated = list(due_items(statuses, int(days[1]) if days else 0)), list(undated_items(statuses))
    cities = {one.pack.id: one for one in statuses}
    amiss = set_aside.amiss(statuses)
    if problems:
        here.err.say(InputError(problems).lines(here.lang))
    if path is not None:
        _write(Path(path), calendar_file(items, day, here.lang))
    if form == "json":
        told = {"on": day.isoformat(), "within": int(days[1]) if days else 0, "items": [_plain(item) for item in items]}
        told["undated"] = [_plain_undated(item) for item in undated]
        told["standings"] = [_plain_standing(one, day) for one in cities.values()]
        told["set_aside"] = list(set_aside.plain(amiss))
        forms.as_json({**told, "problems": [forms.problem_of(p) for p in problems]}, here.out)
    else:
        lines = Lines(here.out)
        for one in cities.values():
            told_of = standing_of_city(one.pack, one.standing, day, here.lang)
            if told_of:
                lines.say(told_of, hang=2)
        for item in items:
            lines.say(_line(item, here.lang), hang=2)
        if not items:
            lines.say(_NOTHING.of(here.lang))
        if undated:
            lines.say(_NO_DAY.of(here.lang))
        for _, same in groupby(undated, key=lambda one: (one.city, one.id, one.unset)):
            centres = list(same)
            lines.block(_matter(centres[0], here.lang), *_centres(centres, here.lang), indent=2)
        set_aside.say(amiss, here.lang, lines)
        if path is not None:
            lines.say(_WRITTEN.of(here.lang).format(path=visible(path), count=Count(len(items))))
    return BAD_INPUT if problems else DONE


def _write(path: Path, content: bytes) -> None:
    try:
        with path.open("xb") as file:
            file.write(content)
    except OSError as error:
        raise UsageError([Problem.of("E071", Place(str(path)), detail=error.strerror or "")]) from None


def _line(item: DueItem, lang: Lang) -> str:
    moves = _MOVES.of(lang) if item.may_move else ""
    cites = listed([place.text.of(lang) for place in item.cites], lang, most=3)
    which = "" if item.is_period else _cycle(item, lang)
    who = item.owed_by.of(lang)
    parts = [
        item.due.isoformat() + moves,
        _state(item, lang),
        visible(item.name or item.centre),
        f"{item.title.of(lang)} {which}".strip(),
        who,
        cites,
    ]
    return "  ".join(part for part in parts if part)


def _state(item: DueItem, lang: Lang) -> str:
    match item.state:
        case PeriodState.OVER:
            since = item.due if item.over_since is None else item.over_since
            return _OVER.of(lang).format(day=day_text(since, lang))
        case state:
            return OF_DUTY[state].of(lang)


def _matter(item: UndatedItem, lang: Lang) -> str:
    """A duty, by the name that a notice gives it too, and why it has no due day: the same for all centres below."""
    cites = listed([place.text.of(lang) for place in item.cites], lang, most=3)
    return "  ".join([item.title.of(lang), item.id, item.owed_by.of(lang), cites, _UNSET[item.unset].of(lang)])


def _centres(items: Iterable[UndatedItem], lang: Lang) -> Iterator[str]:
    """A line for each centre, with its cycles, the latest first, and what else is open."""
    for _, cycles in groupby(items, key=lambda one: one.centre):
        some = list(cycles)
        which = listed([_cycle(one, lang) for one in some], lang, most=3)
        points = sorted({point for one in some for point in one.points})
        also = _OPEN_TOO.of(lang).format(points=points_text(points, {}, lang)) if points else ""
        yield "  ".join(part for part in (visible(some[0].name or some[0].centre), which, also) if part)


def _cycle(item: DueItem | UndatedItem, lang: Lang) -> str:
    if item.follows is None:
        return item.occurrence
    return fill("life-after", lang, event=item.follows.title.of(lang), day=day_text(item.follows.day, lang))


def _plain_standing(status: CentreStatus, day: date) -> dict[str, Any]:
    standing = status.standing
    return {
        "city": status.pack.id,
        "kind": standing.kind.value,
        "start": None if standing.start is None else standing.start.isoformat(),
        "end": None if standing.end is None else standing.end.isoformat(),
        "says": {"zh": standing_text(standing, day, "zh"), "en": standing_text(standing, day, "en")},
    }


def _about(item: DueItem | UndatedItem) -> dict[str, Any]:
    """What is owed, by whom and where it is printed."""
    return {
        "uid": item.uid,
        "city": item.city,
        "centre": item.centre,
        "name": item.name,
        "id": item.id,
        "occurrence": item.occurrence,
        "title": forms.both(item.title),
        "cites": [forms.both(place.text) for place in item.cites],
        "owed_by": forms.both(item.owed_by),
    }


def _plain_undated(item: UndatedItem) -> dict[str, Any]:
    return {
        **_about(item),
        "due": None,
        "state": DutyState.OPEN.value,
        "why": item.unset.value,
        "points": [{"kind": point.kind.value, "name": point.name, "about": point.about} for point in item.points],
    }


def _plain(item: DueItem) -> dict[str, Any]:
    return {
        **_about(item),
        "due": item.due.isoformat(),
        "may_move": item.may_move,
        "state": item.state.value,
        "over_since": None if item.over_since is None else item.over_since.isoformat(),
    }
