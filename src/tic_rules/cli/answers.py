"""The forms in which the outcomes of a run are written: for people, as Markdown, for programs."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final, assert_never

from tic_rules.cli import forms, screens
from tic_rules.cli.outcomes import Decided, Outcome, Refused, Skipped
from tic_rules.cli.streams import Sink
from tic_rules.errors import Lang
from tic_rules.inert import for_markdown, visible
from tic_rules.ir.catalogue import Text
from tic_rules.ir.determination import Determination
from tic_rules.ir.record import record_of

FILE: Final = Text("资料文件：", "Dossier: ")
_NOT_IN_FORCE: Final = Text(
    "未判断：规则包 {pack} {version} 在所判断的日子不是（或不能确定是）施行中（--in-force-only）。",
    "Not decided: pack {pack} {version} is not, or not known to be, in force on the day tested (--in-force-only).",
)


def on_screen(outcomes: Iterable[Outcome], out: Sink, *, lang: Lang, full: bool, named: bool) -> None:
    """For people: each determination as soon as it is made; ``named`` says before each from which file it is.

    What was refused has been said on standard error.
    """
    from tic_rules.report.terminal import show

    screen = screens.console(out)
    for number, outcome in enumerate(told for told in outcomes if not isinstance(told, Refused)):
        if number:
            out.say([""])
        if named:
            out.say([f"{FILE.of(lang)}{visible(outcome.dossier)}"])
        match outcome:
            case Decided(_, determination):
                show(determination, screen, lang=lang, full=full)
            case Skipped(_, determination):
                out.say([_left_out(determination, lang)])
            case _:
                assert_never(outcome)


def as_markdown(outcomes: Iterable[Outcome], out: Sink, *, lang: Lang, full: bool, named: bool) -> None:
    """As Markdown: what ``on_screen`` shows."""
    from tic_rules.report.markdown import render

    for number, outcome in enumerate(told for told in outcomes if not isinstance(told, Refused)):
        if number:
            out.say(["", "---", ""])
        if named:
            out.say([f"{FILE.of(lang)}{for_markdown(outcome.dossier)}", ""])
        match outcome:
            case Decided(_, determination):
                out.write(render(determination, lang=lang, full=full).rstrip("\n") + "\n")
            case Skipped(_, determination):
                out.say([for_markdown(_left_out(determination, lang))])
            case _:
                assert_never(outcome)


def as_json(outcomes: Iterable[Outcome], out: Sink) -> None:
    """For programs: the bare record where one dossier was decided by one pack, else all outcomes in one document."""
    match list(outcomes):
        case [Decided(_, determination)]:
            out.write(determination.to_json())
        case several:
            forms.as_json({"outcomes": [plain(outcome) for outcome in several]}, out)


def plain(outcome: Outcome) -> dict[str, Any]:
    """An outcome as plain data."""
    dossier = visible(outcome.dossier)
    match outcome:
        case Decided(_, determination):
            return {"dossier": dossier, "determination": record_of(determination)}
        case Skipped(_, determination):
            record = record_of(determination)
            return {"dossier": dossier, "not_in_force": {key: record[key] for key in ("pack", "standing")}}
        case Refused(_, problems):
            return {"dossier": dossier, "problems": [forms.problem_of(problem) for problem in problems]}
        case _:
            assert_never(outcome)


def _left_out(determination: Determination, lang: Lang) -> str:
    pack = determination.pack
    return _NOT_IN_FORCE.of(lang).format(pack=pack.id, version=visible(pack.version))
