"""A norm told for people: its place, what it asks, examples at its bounds, readings, facts, whom to ask.

Every text is in one language and not yet escaped for any place: the command line and the documentation write it out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, assert_never

from tic_rules.analysis import examples
from tic_rules.analysis.examples import Amount, Apart, Ending, Level, Role, Threshold, thresholds
from tic_rules.errors import Lang
from tic_rules.ir.catalogue import Text
from tic_rules.ir.norms import Citation, Norm, Question, Strength
from tic_rules.ir.pack import Pack
from tic_rules.ir.walk import findings_asked
from tic_rules.quantity import BASE, Kind, Quantity, display
from tic_rules.report import bounds, values

QUESTIONS: Final = {
    Question.ENTRY: Text("申报", "entry"),
    Question.PROCEDURE: Text("程序", "procedure"),
    Question.OPERATION: Text("运行", "operation"),
    Question.NAMING: Text("名称", "naming"),
}
STRENGTHS: Final = {
    Strength.HARD: Text("必须满足", "must be met"),
    Strength.IN_PRINCIPLE: Text("原则上须满足，有权单位可作例外", "in principle; the authority may make an exception"),
    Strength.PREFERENCE: Text("优先条件，不影响结论", "a preference; it changes no verdict"),
}
HEADINGS: Final = {
    "bounds": Text("界限两边的例子", "Examples at its bounds"),
    "readings": Text("读法", "Readings"),
    "taken": Text("采用", "Taken"),
    "other": Text("另一种", "Other"),
    "why": Text("理由", "Why"),
    "facts": Text("要用的资料（由申报单位提供）", "Facts it reads (the applicant gives them)"),
    "findings": Text("要由人认定的（问谁）", "Findings it needs (whom to ask)"),
    "excuses": Text("不满足时可以例外或放宽的", "What may excuse it"),
    "remedy": Text("怎样补救", "Remedy"),
    "tracks": Text("适用的途径", "Ways in"),
}
_ROLES: Final = {Role.WHEN: Text("适用前提", "when it applies"), Role.REQUIRE: Text("要求", "required")}
_FROM: Final = Text("自{start}起，到{end}", "from {start} to {end}")
_APART: Final = {
    -1: Text("早一天", "a day before"),
    0: Text("同一天", "the same day"),
    1: Text("晚一天", "a day after"),
}
_EXCEPTION: Final = Text("例外：由{whom}决定", "an exception, decided by {whom}")
_RELAXED: Final = Text("{cites}{title}：由{whom}决定", "{cites} {title}: decided by {whom}")


@dataclass(frozen=True, slots=True)
class BoundTold:
    """A threshold: what is compared, in which role, what is asked, and examples with whether it holds of each."""

    what: str
    role: str
    asked: str
    examples: tuple[tuple[str, bool], ...]


@dataclass(frozen=True, slots=True)
class ReadingTold:
    """The reading taken, the other one, and why."""

    taken: str
    other: str
    why: str


@dataclass(frozen=True, slots=True)
class FactTold:
    """A fact that is read: its path, what it is called, its unit and its evidence (empty where there is none)."""

    path: str
    title: str
    unit: str
    evidence: str


@dataclass(frozen=True, slots=True)
class FindingTold:
    """A finding that is needed: its id, the question, and who decides."""

    id: str
    ask: str
    whom: str


@dataclass(frozen=True, slots=True)
class NormTold:
    """All there is to say about a norm in one language."""

    places: str
    """Its citations as printed."""
    title: str
    question: str
    strength: str
    tracks: tuple[str, ...]
    """The ways in that ask it; none where all do."""
    explain: str
    bounds: tuple[BoundTold, ...]
    readings: tuple[ReadingTold, ...]
    facts: tuple[FactTold, ...]
    findings: tuple[FindingTold, ...]
    excuses: tuple[str, ...]
    remedy: str
    """Empty where the pack names none."""


def told(pack: Pack, norm: Norm, lang: Lang) -> NormTold:
    """A norm of a pack in one language."""
    return NormTold(
        places=places(pack, norm.cites, lang),
        title=norm.title.of(lang),
        question=QUESTIONS[norm.question].of(lang),
        strength=STRENGTHS[norm.strength].of(lang),
        tracks=tuple(track.title.of(lang) for track in pack.tracks if track.id in norm.tracks),
        explain=norm.explain.of(lang),
        bounds=tuple(_bound(pack, threshold, lang) for threshold in thresholds(pack, norm)),
        readings=tuple(
            ReadingTold(reading.taken.of(lang), reading.other.of(lang), reading.why.of(lang))
            for reading in norm.readings
        ),
        facts=tuple(_fact(pack, path, lang) for path in examples.read_by(pack, norm)),
        findings=tuple(
            FindingTold(
                name,
                pack.finding_by_id[name].ask.of(lang),
                authorities(pack, pack.finding_by_id[name].decided_by, lang),
            )
            for name in findings_of(pack, norm)
        ),
        excuses=tuple(_excuses(pack, norm, lang)),
        remedy="" if norm.remedy is None else norm.remedy.of(lang),
    )


def shown(threshold: Threshold, lang: Lang) -> Iterator[tuple[str, bool]]:
    """Each example of a threshold in words, and whether the comparison holds of it."""
    upper = getattr(threshold.node, "bound", None)
    unit = upper.unit if isinstance(upper, Quantity) and lang == "zh" else None
    for example in threshold.examples:
        match example:
            case Amount(amount, holds):
                kind = threshold.kind or Kind.ITEMS
                fits = unit if unit is not None and unit.kind is kind else None
                yield display(amount, kind, lang, unit=fits), holds
            case Ending(day, holds):
                days = {"start": values.day_text(examples.START, lang), "end": values.day_text(day, lang)}
                yield _FROM.of(lang).format(**days), holds
            case Level(level, holds):
                yield values.word(level, lang), holds
            case Apart(days_after, holds):
                yield _APART[days_after].of(lang), holds
            case _:
                assert_never(example)


def findings_of(pack: Pack, norm: Norm) -> list[str]:
    """The findings that a norm asks for, its terms' among them, each once."""
    roots = [root for root in (norm.when, norm.require) if root is not None]
    whole = [part for root in roots for part in (root, *examples.terms_of(pack, root))]
    return list(dict.fromkeys(name for part in whole for name, _ in findings_asked(part)))


def places(pack: Pack, cites: Sequence[Citation], lang: Lang) -> str:
    """Citations as printed, one after the other."""
    return listed([place(pack, at, lang) for at in cites], lang)


def place(pack: Pack, cites: Citation, lang: Lang) -> str:
    """A citation as printed; of a number that is printed twice, which of the two."""
    return cites.text(lang, twice=cites.article in pack.articles_printed_twice)


def authorities(pack: Pack, names: Sequence[str], lang: Lang) -> str:
    """Those who decide, by their titles."""
    return listed([pack.authority_by_id[name].title.of(lang) for name in names], lang)


def listed(items: Sequence[str], lang: Lang) -> str:
    """Names one after the other, none left out."""
    return ("、" if lang == "zh" else ", ").join(items)


def _bound(pack: Pack, threshold: Threshold, lang: Lang) -> BoundTold:
    return BoundTold(
        bounds.compared(pack, threshold.node, threshold.listed, lang),
        _ROLES[threshold.role].of(lang),
        bounds.asked(pack, threshold.node, threshold.listed, lang),
        tuple(shown(threshold, lang)),
    )


def _fact(pack: Pack, path: str, lang: Lang) -> FactTold:
    spec = pack.catalogue[path]
    unit = "" if spec.unit is None else BASE[spec.unit].zh if lang == "zh" else BASE[spec.unit].en
    return FactTold(path, values.named(path, spec.title, lang), unit, spec.evidence.of(lang))


def _excuses(pack: Pack, norm: Norm, lang: Lang) -> Iterator[str]:
    if norm.departs_by:
        yield _EXCEPTION.of(lang).format(whom=authorities(pack, norm.departs_by, lang))
    for relaxation in pack.relaxations_of(norm.id):
        known = {"cites": places(pack, relaxation.cites, lang), "title": relaxation.title.of(lang)}
        yield _RELAXED.of(lang).format(whom=authorities(pack, relaxation.accepted_by, lang), **known)
