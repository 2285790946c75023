"""Which language the command line speaks, and the few texts that belong to no command."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from tic_rules.errors import Lang
from tic_rules.inert import visible
from tic_rules.ir.catalogue import Text

LANGUAGES: Final[tuple[Lang, ...]] = ("zh", "en")
PROGRAM: Final = "tic-rules"


def language(args: Sequence[str]) -> Lang:
    """The language that a command line asks for: the last ``--lang`` before ``--``; Chinese where there is none.

    It is looked for before anything else is read, so that a complaint about the rest is in that language too. The
    environment is not asked: the same command prints the same everywhere.
    """
    said: Lang = "zh"
    before = ""
    for arg in args:
        if arg == "--":
            break
        name, given, value = arg.partition("=")
        asked = value if given and name == "--lang" else arg if before == "--lang" else ""
        said = next((known for known in LANGUAGES if known == asked), said)
        before = arg
    return said


def inert(text: Text, lang: Lang, /, **values: object) -> str:
    """A text of ours, filled; what comes from outside can do nothing to the terminal."""
    return text.of(lang).format_map({name: visible(str(value)) for name, value in values.items()})


USAGE: Final = Text("用法：", "Usage: ")
ARGUMENTS: Final = Text("要判断的：", "Arguments:")
OPTIONS: Final = Text("选项：", "Options:")
EXAMPLES: Final = Text("例如：", "Examples:")
EXIT_CODES: Final = Text("退出码：", "Exit codes:")
COMMANDS: Final = Text("命令：", "Commands:")
SOME_OPTIONS: Final = Text("[选项]", "[OPTIONS]")
SEE_HELP: Final = Text("用法见：", "For help: ")
HELP: Final = Text("显示本说明。", "Show this help.")
VERSION: Final = Text("显示版本号。", "Show the version.")
LANG: Final = Text("语言：zh 中文（默认）或 en 英文。", "Language: zh for Chinese (default), en for English.")
