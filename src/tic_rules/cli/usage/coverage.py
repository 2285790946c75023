"""`tic-rules coverage`: what became of every article of a regulation, and what a newer text of it changed."""

from __future__ import annotations

from tic_rules.cli import exit_codes
from tic_rules.cli.commands import Argument, Command, Option, work
from tic_rules.cli.screens import Example
from tic_rules.cli.usage import options
from tic_rules.ir.catalogue import Text


def command() -> Command:
    """The command as Click runs it."""
    return Command(
        "coverage",
        about=Text(
            "逐条说明办法的每条每款每项成为什么：规则，由人掌握，由其他文件规定，看历史，或没有要判断的。给出官方文本时，"
            "说明自规则包写成以来哪些条款变了，涉及哪些规则。",
            "Says what became of every article, paragraph and item: norms, left to people, ruled by another text, "
            "history, or nothing to decide. With the official text, says which provisions changed since the pack was "
            "written, and which norms that touches.",
        ),
        examples=(
            Example(
                Text("tic-rules coverage liaocheng", "tic-rules coverage liaocheng"),
                Text("聊城办法各条的去向", "what became of each article of Liaocheng"),
            ),
            Example(
                Text(
                    "tic-rules coverage liaocheng --source 正式稿.txt",
                    "tic-rules coverage liaocheng --source final.txt",
                ),
                Text("征求意见稿定稿之后，看改了哪些条", "once the draft is final, see what it changed"),
            ),
        ),
        exit_codes={
            exit_codes.DONE: Text("已列出；给了文本的，文本没有变。", "Listed; with a text: nothing changed."),
            exit_codes.DIFFERS: Text("文本变了，已列出。", "The text changed, as listed."),
            exit_codes.BAD_INPUT: Text("命令行、规则包或文本有误。", "Bad usage, pack or text."),
        },
        params=[
            Argument(
                "cities",
                value=Text("[城市]", "[CITY]"),
                says=Text(
                    "城市名或规则包的编号，或规则包文件；不写时列出全部规则包。",
                    "A city's name or its pack's id, or a pack file; left out: all packs.",
                ),
            ),
            Option(
                "--source",
                value=Text("文本", "TEXT"),
                says=Text(
                    "办法的官方文本，纯文本文件；- 是标准输入。",
                    "The official text of the regulation, a plain text file; - is standard input.",
                ),
            ),
            *options.answer(),
        ],
        callback=work("coverage"),
    )
