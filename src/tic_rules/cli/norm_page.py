"""A norm of a pack as `tic-rules explain` says it, for people and for programs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final, assert_never

from tic_rules.analysis import examples
from tic_rules.analysis.examples import Amount, Apart, Ending, Level, Threshold, thresholds
from tic_rules.cli import forms
from tic_rules.cli.lines import Lines
from tic_rules.errors import Lang
from tic_rules.ir.norms import Norm, Reading, Relaxation
from tic_rules.ir.pack import Pack
from tic_rules.quantity import BASE, Kind
from tic_rules.report import bounds, marks
from tic_rules.report.norm_told import HEADINGS, FactTold, FindingTold, findings_of, listed, place, places, shown, told

LANGUAGES: Final[tuple[Lang, ...]] = ("zh", "en")


def say_list(pack: Pack, norms: Sequence[Norm], lang: Lang, lines: Lines) -> None:
    """All norms, a line or two each."""
    lines.say(f"{pack.title.of(lang)}  {pack.id} {pack.version}", hang=2)
    for norm in norms:
        lines.say(f"{norm.id}  {places(pack, norm.cites, lang)}  {norm.title.of(lang)}", indent=2, hang=2)


def say(pack: Pack, norm: Norm, lang: Lang, lines: Lines) -> None:
    """One norm, whole."""
    mark = "：" if lang == "zh" else ": "
    said = told(pack, norm, lang)
    lines.say(f"{said.places}  {said.title}", hang=2)
    lines.say(f"{pack.title.of(lang)}  {pack.id} {pack.version}  {norm.id}", indent=2, hang=2)
    lines.say(f"{said.question}  {said.strength}", indent=2, hang=2)
    if said.tracks:
        lines.say(f"{HEADINGS['tracks'].of(lang)}{mark}{listed(said.tracks, lang)}", indent=2, hang=2)
    lines.say()
    lines.say(said.explain, indent=2)
    if said.bounds:
        lines.say()
        lines.say(HEADINGS["bounds"].of(lang))
    for bound in said.bounds:
        lines.say(f"{bound.what}（{bound.role}）" if lang == "zh" else f"{bound.what} ({bound.role})", indent=2, hang=2)
        lines.say(bound.asked, indent=4, hang=2)
        for example, holds in bound.examples:
            sign = marks.TRUE if holds else marks.FALSE
            lines.say(f"{sign.of(lang)}  {example}", indent=6, hang=2)
    if said.readings:
        lines.say()
        lines.say(HEADINGS["readings"].of(lang))
    for number, reading in enumerate(said.readings):
        if number:
            lines.say()
        for key in ("taken", "other", "why"):
            lines.say(f"{HEADINGS[key].of(lang)}{mark}{getattr(reading, key)}", indent=2, hang=2)
    parts: dict[str, Sequence[str]] = {
        "facts": [_fact(fact, lang) for fact in said.facts],
        "findings": [_finding(finding, lang) for finding in said.findings],
        "excuses": said.excuses,
        "remedy": [said.remedy] if said.remedy else [],
    }
    for key, texts in parts.items():
        if texts:
            lines.say()
            lines.block(HEADINGS[key].of(lang), *texts)


def _fact(fact: FactTold, lang: Lang) -> str:
    mark, gap = ("：", "；") if lang == "zh" else (": ", "; ")
    return f"{fact.path}{mark}{gap.join(part for part in (fact.title, fact.unit, fact.evidence) if part)}"


def _finding(finding: FindingTold, lang: Lang) -> str:
    return f"{finding.ask}（{finding.whom}）" if lang == "zh" else f"{finding.ask} ({finding.whom})"


def plain(pack: Pack, norm: Norm) -> dict[str, Any]:
    """One norm for programs, in both languages."""
    return {
        "id": norm.id,
        "cites": [
            {
                "article": cites.article,
                "occurrence": cites.occurrence,
                "paragraph": cites.paragraph,
                "item": cites.item,
                "text": _both(lambda lang, at=cites: place(pack, at, lang)),
            }
            for cites in norm.cites
        ],
        "question": norm.question.value,
        "strength": norm.strength.value,
        "tracks": list(norm.tracks),
        "title": forms.both(norm.title),
        "explain": forms.both(norm.explain),
        "thresholds": [_threshold(pack, threshold) for threshold in thresholds(pack, norm)],
        "readings": [_reading(reading) for reading in norm.readings],
        "facts": [
            {
                "path": path,
                "title": forms.both(pack.catalogue[path].title),
                "evidence": forms.both(pack.catalogue[path].evidence),
            }
            for path in examples.read_by(pack, norm)
        ],
        "findings": [
            {
                "id": name,
                "ask": forms.both(pack.finding_by_id[name].ask),
                "decided_by": [_authority(pack, who) for who in pack.finding_by_id[name].decided_by],
            }
            for name in findings_of(pack, norm)
        ],
        "departs_by": [_authority(pack, who) for who in norm.departs_by],
        "relaxations": [_relaxation(pack, relaxation) for relaxation in pack.relaxations_of(norm.id)],
        "remedy": forms.both(norm.remedy),
    }


def _threshold(pack: Pack, threshold: Threshold) -> dict[str, Any]:
    node = threshold.node
    return {
        "in": threshold.role.value,
        "what": _both(lambda lang: bounds.compared(pack, node, threshold.listed, lang)),
        "bound": _both(lambda lang: bounds.asked(pack, node, threshold.listed, lang)),
        "examples": [
            {**_value(threshold, index), "holds": holds, "says": {"zh": zh, "en": en}}
            for index, ((zh, holds), (en, _)) in enumerate(
                zip(shown(threshold, "zh"), shown(threshold, "en"), strict=True)
            )
        ],
    }


def _value(threshold: Threshold, index: int) -> dict[str, Any]:
    """The value of an example for programs: an exact amount with its unit, a day, a level, or days apart."""
    match threshold.examples[index]:
        case Amount(amount):
            unit = BASE[threshold.kind or Kind.ITEMS]
            return {"amount": str(amount / unit.factor), "unit": unit.symbol}
        case Ending(day):
            return {"from": examples.START.isoformat(), "to": day.isoformat()}
        case Level(level):
            return {"level": level}
        case Apart(days):
            return {"days_after": days}
        case never:
            assert_never(never)


def _authority(pack: Pack, name: str) -> dict[str, Any]:
    return {"id": name, "title": forms.both(pack.authority_by_id[name].title)}


def _reading(reading: Reading) -> dict[str, Any]:
    texts = {key: forms.both(getattr(reading, key)) for key in ("taken", "other", "why")}
    return {**texts, "is_evaluated": reading.is_evaluated}


def _relaxation(pack: Pack, relaxation: Relaxation) -> dict[str, Any]:
    return {
        "id": relaxation.id,
        "title": forms.both(relaxation.title),
        "cites": [_both(lambda lang, at=cites: place(pack, at, lang)) for cites in relaxation.cites],
        "accepted_by": [_authority(pack, who) for who in relaxation.accepted_by],
    }


def _both(said: Any) -> dict[str, str]:
    return {lang: said(lang) for lang in LANGUAGES}
