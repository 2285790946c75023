"""`tic-rules ask`: an interview that asks only what can still change the verdict, and writes the dossier."""

from __future__ import annotations

from typing import Final

from tic_rules.cli import exit_codes
from tic_rules.cli.commands import Argument, Command, Option, work
from tic_rules.cli.screens import Example
from tic_rules.cli.usage import options
from tic_rules.ir.catalogue import Text

EXAMPLES: Final = (
    Example(
        Text("tic-rules ask liaocheng", "tic-rules ask liaocheng"),
        Text("开始问答，资料写入 dossier-liaocheng.yaml；再次运行就接着问", "begin, or go on with the same file"),
    ),
    Example(
        Text(
            "tic-rules ask chongqing --dossier 资料.yaml --question procedure",
            "tic-rules ask chongqing --dossier dossier.yaml --question procedure",
        ),
        Text("就一份已有资料问程序方面还缺什么", "ask what an existing dossier lacks for the procedure"),
    ),
    Example(
        Text(
            "tic-rules ask 聊城 --answer lead.kind=企业 --format json",
            "tic-rules ask liaocheng --answer lead.kind=enterprise --format json",
        ),
        Text("供程序一问一答：写入答案，读出还要问的", "turn by turn for a program: give answers, read what is left"),
    ),
)


def command() -> Command:
    """The command as Click runs it."""
    cities = options.cities()
    return Command(
        "ask",
        about=Text(
            "逐项提问，只问还会影响结论的事项，随时可以停下再接着问；每答一项就写入资料文件。",
            "Asks, one by one, only what can still change the verdict; leave at any time and take it up again. The "
            "dossier file is written after every answer.",
        ),
        examples=EXAMPLES,
        exit_codes=exit_codes.OF_VERDICTS,
        params=[
            Argument(
                "city",
                value=Text("城市", "CITY"),
                says=Text(f"按哪个城市提问：{cities.zh}。", f"The city to ask for: {cities.en}."),
            ),
            options.track(
                Text("申报途径；不写时各途径都问。", "The track; left out: all of them."),
            ),
            options.question(),
            options.file(
                "--dossier",
                Text(
                    "资料文件（YAML），没有就新建；不写时是 dossier-城市.yaml。",
                    "The dossier (YAML), made if it is not there; left out: dossier-CITY.yaml.",
                ),
            ),
            options.on(),
            Option(
                "--answer",
                value=Text("位置=答案", "PATH=ANSWER"),
                says=Text(
                    "先写入这一项，可重复，如 lead.kind=企业；有一项有误就都不写入；答 unknown 删去。",
                    "Take this answer first, repeatable, such as lead.kind=enterprise; all are taken or none; the "
                    "answer unknown removes what was told.",
                ),
            ),
            *options.turn(),
        ],
        callback=work("ask"),
    )
