"""Marks: a sign that GBK can write, and always the word with it; a colour is never the only sign."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from tic_rules.errors import Lang
from tic_rules.ir.catalogue import Text
from tic_rules.ir.determination import NormResult, Status
from tic_rules.ir.norms import Strength
from tic_rules.truth import PointKind, Truth, TruthValue, Verdict


class Tone(StrEnum):
    """How a mark is coloured where there are colours."""

    GOOD = "good"
    BAD = "bad"
    OPEN = "open"
    REVIEW = "review"
    QUIET = "quiet"


@dataclass(frozen=True, slots=True)
class Mark:
    """A sign and its word."""

    sign: str
    word: Text
    tone: Tone

    def of(self, lang: Lang) -> str:
        """The sign and the word."""
        return f"{self.sign} {self.word.of(lang)}"


OF_VERDICT: Final[Mapping[Verdict, Mark]] = MappingProxyType(
    {
        Verdict.PASS: Mark("√", Text("符合", "PASS"), Tone.GOOD),
        Verdict.FAIL: Mark("×", Text("不符合", "FAIL"), Tone.BAD),
        Verdict.UNKNOWN: Mark("？", Text("资料不足", "UNKNOWN"), Tone.OPEN),
        Verdict.REVIEW: Mark("○", Text("待认定", "REVIEW"), Tone.REVIEW),
        Verdict.NOT_APPLICABLE: Mark("—", Text("不适用", "NOT APPLICABLE"), Tone.QUIET),
    }
)

OF_STATUS: Final[Mapping[Status, Mark]] = MappingProxyType(
    {
        Status.MET: Mark("√", Text("满足", "met"), Tone.GOOD),
        Status.EXCUSED: Mark("△", Text("准予例外", "excused"), Tone.REVIEW),
        Status.NOT_MET: Mark("×", Text("不满足", "not met"), Tone.BAD),
        Status.UNKNOWN: Mark("？", Text("资料不足", "unknown"), Tone.OPEN),
        Status.REVIEW: Mark("○", Text("待认定", "review"), Tone.REVIEW),
        Status.NOT_APPLICABLE: Mark("—", Text("不适用", "not applicable"), Tone.QUIET),
    }
)

PREFERENCE_HAD: Final = Mark("√", Text("具备（优先条件）", "had (a preference)"), Tone.GOOD)
PREFERENCE_OPEN: Final = Mark("？", Text("未定（优先条件）", "not settled (a preference)"), Tone.QUIET)
PREFERENCE_LACKED: Final = Mark("□", Text("未具备（优先条件）", "not had (a preference)"), Tone.QUIET)

TRUE: Final = Mark("√", Text("成立", "holds"), Tone.GOOD)
FALSE: Final = Mark("×", Text("不成立", "does not hold"), Tone.BAD)
OPEN_FACT: Final = Mark("？", Text("未定，缺资料", "open, a fact is missing"), Tone.OPEN)
OPEN_FINDING: Final = Mark("○", Text("未定，待认定", "open, a finding is needed"), Tone.REVIEW)


def of_norm(norm: NormResult) -> Mark:
    """The mark of a norm; a preference that is not had has failed nothing."""
    if norm.strength is Strength.PREFERENCE:
        if norm.status in {Status.MET, Status.EXCUSED}:
            return PREFERENCE_HAD
        if norm.status is Status.NOT_MET:
            return PREFERENCE_LACKED
        if norm.status in {Status.UNKNOWN, Status.REVIEW}:
            return PREFERENCE_OPEN
    return OF_STATUS[norm.status]


def of_truth(truth: Truth) -> Mark:
    """The mark of one step of a trace."""
    match truth.value:
        case TruthValue.TRUE:
            return TRUE
        case TruthValue.FALSE:
            return FALSE
        case TruthValue.OPEN:
            missing = any(point.kind is PointKind.FACT for point in truth.points)
            return OPEN_FACT if missing else OPEN_FINDING
