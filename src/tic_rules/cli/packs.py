"""`tic-rules packs`: the packs that travel with the library, and how each stands on a day."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import Any, Final

import click

from tic_rules import shipped
from tic_rules.cli import forms
from tic_rules.cli.asked import as_of_day
from tic_rules.cli.commands import once
from tic_rules.cli.exit_codes import DONE
from tic_rules.cli.lines import Lines
from tic_rules.engine.standing import standing_on
from tic_rules.errors import Lang, Problem
from tic_rules.ir.catalogue import Text
from tic_rules.ir.norms import Norm, Question, Relaxation
from tic_rules.ir.pack import IssueKind, Pack
from tic_rules.packs.load import load_pack
from tic_rules.report.norm_told import QUESTIONS
from tic_rules.report.standing import standing_text

KINDS: Final = {
    IssueKind.DRAFT: Text("征求意见稿", "consultation draft"),
    IssueKind.TRIAL: Text("试行", "trial"),
    IssueKind.IN_FORCE: Text("正式施行", "in force"),
}
_NOTHING: Final = forms.Wanted(Text("", ""), most=0)
_COUNTS: Final = {
    "norms": Text("规则", "norms"),
    "tracks": Text("申报途径", "tracks"),
    "facts": Text("自有资料", "facts of its own"),
    "findings": Text("认定事项", "findings"),
    "readings": Text("另有读法", "other readings"),
    "after_approval": Text("批准之后的规定", "parts after approval"),
    "provisions": Text("条款项", "provisions"),
}


@click.pass_context
def run(
    ctx: click.Context,
    on: tuple[str, ...],
    format: tuple[str, ...],  # noqa: A002  (the option's name)
    lang: tuple[str, ...],
) -> int:
    """Lists the packs, and returns the exit code."""
    wrong: list[Problem] = []
    day = as_of_day(once(on, "--on", wrong), wrong)
    here, form = forms.opened(ctx, format, lang, (), _NOTHING, wrong)
    packs = [load_pack(name) for name in shipped.pack_names()]
    if form == "json":
        forms.as_json({"on": day.isoformat(), "packs": [described(pack, day) for pack in packs]}, here.out)
        return DONE
    lines = Lines(here.out)
    for number, pack in enumerate(packs):
        if number:
            lines.say()
        _say(pack, day, here.lang, lines)
    return DONE


def counts(pack: Pack) -> dict[str, int]:
    """How much a pack holds."""
    drawn: tuple[Norm | Relaxation, ...] = (*pack.norms, *pack.relaxations)
    return {
        "norms": len(pack.norms),
        "tracks": len(pack.tracks),
        "facts": len(pack.facts),
        "findings": len(pack.findings),
        "readings": sum(len(one.readings) for one in drawn),
        "after_approval": 0 if pack.lifecycle is None else len(pack.lifecycle.cited),
        "provisions": len(pack.provisions),
    }


def described(pack: Pack, day: date) -> dict[str, Any]:
    """A pack for programs."""
    standing = standing_on(pack, day)
    asked = Counter(norm.question for norm in pack.norms)
    return {
        "id": pack.id,
        "version": pack.version,
        "digest": pack.digest,
        "city": forms.both(pack.jurisdiction),
        "code": pack.jurisdiction_code,
        "title": forms.both(pack.title),
        "issued_by": forms.both(pack.issued_by),
        "issued_number": pack.issued_number,
        "issued_on": None if pack.issued_on is None else pack.issued_on.isoformat(),
        "kind": pack.kind.value,
        "standing": {
            "kind": standing.kind.value,
            "says": {"zh": standing_text(standing, day, "zh"), "en": standing_text(standing, day, "en")},
        },
        "counts": {**counts(pack), "norms_by_question": {question.value: asked[question] for question in Question}},
    }


def _say(pack: Pack, day: date, lang: Lang, lines: Lines) -> None:
    gap, mark = ("，", "：") if lang == "zh" else (", ", ": ")
    lines.say(f"{pack.id} {pack.version}  {pack.jurisdiction.of(lang)}  {KINDS[pack.kind].of(lang)}", hang=2)
    lines.say(pack.title.of(lang), indent=2, hang=2)
    lines.say(standing_text(standing_on(pack, day), day, lang), indent=2, hang=2)
    held = gap.join(f"{_COUNTS[name].of(lang)} {number}" for name, number in counts(pack).items())
    lines.say(held, indent=2, hang=2)
    asked = Counter(norm.question for norm in pack.norms)
    by_question = gap.join(f"{QUESTIONS[question].of(lang)} {asked[question]}" for question in Question)
    lines.say(f"{Text('规则按问题', 'norms by question').of(lang)}{mark}{by_question}", indent=2, hang=2)
    lines.say(pack.digest, indent=2, hang=2)
