"""`tic-rules new`: a dossier to fill in, each field with its meaning, unit, allowed words and evidence."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import click

from tic_rules import shipped
from tic_rules.analysis.needs import needs_of
from tic_rules.cli import blank, forms, wording
from tic_rules.cli.asked import question_asked, shipped_packs, unknown_tracks
from tic_rules.cli.commands import once, session
from tic_rules.cli.drafts import reason
from tic_rules.cli.exit_codes import DONE
from tic_rules.errors import Place, Problem, UsageError
from tic_rules.ir.catalogue import Text

_WRITTEN: Final = Text("已写出：{file}", "Written: {file}")


@click.pass_context
def run(
    ctx: click.Context,
    cities: tuple[str, ...],
    track: tuple[str, ...],
    question: tuple[str, ...],
    lang: tuple[str, ...],
    output: tuple[str, ...],
) -> int:
    """Writes the form, and returns the exit code."""
    here = session(ctx)
    wrong: list[Problem] = []
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
    _write(file, text)
    here.out.say([wording.inert(_WRITTEN, here.lang, file=file)])
    return DONE


def _write(file: str, text: str) -> None:
    """Makes the file. Raises UsageError where it is there already, or cannot be made."""
    try:
        with Path(file).open("x", encoding="utf-8", newline="\n") as target:
            target.write(text)
    except FileExistsError:
        raise UsageError([Problem.of("E036", Place(file))]) from None
    except (OSError, ValueError) as fault:
        raise UsageError([Problem.of("E032", Place(file), reason=reason(fault))]) from None
