"""A sheet: a head with labels and tables, as packs, dossiers and comparisons show themselves; data without looks."""

from __future__ import annotations

from dataclasses import dataclass

from tic_rules.errors import Lang
from tic_rules.report.document import Labelled
from tic_rules.report.marks import Mark


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a cell."""

    text: str
    mark: Mark | None = None
    quiet: bool = False
    """Whether it is said in passing."""

    def said(self, lang: Lang) -> str:
        """The mark with its word, and the text."""
        return self.text if self.mark is None else f"{self.mark.of(lang)} {self.text}".strip()


Cell = tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under heads of columns; the first cell of a row is its head."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    folded: bool = False
    """Whether it is opened by a click where there are clicks."""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """What shows itself, in one language."""

    lang: Lang
    kind: str
    """A word for it that no language changes."""
    above: str
    """What is said first."""
    title: str
    below: str
    labels: tuple[Labelled, ...]
    tables: tuple[Table, ...]


def cell(*texts: str) -> Cell:
    """A cell of plain lines."""
    return tuple(Line(text) for text in texts)
