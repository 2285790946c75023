"""`tic-rules check`: holds dossiers against packs and writes the determinations."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

import click

from tic_rules import source
from tic_rules.cli import answers, forms
from tic_rules.cli.asked import Asked, as_of_day, askings, dossiers_named, named_packs, question_asked, unknown_tracks
from tic_rules.cli.commands import once, session
from tic_rules.cli.misspelt import misspelt
from tic_rules.cli.outcomes import Decided, Outcome, Refused, Skipped, exit_code
from tic_rules.cli.streams import Sink
from tic_rules.engine.decide import decide
from tic_rules.errors import Lang, Place, Problem, TicRulesError
from tic_rules.facts import Dossier
from tic_rules.ir.determination import Determination, StandingKind


@dataclass(frozen=True, slots=True)
class _Request:
    """A command line of ``check``, understood."""

    dossiers: tuple[str, ...]
    asked: Asked
    form: str
    full: bool
    in_force_only: bool


@click.pass_context
def run(
    ctx: click.Context,
    dossiers: tuple[str, ...],
    city: tuple[str, ...],
    track: tuple[str, ...],
    question: tuple[str, ...],
    pack: tuple[str, ...],
    on: tuple[str, ...],
    format: tuple[str, ...],  # noqa: A002  (the option's name)
    lang: tuple[str, ...],
    full: bool,
    in_force_only: bool,
) -> int:
    """Decides, and returns the exit code."""
    here = session(ctx)
    wrong: list[Problem] = []
    dossiers_named(dossiers, wrong)
    form = forms.form_of(format, lang, wrong, forms.REPORTS)
    asked_question = question_asked(once(question, "--question", wrong), wrong)
    day = as_of_day(once(on, "--on", wrong), wrong)
    way = once(track, "--track", wrong)
    packs = named_packs(city, once(pack, "--pack", wrong), wrong)
    tracks = () if way is None else (way,)
    for named in packs:
        wrong += unknown_tracks(named, tracks, Place("--track"))
    forms.refuse(wrong)
    request = _Request(dossiers, Asked(packs, tracks, asked_question, day), form, full, in_force_only)
    found: list[list[Outcome]] = []
    outcomes = _outcomes(request, here.stdin, here.lang, here.out, here.err, found)
    named_too = len(dossiers) > 1
    match form:
        case "json":
            answers.as_json(outcomes, here.out)
        case "markdown":
            answers.as_markdown(outcomes, here.out, lang=here.lang, full=full, named=named_too)
        case _:
            answers.on_screen(outcomes, here.out, lang=here.lang, full=full, named=named_too)
    return exit_code(found)


def _outcomes(
    request: _Request, stdin: BinaryIO | None, lang: Lang, out: Sink, err: Sink, found: list[list[Outcome]]
) -> Iterator[Outcome]:
    """What comes of each dossier, one after the other; what is wrong with one is said as soon as it is known."""
    for name in request.dossiers:
        outcomes, warnings = _of_one(name, request, stdin)
        found.append(outcomes)
        if warnings:
            out.flush()
            err.say(TicRulesError(warnings).lines(lang))
        for outcome in outcomes:
            if isinstance(outcome, Refused):
                out.flush()
                err.say(TicRulesError(outcome.problems).lines(lang))
            yield outcome


def _of_one(name: str, request: _Request, stdin: BinaryIO | None) -> tuple[list[Outcome], list[Problem]]:
    """What comes of one dossier, and warnings about it. One that any of its packs refuses is refused as a whole."""
    asked = request.asked
    try:
        document = source.read_document(name, stdin=stdin)
        dossier = Dossier.from_document(document, cities=[pack.id for pack in asked.packs])
        wanted = askings(asked, dossier, document)
    except TicRulesError as error:
        return [Refused(name, error.problems)], []
    made: list[Determination] = []
    wrong: list[Problem] = []
    for asking in wanted:
        try:
            made.append(decide(asking.pack, dossier, on=asked.on, question=asked.question, tracks=asking.tracks))
        except TicRulesError as error:
            wrong += error.problems
    if wrong:
        return [Refused(name, TicRulesError(wrong).problems)], []
    warnings = misspelt(made, [asking.pack for asking in wanted], document)
    return [_judged(name, determination, request) for determination in made], warnings


def _judged(name: str, determination: Determination, request: _Request) -> Outcome:
    if request.in_force_only and determination.standing.kind is not StandingKind.IN_FORCE:
        return Skipped(name, determination)
    return Decided(name, determination)
