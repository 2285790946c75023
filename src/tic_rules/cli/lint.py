"""`tic-rules lint`: every check of a pack file, and how it is written."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, BinaryIO, Final

import click

from tic_rules import source
from tic_rules.cli import forms
from tic_rules.cli.exit_codes import BAD_INPUT, DIFFERS, DONE
from tic_rules.cli.lines import Lines
from tic_rules.errors import PRINTED_AT_MOST, Lang, Problem, TicRulesError
from tic_rules.inert import visible
from tic_rules.ir.catalogue import Text
from tic_rules.ir.pack import Pack
from tic_rules.packs.figures import figures_of
from tic_rules.packs.load import pack_of
from tic_rules.packs.style import style_of
from tic_rules.report.catalogue.count import Count

_CLEAN: Final = Text(
    "{name}：没有问题（{pack} {version}，{norms}条规则）。", "{name}: clean ({pack} {version}, {norms:norm|norms})."
)
_CLEAN_AND_AFTER: Final = Text(
    "{name}：没有问题（{pack} {version}，{norms}条规则，批准之后{parts}项规定）。",
    "{name}: clean ({pack} {version}, {norms:norm|norms}, {parts:part|parts} after approval).",
)
_FOUND: Final = Text(
    "{name}：错误{errors}处，提醒{warnings}处。", "{name}: {errors:error|errors}, {warnings:warning|warnings}."
)
_PACKS: Final = forms.Wanted(Text("规则包文件", "a pack file"), least=1)
_MORE: Final = Text("另有{count}处；全部见 --format json。", "and {count} more; all of them: --format json.")
_SEE: Final = Text("为什么、怎样改：tic-rules explain {code}", "Why, and what is right: tic-rules explain {code}")
_LINE_END: Final = re.compile("\r\n?|\n")
_WIDEST: Final = 100
"""The most characters of a line of the file that are shown."""


@dataclass(frozen=True, slots=True)
class _Linted:
    """One file and what was found in it."""

    name: str
    pack: Pack | None
    """None where it could not be loaded."""
    errors: tuple[Problem, ...]
    warnings: tuple[Problem, ...]
    text: str


@click.pass_context
def run(
    ctx: click.Context,
    files: tuple[str, ...],
    format: tuple[str, ...],  # noqa: A002  (the option's name)
    lang: tuple[str, ...],
) -> int:
    """Checks the files, and returns the exit code."""
    here, form = forms.opened_on_files(ctx, format, lang, files, _PACKS)
    out, err = Lines(here.out), Lines(here.err)
    linted = []
    for name in files:
        one = _linted(name, here.stdin)
        linted.append(one)
        if one.errors:
            here.out.flush()
            _say(one.errors, one.text, here.lang, err)
        if form == "text":
            _say(one.warnings, one.text, here.lang, out)
            _sum_up(one, here.lang, out)
    if form == "json":
        forms.as_json({"files": [_plain(one) for one in linted]}, here.out)
    if any(one.errors for one in linted):
        return BAD_INPUT
    return DIFFERS if any(one.warnings for one in linted) else DONE


def _linted(name: str, stdin: BinaryIO | None) -> _Linted:
    text = ""
    try:
        read = source.read_text(name, stdin=stdin)
        text = read.text
        is_json = name.lower().endswith(".json") or (name == "-" and text.lstrip(" \t\r\n").startswith(("{", "[")))
        document = (source.parse_json if is_json else source.parse_yaml)(text, name)
    except TicRulesError as error:
        return _Linted(name, None, error.problems, (), text)
    warnings = () if is_json else tuple(style_of(text, name))
    try:
        pack = pack_of(document)
        return _Linted(name, pack, (), tuple(sorted((*warnings, *figures_of(pack)))), text)
    except TicRulesError as error:
        return _Linted(name, None, error.problems, warnings, text)


def _plain(one: _Linted) -> dict[str, Any]:
    pack = None if one.pack is None else {"id": one.pack.id, "version": one.pack.version, "digest": one.pack.digest}
    return {
        "file": visible(one.name),
        "pack": pack,
        "problems": [forms.problem_of(problem) for problem in one.errors],
        "warnings": [forms.problem_of(problem) for problem in one.warnings],
    }


def _say(problems: Sequence[Problem], text: str, lang: Lang, lines: Lines) -> None:
    """Each problem, with the line of the file below it and a mark under the spot."""
    written = _LINE_END.split(text)
    for problem in problems[:PRINTED_AT_MOST]:
        lines.say(problem.text(lang), hang=2)
        if 0 < problem.place.line <= len(written):
            lines.verbatim("\n".join(_excerpt(written[problem.place.line - 1], problem)))
    if len(problems) > PRINTED_AT_MOST:
        lines.say(_MORE.of(lang).format(count=len(problems) - PRINTED_AT_MOST))
    if problems:
        lines.say(_SEE.of(lang).format(code=problems[0].code))


def _excerpt(line: str, problem: Problem) -> tuple[str, str]:
    """A line of the file with its number, and a mark under the column; wide characters take two."""
    from rich.cells import cell_len

    column = max(problem.place.column - 1, 0)
    first = max(column - _WIDEST // 2, 0)
    shown = line[first : first + _WIDEST]
    number = f"{problem.place.line:>6} | "
    before = visible(line[first:column])
    return f"{number}{shown}", f"{' ' * 6} | {' ' * cell_len(before)}^"


def _sum_up(one: _Linted, lang: Lang, lines: Lines) -> None:
    name = visible(one.name)
    if one.pack is not None and not one.warnings:
        said = {"pack": one.pack.id, "version": visible(one.pack.version), "norms": Count(len(one.pack.norms))}
        if one.pack.lifecycle is None:
            lines.say(_CLEAN.of(lang).format(name=name, **said))
        else:
            lines.say(_CLEAN_AND_AFTER.of(lang).format(name=name, **said, parts=Count(len(one.pack.lifecycle.cited))))
        return
    lines.say(_FOUND.of(lang).format(name=name, errors=Count(len(one.errors)), warnings=Count(len(one.warnings))))
