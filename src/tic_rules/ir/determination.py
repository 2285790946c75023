"""A determination: the answer to one question about one applicant, complete in itself."""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Literal, cast

from tic_rules import arguments
from tic_rules.errors import Lang
from tic_rules.inert import one_line
from tic_rules.ir.catalogue import Text
from tic_rules.ir.norms import Citation, Question, Strength
from tic_rules.ir.pack import IssueKind
from tic_rules.ir.shown import Filed, Shown, looks_of
from tic_rules.ir.steps import State, TruthStep
from tic_rules.truth import Truth, Verdict

FORMAT = "1"
"""The version of the JSON form."""


class Status(StrEnum):
    """How a norm came out."""

    MET = "met"
    EXCUSED = "excused"
    """Not met, and a departure or a relaxation excuses it."""
    NOT_MET = "not met"
    UNKNOWN = "unknown"
    REVIEW = "review"
    NOT_APPLICABLE = "not applicable"


class StandingKind(StrEnum):
    """Whether the pack is in force on the day that is tested."""

    IN_FORCE = "in force"
    DRAFT = "draft"
    """A consultation draft: not in force on any day."""
    NOT_YET = "not yet in force"
    LAPSED = "lapsed"
    START_UNKNOWN = "start not known"
    DAY_UNKNOWN = "day not known"
    """The application day is missing, so nobody can say."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Whether the pack was in force on the day tested; said first in every report."""

    kind: StandingKind
    day: date | None
    start: date | None
    end: date | None
    earliest: date | None = None
    """Where the start is not known but lies in a span of days: the first of them."""
    latest: date | None = None
    """The last day of that span."""


@dataclass(frozen=True, slots=True)
class PackRef:
    """The pack that decided, so that anyone can run it again."""

    id: str
    version: str
    digest: str
    title: Text
    jurisdiction: Text
    jurisdiction_code: str
    issued_by: Text
    issued_number: str | None
    kind: IssueKind


@dataclass(frozen=True, slots=True)
class CitedPlace:
    """A citation with its printed form."""

    at: Citation
    text: Text


@dataclass(frozen=True, slots=True)
class ReadingResult:
    """A reading taken and the other one; where the other can be evaluated, what it would have changed."""

    taken: Text
    other: Text
    why: Text
    other_step: TruthStep | None = None
    other_when: TruthStep | None = None
    """The other condition under which the norm applies; None where it is the norm's own, or not evaluated."""
    other_strength: Strength | None = None
    """The other strength; None where it is the norm's own, or not evaluated."""
    norm_differs: bool = False
    """Whether the norm would have come out otherwise."""
    verdict_if_other: Verdict | None = None
    """The verdict of the whole question if this one reading were the other; None where it is not evaluated."""


@dataclass(frozen=True, slots=True, repr=False)
class NormResult:
    """One norm held against the dossier."""

    id: str
    cites: tuple[CitedPlace, ...]
    title: Text
    explain: Text
    strength: Strength
    tracks: tuple[str, ...]
    status: Status
    truth: Truth
    when: TruthStep | None
    step: TruthStep
    """``require``, or where something may excuse it: require and excuse."""
    readings: tuple[ReadingResult, ...]
    remedy: Text | None

    def __repr__(self) -> str:
        """Id, how it came out, title and first citation, in one plain line."""
        cites = f" ({self.cites[0].text.zh})" if self.cites else ""
        return one_line(f"<NormResult {self.id}, {self.status}: {self.title.zh}{cites}>")

    @property
    def changes_verdict(self) -> bool:
        """Whether the norm counts: not a preference, and applicable."""
        return self.strength is not Strength.PREFERENCE and self.status is not Status.NOT_APPLICABLE


@dataclass(frozen=True, slots=True)
class TrackResult:
    """One way in: whether it is this applicant's, and what came of it."""

    id: str
    title: Text
    applies: TruthStep
    truth: Truth
    verdict: Verdict
    norms: tuple[str, ...]
    """The norms that it asks, by id."""


class LeftOutWhy(StrEnum):
    """Why something in the dossier was not looked at."""

    LATER = "dated after the as-of date"
    NOT_ITS_TO_DECIDE = "decided by somebody whom the pack does not name"
    NOT_ASKED = "no norm of the pack asks for it"


@dataclass(frozen=True, slots=True)
class LeftOut:
    """An event or finding that was left out, and why."""

    path: str
    name: str
    why: LeftOutWhy


@dataclass(frozen=True, slots=True, repr=False)
class Determination(Shown):
    """The answer to one question about one applicant in one city on one day."""

    engine: str
    """The version of the engine."""
    pack: PackRef
    standing: Standing
    question: Question
    asked_tracks: tuple[str, ...]
    """The tracks asked for by name; none named: all of the city's."""
    as_of: date
    application_day: date | None
    application_state: State
    """NONE: not yet submitted, so the as-of date stands in; MISSING: not known."""
    applicant: str
    dossier_digest: str
    calendar_digest: str | None
    """The digest of the working-day calendar, where one was read."""
    verdict: Verdict
    truth: Truth
    tracks: tuple[TrackResult, ...]
    norms: tuple[NormResult, ...]
    left_out: tuple[LeftOut, ...]
    format: Literal["1"] = "1"

    def to_json(self) -> str:
        """The determination as versioned JSON: same determination, same bytes."""
        from tic_rules.ir.record import to_json

        return to_json(self)

    @classmethod
    def from_json(cls, text: str | bytes) -> Determination:
        """Reads a recorded determination. Raises RecordError."""
        from tic_rules.ir.record import from_json

        return from_json(text)

    def report(self, path: str | os.PathLike[str], lang: Lang = "zh", *, overwrite: bool = False) -> Path:
        """Writes the report as one HTML file that prints on A4, article by article, in both languages, ``lang`` first.

        The file is whole or not there at all. Returns its path; raises UsageError where it cannot be written, and where
        there is one already unless ``overwrite`` says so.
        """
        if not isinstance(path, (str, os.PathLike)):
            raise arguments.refuse("Determination.report", "path", path, arguments.A_PATH)
        where = Path(path)
        cast(Filed, looks_of(self)).file(self, where, lang=lang, overwrite=overwrite)
        return where

    @property
    def failed(self) -> tuple[NormResult, ...]:
        """The norms that are not met and count, in the order of the pack.

        With several ways in, those that some way of this applicant's asks; of the others nothing counts.
        """
        asked = {name for track in self.tracks if track.verdict is not Verdict.NOT_APPLICABLE for name in track.norms}
        return tuple(
            norm for norm in self.norms if norm.id in asked and norm.changes_verdict and norm.status is Status.NOT_MET
        )

    @property
    def readings_that_matter(self) -> tuple[NormResult, ...]:
        """The norms of which another reading would give another verdict of the whole."""
        return tuple(
            norm
            for norm in self.norms
            if any(r.verdict_if_other is not None and r.verdict_if_other is not self.verdict for r in norm.readings)
        )
