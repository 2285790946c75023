"""`tic-rules schema`: a published JSON Schema, from the wheel."""

from __future__ import annotations

from typing import Final

import click

from tic_rules import shipped
from tic_rules.cli import forms
from tic_rules.cli.commands import once, one_of
from tic_rules.cli.exit_codes import DONE
from tic_rules.errors import Problem
from tic_rules.ir.catalogue import Text

NAMES: Final = ("dossier", "pack", "determination", "outcomes", "comparison", "history", "status")
_ONE: Final = forms.Wanted(Text("、".join(NAMES), ", ".join(NAMES)), least=1, most=1)
_DRAFTS: Final = {"2020-12": "", "7": ".draft-07"}


@click.pass_context
def run(ctx: click.Context, names: tuple[str, ...], draft: tuple[str, ...], lang: tuple[str, ...]) -> int:
    """Writes the schema, and returns the exit code."""
    wrong: list[Problem] = []
    which = one_of(once(draft, "--draft", wrong), tuple(_DRAFTS), "--draft", wrong)
    if names and names[0] not in NAMES:
        wrong.append(Problem.unknown("E022", names[0], NAMES))
    here, _ = forms.opened(ctx, (), lang, names, _ONE, wrong)
    here.out.write(shipped.schema_text(f"{names[0]}{_DRAFTS[which]}.schema.json"))
    return DONE
