"""`tic-rules schema`: a published JSON Schema, from the wheel."""

from __future__ import annotations

from typing import Final

from tic_rules.cli import exit_codes
from tic_rules.cli.commands import Argument, Command, Option, work
from tic_rules.cli.screens import Example
from tic_rules.cli.usage import options
from tic_rules.ir.catalogue import Text

_NAMES: Final = "dossier|pack|determination|outcomes|comparison|history|status"


def command() -> Command:
    """The command as Click runs it."""
    return Command(
        "schema",
        about=Text(
            "写出 JSON Schema：资料、规则包、判断记录、几份判断的结果、各市比较、中心的历史或状况。"
            "编辑器和代码生成器可以直接使用，不用联网。",
            "Writes a JSON Schema: of a dossier, a pack, a recorded determination, the outcomes of several, a "
            "comparison, a centre's history or its status. For editors and code generators; nothing is fetched.",
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
        exit_codes={
            exit_codes.DONE: Text("已写出。", "Written."),
            exit_codes.BAD_INPUT: Text("命令行有误。", "Bad usage."),
        },
        params=[
            Argument(
                "names",
                value=Text(_NAMES, _NAMES),
                says=Text(
                    "dossier 资料，pack 规则包，determination 判断记录，outcomes 几份判断的结果，comparison 各市比较，"
                    "history 中心的历史，status 中心的状况。",
                    "dossier, pack, determination (a record), outcomes (of several dossiers or packs), comparison, "
                    "history (of a centre), or status (of a centre).",
                ),
            ),
            Option(
                "--draft",
                value=Text("版本", "DRAFT"),
                says=Text("2020-12（默认）或 7。", "2020-12 (default) or 7."),
            ),
            options.lang(),
        ],
        callback=work("schema"),
    )
