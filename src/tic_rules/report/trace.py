"""The trace of a norm as indented lines: what was asked, what was read and where it stands, and what came of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import assert_never

from tic_rules.errors import Lang
from tic_rules.ir import steps
from tic_rules.ir.steps import State, YearNote
from tic_rules.report import values
from tic_rules.report.catalogue import fill, quoted
from tic_rules.report.clauses import clause
from tic_rules.report.marks import Mark, of_truth
from tic_rules.report.measures import called
from tic_rules.truth import FALSE, TRUE, Truth


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a trace."""

    depth: int
    mark: Mark | None
    """None for a line that is a value and neither true nor false."""
    text: str
    where: str = ""
    """The path in the dossier."""

    def said(self, lang: Lang) -> str:
        """The text, and where in the dossier that stands."""
        return fill("at-place", lang, text=self.text, where=self.where) if self.where else self.text


def lines(step: steps.TruthStep, lang: Lang, *, what: str = "") -> Iterator[Line]:
    """The lines of a step and of all below it; ``what`` names what is measured."""
    match step:
        case steps.AllStep() | steps.AnyStep():
            yield from _several(step, lang, what)
        case steps.NotStep():
            yield _head("not-of", step.truth, lang)
            yield from under(lines(step.child, lang))
        case steps.ExcusedStep():
            yield _head("require", step.require.truth, lang)
            yield from under(lines(step.require, lang, what=what))
            yield _head("excuse", step.excuse.truth, lang)
            yield from under(lines(step.excuse, lang))
        case steps.TermStep():
            yield from lines(step.of, lang, what=what or step.title.of(lang))
        case steps.EveryStep():
            yield from _every(step, lang)
        case steps.CompareStep():
            yield _line(step, lang, what)
            yield from under(measured(step.left, lang))
        case steps.ProportionStep():
            yield _line(step, lang, what)
            yield from under(measured(step.part, lang))
            yield from under(measured(step.whole, lang))
            if step.asked is not None:
                yield from under(lines(step.asked, lang))
        case steps.ElapsedStep():
            where = " ".join(path for path in (step.start.path, step.end.path) if path)
            yield _line(step, lang, what, where)
        case steps.DayStep():
            yield _line(step, lang, what, " ".join(path for path in (step.left.path, step.right.path) if path))
        case steps.FindingStep():
            yield _line(step, lang, what, step.about)
        case steps.AlwaysStep():
            yield _line(step, lang, what)
        case (
            steps.HasStep()
            | steps.LevelStep()
            | steps.ChoiceStep()
            | steps.SeatStep()
            | steps.WindowStep()
            | steps.NameStep()
        ):
            yield _line(step, lang, what, step.read.path)
        case _:
            assert_never(step)


def under(made: Iterator[Line]) -> Iterator[Line]:
    """The lines, one step further in."""
    return (replace(line, depth=line.depth + 1) for line in made)


def _head(key: str, truth: Truth, lang: Lang, **said: str) -> Line:
    return Line(0, of_truth(truth), fill(key, lang, **said))


def _line(step: steps.TruthStep, lang: Lang, what: str, where: str = "") -> Line:
    return Line(0, of_truth(step.truth), clause(step, lang, what=what), quoted(where))


def _several(step: steps.AllStep | steps.AnyStep, lang: Lang, what: str) -> Iterator[Line]:
    if len(step.children) == 1:
        yield from lines(step.children[0], lang, what=what)
        return
    key = "all-of" if isinstance(step, steps.AllStep) else "any-of"
    yield _head(key, step.truth, lang, count=str(len(step.children)))
    for child in step.children:
        yield from under(lines(child, lang))


def _every(step: steps.EveryStep, lang: Lang) -> Iterator[Line]:
    total = str(len(step.members))
    text = fill("every-head", lang, what=step.title.of(lang), total=total)
    if step.state is State.MISSING:
        text = clause(step, lang)
    yield Line(0, of_truth(step.truth), text, quoted(step.path))
    for member in step.members:
        is_meant = member.meant.truth != FALSE
        key, decides = ("member-meant", member.holds) if is_meant else ("member-not-meant", member.meant)
        said = fill(key, lang, name=quoted(member.name), clause=clause(decides, lang))
        yield Line(1, of_truth(member.truth), said, quoted(member.path))


# --- measures --------------------------------------------------------------------------------------------------------


def measured(measure: steps.MeasureStep, lang: Lang) -> Iterator[Line]:
    """The lines of a measure: what it comes to, and from which figures."""
    head = fill("measure", lang, what=called(measure, lang), found=values.found(measure.value, lang))
    match measure:
        case steps.FactMeasure():
            yield Line(0, None, head, quoted(measure.read.path))
        case steps.SumMeasure():
            yield Line(0, None, head)
            for part in measure.parts:
                yield from under(measured(part, lang))
        case steps.LesserMeasure():
            yield Line(0, None, head)
            for item in measure.items:
                yield from under(measured(item, lang))
        case steps.YearsMeasure():
            yield Line(0, None, head, quoted(measure.path))
            for year in measure.years:
                yield Line(1, None, _year(year, lang), quoted(f"{measure.path}[{year.year}]"))
            yield from _stated(measure.stated, lang)
        case steps.ListMeasure():
            yield Line(0, None, head, quoted(measure.path))
            for member in measure.members:
                yield Line(1, of_truth(member.counts.truth), _member(member, lang), quoted(member.path))
            yield from _stated(measure.stated, lang)
        case steps.AgeMeasure():
            yield Line(0, None, head)
            for read in (measure.born, measure.on):
                yield Line(1, None, values.dated(read, lang), quoted(read.path))
        case steps.TermMeasure():
            yield Line(0, None, head)
            yield from under(measured(measure.of, lang))
        case _:
            assert_never(measure)


def _stated(stated: steps.FactMeasure | None, lang: Lang) -> Iterator[Line]:
    if stated is None:
        return
    title = values.title(stated.read, lang)
    if stated.read.state is State.MISSING:
        yield Line(1, None, fill("stated-missing", lang, title=title), quoted(stated.read.path))
        return
    title = fill("stated-total", lang, title=title)
    found = fill("measure", lang, what=title, found=values.found(stated.value, lang))
    yield Line(1, None, found, quoted(stated.read.path))


def _year(step: steps.YearStep, lang: Lang) -> str:
    year, found = str(step.year), values.found(step.value, lang)
    match step.note:
        case YearNote.WHOLE:
            return fill("year-whole", lang, year=year, found=found)
        case YearNote.SO_FAR:
            return fill("year-so-far", lang, year=year, found=found)
        case YearNote.BEFORE_REGISTRATION:
            return fill("year-before-registration", lang, year=year, found=found)
        case YearNote.MISSING:
            return fill("year-missing", lang, year=year)
        case _:
            assert_never(step.note)


def _member(step: steps.MemberStep, lang: Lang) -> str:
    name, adds = quoted(step.name), values.found(step.adds, lang)
    if step.counts.truth == TRUE:
        return fill("member-counts", lang, name=name, found=adds)
    told = clause(step.counts, lang, premise=True)
    if step.counts.truth == FALSE:
        return fill("member-not", lang, name=name, clause=told)
    return fill("member-open", lang, name=name, found=adds, clause=told)
