"""`tic-rules check`: holds dossiers against packs and writes the determinations."""

from __future__ import annotations

from typing import Final

from tic_rules.cli import exit_codes
from tic_rules.cli.commands import Argument, Command, Option, work
from tic_rules.cli.screens import Example
from tic_rules.cli.usage import options
from tic_rules.ir.catalogue import Text

EXAMPLES: Final = (
    Example(
        Text(
            "tic-rules check 资料.yaml --city liaocheng --on 2026-11-21",
            "tic-rules check dossier.yaml --city liaocheng --on 2026-11-21",
        ),
        Text("按指定的城市和日期判断一份资料", "decide one dossier by a city, as of a day"),
    ),
    Example(
        Text("tic-rules check 甲.yaml 乙.yaml --full", "tic-rules check a.yaml b.yaml --full"),
        Text("判断两份，列出每一条", "decide two, with every norm"),
    ),
    Example(
        Text("tic-rules check - --format json < 资料.json", "tic-rules check - --format json < dossier.json"),
        Text("从标准输入读取，结果供程序读取", "read standard input, answer for a program"),
    ),
)


def command() -> Command:
    """The command as Click runs it."""
    cities = options.cities()
    return Command(
        "check",
        about=Text(
            "判断资料是否符合城市的管理办法：先说结论，再说哪条不符合、差多少、依据第几条，还有什么没有定、该问谁。",
            "Decides dossiers by the regulations of cities: the verdict, then what fails, by how much and under which "
            "article, then what is still open and whom to ask.",
        ),
        examples=EXAMPLES,
        exit_codes=exit_codes.OF_VERDICTS,
        params=[
            Argument(
                "dossiers",
                value=Text("资料文件...", "DOSSIER..."),
                says=Text(
                    "YAML 或 JSON 文件，可以几份；- 是标准输入。",
                    "YAML or JSON files, any number; - is standard input.",
                ),
            ),
            options.city(
                Text(
                    f"按哪个城市判断，可重复：{cities.zh}。不写时看资料中的申报城市，再看依托单位注册地。",
                    f"The city to decide by, repeatable: {cities.en}. Left out: the application's city, else "
                    "that of the lead's seat.",
                )
            ),
            options.track(
                Text(
                    "申报途径。不写时看资料，再逐一尝试，其一符合即可。",
                    "The track. Left out: the application's, else every track, of which one suffices.",
                )
            ),
            options.question(),
            options.file(
                "--pack",
                Text(
                    "自己的规则包；代替同名的城市规则包。",
                    "A policy pack of your own; it stands for the city's of that id.",
                ),
            ),
            options.on(),
            *options.report(),
            Option("--full", says=Text("列出每一条及其依据。", "Show every norm with its grounds.")),
            Option(
                "--in-force-only",
                says=Text(
                    "略过不在有效期内的规则包，如征求意见稿；条件和程序看申报日，运行和名称看评定基准日。",
                    "Skip packs not in force, such as drafts: on the application day, or on --on for a running centre.",
                ),
            ),
        ],
        callback=work("check"),
    )
