"""The language of conditions: a small closed set of frozen nodes that know nobody.

A condition has a Kleene value; a measure has an exact value or an interval. Whatever is done with norms (decide,
compile to columns, hand to a solver, draw examples) is a walk over these nodes, ended by ``assert_never``.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from tic_rules.quantity import Quantity

# --- what is read -----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact of the dossier, by its path."""

    path: str


@dataclass(frozen=True, slots=True)
class Its:
    """A field of the member of a list that is being looked at; only inside ``where``, ``holds`` and ``each``."""

    field: str


Ref = Fact | Its


class NamedDay(StrEnum):
    """A day that every determination has."""

    APPLICATION = "application"
    """The submission day; the as-of date while nothing has been submitted."""
    TODAY = "today"
    """The as-of date."""


DayRef = NamedDay | Ref | date


class WindowKind(StrEnum):
    """The stretches of time that norms look back over."""

    FULL_YEARS = "full years"
    """The given number of full calendar years before the application day's year (近三年 of yearly figures)."""
    APPLICATION_YEAR = "application year"
    """The calendar year of the application day (当年)."""
    YEARS = "years"
    """The given number of years up to and including the application day (近三年 of dated events)."""


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of time relative to the application day."""

    kind: WindowKind
    years: int = 1

    def __str__(self) -> str:
        match self.kind:
            case WindowKind.FULL_YEARS:
                return "last full year" if self.years == 1 else f"last {self.years} full years"
            case WindowKind.APPLICATION_YEAR:
                return "application year"
            case WindowKind.YEARS:
                return "last year" if self.years == 1 else f"last {self.years} years"


# --- measures: what a threshold is held against ------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class TermRef:
    """A measure or a condition that the pack defines once, by its id."""

    id: str


@dataclass(frozen=True, slots=True)
class Sum:
    """The sum of several measures of one kind."""

    parts: tuple[Measure, ...]


@dataclass(frozen=True, slots=True)
class YearSum:
    """The sum of a yearly series over a window of years."""

    series: str
    over: Window
    stated_as: str | None = None


@dataclass(frozen=True, slots=True)
class ListSum:
    """The sum of one field over the members of a list that satisfy ``where``, and lie in the window if there is one."""

    list: str
    each: Its
    where: Condition | None = None
    over: Window | None = None
    stated_as: str | None = None


@dataclass(frozen=True, slots=True)
class Count:
    """The number of members of a list that satisfy ``where``, and lie in the window if there is one."""

    list: str
    where: Condition | None = None
    over: Window | None = None
    stated_as: str | None = None


@dataclass(frozen=True, slots=True)
class Lesser:
    """The least of several measures of one kind."""

    items: tuple[Measure, ...]


@dataclass(frozen=True, slots=True)
class Age:
    """Completed years (周岁) from a day of birth to another day."""

    born: Ref
    at: DayRef


Measure = Fact | Its | TermRef | Sum | YearSum | ListSum | Count | Lesser | Age


class ProportionKind(StrEnum):
    """Two ways of holding one measure against another."""

    SHARE = "share"
    """A part of its whole: never above one."""
    RATIO = "ratio"
    """Two amounts side by side, of any size."""


class IfZero(StrEnum):
    """What a proportion of nothing decides."""

    HOLDS = "holds"
    FAILS = "fails"
    ASK = "ask"
    """A finding decides."""


@dataclass(frozen=True, slots=True)
class Proportion:
    """One measure held against another; compared by cross-multiplication, never by dividing."""

    kind: ProportionKind
    part: Measure
    whole: Measure
    if_whole_is_zero: IfZero
    asks: str | None = None
    """The finding that decides where ``if_whole_is_zero`` is ASK."""


@dataclass(frozen=True, slots=True)
class Elapsed:
    """The time between two days; compared by moving the first day, never by dividing."""

    start: DayRef
    end: DayRef
    counts_first_day: bool = False
    """Whether the first day is itself counted (自…之日起 naming a first day): the period then ends a day earlier."""


# --- conditions --------------------------------------------------------------------------------------------------


class Op(StrEnum):
    """How a measure is held against its bound."""

    AT_LEAST = "at_least"
    MORE_THAN = "more_than"
    AT_MOST = "at_most"
    LESS_THAN = "less_than"
    BETWEEN = "between"
    """Both ends included."""


class DayOp(StrEnum):
    """How a day is held against another."""

    ON_OR_AFTER = "on_or_after"
    AFTER = "after"
    ON_OR_BEFORE = "on_or_before"
    BEFORE = "before"


@dataclass(frozen=True, slots=True)
class All:
    """Every one of the conditions."""

    items: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """At least one of the conditions."""

    items: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """The opposite; refused at load over a comparison that may read what does not exist."""

    item: Condition


@dataclass(frozen=True, slots=True)
class FindingHolds:
    """What only a person can decide, by the finding's id; inside a list it is asked of each member."""

    id: str


@dataclass(frozen=True, slots=True)
class TermHolds:
    """A condition that the pack defines once."""

    id: str


@dataclass(frozen=True, slots=True)
class Has:
    """Whether an optional thing exists."""

    path: str


@dataclass(frozen=True, slots=True)
class Every:
    """Every member of a list (that satisfies ``where``) satisfies ``holds``; true of an empty list."""

    list: str
    holds: Condition
    where: Condition | None = None
    over: Window | None = None


@dataclass(frozen=True, slots=True)
class Compare:
    """A measure, proportion or period held against a constant with a unit."""

    left: Measure | Proportion | Elapsed
    op: Op
    bound: Quantity
    printed: str
    """The few printed words that fix the boundary, or ``bare``."""
    upper: Quantity | None = None
    """The greatest value where ``op`` is BETWEEN; ``bound`` is then the least."""


@dataclass(frozen=True, slots=True)
class CompareLevel:
    """A level held against another of the same scale."""

    left: Ref
    scale: str
    op: Op
    level: str
    printed: str


@dataclass(frozen=True, slots=True)
class CompareDay:
    """A day held against another day."""

    left: DayRef
    op: DayOp
    right: DayRef


@dataclass(frozen=True, slots=True)
class IsOneOf:
    """A flag, kind or text that is one of the given values; texts are compared after NFKC and without white space."""

    left: Ref
    values: tuple[str | bool, ...]


@dataclass(frozen=True, slots=True)
class LiesIn:
    """A seat that lies in a place, both as GB/T 2260 codes."""

    left: Ref
    place: str


@dataclass(frozen=True, slots=True)
class FallsWithin:
    """A day that falls into a window."""

    left: Ref
    window: Window


@dataclass(frozen=True, slots=True)
class DoneBy:
    """A text naming who acted that names one of the pack's authorities."""

    left: Ref
    authorities: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NamedLike:
    """A name of the printed form; ``{field}`` in the template stands for one or more characters."""

    left: Ref
    template: str


Condition = (
    All
    | AnyOf
    | Not
    | FindingHolds
    | TermHolds
    | Has
    | Every
    | Compare
    | CompareLevel
    | CompareDay
    | IsOneOf
    | LiesIn
    | FallsWithin
    | DoneBy
    | NamedLike
)
