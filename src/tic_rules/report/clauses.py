"""Clauses: what each step of a trace found, what it asks for, and what is missing, in one clause of either language."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import assert_never

from tic_rules.errors import Lang
from tic_rules.ir import steps
from tic_rules.ir.conditions import DayOp, Op
from tic_rules.ir.operators import DAY_COMPARISONS
from tic_rules.ir.steps import FindingNote, Read, State
from tic_rules.quantity import Kind, display
from tic_rules.report import thresholds, values
from tic_rules.report.catalogue import fill, joined, listed, quoted
from tic_rules.report.measures import called
from tic_rules.truth import FALSE, TRUE, PointKind, Truth, TruthValue


def clause(step: steps.TruthStep, lang: Lang, *, what: str = "", premise: bool = False) -> str:
    """What made a step true, false or open, in one clause; ``what`` names the matter better than the facts read.

    Of several conditions only those that decide are told: the failing ones of what failed, the open ones of what is
    open. A ``premise`` decides whether something applies, so its figures are short of nothing.
    """
    match step:
        case steps.AllStep():
            return _several(step.children, step.truth, lang, what, premise)
        case steps.AnyStep():
            return _one_of(step, lang, what, premise)
        case steps.NotStep():
            keys = {TruthValue.TRUE: "not-kept", TruthValue.FALSE: "not-held", TruthValue.OPEN: "not-open"}
            return fill(keys[step.truth.value], lang, clause=clause(step.child, lang, what=what, premise=premise))
        case steps.ExcusedStep():
            return clause(step.require, lang, what=what, premise=premise)
        case steps.TermStep():
            return clause(step.of, lang, what=what or step.title.of(lang), premise=premise)
        case steps.FindingStep():
            return _finding(step, lang)
        case steps.EveryStep():
            return _every(step, lang)
        case steps.CompareStep() | steps.ProportionStep():
            return _threshold(step, lang, what, premise)
        case steps.ElapsedStep():
            return _elapsed(step, what, lang)
        case steps.LevelStep():
            known = {"found": values.stated(step.read, lang), "bound": values.bound(step, lang)}
            return fill(_key("level", step.read, step.truth), lang, what=what or values.title(step.read, lang), **known)
        case steps.DayStep():
            return _day(step, lang)
        case steps.AlwaysStep():
            return fill("always", lang)
        case _:
            return _fact(step, lang)


def _threshold(step: steps.CompareStep | steps.ProportionStep, lang: Lang, what: str, premise: bool) -> str:
    left = step.left if isinstance(step, steps.CompareStep) else step.part
    what = what or called(left, lang)
    if premise:
        return thresholds.premise(step, what, lang)
    if isinstance(step, steps.CompareStep):
        return thresholds.comparison(step, what, lang)
    asked = "" if step.asked is None else _finding(step.asked, lang)
    return thresholds.proportion(step, what, called(step.whole, lang), asked, lang)


def _fact(
    step: steps.HasStep | steps.ChoiceStep | steps.SeatStep | steps.WindowStep | steps.NameStep, lang: Lang
) -> str:
    known = {"what": values.title(step.read, lang), "found": values.stated(step.read, lang)}
    key = _key(step.kind, step.read, step.truth)
    match step:
        case steps.HasStep():
            return fill("has-fails" if key == "has-none" else key, lang, **known)
        case steps.ChoiceStep():
            kind = "choice" if len(step.allowed) > 1 else "value"
            if set(step.allowed) <= {"true", "false"}:
                kind = "flag"
            allowed = listed([values.word(word, lang) for word in step.allowed], lang)
            return fill(_key(kind, step.read, step.truth), lang, allowed=allowed, **known)
        case steps.SeatStep():
            coarse = step.truth.is_open and step.read.state is State.GIVEN
            return fill("seat-coarse" if coarse else key, lang, place=step.place_title.of(lang), **known)
        case steps.WindowStep():
            ends = {
                name: "" if day is None else values.day_text(day, lang)
                for name, day in (("first", step.first), ("last", step.last))
            }
            return fill(key, lang, window=values.window_text(step.window, lang), **ends, **known)
        case steps.NameStep():
            return fill(key, lang, template=quoted(step.template), **known)
        case _:
            assert_never(step)


def _key(kind: str, read: Read, truth: Truth) -> str:
    if truth == TRUE:
        return f"{kind}-holds"
    if truth == FALSE:
        return f"{kind}-none" if read.state is State.NONE else f"{kind}-fails"
    return f"{kind}-open"


# --- several conditions ----------------------------------------------------------------------------------------------


def _several(children: tuple[steps.TruthStep, ...], truth: Truth, lang: Lang, what: str, premise: bool) -> str:
    if not children:
        return fill("nothing-asked", lang)
    if len(children) == 1:
        return clause(children[0], lang, what=what, premise=premise)
    deciding = [child for child in children if child.truth.value is truth.value]
    return joined([clause(child, lang, premise=premise) for child in deciding], lang)


def _one_of(step: steps.AnyStep, lang: Lang, what: str, premise: bool) -> str:
    if len(step.children) <= 1 or step.truth.is_open:
        return _several(step.children, step.truth, lang, what, premise)
    if step.truth == TRUE:
        return clause(next(child for child in step.children if child.truth == TRUE), lang, premise=premise)
    none = joined([clause(child, lang, premise=premise) for child in step.children], lang)
    return fill("none-of", lang, clauses=none)


def _every(step: steps.EveryStep, lang: Lang) -> str:
    what = step.title.of(lang)
    if step.state is State.MISSING:
        return fill("every-missing", lang, what=what)
    meant = [member for member in step.members if member.meant.truth != FALSE]
    if not meant:
        return fill("every-empty", lang, what=what)
    if step.truth == TRUE:
        return fill("every-holds", lang, what=what, total=str(len(meant)))
    deciding = [member for member in meant if member.truth.value is step.truth.value]
    told = joined([_member(member, lang) for member in deciding], lang)
    key = "every-fails" if step.truth == FALSE else "every-open"
    return fill(key, lang, what=what, total=str(len(meant)), count=str(len(deciding)), clauses=told)


def _member(member: steps.EveryMember, lang: Lang) -> str:
    decides = member.holds if member.truth == FALSE or member.holds.truth.is_open else member.meant
    return fill("member-clause", lang, name=quoted(member.name), path=quoted(member.path), clause=clause(decides, lang))


# --- days ------------------------------------------------------------------------------------------------------------


def _elapsed(step: steps.ElapsedStep, what: str, lang: Lang) -> str:
    titles = {"start": values.title(step.start, lang), "end": values.title(step.end, lang)}
    said = {
        "what": what or fill("elapsed-what", lang, **titles),
        "start": values.dated(step.start, lang),
        "end": values.dated(step.end, lang),
        "bound": values.bound(step, lang),
    }
    end = values.day_of(step.end.text)
    if step.truth.is_open:
        no_calendar = step.due is None and State.MISSING not in (step.start.state, step.end.state)
        return fill("elapsed-calendar" if no_calendar else "elapsed-open", lang, **said)
    if end is None or step.due is None:
        return fill("elapsed-none", lang, **said)
    said["due"] = values.day_text(step.due, lang)
    if step.truth == TRUE:
        return fill("elapsed-holds", lang, **said)
    beside = step.op in {Op.MORE_THAN, Op.LESS_THAN}
    by = display(abs(_days(end, step.due)) + (1 if beside else 0), Kind.DAYS, lang)
    return fill("elapsed-early" if end < step.due or step.op is Op.MORE_THAN else "elapsed-late", lang, by=by, **said)


def _day(step: steps.DayStep, lang: Lang) -> str:
    said = {
        "what": values.dated(step.left, lang),
        "relation": DAY_COMPARISONS[step.op].of(lang),
        "limit": values.dated(step.right, lang),
    }
    left, right = values.day_of(step.left.text), values.day_of(step.right.text)
    if step.truth.is_open:
        return fill("day-open", lang, **said)
    if step.truth == TRUE:
        return fill("day-holds", lang, **said)
    if left is None or right is None:
        return fill("day-none", lang, **said)
    beside = step.op in {DayOp.AFTER, DayOp.BEFORE}
    by = display(abs(_days(left, right)) + (1 if beside else 0), Kind.DAYS, lang)
    late = step.op in {DayOp.ON_OR_BEFORE, DayOp.BEFORE}
    return fill("day-late" if late else "day-early", lang, by=by, **said)


def _days(one: date, other: date) -> Fraction:
    return Fraction((one - other).days)


# --- findings --------------------------------------------------------------------------------------------------------


def _finding(step: steps.FindingStep, lang: Lang) -> str:
    ask = asked(step, lang)
    whom = deciders(step, lang)
    match step.note:
        case FindingNote.GIVEN:
            on = "" if step.on is None else values.day_text(step.on, lang)
            key = "finding-yes" if step.answer else "finding-no"
            return fill(key, lang, ask=ask, by=quoted(step.by), on=on, basis=quoted(step.basis))
        case FindingNote.NEEDED:
            return fill("finding-needed", lang, ask=ask, whom=whom)
        case FindingNote.NOT_ITS_TO_DECIDE:
            return fill("finding-not-theirs", lang, ask=ask, whom=whom)
        case FindingNote.LATER:
            return fill("finding-later", lang, ask=ask, whom=whom)
        case FindingNote.SILENT:
            return fill("finding-silent", lang, ask=ask, whom=whom)
        case _:
            assert_never(step.note)


def asked(step: steps.FindingStep, lang: Lang) -> str:
    """The question of a finding, and of which member of a list it is asked."""
    ask = step.ask.of(lang)
    return fill("about", lang, title=ask, about=quoted(step.about)) if step.about else ask


def deciders(step: steps.FindingStep, lang: Lang) -> str:
    """Who may decide a finding."""
    return listed([who.of(lang) for who in step.decided_by], lang)


def missing(truth: Truth, lang: Lang, *, most: int = 4) -> str:
    """The paths of the facts that are missing, at most so many; the rest is counted."""
    paths = [quoted(point.name) for point in truth.points if point.kind is PointKind.FACT]
    return listed(paths, lang, most=most)
