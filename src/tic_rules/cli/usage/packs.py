"""`tic-rules packs`: the packs that travel with the library, and how each stands on a day."""

from __future__ import annotations

from tic_rules.cli import exit_codes
from tic_rules.cli.commands import Command, Option, work
from tic_rules.cli.screens import Example
from tic_rules.cli.usage import options
from tic_rules.ir.catalogue import Text


def command() -> Command:
    """The command as Click runs it."""
    return Command(
        "packs",
        about=Text(
            "列出随本库提供的规则包：城市、编号、版本、摘要值、性质、在某日是否施行、各有多少内容。",
            "Lists the packs that travel with the library: city, id, version, digest, kind, standing on a day, counts.",
        ),
        examples=(
            Example(Text("tic-rules packs", "tic-rules packs"), Text("今天有哪些规则包", "the packs, as of today")),
            Example(
                Text("tic-rules packs --on 2027-01-01 --format json", "tic-rules packs --on 2027-01-01 --format json"),
                Text("在某日是否施行，供程序读取", "how they stand on a day, for a program"),
            ),
        ),
        exit_codes={
            exit_codes.DONE: Text("已列出。", "Listed."),
            exit_codes.BAD_INPUT: Text("命令行有误。", "Bad usage."),
        },
        params=[
            Option(
                "--on",
                value=Text("日期", "DATE"),
                says=Text("看哪一天是否施行；不写时是中国的今天。", "The day tested; left out: today in China."),
            ),
            *options.answer(),
        ],
        callback=work("packs"),
    )
