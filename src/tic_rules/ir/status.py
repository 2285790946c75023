"""Where a centre stands on a day: its stage, what is owed, what may be proposed, and when it may apply again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final, Literal

from tic_rules.ir.catalogue import Text
from tic_rules.ir.determination import CitedPlace, PackRef, ReadingResult, Standing
from tic_rules.ir.norms import Strength
from tic_rules.ir.shown import Shown
from tic_rules.ir.steps import TruthStep
from tic_rules.truth import OpenPoint, Truth

FORMAT = "1"


class AsideWhy(StrEnum):
    """Why a recorded event does not count."""

    LATER = "dated after the as-of day"
    NOT_KNOWN_YET = "recorded after the day of knowledge"
    CORRECTED = "corrected by a later record"
    WITHDRAWN = "withdrawn by a later record"
    BEFORE_APPROVAL = "before the centre was approved"
    BEFORE_FORCE = "before the regulation's first day: nobody is judged by it"
    AFTER_END = "after the centre's end"
    NO_SUCH_GRADE = "a grade that the city's closed scale does not have"
    TWO_GRADES = "another grade is recorded of the same evaluation"
    TWO_IN_CYCLE = "another grade is recorded in the same cycle"
    NO_MOVE = "it leads out of no stage that the centre was in"
    NOTHING_BEFORE = "nothing is on record that it could extend, accept, complete or end"
    NO_SUCH_GROUND = "it names a ground that the pack does not have"
    NO_SUCH_DUTY = "it names a duty that the pack does not have"


@dataclass(frozen=True, slots=True)
class Aside:
    """An event that does not count, and why."""

    path: str
    kind: str
    day: date | None
    why: AsideWhy
    number: int = 0
    """Which record of the history says it, counted from 1."""
    id: str = ""
    """What that record is called by one that corrects it."""
    line: int | None = None
    """Its line in the register; None for a history that was read from elsewhere."""

    @property
    def is_amiss(self) -> bool:
        """Whether somebody should look at the record: whoever recorded it will have meant it to count."""
        return self.why in _AMISS


_AMISS: Final = frozenset(
    {
        AsideWhy.BEFORE_APPROVAL,
        AsideWhy.AFTER_END,
        AsideWhy.NO_SUCH_GRADE,
        AsideWhy.TWO_GRADES,
        AsideWhy.TWO_IN_CYCLE,
        AsideWhy.NO_MOVE,
        AsideWhy.NOTHING_BEFORE,
        AsideWhy.NO_SUCH_GROUND,
        AsideWhy.NO_SUCH_DUTY,
    }
)


@dataclass(frozen=True, slots=True)
class EventNow:
    """An event that counts."""

    path: str
    kind: str
    title: Text
    day: date
    recorded_on: date
    by: str
    said: tuple[tuple[str, str], ...]
    """What it says, by field; values in canonical text."""
    moved_to: Text | None
    """The stage that it led to; None where it moved nothing, or that is open."""


@dataclass(frozen=True, slots=True)
class StageNow:
    """A stage that the centre is in, or may be in."""

    id: str
    title: Text
    ended: bool
    since: date | None
    """None before approval."""
    by: str
    """The move that led there; empty before approval."""
    cites: tuple[CitedPlace, ...]


class DutyState(StrEnum):
    """How one cycle of a duty stands."""

    NOT_OWED = "not owed"
    DUE = "due"
    """Owed, not done, and its day is not over."""
    DONE = "done"
    DONE_LATE = "done late"
    MISSED = "missed"
    LATE_OR_MISSED = "late or missed"
    """Not done in time; whether it was done since, the record does not say."""
    DONE_UNDATED = "done, due day not known"
    OPEN = "open"
    """Not determinable; its points say why."""


@dataclass(frozen=True, slots=True)
class DutyNow:
    """One cycle of a duty."""

    id: str
    title: Text
    cites: tuple[CitedPlace, ...]
    owed_by: str
    owed_by_title: Text
    year: int | None
    """The year that it is about; None for what follows an event."""
    after: str
    """The event that it follows, by its place; else empty."""
    due: date | None
    """None where no notice has fixed it, or the working days of its year are not published."""
    may_move: bool
    """Whether a calendar that is not published yet could move the due day."""
    state: DutyState
    done_on: date | None
    grade: str
    points: tuple[OpenPoint, ...]


@dataclass(frozen=True, slots=True)
class PeriodNow:
    """A time that the centre has in its stage."""

    id: str
    title: Text
    cites: tuple[CitedPlace, ...]
    strength: Strength
    first_day: date
    last_day: date
    extended: int
    """How often it was made longer."""
    is_over: bool


class GroundState(StrEnum):
    """How a ground of revocation stands."""

    MET = "met"
    NOT_MET = "not met"
    UNKNOWN = "unknown"
    REVIEW = "review"
    NOT_APPLICABLE = "not applicable"
    """It cannot arise in the stage that the centre is in."""


@dataclass(frozen=True, slots=True)
class GroundNow:
    """One ground of revocation, with the trace of how it came out; a proposal to the authority, never an act."""

    id: str
    title: Text
    explain: Text
    cites: tuple[CitedPlace, ...]
    state: GroundState
    truth: Truth
    step: TruthStep
    proposes: Text
    ban: str
    """How long whoever is revoked on it may not apply again, as printed; empty where nothing is printed."""
    readings: tuple[ReadingResult, ...]


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar from applying again, from a recorded decision."""

    ground: str
    cites: tuple[CitedPlace, ...]
    first_day: date
    last_day: date


@dataclass(frozen=True, slots=True)
class ApplyAgain:
    """From when one may apply again."""

    free_from: date | None
    """The first free day; None while the centre is there, and where it is open."""
    bars: tuple[Bar, ...]
    points: tuple[OpenPoint, ...]
    """Why it is open."""


@dataclass(frozen=True, slots=True, repr=False)
class CentreStatus(Shown):
    """Where one centre stands on one day, as known on another."""

    engine: str
    pack: PackRef
    standing: Standing
    """Whether the pack is in force on the as-of day."""
    centre: str
    name: str
    on: date
    known_on: date
    complete_to: date | None
    """Up to which day the whole record is stated to be complete; None where it is not."""
    events: tuple[EventNow, ...]
    """In the order of their days."""
    stages: tuple[StageNow, ...]
    """The stage, or all in which it may be; empty only where nothing has begun."""
    periods: tuple[PeriodNow, ...]
    duties: tuple[DutyNow, ...]
    grounds: tuple[GroundNow, ...]
    apply_again: ApplyAgain
    asides: tuple[Aside, ...]
    format: Literal["1"] = "1"

    @property
    def stage(self) -> StageNow | None:
        """The stage where it is certain; None where there are several, or none has begun."""
        return self.stages[0] if len(self.stages) == 1 else None

    @property
    def proposals(self) -> tuple[GroundNow, ...]:
        """The grounds that are met."""
        return tuple(ground for ground in self.grounds if ground.state is GroundState.MET)

    def to_json(self) -> str:
        """The status as versioned JSON: same status, same bytes."""
        from tic_rules.ir.record import status_json

        return status_json(self)
