"""`tic-rules replay`: decides again what a record says was decided, and compares byte for byte."""

from __future__ import annotations

from tic_rules.cli import exit_codes
from tic_rules.cli.commands import Argument, Command, work
from tic_rules.cli.screens import Example
from tic_rules.cli.usage import options
from tic_rules.ir.catalogue import Text


def command() -> Command:
    """The command as Click runs it."""
    return Command(
        "replay",
        about=Text(
            "把记录下来的判断用同一个规则包、同一天、同一个问题重新作一遍，逐字节比较。规则包按记录的摘要值找，找不到就说找不到，"
            "不用新版本代替。",
            "Decides again what a record says was decided, by the same pack, day and question, and compares byte for "
            "byte. The pack is found by the recorded digest; where it is not at hand that is said, and no newer one "
            "is taken.",
        ),
        examples=(
            Example(
                Text("tic-rules replay 记录.json 资料.yaml", "tic-rules replay record.json dossier.yaml"),
                Text("重新判断，比较", "decide again and compare"),
            ),
            Example(
                Text(
                    "tic-rules replay 记录.json 资料.yaml --pack 旧规则.yaml",
                    "tic-rules replay record.json dossier.yaml --pack old-pack.yaml",
                ),
                Text("记录出自另一个规则包文件", "where the record was made by a pack file"),
            ),
        ),
        exit_codes={
            exit_codes.DONE: Text("逐字节相同。", "The same bytes."),
            exit_codes.DIFFERS: Text("有不同，已列出。", "Something differs, and is shown."),
            exit_codes.BAD_INPUT: Text(
                "命令行、记录或资料有误，或没有记录所说的规则包。",
                "Bad usage, record or dossier, or the pack of the record is not at hand.",
            ),
        },
        params=[
            Argument(
                "files",
                value=Text("记录 资料", "RECORD DOSSIER"),
                says=Text(
                    "check --format json 写出的记录，和当时的资料；其中一个可以是 -（标准输入）。",
                    "The record that check --format json wrote, and the dossier of that time; one of them may be - "
                    "(standard input).",
                ),
            ),
            options.file(
                "--pack",
                Text(
                    "作出记录的规则包文件；摘要值须与记录相同。",
                    "The pack file that made the record; its digest must match.",
                ),
            ),
            *options.answer(),
        ],
        callback=work("replay"),
    )
