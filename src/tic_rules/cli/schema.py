"""`tic-rules schema`: a published JSON Schema, from the wheel."""

from __future__ import annotations

from typing import Final

import click

from tic_rules import shipped
from tic_rules.cli import forms, wording
from tic_rules.cli.commands import Argument, Command, Option, once, one_of, session
from tic_rules.cli.screens import Example
from tic_rules.errors import Problem
from tic_rules.ir.catalogue import Text

NAMES: Final = ("dossier", "pack", "determination", "outcomes")
_DRAFTS: Final = {"2020-12": "", "7": ".draft-07"}


def command() -> Command:
    """The command as Click runs it."""
    return Command(
        "schema",
        about=Text(
            "写出 JSON Schema：资料、规则包、判断记录，或几份判断的结果。编辑器和代码生成器可以直接使用，不用联网。",
            "Writes a JSON Schema: of a dossier, a pack, a recorded determination, or the outcomes of several. For "
            "editors and code generators; nothing is fetched.",
        ),
        examples=(
            Example(
                Text(
                    "tic-rules schema dossier --draft 7 > dossier.json",
                    "tic-rules schema dossier --draft 7 > dossier.json",
                ),
                Text("资料的格式，draft 7，供编辑器补全", "the form of a dossier in draft 7, for an editor"),
            ),
            Example(
                Text("tic-rules schema determination", "tic-rules schema determination"),
                Text("判断记录的格式", "the form of a recorded determination"),
            ),
        ),
        exit_codes={forms.DONE: Text("已写出。", "Written."), forms.BAD_INPUT: Text("命令行有误。", "Bad usage.")},
        params=[
            Argument(
                "names",
                value=Text("dossier|pack|determination|outcomes", "dossier|pack|determination|outcomes"),
                says=Text(
                    "dossier 资料，pack 规则包，determination 判断记录，outcomes 几份判断的结果。",
                    "dossier, pack, determination (a record), or outcomes (of several dossiers or packs).",
                ),
            ),
            Option(
                "--draft",
                value=Text("版本", "DRAFT"),
                says=Text("2020-12（默认）或 7。", "2020-12 (default) or 7."),
            ),
            Option("--lang", value=Text("zh|en", "zh|en"), says=wording.LANG),
        ],
        callback=_schema,
    )


@click.pass_context
def _schema(ctx: click.Context, names: tuple[str, ...], draft: tuple[str, ...], lang: tuple[str, ...]) -> int:
    here = session(ctx)
    wrong: list[Problem] = []
    forms.form_of((), lang, wrong)
    forms.counted(names, 1, 1, Text("、".join(NAMES), ", ".join(NAMES)), wrong)
    which = one_of(once(draft, "--draft", wrong), tuple(_DRAFTS), "--draft", wrong)
    if names and names[0] not in NAMES:
        wrong.append(Problem.unknown("E022", names[0], NAMES))
    forms.refuse(wrong)
    here.out.write(shipped.schema_text(f"{names[0]}{_DRAFTS[which]}.schema.json"))
    return forms.DONE
