"""`tic-rules replay`: decides again what a record says was decided, and compares byte for byte."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import click

from tic_rules import shipped, source
from tic_rules.cli import forms, records
from tic_rules.cli.commands import once
from tic_rules.cli.exit_codes import DIFFERS, DONE
from tic_rules.cli.lines import Lines
from tic_rules.engine.decide import decide
from tic_rules.errors import Lang, Place, Problem, RecordError, UsageError
from tic_rules.facts import Dossier
from tic_rules.inert import visible
from tic_rules.ir.catalogue import Text
from tic_rules.ir.determination import Determination
from tic_rules.ir.pack import Pack
from tic_rules.ir.record import from_json, record_of
from tic_rules.packs.load import load_pack
from tic_rules.report.catalogue.count import Count
from tic_rules.report.marks import OF_VERDICT

_FILES: Final = forms.Wanted(Text("判断记录和资料两个文件", "a record and a dossier"), least=2, most=2)
_SHOWN: Final = 30
"""How many differences are shown to people; the rest are counted, and programs are given all."""
_LONGEST: Final = 120

_SAME: Final = Text(
    "逐字节相同：用规则包 {pack} {version} 按 {day} 重新判断，得到同一份记录，{verdict}。",
    "The same bytes: decided again by pack {pack} {version} as of {day}, the record is the same, {verdict}.",
)
_LAYOUT: Final = Text(
    "内容相同，只是排版（空白、换行）不同：文件在写出之后被重新排过版。",
    "The content is the same; only its layout (white space, line ends) is not: the file was laid out anew.",
)
_DIFFERS: Final = Text("不同，{count}处：", "It differs in {count:place|places}:")
_ONE: Final = Text("{path}：记录为 {was}，现在是 {now}", "{path}: recorded {was}, now {now}")
_MORE: Final = Text("另有{count}处；全部见 --format json。", "and {count} more; all of them: --format json.")
_ABSENT: Final = Text("（没有）", "(nothing)")
_WHY: Final = {
    "dossier": Text(
        "资料不是当时的那一份：摘要值 {was} 变为 {now}。",
        "The dossier is not the one of that time: its digest was {was} and is {now}.",
    ),
    "engine": Text("引擎版本由 {was} 变为 {now}。", "The engine was {was} and is {now}."),
    "calendar": Text(
        "工作日历不是当时的那一份：摘要值 {was} 变为 {now}。",
        "The calendar of working days is not that of the time: its digest was {was} and is {now}.",
    ),
}


@dataclass(frozen=True, slots=True)
class Change:
    """One place in which two records differ; None where a record has nothing there."""

    path: str
    was: object
    now: object


@click.pass_context
def run(
    ctx: click.Context,
    files: tuple[str, ...],
    pack: tuple[str, ...],
    format: tuple[str, ...],  # noqa: A002  (the option's name)
    lang: tuple[str, ...],
) -> int:
    """Decides again, and returns the exit code."""
    wrong: list[Problem] = []
    file = once(pack, "--pack", wrong)
    forms.from_stdin_once(files, wrong)
    here, form = forms.opened(ctx, format, lang, files, _FILES, wrong)
    name, dossier_name = files
    content = records.read(name, here.stdin)
    recorded = _recorded(content, name)
    found = _pack(recorded, file, name)
    document = source.read_document(dossier_name, stdin=here.stdin)
    dossier = Dossier.from_document(document, cities=[found.id])
    try:
        again = decide(found, dossier, on=recorded.as_of, question=recorded.question, tracks=recorded.asked_tracks)
    except UsageError as error:
        raise UsageError([Problem(Place(name), problem.code, problem.values) for problem in error.problems]) from None
    same = again.to_json().encode() == content
    changes = [] if same else list(_changes(record_of(recorded), record_of(again), ""))
    if form == "json":
        forms.as_json(_plain(recorded, found, same, changes), here.out)
    else:
        _say(recorded, again, same, changes, here.lang, Lines(here.out))
    return DONE if same else DIFFERS


def _recorded(content: bytes, name: str) -> Determination:
    if records.is_of_several(records.json_of(content, name)):
        raise RecordError([Problem.of("E054", Place(name))])
    return from_json(content, name)


def _pack(recorded: Determination, file: str | None, name: str) -> Pack:
    """The pack of the recorded digest, and no other. Raises RecordError where it is not at hand."""
    wanted = recorded.pack
    at_hand = [load_pack(known) for known in shipped.pack_names() if known == wanted.id]
    if file is not None:
        at_hand = [load_pack(Path(file)), *at_hand]
    for pack in at_hand:
        if (pack.id, pack.digest) == (wanted.id, wanted.digest):
            return pack
    known = [f"{pack.id} {pack.version} {pack.digest}" for pack in at_hand]
    told = {"known": "、".join(known) or "无", "known_en": ", ".join(known) or "none"}
    what = {"pack": wanted.id, "version": wanted.version, "digest": wanted.digest}
    raise RecordError([Problem.of("E053", Place(name), **what, **told)])


def _changes(was: object, now: object, path: str) -> Iterator[Change]:
    """The places in which two JSON values differ, the deepest ones, in the order of the first."""
    match was, now:
        case dict(), dict():
            for key in (*was, *(key for key in now if key not in was)):
                yield from _changes(was.get(key), now.get(key), f"{path}.{key}" if path else str(key))
        case list(), list():
            for index in range(max(len(was), len(now))):
                old, new = (side[index] if index < len(side) else None for side in (was, now))
                yield from _changes(old, new, f"{path}[{index}]")
        case _:
            if was != now:
                yield Change(path, was, now)


def _reasons(changes: list[Change]) -> Iterator[tuple[str, Change]]:
    """What was not the same to begin with, from which the rest may follow."""
    paths = {"dossier_digest": "dossier", "engine": "engine", "calendar_digest": "calendar"}
    for change in changes:
        if change.path in paths:
            yield paths[change.path], change


def _plain(recorded: Determination, pack: Pack, same: bool, changes: list[Change]) -> dict[str, Any]:
    return {
        "same": same,
        "layout_only": not same and not changes,
        "pack": {"id": pack.id, "version": pack.version, "digest": pack.digest},
        "as_of": recorded.as_of.isoformat(),
        "question": recorded.question.value,
        "reasons": [reason for reason, _ in _reasons(changes)],
        "differences": [{"path": change.path, "recorded": change.was, "now": change.now} for change in changes],
    }


def _shown(value: object, lang: Lang) -> str:
    text = _ABSENT.of(lang) if value is None else visible(str(value))
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def _say(
    recorded: Determination, again: Determination, same: bool, changes: list[Change], lang: Lang, lines: Lines
) -> None:
    if same:
        pack = {"pack": again.pack.id, "version": visible(again.pack.version)}
        lines.say(_SAME.of(lang).format(day=recorded.as_of, verdict=OF_VERDICT[again.verdict].word.of(lang), **pack))
        return
    if not changes:
        lines.say(_LAYOUT.of(lang))
        return
    for reason, change in _reasons(changes):
        lines.say(_WHY[reason].of(lang).format(was=_shown(change.was, lang), now=_shown(change.now, lang)))
    lines.say(_DIFFERS.of(lang).format(count=Count(len(changes))))
    for change in changes[:_SHOWN]:
        shown = {"was": _shown(change.was, lang), "now": _shown(change.now, lang)}
        lines.say(_ONE.of(lang).format(path=change.path, **shown), indent=2, hang=2)
    if len(changes) > _SHOWN:
        lines.say(_MORE.of(lang).format(count=len(changes) - _SHOWN), indent=2)
