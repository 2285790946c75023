"""`tic-rules watch`: what newly became true of the centres of a register, and what ceased to be."""

from __future__ import annotations

from tic_rules.cli import exit_codes
from tic_rules.cli.commands import Argument, Command, Option, work
from tic_rules.cli.screens import Example
from tic_rules.cli.usage import options
from tic_rules.ir.catalogue import Text


def command() -> Command:
    """The command as Click runs it."""
    return Command(
        "watch",
        about=Text(
            "逐笔读登记簿、逐日推进，写出各中心新发生的变化和不再成立的：阶段、义务、撤销情形、限制；"
            "迟来的和更正的记录撤回了什么，也写出来。",
            "Reads a register record by record and day by day, and writes what became true of each centre and what "
            "ceased to be: stages, duties, grounds, bars; and what a late or corrected record takes back.",
        ),
        examples=(
            Example(
                Text("tic-rules watch 登记簿.jsonl", "tic-rules watch register.jsonl"),
                Text("从头到今天的全部变化", "all changes up to today"),
            ),
            Example(
                Text(
                    "tic-rules watch 登记簿.jsonl --follow --out 变化.jsonl --format json",
                    "tic-rules watch register.jsonl --follow --out changes.jsonl --format json",
                ),
                Text("一直看着，写入文件；中断后接着写，不重不漏", "keep watching into a file; goes on after any stop"),
            ),
        ),
        exit_codes={
            exit_codes.DONE: Text("已看到登记簿末尾。", "Watched up to the end of the register."),
            exit_codes.BAD_INPUT: Text(
                "命令行有误，或有记录未采用（其余照常）。", "Bad usage, or records were left out; the rest goes on."
            ),
        },
        params=[
            Argument(
                "register", value=Text("登记簿", "REGISTER"), says=Text("登记簿（.jsonl）。", "A register (.jsonl).")
            ),
            Option(
                "--follow",
                says=Text(
                    "到末尾后继续等新的记录；登记簿还不存在时，等它出现。",
                    "Wait for more records at the end, and for the register itself where there is none yet.",
                ),
            ),
            options.file(
                "--out",
                Text(
                    "写入这个文件；位置记在旁边的“文件.position”，再次运行就接着写。",
                    "Write to this file; the position is kept beside it in FILE.position, and the next run goes on.",
                ),
            ),
            options.file(
                "--position",
                Text(
                    "位置记在这个文件；不用 --out 时也能接着看，同一编号的行可能重出。",
                    "Keep the position in this file; without --out the last lines may come again under their numbers.",
                ),
            ),
            Option(
                "--until",
                value=Text("日期", "DATE"),
                says=Text("推进到哪一天；不写时是中国的今天。", "The last day to come to; left out: today in China."),
            ),
            Option(
                "--engine",
                value=Text("rules|replay", "rules|replay"),
                says=Text(
                    "rules 用 durable-rules（默认；没有安装时改用 replay），replay 逐次重算；结果相同。",
                    "rules: durable-rules (default; where it is not installed, replay); replay: each history anew. "
                    "The results are the same.",
                ),
            ),
            *options.answer(),
        ],
        callback=work("watch"),
    )
