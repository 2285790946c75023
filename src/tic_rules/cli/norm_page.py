"""A norm of a pack on one page: its place, what it asks, examples at its bounds, readings, facts, whom to ask."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final, assert_never

from tic_rules.analysis import examples
from tic_rules.analysis.examples import Amount, Apart, Ending, Level, Role, Threshold, thresholds
from tic_rules.cli import forms
from tic_rules.cli.lines import Lines
from tic_rules.cli.packs import QUESTIONS
from tic_rules.errors import Lang
from tic_rules.ir.catalogue import Text
from tic_rules.ir.norms import Citation, Norm, Reading, Relaxation, Strength
from tic_rules.ir.pack import Pack
from tic_rules.ir.walk import findings_asked
from tic_rules.quantity import BASE, Kind, Quantity, display
from tic_rules.report import bounds, marks, values

LANGUAGES: Final[tuple[Lang, ...]] = ("zh", "en")
_STRENGTH: Final = {
    Strength.HARD: Text("必须满足", "must be met"),
    Strength.IN_PRINCIPLE: Text("原则上须满足，有权单位可作例外", "in principle; the authority may make an exception"),
    Strength.PREFERENCE: Text("优先条件，不影响结论", "a preference; it changes no verdict"),
}
_HEADINGS: Final = {
    "bounds": Text("界限两边的例子", "Examples at its bounds"),
    "readings": Text("读法", "Readings"),
    "taken": Text("采用", "Taken"),
    "other": Text("另一种", "Other"),
    "why": Text("理由", "Why"),
    "facts": Text("要用的资料（由申报单位提供）", "Facts it reads (the applicant gives them)"),
    "findings": Text("要由人认定的（问谁）", "Findings it needs (whom to ask)"),
    "excuse": Text("不满足时可以例外或放宽的", "What may excuse it"),
    "remedy": Text("怎样补救", "Remedy"),
    "tracks": Text("适用的途径", "Ways in"),
    "applies": Text("适用前提", "when it applies"),
    "require": Text("要求", "required"),
    "step": Text("以最小的一步为准", "one finest step to either side"),
}
_FROM: Final = Text("自{start}起，到{end}", "from {start} to {end}")
_APART: Final = {
    -1: Text("早一天", "a day before"),
    0: Text("同一天", "the same day"),
    1: Text("晚一天", "a day after"),
}
_EXCEPTION: Final = Text("例外：由{whom}决定", "an exception, decided by {whom}")
_RELAXED: Final = Text("{cites}{title}：由{whom}决定", "{cites} {title}: decided by {whom}")


def say_list(pack: Pack, norms: Sequence[Norm], lang: Lang, lines: Lines) -> None:
    """All norms, a line or two each."""
    lines.say(f"{pack.title.of(lang)}  {pack.id} {pack.version}", hang=2)
    for norm in norms:
        lines.say(f"{norm.id}  {_places(pack, norm.cites, lang)}  {norm.title.of(lang)}", indent=2, hang=2)


def say(pack: Pack, norm: Norm, lang: Lang, lines: Lines) -> None:
    """One norm, whole."""
    mark = "：" if lang == "zh" else ": "
    lines.say(f"{_places(pack, norm.cites, lang)}  {norm.title.of(lang)}", hang=2)
    lines.say(f"{pack.title.of(lang)}  {pack.id} {pack.version}  {norm.id}", indent=2, hang=2)
    lines.say(f"{QUESTIONS[norm.question].of(lang)}  {_STRENGTH[norm.strength].of(lang)}", indent=2, hang=2)
    tracks = [track.title.of(lang) for track in pack.tracks if track.id in norm.tracks]
    if tracks:
        lines.say(f"{_HEADINGS['tracks'].of(lang)}{mark}{_listed(tracks, lang)}", indent=2, hang=2)
    lines.say()
    lines.say(norm.explain.of(lang), indent=2)
    found = thresholds(pack, norm)
    if found:
        lines.say()
        lines.say(_HEADINGS["bounds"].of(lang))
    for threshold in found:
        role = _HEADINGS["applies" if threshold.role is Role.WHEN else "require"].of(lang)
        what = bounds.compared(pack, threshold.node, threshold.listed, lang)
        lines.say(f"{what}（{role}）" if lang == "zh" else f"{what} ({role})", indent=2, hang=2)
        lines.say(bounds.asked(pack, threshold.node, threshold.listed, lang), indent=4, hang=2)
        for shown, holds in _examples(threshold, lang):
            sign = marks.TRUE if holds else marks.FALSE
            lines.say(f"{sign.of(lang)}  {shown}", indent=6, hang=2)
    _blocks(pack, norm, lang, lines)


def _blocks(pack: Pack, norm: Norm, lang: Lang, lines: Lines) -> None:
    mark = "：" if lang == "zh" else ": "
    if norm.readings:
        lines.say()
        lines.say(_HEADINGS["readings"].of(lang))
    for number, reading in enumerate(norm.readings):
        if number:
            lines.say()
        for key in ("taken", "other", "why"):
            text: Text = getattr(reading, key)
            lines.say(f"{_HEADINGS[key].of(lang)}{mark}{text.of(lang)}", indent=2, hang=2)
    parts = {
        "facts": [_fact(pack, path, lang) for path in examples.read_by(pack, norm)],
        "findings": [
            f"{pack.finding_by_id[name].ask.of(lang)}{_whom(pack, pack.finding_by_id[name].decided_by, lang)}"
            for name in _findings(pack, norm)
        ],
        "excuse": _excuses(pack, norm, lang),
        "remedy": [] if norm.remedy is None else [norm.remedy.of(lang)],
    }
    for key, texts in parts.items():
        if texts:
            lines.say()
            lines.block(_HEADINGS[key].of(lang), *texts)


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
                "text": _both(lambda lang, at=cites: _place(pack, at, lang)),
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
            for name in _findings(pack, norm)
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
                zip(_examples(threshold, "zh"), _examples(threshold, "en"), strict=True)
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


def _examples(threshold: Threshold, lang: Lang) -> Iterator[tuple[str, bool]]:
    """Each example in words, and whether the comparison holds of it."""
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


def _findings(pack: Pack, norm: Norm) -> list[str]:
    """The findings that a norm asks for, its terms' among them, each once."""
    roots = [root for root in (norm.when, norm.require) if root is not None]
    whole = [part for root in roots for part in (root, *examples.terms_of(pack, root))]
    return list(dict.fromkeys(name for part in whole for name, _ in findings_asked(part)))


def _excuses(pack: Pack, norm: Norm, lang: Lang) -> list[str]:
    said = []
    if norm.departs_by:
        said.append(_EXCEPTION.of(lang).format(whom=_authorities(pack, norm.departs_by, lang)))
    for relaxation in pack.relaxations_of(norm.id):
        known = {"cites": _places(pack, relaxation.cites, lang), "title": relaxation.title.of(lang)}
        said.append(_RELAXED.of(lang).format(whom=_authorities(pack, relaxation.accepted_by, lang), **known))
    return said


def _fact(pack: Pack, path: str, lang: Lang) -> str:
    spec = pack.catalogue[path]
    mark, gap = ("：", "；") if lang == "zh" else (": ", "; ")
    unit = "" if spec.unit is None else f"{gap}{BASE[spec.unit].zh if lang == 'zh' else BASE[spec.unit].en}"
    evidence = spec.evidence.of(lang)
    return f"{path}{mark}{values.named(path, spec.title, lang)}{unit}{gap + evidence if evidence else ''}"


def _whom(pack: Pack, names: Sequence[str], lang: Lang) -> str:
    said = _authorities(pack, names, lang)
    return f"（{said}）" if lang == "zh" else f" ({said})"


def _authorities(pack: Pack, names: Sequence[str], lang: Lang) -> str:
    return _listed([pack.authority_by_id[name].title.of(lang) for name in names], lang)


def _authority(pack: Pack, name: str) -> dict[str, Any]:
    return {"id": name, "title": forms.both(pack.authority_by_id[name].title)}


def _reading(reading: Reading) -> dict[str, Any]:
    texts = {key: forms.both(getattr(reading, key)) for key in ("taken", "other", "why")}
    return {**texts, "is_evaluated": reading.is_evaluated}


def _relaxation(pack: Pack, relaxation: Relaxation) -> dict[str, Any]:
    return {
        "id": relaxation.id,
        "title": forms.both(relaxation.title),
        "cites": [_both(lambda lang, at=cites: _place(pack, at, lang)) for cites in relaxation.cites],
        "accepted_by": [_authority(pack, who) for who in relaxation.accepted_by],
    }


def _places(pack: Pack, cites: Sequence[Citation], lang: Lang) -> str:
    return _listed([_place(pack, at, lang) for at in cites], lang)


def _place(pack: Pack, cites: Citation, lang: Lang) -> str:
    return cites.text(lang, twice=cites.article in pack.articles_printed_twice)


def _listed(items: Sequence[str], lang: Lang) -> str:
    return ("、" if lang == "zh" else ", ").join(items)


def _both(said: Any) -> dict[str, str]:
    return {lang: said(lang) for lang in LANGUAGES}
