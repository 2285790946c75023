"""The pages that explain the program: what a command does, its options, and commands to be typed as they stand."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from tic_rules.cli import wording
from tic_rules.cli.streams import Sink
from tic_rules.errors import Lang
from tic_rules.ir.catalogue import Text

if TYPE_CHECKING:
    from rich.console import Console

PIPED_WIDTH: Final = 80
"""Columns where no terminal says how many it has."""

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


def console(sink: Sink) -> Console:
    """A console on a sink: as wide as its terminal, PIPED_WIDTH where there is none; nothing printed is markup.

    A terminal's own wishes about colour (NO_COLOR and the like) are kept; a file or a pipe gets plain text always.
    """
    from rich.console import Console

    terminal = sink.isatty()
    return Console(
        file=sink,  # type: ignore[arg-type]  # a Sink is a text stream; rich asks for IO[str]
        width=None if terminal else PIPED_WIDTH,
        force_terminal=terminal,
        force_jupyter=False,
        markup=False,
        emoji=False,
        highlight=False,
    )


def show(page: Page, lang: Lang, out: Sink) -> None:
    """Prints a page, no line with a blank at its end."""
    from rich.console import Console, RenderableType
    from rich.padding import Padding
    from rich.table import Table
    from rich.text import Text as Line

    blocks: list[RenderableType] = [Line(page.about)]
    if page.usage:
        blocks = [Line(f"{wording.USAGE.of(lang)}{page.usage}"), Line(), *blocks]
    for part in page.parts:
        blocks += [Line(), Line(part.heading)] if part.heading else [Line()]
        if max(len(row.typed) for row in part.rows) > _BESIDE:
            for row in part.rows:
                blocks += [Line(f"  {row.typed}", no_wrap=True), Padding(Line(row.says), (0, 0, 0, 6))]
        else:
            table = Table.grid(padding=(0, 2, 0, 0))
            table.add_column(no_wrap=True)
            table.add_column(overflow="fold")
            for row in part.rows:
                table.add_row(Line(f"  {row.typed}"), Line(row.says))
            blocks.append(table)
    draft = Console(file=io.StringIO(), width=console(out).width, markup=False, emoji=False, highlight=False)
    with draft.capture() as printed:
        for block in blocks:
            draft.print(block, overflow="ignore" if isinstance(block, Line) and block.no_wrap else None, crop=False)
    out.say(line.rstrip() for line in printed.get().splitlines())
