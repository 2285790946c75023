"""`tic-rules lint`: every check of a pack file, and how it is written."""

from __future__ import annotations

from tic_rules.cli import exit_codes
from tic_rules.cli.commands import Argument, Command, work
from tic_rules.cli.screens import Example
from tic_rules.cli.usage import options
from tic_rules.ir.catalogue import Text


def command() -> Command:
    """The command as Click runs it."""
    return Command(
        "lint",
        about=Text(
            "检查规则包文件：装载时的全部检查，一次说完；再看写法：分行写、一种引号、键的次序、编号的前缀、两种语言、半角数字。",
            "Checks pack files: every check of loading, all at once; then how they are written: in blocks, one kind of "
            "quotes, the order of keys, the prefix of ids, both languages, half-width digits.",
        ),
        examples=(
            Example(
                Text("tic-rules lint 我的规则.yaml", "tic-rules lint my-pack.yaml"),
                Text("检查一个规则包", "check a pack"),
            ),
            Example(
                Text("tic-rules lint 甲.yaml 乙.yaml --format json", "tic-rules lint a.yaml b.yaml --format json"),
                Text("检查几个，结果供程序读取", "check several, for a program"),
            ),
        ),
        exit_codes={
            exit_codes.DONE: Text("没有问题。", "Clean."),
            exit_codes.DIFFERS: Text("可以装载，有提醒。", "It loads, with warnings."),
            exit_codes.BAD_INPUT: Text(
                "有错误，不能装载；或命令行有误。", "There are errors and it does not load; or bad usage."
            ),
        },
        params=[
            Argument(
                "files",
                value=Text("规则包...", "PACK..."),
                says=Text(
                    "规则包文件，YAML 或 JSON，可以几个；- 是标准输入。JSON 文件不看写法。",
                    "Pack files in YAML or JSON, any number; - is standard input. Of JSON the style is not looked at.",
                ),
            ),
            *options.answer(),
        ],
        callback=work("lint"),
    )
