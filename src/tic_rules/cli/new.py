"""`tic-rules new`: a dossier to fill in, each field with its meaning, unit, allowed words and evidence."""

from __future__ import annotations

from pathlib import Path

import click

from tic_rules import shipped
from tic_rules.analysis.needs import needs_of
from tic_rules.cli import blank, forms, wording
from tic_rules.cli.asked import question_asked, shipped_packs, unknown_tracks
from tic_rules.cli.commands import once, session
from tic_rules.cli.exit_codes import DONE
from tic_rules.cli.pack_copy import WRITTEN, copy_of_pack, write_anew
from tic_rules.errors import Place, Problem


@click.pass_context
def run(
    ctx: click.Context,
    cities: tuple[str, ...],
    track: tuple[str, ...],
    question: tuple[str, ...],
    lang: tuple[str, ...],
    output: tuple[str, ...],
    source: tuple[str, ...],
) -> int:
    """Writes the form, or the copy of a pack, and returns the exit code."""
    here = session(ctx)
    wrong: list[Problem] = []
    if source:
        return copy_of_pack(here, once(source, "--from", wrong) or "", cities, once(output, "--output", wrong), wrong)
    forms.form_of((), lang, wrong)
    named = once(question, "--question", wrong)
    asked = None if named is None else question_asked(named, wrong)
    way = once(track, "--track", wrong)
    file = once(output, "--output", wrong)
    packs = shipped_packs(cities or shipped.pack_names(), Place("CITY"), wrong)
    for pack in packs:
        wrong += [] if way is None else unknown_tracks(pack, (way,), Place("--track"))
    forms.refuse(wrong)
    is_all = not cities and asked is None and way is None
    text = blank.written([needs_of(pack, asked, way) for pack in packs], here.lang, everything=is_all)
    if file is None or file == "-":
        here.out.write(text)
        return DONE
    write_anew(Path(file), text)
    here.out.say([wording.inert(WRITTEN, here.lang, file=file)])
    return DONE
