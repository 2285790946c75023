"""`tic-rules compare`: holds dossiers against all cities and their ways in, side by side."""

from __future__ import annotations

from typing import Final

from tic_rules.cli import exit_codes
from tic_rules.cli.commands import Argument, Command, work
from tic_rules.cli.screens import Example
from tic_rules.cli.usage import options
from tic_rules.ir.catalogue import Text

EXAMPLES: Final = (
    Example(
        Text("tic-rules compare 资料.yaml --on 2026-11-21", "tic-rules compare dossier.yaml --on 2026-11-21"),
        Text("一份资料，与各市的各个途径并列比较", "one dossier against every way into every city"),
    ),
    Example(
        Text(
            "tic-rules compare 资料.yaml --city liaocheng --city hohhot",
            "tic-rules compare dossier.yaml --city liaocheng --city hohhot",
        ),
        Text("只比较两个城市", "two cities only"),
    ),
    Example(
        Text(
            "tic-rules compare 资料.yaml --question operation --format json",
            "tic-rules compare dossier.yaml --question operation --format json",
        ),
        Text("比较运行要求，结果供程序读取", "the rules for running centres, for a program to read"),
    ),
)


def command() -> Command:
    """The command as Click runs it."""
    cities = options.cities()
    return Command(
        "compare",
        about=Text(
            "同一份资料与各市的各个途径并列比较：先说每个途径的结论和文本是否有效，再逐项比较，最后说各途径还要什么。",
            "Holds one dossier against every way into every city: first each verdict and whether the text is in force, "
            "then matter by matter, then what each would still ask for.",
        ),
        examples=EXAMPLES,
        exit_codes=exit_codes.OF_COMPARISONS,
        params=[
            Argument(
                "dossiers",
                value=Text("资料文件...", "DOSSIER..."),
                says=Text(
                    "YAML 或 JSON 文件，可以几份，各自比较；- 是标准输入。",
                    "YAML or JSON files, any number, each compared by itself; - is standard input.",
                ),
            ),
            options.city(
                Text(
                    f"只比较这些城市，可重复：{cities.zh}。不写时是全部。",
                    f"Only these cities, repeatable: {cities.en}. Left out: all.",
                )
            ),
            options.question(),
            options.on(),
            *options.report(),
        ],
        callback=work("compare"),
    )
