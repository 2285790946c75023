"""The report as data: what is said, in which order, before any renderer gives it looks.

Every text in it is a whole sentence, label or title in one language, and not yet escaped for any place: a renderer
passes each text through ``tic_rules.inert`` as it writes it.
"""

from __future__ import annotations

from dataclasses import dataclass

from tic_rules.errors import Lang
from tic_rules.report.marks import Mark, Tone
from tic_rules.report.trace import Line

Labelled = tuple[str, str]
"""A label and its text."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing said: a norm, an open point, a reading, something left out."""

    text: str
    cites: tuple[str, ...] = ()
    mark: Mark | None = None
    """Where the section has none that holds for all of its entries."""
    notes: tuple[Labelled, ...] = ()
    trace: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """Entries under one heading."""

    name: str
    """A word for it that no language changes."""
    title: str
    entries: tuple[Entry, ...]
    sign: str = ""
    """The sign that stands for all of its entries, whose word is in the title."""
    tone: Tone = Tone.QUIET
    intro: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """A determination in one language, first what matters most."""

    lang: Lang
    standing: str
    verdict: Mark
    applicant: str
    """The applicant's name."""
    meaning: str
    """What the verdict means."""
    asked: tuple[Labelled, ...]
    """The pack, the question, the as-of date, the application day."""
    sections: tuple[Section, ...]
    """What decides, what is open, what else is worth knowing."""
    rest: Section
    """Every norm, with its trace; its intro counts them."""
    again: tuple[Labelled, ...]
    again_title: str
    columns: tuple[str, str]
    """What stands above citations, and above what is said under them."""
    trace_title: str
