"""`tic-rules ask`: an interview that asks only what can still change the verdict, and writes the dossier."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from datetime import date
from typing import Final

import click

from tic_rules import shipped
from tic_rules.cli import forms, questions_told, screens, wording
from tic_rules.cli.agenda import agenda
from tic_rules.cli.asked import as_of_day, question_asked, shipped_packs, unknown_tracks
from tic_rules.cli.commands import Session, once, session
from tic_rules.cli.drafts import Draft
from tic_rules.cli.given import with_answers
from tic_rules.cli.interview import Interview
from tic_rules.cli.outcomes import Decided, Outcome, Refused, exit_code
from tic_rules.errors import InputError, Place, Problem
from tic_rules.inert import visible
from tic_rules.ir.catalogue import Text
from tic_rules.ir.norms import Question
from tic_rules.ir.pack import Pack

_WRITTEN: Final = Text("资料文件：{file}", "Dossier: {file}")


@dataclass(frozen=True, slots=True)
class _Request:
    """A command line of ``ask``, understood."""

    pack: Pack
    question: Question
    tracks: tuple[str, ...]
    on: date
    file: str
    answers: tuple[str, ...]


@click.pass_context
def run(
    ctx: click.Context,
    city: tuple[str, ...],
    track: tuple[str, ...],
    question: tuple[str, ...],
    dossier: tuple[str, ...],
    on: tuple[str, ...],
    answer: tuple[str, ...],
    format: tuple[str, ...],  # noqa: A002  (the option's name)
    lang: tuple[str, ...],
) -> int:
    """Asks, and returns the exit code of what was told."""
    wrong: list[Problem] = []
    form = forms.form_of(format, lang, wrong)
    asked = question_asked(once(question, "--question", wrong), wrong)
    day = as_of_day(once(on, "--on", wrong), wrong)
    way = once(track, "--track", wrong)
    file = once(dossier, "--dossier", wrong)
    if len(city) != 1:
        known = shipped.pack_names()
        wrong.append(Problem.of("E030", known="、".join(known), known_en=", ".join(known)))
    packs = shipped_packs(city, Place("CITY"), wrong) if len(city) == 1 else ()
    tracks = () if way is None else (way,)
    for named in packs:
        wrong += unknown_tracks(named, tracks, Place("--track"))
    forms.refuse(wrong)
    pack = packs[0]
    request = _Request(pack, asked, tracks, day, file or f"dossier-{pack.id}.yaml", answer)
    outcome = _for_program(request, session(ctx)) if form == "json" else _for_people(request, session(ctx))
    return exit_code([[outcome]])


def _begun(request: _Request) -> Draft:
    """The dossier with the answers that were given along. Raises InputError where it or one of them is refused."""
    applied = {"city": request.pack.id}
    if request.tracks:
        applied["track"] = request.tracks[0]
    draft = Draft(
        request.file,
        request.pack,
        question=request.question,
        tracks=request.tracks,
        on=request.on,
        start={"format": "1", "application": applied},
    )
    tree = with_answers(draft.tree, request.answers, request.pack, request.on)
    if tree != draft.tree:
        draft.take(tree)
    return draft


def _for_program(request: _Request, here: Session) -> Outcome:
    """One turn: takes the answers, and says what is decided so far and what is left to ask. Nothing is read."""
    try:
        draft = _begun(request)
    except InputError as error:
        here.err.say(error.lines(here.lang))
        problems = [forms.problem_of(problem) for problem in error.problems]
        forms.as_json({"dossier": visible(request.file), "problems": problems}, here.out)
        return Refused(request.file, error.problems)
    turns = agenda(request.pack, draft, request.on)
    forms.as_json(questions_told.plain(request.pack, draft, turns), here.out)
    return Decided(draft.path, draft.determination)


def _for_people(request: _Request, here: Session) -> Outcome:
    """The interview, and the report of what was told."""
    from tic_rules.report.terminal import show

    draft = _begun(request)
    stdin = here.stdin if here.stdin is not None else getattr(sys.stdin, "buffer", None)
    try:
        Interview(draft, request.pack, as_of=request.on, out=here.out, stdin=stdin, lang=here.lang).run()
    finally:
        here.out.say(["", wording.inert(_WRITTEN, here.lang, file=draft.path)])
    here.out.say([""])
    show(draft.determination, screens.console(here.out), lang=here.lang)
    return Decided(draft.path, draft.determination)
