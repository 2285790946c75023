"""`tic-rules compare`: holds dossiers against all cities and their ways in, side by side."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import BinaryIO

import click

from tic_rules import source
from tic_rules.analysis.comparison import Comparison, compare
from tic_rules.analysis.record import record_of
from tic_rules.cli import answers, forms, screens
from tic_rules.cli.asked import as_of_day, dossiers_named, named_packs, question_asked
from tic_rules.cli.commands import once, session
from tic_rules.cli.exit_codes import FAILED, OPEN, PASSED, REFUSED
from tic_rules.cli.misspelt import misspelt
from tic_rules.cli.outcomes import Refused
from tic_rules.cli.streams import Sink
from tic_rules.errors import Lang, Problem, TicRulesError
from tic_rules.facts import Dossier
from tic_rules.inert import for_markdown, visible
from tic_rules.ir.norms import Question
from tic_rules.ir.pack import Pack
from tic_rules.packs.load import load_pack
from tic_rules.shipped import pack_names
from tic_rules.truth import Verdict


@dataclass(frozen=True, slots=True)
class Compared:
    """A comparison, and the file as it was named on the command line."""

    dossier: str
    comparison: Comparison
    warnings: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class _Request:
    """A command line of ``compare``, understood."""

    dossiers: tuple[str, ...]
    packs: tuple[Pack, ...]
    """None named: all."""
    question: Question
    on: date


@click.pass_context
def run(
    ctx: click.Context,
    dossiers: tuple[str, ...],
    city: tuple[str, ...],
    question: tuple[str, ...],
    on: tuple[str, ...],
    format: tuple[str, ...],  # noqa: A002  (the option's name)
    lang: tuple[str, ...],
) -> int:
    """Compares, and returns the exit code."""
    here = session(ctx)
    wrong: list[Problem] = []
    dossiers_named(dossiers, wrong)
    form = forms.form_of(format, lang, wrong, forms.REPORTS)
    asked = question_asked(once(question, "--question", wrong), wrong)
    day = as_of_day(once(on, "--on", wrong), wrong)
    packs = named_packs(city, None, wrong)
    forms.refuse(wrong)
    codes: set[int] = set()
    outcomes = _outcomes(_Request(dossiers, packs, asked, day), here.stdin, here.lang, here.out, here.err, codes)
    if form == "json":
        _as_json(outcomes, here.out)
    else:
        _for_people(outcomes, here.out, here.lang, form, named=len(dossiers) > 1)
    return next((code for code in (REFUSED, FAILED, OPEN) if code in codes), PASSED)


def _outcomes(
    request: _Request, stdin: BinaryIO | None, lang: Lang, out: Sink, err: Sink, codes: set[int]
) -> Iterator[Compared | Refused]:
    """What comes of each dossier, one after the other; what is wrong with one is said as soon as it is known."""
    for name in request.dossiers:
        outcome = _of_one(name, request, stdin)
        said = outcome.problems if isinstance(outcome, Refused) else outcome.warnings
        if said:
            out.flush()
            err.say(TicRulesError(said).lines(lang))
        codes.add(REFUSED if isinstance(outcome, Refused) else code_of(outcome.comparison))
        yield outcome


def _of_one(name: str, request: _Request, stdin: BinaryIO | None) -> Compared | Refused:
    try:
        document = source.read_document(name, stdin=stdin)
        dossier = Dossier.from_document(document)
        made = compare(dossier, request.packs or None, on=request.on, question=request.question)
        packs = request.packs or tuple(map(load_pack, pack_names()))
        warnings = misspelt([column.determination for column in made.columns], packs, document)
        return Compared(name, made, tuple(warnings))
    except TicRulesError as error:
        return Refused(name, error.problems)


def code_of(comparison: Comparison) -> int:
    """The exit code of one comparison: what is best among the ways in."""
    verdicts = {column.verdict for column in comparison.columns} - {Verdict.NOT_APPLICABLE}
    if Verdict.PASS in verdicts:
        return PASSED
    return FAILED if verdicts == {Verdict.FAIL} else OPEN


# --- forms -----------------------------------------------------------------------------------------------------------


def _for_people(outcomes: Iterator[Compared | Refused], out: Sink, lang: Lang, form: str, *, named: bool) -> None:
    """On the screen or as Markdown; what was refused has been said on standard error."""
    from tic_rules.report import compared, compared_terminal

    screen = screens.console(out)
    made = (outcome for outcome in outcomes if isinstance(outcome, Compared))
    for number, outcome in enumerate(made):
        in_markdown = form == "markdown"
        if number:
            out.say(["", "---", ""] if in_markdown else [""])
        if named:
            name = for_markdown(outcome.dossier) if in_markdown else visible(outcome.dossier)
            out.say([f"{answers.FILE.of(lang)}{name}", *([""] if in_markdown else [])])
        if in_markdown:
            out.write(compared.markdown(outcome.comparison, lang))
        else:
            compared_terminal.show(outcome.comparison, screen, lang=lang)


def _as_json(outcomes: Iterator[Compared | Refused], out: Sink) -> None:
    """The bare comparison where one dossier was compared, else all outcomes in one document."""
    match list(outcomes):
        case [Compared(_, comparison, _)]:
            out.write(comparison.to_json())
        case several:
            forms.as_json({"outcomes": [_plain(outcome) for outcome in several]}, out)


def _plain(outcome: Compared | Refused) -> dict[str, object]:
    if isinstance(outcome, Refused):
        return answers.plain(outcome)
    return {"dossier": visible(outcome.dossier), "comparison": record_of(outcome.comparison)}
