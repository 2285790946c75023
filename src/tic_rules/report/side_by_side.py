"""A comparison as data: what is said of each way into each city, and of each matter, before it has looks.

Every text is in one language and not yet escaped for any place, as in ``tic_rules.report.document``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import assert_never

from tic_rules.analysis.comparison import Column, Comparison, Row
from tic_rules.errors import Lang
from tic_rules.ir import steps
from tic_rules.ir.determination import NormResult, Status
from tic_rules.ir.norms import Strength
from tic_rules.report import marks, standing
from tic_rules.report.asks import asks
from tic_rules.report.catalogue import fill, listed, quoted
from tic_rules.report.document import Labelled
from tic_rules.report.entries import label
from tic_rules.report.marks import Mark, Tone
from tic_rules.report.phrases import sentence
from tic_rules.report.thresholds import gap
from tic_rules.report.values import day_text
from tic_rules.truth import FALSE, Verdict


@dataclass(frozen=True, slots=True)
class Said:
    """One norm in a cell, or several that came out alike."""

    mark: Mark
    count: int
    short: str = ""
    """For a norm that is not met: by how much, in a few words."""
    whole: str = ""
    """For a norm that is not met: found, required, margin and citation."""


@dataclass(frozen=True, slots=True)
class Cell:
    """What one column asks of a matter, what matters most first; nothing in it: that text does not ask."""

    said: tuple[Said, ...] = ()

    @property
    def mark(self) -> Mark | None:
        """The mark of what matters most."""
        return self.said[0].mark if self.said else None


@dataclass(frozen=True, slots=True)
class Head:
    """One way into one city."""

    city: str
    track: str
    mark: Mark
    standing: str
    pack: str
    outcome: str
    """What the verdict rests on, in one line."""
    asks: tuple[str, ...]
    """What is still asked for, in the order in which to ask it."""
    no_asks: str
    """Why nothing is asked for; empty where something is."""


@dataclass(frozen=True, slots=True)
class Matter:
    """A row: what it is about, and a cell for each column."""

    title: str
    cells: tuple[Cell, ...]
    is_own: bool
    """Whether one city declares the fact for itself, so that no other can ask for it."""


@dataclass(frozen=True, slots=True)
class SideBySide:
    """A comparison in one language."""

    lang: Lang
    title: str
    applicant: str
    asked: tuple[Labelled, ...]
    heads: tuple[Head, ...]
    matters: tuple[Matter, ...]
    legend: str
    """What the signs mean, and what an empty cell means."""
    not_asked: str


def side_by_side(comparison: Comparison, lang: Lang) -> SideBySide:
    """All there is to say about a comparison in one language."""
    applicant = quoted(comparison.applicant) if comparison.applicant else fill("no-applicant", lang)
    asked = [
        label("question", fill(f"question-{comparison.question.value}", lang), lang),
        label("as-of", day_text(comparison.as_of, lang), lang),
    ]
    if comparison.columns:
        first = comparison.columns[0].determination
        asked.append(label("application", standing.application_text(first, lang), lang))
        asked.append(label("dossier-digest", first.dossier_digest, lang))
    return SideBySide(
        lang,
        fill("compared-title", lang),
        applicant,
        tuple(asked),
        tuple(_head(column, lang) for column in comparison.columns),
        tuple(_matter(row, comparison.columns, lang) for row in comparison.rows),
        fill("compared-legend", lang, marks=listed(_legend(lang), lang, most=20)),
        fill("compared-not-asked", lang),
    )


def _legend(lang: Lang) -> list[str]:
    shown = (*marks.OF_STATUS.values(), marks.PREFERENCE_LACKED)
    return [mark.of(lang) for mark in shown]


# --- columns ---------------------------------------------------------------------------------------------------------


def _head(column: Column, lang: Lang) -> Head:
    determination = column.determination
    failed = str(len(determination.failed))
    match column.verdict:
        case Verdict.PASS:
            outcome, none = fill("compared-pass", lang), fill("compared-asks-nothing", lang)
        case Verdict.FAIL:
            outcome, none = fill("compared-fail", lang, count=failed), fill("compared-settled", lang, count=failed)
        case Verdict.UNKNOWN | Verdict.REVIEW:
            outcome, none = fill("compared-open", lang, count=str(len(column.still_asks))), ""
        case Verdict.NOT_APPLICABLE:
            outcome = none = fill("compared-not-applicable", lang)
        case _:
            assert_never(column.verdict)
    return Head(
        determination.pack.jurisdiction.of(lang),
        column.track.title.of(lang),
        marks.OF_VERDICT[column.verdict],
        standing.standing_text(determination.standing, determination.as_of, lang),
        standing.pack_text(determination, lang),
        outcome,
        asks(column, lang),
        none,
    )


# --- rows ------------------------------------------------------------------------------------------------------------

_WEIGHT = (Status.NOT_MET, Status.UNKNOWN, Status.REVIEW, Status.EXCUSED, Status.MET, Status.NOT_APPLICABLE)


def _matter(row: Row, columns: tuple[Column, ...], lang: Lang) -> Matter:
    cells = (_cell(cell, column, lang) for cell, column in zip(row.cells, columns, strict=True))
    owners = {column.determination.pack.id for column in columns}
    return Matter(row.title.of(lang), tuple(cells), row.matter.partition(".")[0] in owners)


def _cell(norms: tuple[NormResult, ...], column: Column, lang: Lang) -> Cell:
    if not norms:
        return Cell()
    if column.verdict is Verdict.NOT_APPLICABLE:
        # The way in is not this applicant's: what its norms found in the dossier is nothing that was asked.
        return Cell((Said(marks.OF_STATUS[Status.NOT_APPLICABLE], len(norms)),))
    said: list[Said] = []
    for norm in sorted(norms, key=_weight):
        mark = marks.of_norm(norm)
        if mark.tone is Tone.BAD:
            said.append(Said(mark, 1, _short(norm, lang, alone=len(norms) == 1), sentence(norm, lang)))
        elif said and said[-1].mark == mark:
            said[-1] = Said(mark, said[-1].count + 1)
        else:
            said.append(Said(mark, 1))
    return Cell(tuple(said))


def _weight(norm: NormResult) -> tuple[bool, int]:
    return norm.strength is Strength.PREFERENCE, _WEIGHT.index(norm.status)


def _short(norm: NormResult, lang: Lang, *, alone: bool) -> str:
    """By how much a norm is not met; what it is called where no figure says it, or several norms share the cell."""
    short = listed([text for text in _gaps(norm.step, lang) if text], lang)
    title = norm.title.of(lang)
    if not short:
        return title
    return short if alone else fill("measure", lang, what=title, found=short)


def _gaps(step: steps.TruthStep, lang: Lang) -> Iterator[str]:
    """The margins of the figures by which a step fails, where each of them must hold."""
    if step.truth != FALSE:
        return
    match step:
        case steps.CompareStep() | steps.ProportionStep():
            yield gap(step, lang)
        case steps.ExcusedStep():
            yield from _gaps(step.require, lang)
        case steps.TermStep():
            yield from _gaps(step.of, lang)
        case steps.AllStep():
            yield from _each(step.children, lang)
        case steps.AnyStep(children=(only,)):
            yield from _gaps(only, lang)
        case _:
            return


def _each(children: Iterable[steps.TruthStep], lang: Lang) -> Iterator[str]:
    for child in children:
        yield from _gaps(child, lang)
