"""Determinations for the checker: each word of the language by itself, and regulations with all that joins norms."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from tests.properties.invented import AS_OF, CITY, DOSSIERS, REQUIREMENTS, answer, at, both, decided, dossier, of, pack
from tic_rules import Determination, InputError, Pack

_READING = {"taken": both("甲说"), "other": both("乙说"), "why": both("理由")}
_MANY = at(of("n"), "at_least", "5人", "以上")
_SOME = at(of("k"), "at_least", "1人", "以上")
_NORMS: tuple[dict[str, Any], ...] = (
    {"require": _MANY, "strength": "in principle", "remedy": both("补足人员")},
    {"require": _MANY, "when": _SOME, "readings": [{**_READING, "other_strength": "in principle"}]},
    {"require": _SOME, "readings": [{**_READING, "other_require": _MANY}, {**_READING, "other_when": _MANY}, _READING]},
    {"require": at(of("q1"), "at_least", "15万元", "bare"), "readings": [_READING], "tracks": ["other"]},
    {"require": {"finding": "approved"}, "strength": "preference"},
    {
        "require": {"finding": "asked"},
        "question": "operation",
        "cites": [{"article": 1}, {"article": 1, "sentence": 2}],
    },
    {"require": REQUIREMENTS["elapsed workdays"], "question": "operation"},
)
_TRACKS = [
    {"id": "main", "title": both("企业"), "for": {"fact": "lead.kind", "one_of": ["企业", "高校"]}},
    {"id": "other", "title": both("法人"), "for": {"fact": "lead.is_legal_person", "is": True}},
]
_GROUND = {"fact": "lead.is_legal_person", "is": True}
_RELAXED = [{"id": "eased", "covers": ["norm-0", "norm-1"], "ground": _GROUND, "accepted_by": ["bureau"]}]
_BUREAU = "奥明市示例局"
EXCUSED = [
    answer("norm-0:departs", True, by=_BUREAU),
    answer("eased:norm-1", True, by=_BUREAU),
    answer("eased:norm-0", False, by=_BUREAU, day="2026-12-01"),
    answer("asked", False, by="路人"),
]
_ENDS = {"from": "not known", "not_before": date(2024, 1, 1), "not_after": date(2026, 12, 31), "printed": "另行公布"}
_TRIAL = {"from": date(2024, 1, 1), "until": date(2026, 6, 30), "printed": "自2024年1月1日起试行至2026年6月30日"}


def of_one_word(name: str) -> Pack:
    """A pack of one norm, which demands one thing that a condition can be."""
    norm: dict[str, Any] = {"require": REQUIREMENTS[name]}
    return pack([{**norm, "readings": [_READING]} if name == "bare" else norm])


def of_one_norm(*names: str) -> Iterator[Determination]:
    """Each of the named words of the language, or every one, held against every dossier that it does not refuse."""
    for name in names or REQUIREMENTS:
        regulation = of_one_word(name)
        for facts in DOSSIERS.values():
            try:
                yield decided(regulation, dossier(**facts))
            except InputError:
                # A total that the list beside it contradicts, a birth after the day: refused before it is decided.
                continue


def of_all_joints(**changes: Any) -> Pack:
    """A pack with all that joins norms: conditions, readings, excuses, two tracks."""
    return pack(_NORMS, tracks=_TRACKS, relaxations=_RELAXED, **changes)


def of_many_norms() -> Iterator[Determination]:
    """Norms with conditions, readings and excuses, in two tracks, of packs in force, lapsed, on trial and in draft."""
    for changes in ({}, {"in_force": _ENDS}, {"in_force": _TRIAL, "issued": {"by": both(_BUREAU), "kind": "trial"}}):
        regulation = of_all_joints(**changes)
        for name, facts in list(DOSSIERS.items())[:: 2 if changes else 1]:
            answered = (
                {**facts, "findings": EXCUSED}
                if name in {"half known", "lists and totals"}
                else {**facts, "findings": []}
            )
            for question in ("entry", "operation"):
                yield decided(regulation, dossier(**answered), question=question)
    draft = pack(_NORMS, tracks=_TRACKS, issued={"by": both(_BUREAU), "kind": "consultation draft"})
    yield decided(draft, dossier(**{CITY: {"n": "5人"}}), tracks=["other"], on=AS_OF)
