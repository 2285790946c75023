"""A determination in a terminal: as wide as that is, a list where it is narrow, plain text where piped."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, RenderResult
from rich.text import Text

from tic_rules.errors import Lang
from tic_rules.inert import visible
from tic_rules.ir.determination import Determination
from tic_rules.report.catalogue import fill
from tic_rules.report.contents import document
from tic_rules.report.document import Document, Entry, Labelled, Section
from tic_rules.report.folding import fold
from tic_rules.report.marks import Tone
from tic_rules.report.trace import Line

NARROW: Final = 60
"""Below so many columns citations stand above their text instead of beside it."""

STYLE: Final = {
    Tone.GOOD: "bold green",
    Tone.BAD: "bold red",
    Tone.OPEN: "bold yellow",
    Tone.REVIEW: "bold cyan",
    Tone.QUIET: "bold",
}
_LEAST: Final = 20


def render(determination: Determination, *, lang: Lang = "zh", full: bool = False) -> TerminalReport:
    """The report as something that a rich console prints; ``full`` adds every norm with its trace."""
    return TerminalReport(document(determination, lang), full=full)


def show(
    determination: Determination, console: Console | None = None, *, lang: Lang = "zh", full: bool = False
) -> None:
    """Prints the report; a console that is no terminal gets plain text, 80 columns wide."""
    (console or Console()).print(render(determination, lang=lang, full=full))


class TerminalReport:
    """A report that takes the width of the console that prints it."""

    def __init__(self, document: Document, *, full: bool) -> None:
        self._document = document
        self._full = full

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        yield from _Page(max(options.max_width, _LEAST), self._document, full=self._full).texts()


class _Page:
    """The lines of one report at one width."""

    def __init__(self, width: int, document: Document, *, full: bool) -> None:
        self._width = width
        self._document = document
        self._full = full

    def texts(self) -> Iterator[Text]:
        said = self._document
        yield from self._lines(said.standing, "bold")
        yield from self._lines(f"{said.verdict.of(said.lang)}  {said.applicant}", STYLE[said.verdict.tone])
        yield from self._lines(said.meaning)
        yield Text()
        for labelled in said.asked:
            yield from self._lines(self._labelled(labelled))
        for section in said.sections:
            yield from self._section(section)
        if self._full:
            yield from self._section(said.rest)
        else:
            yield Text()
            yield from self._lines(said.rest.intro)
            yield from self._lines(fill("see-full", said.lang), "dim")
        yield Text()
        yield from self._lines(said.again_title, "bold")
        for labelled in said.again:
            yield from self._lines(self._labelled(labelled), indent=2)

    def _section(self, section: Section) -> Iterator[Text]:
        yield Text()
        yield from self._lines(f"{section.sign} {section.title}".strip(), STYLE[section.tone])
        if section.intro:
            yield from self._lines(section.intro)
        beside = max((cell_len(visible(cite)) for entry in section.entries for cite in entry.cites), default=0)
        in_columns = self._width >= NARROW and 0 < beside <= self._width // 2
        for entry in section.entries:
            if entry.mark is not None:
                yield from self._marked(entry)
            elif in_columns:
                yield from self._columns(entry, beside)
            else:
                yield from self._listed(entry)

    # --- entries -------------------------------------------------------------------------------------------------

    def _columns(self, entry: Entry, beside: int) -> Iterator[Text]:
        """The citations, never cut, in a column of their own, and the text beside them."""
        cites = [visible(cite) for cite in entry.cites]
        width = self._width - beside - 4
        texts = [(line, "") for line in fold(visible(entry.text), width, cell_len)]
        for note in self._notes(entry):
            texts += [(line, "dim") for line in fold(visible(self._labelled(note)), width, cell_len)]
        for at in range(max(len(cites), len(texts))):
            cite = cites[at] if at < len(cites) else ""
            line, style = texts[at] if at < len(texts) else ("", "")
            made = _text(f"  {cite}{' ' * (beside - cell_len(cite))}  " if line else f"  {cite}", "bold")
            yield made.append(line, style)

    def _listed(self, entry: Entry) -> Iterator[Text]:
        for cite in entry.cites:
            yield from self._lines(cite, "bold", indent=2)
        yield from self._lines(entry.text, indent=4 if entry.cites else 2)
        for note in self._notes(entry):
            yield from self._lines(self._labelled(note), "dim", indent=4)

    def _marked(self, entry: Entry) -> Iterator[Text]:
        """The mark at the beginning of the line, for nobody knows how wide a console draws it."""
        mark = entry.mark
        head = "" if mark is None else mark.of(self._document.lang)
        for shown in self._whole((head, *(visible(cite) for cite in entry.cites))):
            yield _text(shown, "" if mark is None else STYLE[mark.tone])
        yield from self._lines(entry.text, indent=4)
        for note in self._notes(entry):
            yield from self._lines(self._labelled(note), "dim", indent=4)
        for line in entry.trace:
            yield from self._traced(line)

    def _whole(self, texts: tuple[str, ...]) -> Iterator[str]:
        """Texts of which none is cut, as many to a line as there is room for."""
        line, *rest = texts
        for text in rest:
            if cell_len(line) + 2 + cell_len(text) > self._width:
                yield line
                line = f"  {text}"
            else:
                line = f"{line}  {text}"
        yield line

    def _traced(self, line: Line) -> Iterator[Text]:
        indent = min(6 + 2 * line.depth, self._width // 2)
        lang = self._document.lang
        text = line.said(lang)
        yield from self._lines(text if line.mark is None else f"{line.mark.of(lang)}  {text}", indent=indent)

    def _notes(self, entry: Entry) -> tuple[Labelled, ...]:
        return entry.notes_with_members(self._document.lang, full=self._full)

    # --- lines ---------------------------------------------------------------------------------------------------

    def _labelled(self, labelled: Labelled) -> str:
        return fill("labelled", self._document.lang, label=labelled[0], text=labelled[1])

    def _lines(self, text: str, style: str = "", *, indent: int = 0) -> Iterator[Text]:
        for line in fold(visible(text), self._width - indent, cell_len):
            yield _text(" " * indent + line, style)


def _text(line: str, style: str) -> Text:
    # Never markup: what a dossier says is shown as it is. Lines are folded already.
    return Text(line, style=style, no_wrap=True, overflow="ignore")
