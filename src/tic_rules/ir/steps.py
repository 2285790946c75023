"""The trace of a determination: a closed set of frozen steps, each with what it read and what came of it.

A step is complete in itself: from its children and the values it shows, its truth can be worked out again without the
pack, the dossier or the engine (``tic_rules.audit`` does so). ``kind`` is the tag under which a step travels in JSON.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction
from typing import Annotated, Literal

from pydantic import Field

from tic_rules.ir.catalogue import Text
from tic_rules.ir.conditions import DayOp, IfZero, Op, ProportionKind
from tic_rules.quantity import Kind
from tic_rules.truth import OpenPoint, Truth

# --- what was read -----------------------------------------------------------------------------------------------


class State(StrEnum):
    """How a fact stands in the dossier."""

    GIVEN = "given"
    MISSING = "missing"
    NONE = "none"
    """Known not to exist."""


@dataclass(frozen=True, slots=True)
class Read:
    """A fact as it was read: where it stands, and in canonical text what it says."""

    path: str
    state: State
    title: Text
    text: str = ""
    """The value in canonical form; empty unless given."""


# --- measures ----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Reckoned:
    """What a measure comes to: an exact value (``lo == hi``), an interval, or nothing that exists.

    Amounts are in the base unit of ``unit`` (元, 平方米, ...); ``hi`` is None where there is no greatest.
    """

    unit: Kind
    lo: Fraction
    hi: Fraction | None
    points: tuple[OpenPoint, ...] = ()
    """The unknown parts; empty exactly when the value is exact."""
    exists: bool = True
    """False where what is measured is known not to exist: a comparison with it is false."""


@dataclass(frozen=True, slots=True)
class FactMeasure:
    """A quantity read from the dossier."""

    read: Read
    value: Reckoned
    kind: Literal["fact_measure"] = "fact_measure"


@dataclass(frozen=True, slots=True)
class SumMeasure:
    """The sum of its parts."""

    parts: tuple[MeasureStep, ...]
    value: Reckoned
    kind: Literal["sum"] = "sum"


@dataclass(frozen=True, slots=True)
class LesserMeasure:
    """The least of its items."""

    items: tuple[MeasureStep, ...]
    value: Reckoned
    kind: Literal["lesser"] = "lesser"


class YearNote(StrEnum):
    """How the figure of one year was taken."""

    WHOLE = "whole"
    """The figure of the whole year."""
    SO_FAR = "so far"
    """It does not run to the year's end, or is not known to: a least value."""
    BEFORE_REGISTRATION = "before registration"
    """The year ended before the unit was registered: zero."""
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class YearStep:
    """One year of a series."""

    year: int
    note: YearNote
    value: Reckoned
    text: str = ""
    """The figure in canonical form; empty where there is none."""
    until: date | None = None
    """Up to which day the figure runs; None where nobody told us, or there is no figure."""


@dataclass(frozen=True, slots=True)
class YearsMeasure:
    """The sum of a yearly series over the years of a window; no years where the application day is not known."""

    path: str
    title: Text
    window: str
    years: tuple[YearStep, ...]
    points: tuple[OpenPoint, ...]
    """Why the years are not known."""
    stated: FactMeasure | None
    """The total stated beside or instead of the series."""
    value: Reckoned
    registered: date | None = None
    """The day on which the unit was registered; None where it is not known."""
    kind: Literal["years"] = "years"


@dataclass(frozen=True, slots=True)
class MemberStep:
    """One member of a list: where it stands, whether it counts, and what it adds."""

    path: str
    name: str
    counts: TruthStep
    adds: Reckoned
    """The field that is summed, or one for a count."""
    text: str = ""
    """The field that is summed, in canonical form; empty for a count and where it is not given."""


@dataclass(frozen=True, slots=True)
class ListMeasure:
    """A count, or the sum of a field, over the members of a list that count."""

    path: str
    title: Text
    state: State
    points: tuple[OpenPoint, ...]
    """Why the list is not known."""
    members: tuple[MemberStep, ...]
    stated: FactMeasure | None
    """The total stated beside or instead of the list."""
    value: Reckoned
    each: str = ""
    """The field that is summed; empty for a count."""
    kind: Literal["list"] = "list"


@dataclass(frozen=True, slots=True)
class AgeMeasure:
    """Completed years on a day."""

    born: Read
    on: Read
    value: Reckoned
    kind: Literal["age"] = "age"


@dataclass(frozen=True, slots=True)
class TermMeasure:
    """A measure that the pack defines once."""

    id: str
    title: Text
    of: MeasureStep
    value: Reckoned
    kind: Literal["term_measure"] = "term_measure"


MeasureStep = Annotated[
    FactMeasure | SumMeasure | LesserMeasure | YearsMeasure | ListMeasure | AgeMeasure | TermMeasure,
    Field(discriminator="kind"),
]

# --- conditions --------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Margin:
    """How far a measure is beyond its bound, in the base unit: positive spare, negative short, for both ends.

    For a share of counted members (or of a sum), ``members`` says how many more (positive) are needed in the part, or
    how many fewer (negative) there may be, the rest being as it is; zero where it suffices as it is.
    """

    lo: Fraction | None
    hi: Fraction | None
    members: Fraction | None = None


@dataclass(frozen=True, slots=True)
class AllStep:
    """True when all children are."""

    children: tuple[TruthStep, ...]
    truth: Truth
    kind: Literal["all"] = "all"


@dataclass(frozen=True, slots=True)
class AnyStep:
    """True when one child is."""

    children: tuple[TruthStep, ...]
    truth: Truth
    kind: Literal["any"] = "any"


@dataclass(frozen=True, slots=True)
class NotStep:
    """The opposite of its child."""

    child: TruthStep
    truth: Truth
    kind: Literal["not"] = "not"


@dataclass(frozen=True, slots=True)
class ExcusedStep:
    """A requirement, and what may excuse its failure."""

    require: TruthStep
    excuse: TruthStep
    truth: Truth
    kind: Literal["excused"] = "excused"


@dataclass(frozen=True, slots=True)
class TermStep:
    """A condition that the pack defines once."""

    id: str
    title: Text
    of: TruthStep
    truth: Truth
    kind: Literal["term"] = "term"


class FindingNote(StrEnum):
    """How a finding stands."""

    GIVEN = "given"
    NEEDED = "needed"
    NOT_ITS_TO_DECIDE = "decided by somebody else"
    """Only somebody whom the pack does not name has answered, so it is still needed."""
    LATER = "decided after the as-of date"
    SILENT = "record silent"
    """The record does not say whether the decision was made: a missing fact."""


@dataclass(frozen=True, slots=True)
class FindingStep:
    """A finding that was asked for, and the answer that counted if there was one."""

    id: str
    about: str
    ask: Text
    decided_by: tuple[Text, ...]
    note: FindingNote
    truth: Truth
    answer: bool | None = None
    by: str = ""
    on: date | None = None
    basis: str = ""
    silent: tuple[str, ...] = ()
    """The facts that the record of the decision leaves out; they are its open points where its note is SILENT."""
    kind: Literal["finding"] = "finding"


@dataclass(frozen=True, slots=True)
class HasStep:
    """Whether an optional thing exists."""

    read: Read
    truth: Truth
    kind: Literal["has"] = "has"


@dataclass(frozen=True, slots=True)
class EveryMember:
    """One member of a list of which something is demanded: whether it is among those meant, and whether it holds."""

    path: str
    name: str
    meant: TruthStep
    holds: TruthStep
    truth: Truth


@dataclass(frozen=True, slots=True)
class EveryStep:
    """True when each member that is meant holds."""

    path: str
    title: Text
    state: State
    points: tuple[OpenPoint, ...]
    members: tuple[EveryMember, ...]
    truth: Truth
    kind: Literal["every"] = "every"


@dataclass(frozen=True, slots=True)
class CompareStep:
    """A measure against its bound."""

    left: MeasureStep
    op: Op
    bound: Fraction
    upper: Fraction | None
    unit: Kind
    bound_text: str
    """The bound as the pack writes it."""
    printed: str
    margin: Margin
    truth: Truth
    kind: Literal["compare"] = "compare"


@dataclass(frozen=True, slots=True)
class ProportionStep:
    """A part, or an amount, against another, and their proportion against its bound; cross-multiplied."""

    proportion: ProportionKind
    part: MeasureStep
    whole: MeasureStep
    op: Op
    bound: Fraction
    upper: Fraction | None
    bound_text: str
    printed: str
    if_zero: IfZero
    asked: FindingStep | None
    """The finding asked for where the whole can be zero and the pack says to ask."""
    margin: Margin
    truth: Truth
    kind: Literal["proportion"] = "proportion"


@dataclass(frozen=True, slots=True)
class ElapsedStep:
    """The time between two days against a period, by the day on which the period ends."""

    start: Read
    end: Read
    op: Op
    bound: int
    unit: Kind
    bound_text: str
    printed: str
    due: date | None
    """The first day moved by the period; None where it is not known."""
    counts_first_day: bool
    truth: Truth
    kind: Literal["elapsed"] = "elapsed"


@dataclass(frozen=True, slots=True)
class LevelStep:
    """A level against another of the same scale."""

    read: Read
    scale: tuple[str, ...]
    op: Op
    level: str
    printed: str
    truth: Truth
    kind: Literal["level"] = "level"


@dataclass(frozen=True, slots=True)
class DayStep:
    """A day against another."""

    left: Read
    op: DayOp
    right: Read
    truth: Truth
    kind: Literal["day"] = "day"


@dataclass(frozen=True, slots=True)
class ChoiceStep:
    """A word, text or flag against those allowed; texts in canonical form."""

    read: Read
    allowed: tuple[str, ...]
    truth: Truth
    kind: Literal["choice"] = "choice"


@dataclass(frozen=True, slots=True)
class SeatStep:
    """A seat against a place that it must lie in."""

    read: Read
    place: str
    place_title: Text
    """The place's name where the pack knows it, else its code."""
    truth: Truth
    kind: Literal["seat"] = "seat"


@dataclass(frozen=True, slots=True)
class WindowStep:
    """A day against the first and last day of a window."""

    read: Read
    window: str
    first: date | None
    last: date | None
    points: tuple[OpenPoint, ...]
    """Why the window is not known."""
    truth: Truth
    kind: Literal["window"] = "window"


@dataclass(frozen=True, slots=True)
class NameStep:
    """A name against its printed form."""

    read: Read
    template: str
    truth: Truth
    kind: Literal["name"] = "name"


@dataclass(frozen=True, slots=True)
class AlwaysStep:
    """Nothing is demanded: true (every member of a list counts, nothing limits a norm)."""

    truth: Truth
    kind: Literal["always"] = "always"


TruthStep = Annotated[
    AllStep
    | AnyStep
    | NotStep
    | ExcusedStep
    | TermStep
    | FindingStep
    | HasStep
    | EveryStep
    | CompareStep
    | ProportionStep
    | ElapsedStep
    | LevelStep
    | DayStep
    | ChoiceStep
    | SeatStep
    | WindowStep
    | NameStep
    | AlwaysStep,
    Field(discriminator="kind"),
]
