"""Lines for people, folded to the width of the terminal; nothing in them steers it."""

from __future__ import annotations

from typing import Final

from rich.cells import cell_len

from tic_rules.cli import screens
from tic_rules.cli.streams import Sink
from tic_rules.inert import visible
from tic_rules.report.folding import fold

_LEAST: Final = 20


class Lines:
    """Writes lines to a sink, each folded below its own beginning."""

    def __init__(self, out: Sink) -> None:
        self._out = out
        self._width = max(screens.width(out), _LEAST)

    def say(self, text: str = "", *, indent: int = 0, hang: int = 0) -> None:
        """Writes a text so many columns in; what does not fit goes on below, ``hang`` columns further in."""
        margin = min(indent, self._width // 2)
        room = self._width - margin - hang
        first, *rest = fold(visible(text), max(room, _LEAST // 2), cell_len)
        self._out.say(
            [f"{' ' * margin}{first}".rstrip(), *(f"{' ' * (margin + hang)}{line}".rstrip() for line in rest)]
        )

    def block(self, title: str, *texts: str, indent: int = 0) -> None:
        """Writes a heading with texts below it, two columns in; nothing where there are no texts."""
        if texts:
            self.say(title, indent=indent)
            for text in texts:
                self.say(text, indent=indent + 2, hang=2)

    def verbatim(self, text: str, *, indent: int = 0) -> None:
        """Writes lines as they are, none of them folded, so that they can be copied."""
        self._out.say(f"{' ' * indent}{visible(line)}".rstrip() for line in text.splitlines())
