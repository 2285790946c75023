"""A comparison in a terminal: side by side where that is wide enough, city by city where it is not."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, RenderResult
from rich.text import Text

from tic_rules.analysis.comparison import Comparison
from tic_rules.errors import Lang
from tic_rules.inert import visible
from tic_rules.report.catalogue import fill
from tic_rules.report.compared import counted, way
from tic_rules.report.folding import fold
from tic_rules.report.marks import Mark, Tone
from tic_rules.report.side_by_side import Cell, Head, SideBySide, side_by_side
from tic_rules.report.terminal import STYLE

WIDE: Final = 100
"""From so many columns on, cities stand side by side if each has LEAST_COLUMN of them."""
LEAST_COLUMN: Final = 16
"""The narrowest column of a city."""
_MATTER: Final = 24
_MOST_COLUMN: Final = 36
_LEAST: Final = 20
_BETWEEN: Final = 2


def render(comparison: Comparison, *, lang: Lang = "zh") -> ComparedReport:
    """The comparison as something that a rich console prints."""
    return ComparedReport(side_by_side(comparison, lang))


def show(comparison: Comparison, console: Console | None = None, *, lang: Lang = "zh") -> None:
    """Prints the comparison."""
    (console or Console()).print(render(comparison, lang=lang))


class ComparedReport:
    """A comparison that takes the width of the console that prints it."""

    def __init__(self, said: SideBySide) -> None:
        self._said = said

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        yield from _Screen(max(options.max_width, _LEAST), self._said).texts()


class _Screen:
    """The lines of one comparison at one width."""

    def __init__(self, width: int, said: SideBySide) -> None:
        self._width = width
        self._said = said
        self._lang: Lang = said.lang
        room = (width - _MATTER) // max(len(said.heads), 1) - _BETWEEN
        self._column = min(room, _MOST_COLUMN)
        self._is_wide = width >= WIDE and room >= LEAST_COLUMN

    def texts(self) -> Iterator[Text]:
        said = self._said
        yield from self._lines(f"{said.title}  {said.applicant}", "bold")
        for name, text in said.asked:
            yield from self._lines(fill("labelled", self._lang, label=name, text=text))
        if not said.heads:
            yield from self._lines(fill("compared-none", self._lang))
            return
        for head in said.heads:
            yield Text()
            yield from self._lines(f"{head.mark.of(self._lang)}  {way(head, self._lang)}", STYLE[head.mark.tone])
            yield from self._lines(head.standing, indent=4)
            yield from self._lines(head.outcome, indent=4)
        yield Text()
        yield from self._heading("compared-matters")
        yield from self._lines(said.legend, "dim")
        yield from self._table() if self._is_wide else self._stacked()
        yield Text()
        yield from self._heading("compared-asks")
        for head in said.heads:
            yield from self._asks(head)

    def _heading(self, key: str) -> Iterator[Text]:
        yield from self._lines(fill(key, self._lang), "bold")

    def _asks(self, head: Head) -> Iterator[Text]:
        yield Text()
        yield from self._lines(way(head, self._lang), "bold")
        yield from self._lines(head.no_asks, indent=2) if head.no_asks else ()
        for number, ask in enumerate(head.asks, 1):
            first, *rest = fold(visible(ask), self._width - 6, cell_len)
            yield _text(f"{number:>4}  {first}")
            for line in rest:
                yield _text(f"      {line}")

    # --- city by city --------------------------------------------------------------------------------------------

    def _stacked(self) -> Iterator[Text]:
        for place, head in enumerate(self._said.heads):
            yield Text()
            yield from self._lines(way(head, self._lang), "bold")
            silent: list[str] = []
            own = 0
            plain: dict[Mark, list[str]] = {}
            for matter in self._said.matters:
                cell = matter.cells[place]
                if cell.mark is None and matter.is_own:
                    own += 1
                elif cell.mark is None:
                    silent.append(matter.title)
                for one in cell.said:
                    if one.whole:
                        yield from self._lines(f"{counted(one, self._lang)}  {matter.title}", STYLE[one.mark.tone])
                        yield from self._lines(one.whole, indent=4)
                    else:
                        many = fill("shown-part", self._lang, title=matter.title, count=str(one.count))
                        plain.setdefault(one.mark, []).append(many if one.count > 1 else matter.title)
            for mark in sorted(plain, key=lambda mark: _ORDER.index(mark.tone)):
                yield from self._several(mark.of(self._lang), plain[mark], STYLE[mark.tone])
            if own:
                silent.append(fill("compared-own", self._lang, count=str(own)))
            if silent:
                yield from self._several(self._said.not_asked, silent, "dim")

    def _several(self, what: str, titles: list[str], style: str) -> Iterator[Text]:
        yield from self._lines(what, style)
        yield from self._lines(("、" if self._lang == "zh" else "; ").join(titles), indent=4)

    # --- side by side --------------------------------------------------------------------------------------------

    def _table(self) -> Iterator[Text]:
        heads = [
            [
                *((line, "bold") for line in self._folded(head.city)),
                *((line, STYLE[head.mark.tone]) for line in self._folded(head.mark.of(self._lang))),
                *((line, "") for line in self._folded(head.track)),
            ]
            for head in self._said.heads
        ]
        yield from self._row("", heads)
        yield _text("-" * (_MATTER + len(heads) * (self._column + _BETWEEN)))
        for matter in self._said.matters:
            yield from self._row(matter.title, [self._cell(cell) for cell in matter.cells])

    def _cell(self, cell: Cell) -> list[tuple[str, str]]:
        lines: list[tuple[str, str]] = []
        for one in cell.said:
            count = str(one.count) if one.count > 1 else ""
            text = f"{one.mark.sign} {one.short or count}".rstrip()
            style = "" if one.mark.tone is Tone.QUIET else STYLE[one.mark.tone]
            lines += [(line, style) for line in self._folded(text)]
        return lines

    def _folded(self, text: str) -> list[str]:
        return fold(visible(text), self._column, cell_len)

    def _row(self, title: str, cells: list[list[tuple[str, str]]]) -> Iterator[Text]:
        head = fold(visible(title), _MATTER - 1, cell_len)
        for at in range(max(len(head), *(len(cell) for cell in cells))):
            made = _text("")
            end = 0
            for cell, start in [([(line, "") for line in head], 0)] + [
                (cell, _MATTER + number * (self._column + _BETWEEN) + _BETWEEN) for number, cell in enumerate(cells)
            ]:
                line, style = cell[at] if at < len(cell) else ("", "")
                if line:
                    made.append(" " * (start - end)).append(line, style)
                    end = start + cell_len(line)
            yield made

    # --- lines ---------------------------------------------------------------------------------------------------

    def _lines(self, text: str, style: str = "", *, indent: int = 0) -> Iterator[Text]:
        for line in fold(visible(text), self._width - indent, cell_len):
            yield _text(" " * indent + line, style)


_ORDER: Final = (Tone.BAD, Tone.OPEN, Tone.REVIEW, Tone.GOOD, Tone.QUIET)


def _text(line: str, style: str = "") -> Text:
    # Never markup: what a dossier says is shown as it is. Lines are folded already.
    return Text(line, style=style, no_wrap=True, overflow="ignore")
