"""The pages that explain the program: what a command does, its options, and commands to be typed as they stand."""

from __future__ import annotations

import os
import sys
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from tic_rules.cli import wording
from tic_rules.cli.streams import Sink
from tic_rules.errors import Lang
from tic_rules.ir.catalogue import Text
from tic_rules.report.folding import fold

if TYPE_CHECKING:
    from rich.console import Console

PIPED_WIDTH: Final = 80
"""Columns where no terminal says how many it has."""

_LEAST: Final = 40
"""Narrower than this, help is no longer folded to fit."""
_WIDEST: Final = 10_000
_HEIGHT: Final = 25
"""Of a console; nothing that we print asks for it."""
_WIDE: Final = frozenset("WF")

_BESIDE: Final = 26
"""The longest that can be typed for what it does to stand beside it, in characters; else it stands below."""


@dataclass(frozen=True, slots=True)
class Row:
    """Something that can be typed, and what it does."""

    typed: str
    says: str


@dataclass(frozen=True, slots=True)
class Part:
    """Rows under a heading."""

    heading: str
    rows: Sequence[Row]


@dataclass(frozen=True, slots=True)
class Page:
    """A page of help in one language."""

    usage: str
    about: str
    parts: Sequence[Part]


@dataclass(frozen=True, slots=True)
class Example:
    """A command line as it can be typed, and what it does."""

    typed: Text
    says: Text

    def row(self, lang: Lang) -> Row:
        """The example in one language."""
        return Row(self.typed.of(lang), self.says.of(lang))


def width(sink: Sink) -> int:
    """The columns of a sink: as many as its terminal has, PIPED_WIDTH where there is none or it does not say.

    COLUMNS has the last word about a terminal, and none about a file or a pipe.
    """
    if not sink.isatty():
        return PIPED_WIDTH
    told = os.environ.get("COLUMNS", "")
    if told.isascii() and told.isdigit() and 0 < int(told) <= _WIDEST:
        return int(told)
    try:
        # An old Windows console begins a new line by itself where one is full.
        return os.get_terminal_size(sink.fileno()).columns - (sys.platform == "win32") or PIPED_WIDTH
    except (OSError, ValueError):
        return PIPED_WIDTH


def console(sink: Sink) -> Console:
    """A console on a sink, as wide as it; nothing printed is markup.

    A terminal's own wishes about colour (NO_COLOR and the like) are kept; a file or a pipe gets plain text always.
    """
    from rich.console import Console

    return Console(
        file=sink,  # type: ignore[arg-type]  # a Sink is a text stream; rich asks for IO[str]
        width=width(sink),
        height=_HEIGHT,
        force_terminal=sink.isatty(),
        force_jupyter=False,
        markup=False,
        emoji=False,
        highlight=False,
    )


def show(page: Page, lang: Lang, out: Sink) -> None:
    """Prints a page, no line with a blank at its end; what can be typed stands on one line, to be copied."""
    room = max(width(out), _LEAST)
    if page.usage:
        out.say([f"{wording.USAGE.of(lang)}{page.usage}", ""])
    out.say(fold(page.about, room, columns))
    for part in page.parts:
        out.say(["", part.heading] if part.heading else [""])
        beside = max(columns(row.typed) for row in part.rows)
        for row in part.rows:
            if beside > _BESIDE:
                out.say([f"  {row.typed}"])
                out.say(f"      {line}" for line in fold(row.says, room - 6, columns))
            else:
                first, *rest = fold(row.says, room - beside - 4, columns)
                out.say([f"  {row.typed}{' ' * (beside - columns(row.typed) + 2)}{first}".rstrip()])
                out.say(f"{' ' * (beside + 4)}{line}" for line in rest)


def columns(text: str) -> int:
    """The columns of a terminal that a text of ours takes: two for each wide character, none for a combining one.

    What comes from outside is measured by rich, which knows more of Unicode and takes longer to load.
    """
    return sum(
        0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in _WIDE else 1 for char in text
    )
