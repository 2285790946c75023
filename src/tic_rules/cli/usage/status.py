"""`tic-rules status`: where centres stand after approval."""

from __future__ import annotations

from tic_rules.cli import exit_codes
from tic_rules.cli.commands import Argument, Command, Option, work
from tic_rules.cli.screens import Example
from tic_rules.cli.usage import options
from tic_rules.ir.catalogue import Text


def command() -> Command:
    """The command as Click runs it."""
    return Command(
        "status",
        about=Text(
            "按历史记录说明中心的状况：阶段、义务与期限、撤销情形、何时可以再次申报；记录里没有的，说明未定。",
            "Where a centre stands by its history: its stage, what it owes and by when, grounds of revocation, when it "
            "may apply again; what the record does not say is open.",
        ),
        examples=(
            Example(
                Text("tic-rules status 历史.yaml", "tic-rules status history.yaml"),
                Text("一个中心今天的状况", "a centre, as of today"),
            ),
            Example(
                Text(
                    "tic-rules status 登记簿.jsonl --centre hh-001 --on 2026-03-01 --known-on 2026-02-01",
                    "tic-rules status register.jsonl --centre hh-001 --on 2026-03-01 --known-on 2026-02-01",
                ),
                Text("登记簿中的一个中心，按当时已知的记录", "one of a register, by what was known then"),
            ),
        ),
        exit_codes={
            exit_codes.DONE: Text("没有已具备的撤销情形。", "No ground of revocation is met."),
            exit_codes.DIFFERS: Text("有已具备的撤销情形。", "A ground of revocation is met."),
            exit_codes.BAD_INPUT: Text("命令行或记录有误。", "Bad usage, or a bad record."),
        },
        params=[
            Argument(
                "file",
                value=Text("历史或登记簿", "HISTORY"),
                says=Text(
                    "一个中心的历史（YAML 或 JSON），或各中心的登记簿（.jsonl）；- 是标准输入的历史。",
                    "A centre's history in YAML or JSON, or a register of all (.jsonl); - is a history on standard "
                    "input.",
                ),
            ),
            Option(
                "--centre",
                value=Text("编号", "ID"),
                says=Text("登记簿中的哪个中心；不写时是全部。", "Which centre of a register; left out: all."),
            ),
            options.on(),
            Option(
                "--known-on",
                value=Text("日期", "DATE"),
                says=Text(
                    "只看到这一天为止已登记的记录；不写时与 --on 相同。",
                    "Only what had been recorded by this day; left out: the day of --on.",
                ),
            ),
            Option(
                "--pack",
                value=Text("文件", "FILE"),
                says=Text("用这个规则包，不用随附的。", "Use this pack instead of the shipped one."),
            ),
            *options.answer(),
        ],
        callback=work("status"),
    )
