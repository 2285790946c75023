"""Values as words: amounts and ranges, days, facts as the dossier states them, bounds as the text prints them."""

from __future__ import annotations

import re
from datetime import date
from fractions import Fraction
from math import floor
from typing import Final

from tic_rules.errors import Lang
from tic_rules.facts import common_facts
from tic_rules.facts.words import ENGLISH
from tic_rules.ir.catalogue import Text
from tic_rules.ir.conditions import Op, ProportionKind
from tic_rules.ir.operators import BARE, COMPARISONS
from tic_rules.ir.steps import CompareStep, ElapsedStep, LevelStep, ProportionStep, Read, Reckoned, State
from tic_rules.quantity import Kind, display
from tic_rules.report.catalogue import fill, quoted

_AFTER_THE_NUMBER: Final = frozenset({"以上", "及以上", "以下", "及以下", "以内", "以前", "以外"})
_CHINESE: Final = {"true": "是", "false": "否"}
_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_WINDOW: Final = re.compile(r"last ([0-9]+) (full )?years")
_SECTIONS: Final = frozenset({"application", "lead", "centre", "procedure"})
_DECIMALS: Final = 2


def day_text(day: date, lang: Lang) -> str:
    """A day: 2026年3月1日, 2026-03-01."""
    return f"{day.year}年{day.month}月{day.day}日" if lang == "zh" else day.isoformat()


def amount_range(lo: Fraction, hi: Fraction | None, kind: Kind, lang: Lang) -> str:
    """An amount, both ends of what it can be, or its least value; ``not known`` where it can be anything."""
    if lo == hi:
        return display(lo, kind, lang)
    least = display(lo, kind, lang)
    if hi is not None:
        return fill("range", lang, least=least, most=display(hi, kind, lang))
    return fill("not-known", lang) if lo == 0 else fill("at-least", lang, least=least)


def found(value: Reckoned, lang: Lang) -> str:
    """What a measure comes to."""
    return amount_range(value.lo, value.hi, value.unit, lang) if value.exists else fill("not-there", lang)


def is_exact(value: Reckoned) -> bool:
    """Whether a measure exists and is one number."""
    return value.exists and value.lo == value.hi


def points(amount: Fraction, lang: Lang) -> str:
    """A difference between two shares, in percentage points where that is a short decimal, else a fraction."""
    shown = display(amount, Kind.SHARE, lang)
    if not shown.endswith("%"):
        return shown
    return fill("point" if abs(amount) == Fraction(1, 100) else "points", lang, number=shown.removesuffix("%"))


def proportion(step: ProportionStep, lang: Lang) -> str:
    """A proportion with what it is of: exact, or where no decimal says it, rounded on its side of the bound."""
    name = "share" if step.proportion is ProportionKind.SHARE else "ratio"
    part, whole = step.part.value, step.whole.value
    both = {"part": found(part, lang), "whole": found(whole, lang)}
    if not (is_exact(part) and is_exact(whole)) or whole.lo == 0:
        return fill(f"{name}-open", lang, **both)
    value = part.lo / whole.lo
    shown = display(value, Kind.SHARE, lang)
    if shown.endswith("%"):
        return fill(f"{name}-percent", lang, share=shown, **both)
    bounds = (step.bound,) if step.upper is None else (step.bound, step.upper)
    if value in bounds:
        # Any decimal would stand on one side of a bound that is met exactly.
        return fill(f"{name}-percent", lang, share=shown, **both)
    # Exact is what it is of: the two amounts.
    return fill(f"{name}-about", lang, share=about(value, bounds), **both)


def about(value: Fraction, bounds: tuple[Fraction, ...]) -> str:
    """A percentage rounded half up to two decimals, or to as many more as keep it on its side of each bound."""
    places = _DECIMALS
    while True:
        scale = 10**places
        whole = floor(value * 100 * scale + Fraction(1, 2))
        rounded = Fraction(whole, 100 * scale)
        if all((value < bound) is (rounded < bound) and (value > bound) is (rounded > bound) for bound in bounds):
            return f"{whole // scale}.{whole % scale:0{places}}%"
        places += 1


# --- facts -----------------------------------------------------------------------------------------------------------


def day_of(text: str) -> date | None:
    """The day that a canonical text names; None for any other text."""
    try:
        return date.fromisoformat(text) if _DAY.fullmatch(text) else None
    except ValueError:
        return None


def word(text: str, lang: Lang) -> str:
    """A word of a closed list, a flag or a day in the language; any other text as it is, inert and not too long."""
    day = day_of(text)
    if day is not None:
        return day_text(day, lang)
    known = _CHINESE if lang == "zh" else ENGLISH
    return known.get(text) or quoted(text)


def title(read: Read, lang: Lang) -> str:
    """What a fact that was read is called."""
    return named(read.path, read.title, lang)


def named(path: str, plain: Text, lang: Lang) -> str:
    """What a fact is called; a field of an act or a body (its day, its title) says of which."""
    above, _, field = path.rpartition(".")
    if not field or above in _SECTIONS or above not in common_facts():
        return plain.of(lang)
    whether = plain.zh.startswith("是否")
    return fill(
        "of-thing-whether" if whether else "of-thing",
        lang,
        thing=common_facts()[above].title.of(lang),
        title=plain.of(lang),
    )


def stated(read: Read, lang: Lang) -> str:
    """What the dossier states: the value, ``none``, or that it is not known."""
    match read.state:
        case State.GIVEN:
            return word(read.text, lang)
        case State.NONE:
            return fill("not-there", lang)
        case State.MISSING:
            return fill("not-known", lang)


def dated(read: Read, lang: Lang) -> str:
    """What a day is called, and the day; of a day that the pack itself prints, the day alone."""
    day = stated(read, lang)
    return fill("dated", lang, title=title(read, lang), day=day) if read.path else day


def window_text(window: str, lang: Lang) -> str:
    """A window of the trace in words."""
    if window in {"application year", "last full year", "last year"}:
        return fill(f"window-{window.replace(' ', '-')}", lang)
    match = _WINDOW.fullmatch(window)
    if match is None:
        return quoted(window)
    return fill("window-full-years" if match[2] else "window-years", lang, count=match[1])


# --- bounds ----------------------------------------------------------------------------------------------------------


def bound(step: CompareStep | ProportionStep | ElapsedStep | LevelStep, lang: Lang) -> str:
    """What is required, with the printed word that fixes the boundary, or that none is printed."""
    if step.op is Op.BETWEEN and not isinstance(step, (LevelStep, ElapsedStep)):
        kind = step.unit if isinstance(step, CompareStep) else Kind.SHARE
        ends = (display(end, kind, lang) for end in (step.bound, step.upper if step.upper is not None else step.bound))
        least, most = ends
        return fill("bound-between-bare" if step.printed == BARE else "bound-between", lang, least=least, most=most)
    return worded(step.op, step.printed, _limit(step, lang), lang)


def worded(op: Op, printed: str, limit: str, lang: Lang) -> str:
    """A limit with the printed word that fixes the boundary, or with the note that none is printed."""
    plain = COMPARISONS[op].of(lang)
    if printed == BARE:
        return fill("bound-bare", lang, word=plain, bound=limit)
    if lang == "en":
        return fill("bound-printed", lang, word=plain, bound=limit, printed=printed)
    if printed in _AFTER_THE_NUMBER:
        return f"{limit}{printed}"
    return fill("bound-before", lang, word=printed, bound=limit)


def _limit(step: CompareStep | ProportionStep | ElapsedStep | LevelStep, lang: Lang) -> str:
    match step:
        case LevelStep():
            return word(step.level, lang)
        case ElapsedStep():
            return display(Fraction(step.bound), step.unit, lang)
        case CompareStep():
            # The Chinese report keeps the unit in which the text prints the bound.
            return step.bound_text if lang == "zh" else display(step.bound, step.unit, lang)
        case ProportionStep():
            return step.bound_text if lang == "zh" else display(step.bound, Kind.SHARE, lang)
