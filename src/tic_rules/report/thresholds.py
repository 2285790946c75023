"""Sentences for what is held against a bound: found, required, and by how much beyond or short of it."""

from __future__ import annotations

from fractions import Fraction

from tic_rules.errors import Lang
from tic_rules.ir.conditions import IfZero, Op, ProportionKind
from tic_rules.ir.operators import BARE
from tic_rules.ir.steps import CompareStep, Margin, ProportionStep, Reckoned
from tic_rules.quantity import Kind, display
from tic_rules.report import values
from tic_rules.report.catalogue import fill
from tic_rules.truth import FALSE, TRUE, TruthValue

_FROM_BELOW = frozenset({Op.AT_LEAST, Op.MORE_THAN})
_STRICT = frozenset({Op.MORE_THAN, Op.LESS_THAN})


def comparison(step: CompareStep, what: str, lang: Lang) -> str:
    """An amount against its bound."""
    value = step.left.value
    if not value.exists:
        return fill("fails-none", lang, what=what, bound=values.bound(step, lang))
    if step.op is Op.AT_MOST and step.bound == 0 and step.printed == BARE:
        key = {TruthValue.TRUE: "holds-zero", TruthValue.FALSE: "fails-zero", TruthValue.OPEN: "open-zero"}
        return fill(key[step.truth.value], lang, what=what, found=values.found(value, lang))
    return _Threshold(step, value.unit, value, what, values.found(value, lang), lang).sentence()


def proportion(step: ProportionStep, what: str, whole: str, asked: str, lang: Lang) -> str:
    """A share or a ratio against its bound; ``whole`` is what the whole is called, ``asked`` how a finding stands."""
    bound = values.bound(step, lang)
    if not (step.part.value.exists and step.whole.value.exists):
        return fill("fails-none", lang, what=what, bound=bound)
    if step.whole.value.hi == 0:
        match step.if_zero:
            case IfZero.HOLDS:
                return fill("zero-holds", lang, what=what, whole=whole, bound=bound)
            case IfZero.FAILS:
                return fill("zero-fails", lang, what=what, whole=whole, bound=bound)
            case IfZero.ASK:
                return fill("zero-asked", lang, what=what, whole=whole, bound=bound, asked=asked)
    if step.truth.is_open and all(_is_unknown(measure.value) for measure in (step.part, step.whole)):
        return fill("open-unknown", lang, what=what, bound=bound)
    return _Threshold(step, Kind.SHARE, None, what, values.proportion(step, lang), lang).sentence()


def premise(step: CompareStep | ProportionStep, what: str, lang: Lang) -> str:
    """What was found where a threshold decides whether a norm applies: then nothing is short of anything."""
    found = values.found(step.left.value, lang) if isinstance(step, CompareStep) else values.proportion(step, lang)
    return fill("premise-figure", lang, what=what, found=found, bound=values.bound(step, lang))


def gap(step: CompareStep | ProportionStep, lang: Lang) -> str:
    """How far a figure that fails is from its bound, in a few words; empty where no figure says it."""
    parts = (step.left.value,) if isinstance(step, CompareStep) else (step.part.value, step.whole.value)
    if step.truth != FALSE or not all(part.exists for part in parts):
        return ""
    if isinstance(step, CompareStep):
        return _Threshold(step, parts[0].unit, parts[0], "", "", lang).gap()
    return _Threshold(step, Kind.SHARE, None, "", "", lang).gap()


def _is_unknown(value: Reckoned) -> bool:
    return value.lo == 0 and value.hi is None


class _Threshold:
    """One comparison on its way to a sentence."""

    def __init__(
        self,
        step: CompareStep | ProportionStep,
        kind: Kind,
        value: Reckoned | None,
        what: str,
        found: str,
        lang: Lang,
    ) -> None:
        self._step = step
        self._kind = kind
        self._value = value
        self._lang: Lang = lang
        self._said = {"what": what, "found": found, "bound": values.bound(step, lang)}

    def sentence(self) -> str:
        """Found, required, margin."""
        if self._step.truth == TRUE:
            return self._holds(self._step.margin)
        if self._step.truth == FALSE:
            return self._fails(self._step.margin)
        return self._open(self._step.margin)

    def _fill(self, key: str, **more: str) -> str:
        return fill(key, self._lang, **self._said, **more)

    def _by(self, lo: Fraction, hi: Fraction | None) -> str:
        """A distance from the bound, exactly, from its least to its greatest."""
        if self._kind is not Kind.SHARE:
            return values.amount_range(lo, hi, self._kind, self._lang)
        if hi is None or lo == hi:
            return values.points(lo, self._lang)
        ends = (values.points(lo, self._lang), values.points(hi, self._lang))
        return fill("range", self._lang, least=ends[0], most=ends[1])

    def _beyond(self, lo: Fraction, hi: Fraction | None) -> str:
        """A distance that a strict bound asks to be exceeded."""
        by = self._by(lo, hi)
        return fill("more-than", self._lang, amount=by) if self._step.op in _STRICT else by

    # --- true ----------------------------------------------------------------------------------------------------

    def _holds(self, margin: Margin) -> str:
        lo, hi = margin.lo, margin.hi
        if self._step.op is Op.BETWEEN or lo is None:
            return self._fill("holds-within")
        if lo == 0 == hi:
            return self._fill("holds-exactly")
        by = self._by(lo, hi)
        if (lo == 0 and hi is None) or (self._kind is Kind.SHARE and "/" in by):
            return self._fill("holds-kept")
        return self._fill("holds-spare" if self._step.op in _FROM_BELOW else "holds-room", by=by)

    # --- false ---------------------------------------------------------------------------------------------------

    def _fails(self, margin: Margin) -> str:
        op = self._step.op
        if op is Op.BETWEEN:
            return self._outside()
        if isinstance(self._step, ProportionStep) and (said := self._against(self._step)) is not None:
            return said
        # Short by at least what is missing at the best end, and at most by what is missing at the worst.
        least = -margin.hi if margin.hi is not None else Fraction(0)
        most = None if margin.lo is None else -margin.lo
        if op in _STRICT and least == 0 == most:
            return self._fill("fails-exactly")
        if least == 0 and most is None:
            return self._fill("fails-reached")
        by = self._beyond(least, most)
        if self._kind is Kind.SHARE and "/" in by:
            return self._fill("fails-plain")
        return self._fill("fails-short" if op in _FROM_BELOW else "fails-over", by=by)

    def _outside(self) -> str:
        upper = self._step.upper
        value = self._value
        if value is None or upper is None or not values.is_exact(value):
            return self._fill("fails-outside")
        if value.lo < self._step.bound:
            return self._fill("fails-below", by=self._by(self._step.bound - value.lo, self._step.bound - value.lo))
        return self._fill("fails-above", by=self._by(value.lo - upper, value.lo - upper))

    def _against(self, step: ProportionStep) -> str | None:
        """How many members, or what amount, stand between a proportion and its bound; None where it is not exact."""
        part, whole = step.part.value, step.whole.value
        if not (values.is_exact(part) and values.is_exact(whole)):
            return None
        members = step.margin.members
        if step.proportion is ProportionKind.SHARE:
            if members is None or members == 0:
                return None
            by = display(abs(members), part.unit, self._lang)
            return self._fill("fails-add" if members > 0 else "fails-remove", by=by)
        needed = step.bound * whole.lo
        if needed == part.lo:
            return self._fill("fails-exactly")
        shown = display(needed, part.unit, self._lang)
        by = display(abs(needed - part.lo), part.unit, self._lang)
        if step.op in _STRICT:
            by = fill("more-than", self._lang, amount=by)
        return self._fill(
            "fails-against-short" if step.op in _FROM_BELOW else "fails-against-over", needed=shown, by=by
        )

    def gap(self) -> str:
        """The margin of a failure by itself; empty where it has none that one number says."""
        step, lang = self._step, self._lang
        members = step.margin.members
        if isinstance(step, ProportionStep) and members:
            by = display(abs(members), step.part.value.unit, lang)
            return fill("gap-add" if members > 0 else "gap-remove", lang, by=by)
        least = -step.margin.hi if step.margin.hi is not None else Fraction(0)
        most = None if step.margin.lo is None else -step.margin.lo
        if step.op is Op.BETWEEN or least < 0 or (least == 0 and most in {None, 0}):
            return ""
        by = self._beyond(least, most)
        if self._kind is Kind.SHARE and "/" in by:
            return ""
        return fill("gap-short" if step.op in _FROM_BELOW else "gap-over", lang, by=by)

    # --- open ----------------------------------------------------------------------------------------------------

    def _open(self, margin: Margin) -> str:
        value, op = self._value, self._step.op
        if value is None or op is Op.BETWEEN:
            return self._fill("open-undecided")
        if _is_unknown(value):
            return self._fill("open-unknown")
        if op in _FROM_BELOW and margin.lo is not None:
            short = self._beyond(-margin.lo, -margin.lo)
            if margin.hi is None:
                return self._fill("open-short", by=short)
            return self._fill("open-short-or-spare", by=short, beyond=self._by(margin.hi, margin.hi))
        if margin.hi is not None:
            room = self._by(margin.hi, margin.hi)
            if margin.lo is None:
                return self._fill("open-room", by=room)
            return self._fill("open-room-or-over", by=self._beyond(-margin.lo, -margin.lo), beyond=room)
        return self._fill("open-undecided")
