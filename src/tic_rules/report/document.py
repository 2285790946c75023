"""The report as data: what is said, in which order, before any renderer gives it looks.

Every text in it is a whole sentence, label or title in one language, and not yet escaped for any place: a renderer
passes each text through ``tic_rules.inert`` as it writes it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from tic_rules.errors import Lang
from tic_rules.report.marks import Mark, Tone
from tic_rules.report.trace import Line

Labelled = tuple[str, str]
"""A label and its text."""


@dataclass(frozen=True, slots=True)
class Members:
    """The members of a list of each of which an entry holds."""

    label: str
    few: str
    """The first of them by name, and how many more there are."""
    each: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing said: a norm, an open point, a reading, something left out."""

    text: str
    cites: tuple[str, ...] = ()
    mark: Mark | None = None
    """Where the section has none that holds for all of its entries."""
    notes: tuple[Labelled, ...] = ()
    trace: tuple[Line, ...] = ()
    members: Members | None = None
    """Where it holds of several members of a list."""

    @property
    def stands_for(self) -> int:
        """How many things it says."""
        return 1 if self.members is None else len(self.members.each)

    def notes_with_members(self, lang: Lang, *, full: bool) -> tuple[Labelled, ...]:
        """The notes, before them the members: the first few, or ``full`` all."""
        if self.members is None:
            return self.notes
        told = _lines(self.members.each, lang) if full else (self.members.few,)
        return (*((self.members.label, line) for line in told), *self.notes)


_LINE: Final = 1000
"""So many characters of names go into one note; a renderer cuts a text that is far longer."""


def _lines(each: tuple[str, ...], lang: Lang) -> Iterator[str]:
    comma = "、" if lang == "zh" else ", "
    line = each[0]
    for name in each[1:]:
        if len(line) + len(name) > _LINE:
            yield line
            line = name
        else:
            line = f"{line}{comma}{name}"
    yield line


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
