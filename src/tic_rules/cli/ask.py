"""`tic-rules ask`: an interview that asks only what can still change the verdict, and writes the dossier."""

from __future__ import annotations

import sys
from typing import Final

import click

from tic_rules import shipped
from tic_rules.cli import forms, screens, wording
from tic_rules.cli.asked import as_of_day, question_asked, shipped_packs, unknown_tracks
from tic_rules.cli.commands import once, session
from tic_rules.cli.drafts import Draft
from tic_rules.cli.interview import Interview
from tic_rules.cli.outcomes import Decided, exit_code
from tic_rules.errors import Place, Problem
from tic_rules.ir.catalogue import Text

_WRITTEN: Final = Text("资料文件：{file}", "Dossier: {file}")


@click.pass_context
def run(
    ctx: click.Context,
    city: tuple[str, ...],
    track: tuple[str, ...],
    question: tuple[str, ...],
    dossier: tuple[str, ...],
    on: tuple[str, ...],
    lang: tuple[str, ...],
) -> int:
    """Asks, and returns the exit code of what was told."""
    from tic_rules.report.terminal import show

    here = session(ctx)
    wrong: list[Problem] = []
    forms.form_of((), lang, wrong)
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
    start = {"city": pack.id} if way is None else {"city": pack.id, "track": way}
    draft = Draft(
        file or f"dossier-{pack.id}.yaml",
        pack,
        question=asked,
        tracks=tracks,
        on=day,
        start={"format": "1", "application": start},
    )
    stdin = here.stdin if here.stdin is not None else getattr(sys.stdin, "buffer", None)
    try:
        Interview(draft, pack, as_of=day, out=here.out, stdin=stdin, lang=here.lang).run()
    finally:
        here.out.say(["", wording.inert(_WRITTEN, here.lang, file=draft.path)])
    here.out.say([""])
    show(draft.determination, screens.console(here.out), lang=here.lang)
    return exit_code([[Decided(draft.path, draft.determination)]])
