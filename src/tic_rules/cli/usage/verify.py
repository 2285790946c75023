"""`tic-rules verify`: confirms recorded determinations, and the chain of a register, from what is recorded alone."""

from __future__ import annotations

from tic_rules.cli import exit_codes
from tic_rules.cli.commands import Argument, Command, work
from tic_rules.cli.screens import Example
from tic_rules.cli.usage import options
from tic_rules.ir.catalogue import Text


def command() -> Command:
    """The command as Click runs it."""
    return Command(
        "verify",
        about=Text(
            "只凭判断记录本身核对它：每个结论、数额、差额、期限和出处能否由记录所载的资料得出。不用引擎，也不用规则包。"
            "登记簿（.jsonl）则逐行核对：有没有哪一行被改动、删除、插入或调换。",
            "Confirms recorded determinations from the records alone: whether each verdict, amount, margin, due day "
            "and citation follows from what the record holds. Neither the engine nor the pack is used. Of a register "
            "(.jsonl) each line is checked: whether any was altered, removed, put in or moved.",
        ),
        examples=(
            Example(
                Text(
                    "tic-rules check 资料.yaml --format json > 记录.json",
                    "tic-rules check dossier.yaml --format json > record.json",
                ),
                Text("先把判断存成记录", "first keep a determination as a record"),
            ),
            Example(
                Text("tic-rules verify 记录.json", "tic-rules verify record.json"),
                Text("核对记录", "confirm the record"),
            ),
            Example(
                Text("tic-rules verify 登记簿.jsonl", "tic-rules verify register.jsonl"),
                Text("核对登记簿", "confirm a register"),
            ),
        ),
        exit_codes={
            exit_codes.DONE: Text("每份记录都核对无误。", "Every record is confirmed."),
            exit_codes.DIFFERS: Text("有不符之处。", "A record has a fault."),
            exit_codes.BAD_INPUT: Text(
                "命令行有误，或文件读不了、不是 JSON；其余文件照常核对。",
                "Bad usage, or a file cannot be read or is no JSON; the other files are checked all the same.",
            ),
        },
        params=[
            Argument(
                "files",
                value=Text("记录...", "RECORD..."),
                says=Text(
                    "check --format json 写出的文件，或登记簿（.jsonl），可以几份；- 是标准输入。",
                    "Files that check --format json wrote, or registers (.jsonl), any number; - is standard input.",
                ),
            ),
            *options.answer(),
        ],
        callback=work("verify"),
    )
