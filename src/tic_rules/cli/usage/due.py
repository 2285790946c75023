"""`tic-rules due`: what falls due, the calendar file of it, and what is owed on no known day."""

from __future__ import annotations

from tic_rules.cli import exit_codes
from tic_rules.cli.commands import Argument, Command, Option, work
from tic_rules.cli.screens import Example
from tic_rules.cli.usage import options
from tic_rules.ir.catalogue import Text


def command() -> Command:
    """The command as Click runs it."""
    return Command(
        "due",
        about=Text(
            "列出一段日子内到期的义务和期间，以及已逾期未履行的；期限未定的列在其后，写明原因。"
            "可另写日历文件，重复导入不会重复。",
            "Lists what falls due within some days, and what was not done in time; after these what has no due day "
            "yet, with the reason. Writes a calendar file too, which can be imported twice without doubling anything.",
        ),
        examples=(
            Example(
                Text("tic-rules due 登记簿.jsonl --within 60d", "tic-rules due register.jsonl --within 60d"),
                Text("今后60天内到期的", "what falls due in the next sixty days"),
            ),
            Example(
                Text(
                    "tic-rules due 登记簿.jsonl --within 365d --ics 到期.ics",
                    "tic-rules due register.jsonl --within 365d --ics due.ics",
                ),
                Text("写成日历文件", "as a calendar file"),
            ),
        ),
        exit_codes={
            exit_codes.DONE: Text("已列出。", "Listed."),
            exit_codes.BAD_INPUT: Text("命令行或记录有误。", "Bad usage, or a bad record."),
        },
        params=[
            Argument(
                "file",
                value=Text("登记簿或历史", "REGISTER"),
                says=Text("登记簿（.jsonl），或一个中心的历史。", "A register (.jsonl), or a centre's history."),
            ),
            Option(
                "--within",
                value=Text("天数", "DAYS"),
                says=Text("多少天以内，如 60d；不写时 60d。", "Within how many days, such as 60d; left out: 60d."),
            ),
            options.on(),
            options.file(
                "--ics",
                Text(
                    "另写日历文件（不覆盖已有的）；期限未定的没有日期，不写入。",
                    "Write a calendar file too; none is overwritten. What has no due day has no place in it.",
                ),
            ),
            *options.answer(),
        ],
        callback=work("due"),
    )
