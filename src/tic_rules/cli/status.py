"""`tic-rules status`: where centres stand after approval."""

from __future__ import annotations

import json
from typing import Final

import click

from tic_rules.cli import forms
from tic_rules.cli.asked import as_of_day
from tic_rules.cli.centres import histories, standings
from tic_rules.cli.commands import once
from tic_rules.cli.exit_codes import BAD_INPUT, DIFFERS, DONE
from tic_rules.cli.lines import Lines
from tic_rules.errors import InputError, Problem
from tic_rules.ir.catalogue import Text
from tic_rules.report import life

_FILE: Final = forms.Wanted(Text("历史或登记簿", "a history or a register"), least=1, most=1)


@click.pass_context
def run(
    ctx: click.Context,
    file: tuple[str, ...],
    centre: tuple[str, ...],
    on: tuple[str, ...],
    known_on: tuple[str, ...],
    pack: tuple[str, ...],
    format: tuple[str, ...],  # noqa: A002  (the option's name)
    lang: tuple[str, ...],
) -> int:
    """Says where the centres stand, and returns the exit code."""
    wrong: list[Problem] = []
    written = once(on, "--on", wrong)
    day = as_of_day(written, wrong)
    known = once(known_on, "--known-on", wrong)
    known_day = day if known is None else as_of_day(known, wrong)
    wanted, own = once(centre, "--centre", wrong), once(pack, "--pack", wrong)
    here, form = forms.opened(ctx, format, lang, file, _FILE, wrong)
    found, problems = histories(file[0], wanted, here.stdin)
    told, more = standings(file[0], found, own, on=day, known_on=known_day)
    problems += more
    if problems:
        here.err.say(InputError(problems).lines(here.lang))
    if form == "json":
        listed = [json.loads(one.to_json()) for one in told]
        forms.as_json({"statuses": listed, "problems": [forms.problem_of(p) for p in problems]}, here.out)
    else:
        lines = Lines(here.out)
        for number, one in enumerate(told):
            if number:
                lines.say()
            for line in life.summary(one, here.lang).splitlines():
                lines.say(line.strip(), indent=len(line) - len(line.lstrip()), hang=2)
    if problems:
        return BAD_INPUT
    return DIFFERS if any(one.proposals for one in told) else DONE
