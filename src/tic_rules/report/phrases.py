"""Sentences for people: what a norm found, what it requires, by how much it is met or missed, under which article."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from tic_rules.errors import Lang
from tic_rules.ir import steps
from tic_rules.ir.determination import NormResult, Status
from tic_rules.ir.norms import Strength
from tic_rules.report import values
from tic_rules.report.catalogue import fill, listed, quoted
from tic_rules.report.clauses import clause, missing
from tic_rules.truth import FALSE, TRUE, PointKind


def sentence(norm: NormResult, lang: Lang = "zh") -> str:
    """One sentence on a norm: found, required, margin, and the citation in brackets."""
    return fill("cited", lang, statement=statement(norm, lang), cites=citations(norm, lang))


def citations(norm: NormResult, lang: Lang) -> str:
    """The places in the regulation that a norm is drawn from."""
    return listed([place.text.of(lang) for place in norm.cites], lang)


def statement(norm: NormResult, lang: Lang) -> str:
    """The sentence on a norm without its citation."""
    if norm.status is Status.NOT_APPLICABLE:
        premise = "" if norm.when is None else clause(norm.when, lang, premise=True)
        return fill("not-applicable", lang, title=norm.title.of(lang), clauses=premise)
    said = _weighed(norm, lang)
    match norm.status:
        case Status.MET:
            return said
        case Status.EXCUSED:
            return _excused(norm, said, lang)
        case Status.NOT_MET:
            return _refused(norm, said, lang)
        case Status.REVIEW:
            return _open(norm, said, lang)
        case Status.UNKNOWN:
            return _with_missing(norm, _open(norm, said, lang), lang)
        case _:
            assert_never(norm.status)


def _weighed(norm: NormResult, lang: Lang) -> str:
    """What was found and required; a norm on a single figure gives the figure its own title."""
    step = norm.step.require if isinstance(norm.step, steps.ExcusedStep) else norm.step
    title = norm.title.of(lang)
    if _is_figure(step) and norm.strength is not Strength.PREFERENCE:
        return clause(step, lang, what=title)
    return fill("titled", lang, title=title, clauses=clause(step, lang))


def _is_figure(step: steps.TruthStep) -> bool:
    while isinstance(step, steps.TermStep):
        step = step.of
    return isinstance(step, (steps.CompareStep, steps.ProportionStep, steps.ElapsedStep, steps.LevelStep))


# --- what may excuse a failure ---------------------------------------------------------------------------------------


def _ways(norm: NormResult) -> tuple[steps.TruthStep, ...]:
    """The departure, and each relaxation with its ground, that may excuse a norm."""
    if not isinstance(norm.step, steps.ExcusedStep):
        return ()
    excuse = norm.step.excuse
    return excuse.children if isinstance(excuse, steps.AnyStep) else (excuse,)


def _deciding(way: steps.TruthStep) -> steps.FindingStep | None:
    """The finding by which a departure is made, or less is accepted."""
    if isinstance(way, steps.AllStep) and way.children:
        way = way.children[-1]
    return way if isinstance(way, steps.FindingStep) else None


def _is_departure(way: steps.TruthStep) -> bool:
    return isinstance(way, steps.FindingStep)


def _excused(norm: NormResult, said: str, lang: Lang) -> str:
    for way in _ways(norm):
        finding = _deciding(way)
        if way.truth == TRUE and finding is not None:
            return _answered("departed" if _is_departure(way) else "relaxed", finding, said, lang)
    return said


def _refused(norm: NormResult, said: str, lang: Lang) -> str:
    for way in _ways(norm):
        finding = _deciding(way)
        if _is_departure(way) and way.truth == FALSE and finding is not None:
            return _answered("departure-refused", finding, said, lang)
    return said


def refusals(norm: NormResult) -> Iterator[steps.FindingStep]:
    """The answers that less is not accepted of a norm."""
    for way in _ways(norm):
        finding = _deciding(way)
        if not _is_departure(way) and finding is not None and finding.truth == FALSE:
            yield finding


def _answered(key: str, finding: steps.FindingStep, said: str, lang: Lang) -> str:
    on = "" if finding.on is None else values.day_text(finding.on, lang)
    return fill(key, lang, statement=said, by=quoted(finding.by), on=on, basis=quoted(finding.basis))


def _open(norm: NormResult, said: str, lang: Lang) -> str:
    if norm.when is not None and norm.when.truth.is_open:
        said = fill("premise-open", lang, statement=said, clauses=clause(norm.when, lang, premise=True))
    if not (isinstance(norm.step, steps.ExcusedStep) and norm.step.require.truth == FALSE):
        return said
    for way in _ways(norm):
        whom = list(dict.fromkeys(who.of(lang) for finding in needed(way) for who in finding.decided_by))
        if way.truth.is_open and whom:
            key = "departure-open" if _is_departure(way) else "relaxation-open"
            return fill(key, lang, statement=said, whom=listed(whom, lang))
    return said


def needed(step: steps.TruthStep) -> Iterator[steps.FindingStep]:
    """The findings within an excuse that are still to be made."""
    match step:
        case steps.FindingStep():
            if step.truth.is_open:
                yield step
        case steps.AllStep() | steps.AnyStep():
            for child in step.children:
                yield from needed(child)
        case steps.TermStep():
            yield from needed(step.of)
        case _:
            return


def _with_missing(norm: NormResult, said: str, lang: Lang) -> str:
    if not any(point.kind is PointKind.FACT for point in norm.truth.points):
        return said
    return fill("missing", lang, statement=said, paths=missing(norm.truth, lang))
