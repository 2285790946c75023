"""`tic-rules explain`: a norm of a pack, or an error code."""

from __future__ import annotations

from tic_rules.cli import exit_codes
from tic_rules.cli.commands import Argument, Command, work
from tic_rules.cli.screens import Example
from tic_rules.cli.usage import options
from tic_rules.ir.catalogue import Text


def command() -> Command:
    """The command as Click runs it."""
    return Command(
        "explain",
        about=Text(
            "说明一条规则：出处、要求、界限两边的例子、采用的读法和另一种读法、要哪些资料、由谁认定。只写城市时列出它的全部规则。"
            "也说明错误代码：说了什么、为什么、错误和正确的写法。",
            "Explains a norm: where it stands, what it asks, examples at its bounds, the reading taken and the other "
            "one, which facts it reads, whom to ask. With a city alone, lists its norms. Explains an error code too: "
            "what it says, why, and what is wrong and right.",
        ),
        examples=(
            Example(
                Text("tic-rules explain shijiazhuang 十.四", "tic-rules explain shijiazhuang 10.4"),
                Text("第十条（四）的规则", "the norms of article 10, item 4"),
            ),
            Example(
                Text("tic-rules explain liaocheng lc.rd-total", "tic-rules explain liaocheng lc.rd-total"),
                Text("按编号看一条规则", "a norm by its id"),
            ),
            Example(
                Text("tic-rules explain E132", "tic-rules explain E132 --lang en"),
                Text("一个错误代码", "an error code"),
            ),
        ),
        exit_codes={
            exit_codes.DONE: Text("已说明。", "Explained."),
            exit_codes.BAD_INPUT: Text(
                "没有这个城市、规则或代码，或规则包文件有误。", "No such city, norm or code, or a bad pack."
            ),
        },
        params=[
            Argument(
                "names",
                value=Text("城市 [规则] | 代码", "CITY [NORM] | CODE"),
                says=Text(
                    "城市写编号或中文名，或规则包文件；规则写编号，或写出处，如 十.四、第十条（四）、10.4。",
                    "The city is a pack's id or its Chinese name, or a pack file; the norm is its id, or its place, "
                    "such as 10.4 or 第十条（四）.",
                ),
            ),
            *options.answer(),
        ],
        callback=work("explain"),
    )
