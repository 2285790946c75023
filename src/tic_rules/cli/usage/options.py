"""The options that several commands share; each is made anew for the command that has it."""

from __future__ import annotations

from tic_rules import shipped
from tic_rules.cli import wording
from tic_rules.cli.commands import Option
from tic_rules.ir.catalogue import Text


def cities() -> Text:
    """How a city is named."""
    known = shipped.pack_names()
    return Text(f"{'、'.join(known)}，或中文名，如 聊城", f"{', '.join(known)}, or its Chinese name, such as 聊城")


def lang() -> Option:
    """``--lang``."""
    return Option("--lang", value=Text("zh|en", "zh|en"), says=wording.LANG)


def answer() -> tuple[Option, Option]:
    """``--format``, for people or for programs, and ``--lang``."""
    says = Text(
        "text 文字（默认），json 供程序读取（两种语言都在内）。",
        "text (default), or json for programs, in both languages.",
    )
    return (_format(says), lang())


def report() -> tuple[Option, Option]:
    """``--format`` of what can be a report too, and ``--lang``."""
    says = Text(
        "text 文字（默认），json 供程序读取（总是完整），markdown。",
        "text (default), json for programs (always whole), or markdown.",
    )
    return (_format(says), lang())


def turn() -> tuple[Option, Option]:
    """``--format`` of what asks people, or answers a program in one turn, and ``--lang``."""
    says = Text(
        "text 在这里问答（默认）；json 不读输入，写出结论和还要问的，供程序读取（两种语言都在内）。",
        "text asks here (default); json reads no input and writes the verdict and what is left to ask, for programs, "
        "in both languages.",
    )
    return (_format(says), lang())


def question() -> Option:
    """``--question``."""
    says = Text(
        "问什么：entry 能否申报（默认），procedure 程序，operation 运行，naming 名称。",
        "What is asked: entry (default), procedure, operation or naming.",
    )
    return Option("--question", value=Text("问题", "QUESTION"), says=says)


def on() -> Option:
    """``--on``."""
    says = Text(
        "按哪一天判断，如 2026-11-21；不写时是中国的今天。",
        "The day as of which to decide, such as 2026-11-21; left out: today in China.",
    )
    return Option("--on", value=Text("日期", "DATE"), says=says)


def track(says: Text) -> Option:
    """``--track``, which each command explains for itself."""
    return Option("--track", value=Text("途径", "TRACK"), says=says)


def city(says: Text) -> Option:
    """``--city``, which each command explains for itself."""
    return Option("--city", value=Text("城市", "CITY"), says=says)


def file(name: str, says: Text) -> Option:
    """An option that names a file."""
    return Option(name, value=Text("文件", "FILE"), says=says)


def _format(says: Text) -> Option:
    return Option("--format", value=Text("形式", "FORM"), says=says)
