"""`tic-rules record`: adds to a register."""

from __future__ import annotations

from tic_rules.cli import exit_codes
from tic_rules.cli.commands import Argument, Command, Option, work
from tic_rules.cli.screens import Example
from tic_rules.cli.usage import options
from tic_rules.ir.catalogue import Text


def command() -> Command:
    """The command as Click runs it."""
    return Command(
        "record",
        about=Text(
            "向登记簿添加一笔：中心、事件或认定。登记簿只增不改，更正也是新的一笔。",
            "Adds to a register: a centre, an event or a finding. Lines are only ever added; a correction is a new "
            "one.",
        ),
        examples=(
            Example(
                Text(
                    "tic-rules record 登记簿.jsonl 中心.yaml",
                    "tic-rules record register.jsonl centre.yaml",
                ),
                Text("中心.yaml：centre、city、name", "centre.yaml: centre, city, name"),
            ),
            Example(
                Text(
                    "tic-rules record 登记簿.jsonl 事件.yaml --centre hh-001",
                    "tic-rules record register.jsonl event.yaml --centre hh-001",
                ),
                Text(
                    "事件.yaml：kind、day、by、basis 及该类事件的字段",
                    "event.yaml: kind, day, by, basis and its fields",
                ),
            ),
        ),
        exit_codes={
            exit_codes.DONE: Text("已登记。", "Recorded."),
            exit_codes.BAD_INPUT: Text(
                "没有登记：命令行、文件或登记簿有误。", "Nothing was recorded: bad usage or file."
            ),
        },
        params=[
            Argument(
                "files",
                value=Text("登记簿 文件...", "REGISTER FILE..."),
                says=Text(
                    "登记簿（.jsonl，没有时新建），和要登记的文件，可以几个；- 是标准输入。",
                    "The register (.jsonl, made if there is none), and the files to record; - is standard input.",
                ),
            ),
            Option(
                "--centre",
                value=Text("编号", "ID"),
                says=Text("事件或认定属于哪个中心。", "The centre that the events or findings are of."),
            ),
            *options.answer(),
        ],
        callback=work("record"),
    )
