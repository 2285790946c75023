"""What a regulation rules after approval: stages and moves, periods, duties, what is deemed, grounds of revocation."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import assert_never

from tic_rules.errors import Place
from tic_rules.ir.catalogue import Catalogue, Text
from tic_rules.ir.conditions import Condition
from tic_rules.ir.norms import Citation, Reading, Strength
from tic_rules.ir.walk import fields_read, nodes
from tic_rules.quantity import Quantity
from tic_rules.truth import Truth


@dataclass(frozen=True, slots=True)
class Stage:
    """A stage of a centre's life."""

    id: str
    title: Text
    ended: bool = False
    """Whether the centre is then no more."""
    place: Place = Place()


@dataclass(frozen=True, slots=True)
class Move:
    """What takes a centre from one stage to another: an event, of which ``where`` holds."""

    id: str
    cites: tuple[Citation, ...]
    title: Text
    on: str
    """The kind of event."""
    to: str
    come_from: tuple[str, ...] = ()
    """The stages that it leads out of; none named: it begins the centre's life."""
    where: Condition | None = None
    readings: tuple[Reading, ...] = ()
    place: Place = Place()
    first_of_day: bool = False
    """Whether events of the kind come before what else happened that day, in whatever order the two were recorded."""


@dataclass(frozen=True, slots=True)
class Period:
    """A time that a centre is given in a stage."""

    id: str
    cites: tuple[Citation, ...]
    title: Text
    stage: str
    """The stage with which it begins."""
    lasts: Quantity
    """How long, where the approval itself sets no last day."""
    also_in: tuple[str, ...] = ()
    """The stages after it in which it goes on."""
    strength: Strength = Strength.HARD
    extended_by: str | None = None
    """The kind of event that makes it longer."""
    extension: Quantity | None = None
    times: int = 1
    """How often it can be made longer."""
    readings: tuple[Reading, ...] = ()
    place: Place = Place()


class Covers(StrEnum):
    """Which year a yearly duty is about, seen from the year in which it falls due."""

    YEAR_BEFORE = "year before"
    SAME_YEAR = "same year"


@dataclass(frozen=True, slots=True)
class EachYear:
    """A cycle for each calendar year."""

    covers: Covers
    from_next_year: bool = False
    """Whether the part of a year in which the stage began is left out."""


@dataclass(frozen=True, slots=True)
class EachCycle:
    """A cycle of some years, one after the other, from the day on which the stage first began."""

    lasts: Quantity


@dataclass(frozen=True, slots=True)
class AfterEvent:
    """A cycle after each event of a kind, of which ``where`` holds, to be done within a period."""

    kind: str
    within: Quantity | None
    """None where the due day is the end of a calendar year, or left to a notice."""
    where: Condition | None = None


Cadence = EachYear | EachCycle | AfterEvent


class DueBy(StrEnum):
    """How a due day is fixed where it is no day of the year."""

    NOTICE = "notice"
    """By a notice, which is an event; of what follows an event, it names the year in which that lies."""
    END = "end"
    """By the end of the year, cycle or period that the duty is about."""
    YEAR_END = "year end"
    """By the end of the calendar year in which the cycle ends, or the event lies."""
    NEXT_YEAR = "next year"
    """By the end of the calendar year after that of the year, cycle or event that the duty is about."""


@dataclass(frozen=True, slots=True)
class DayOfYear:
    """A day of each year."""

    month: int
    day: int


@dataclass(frozen=True, slots=True)
class Unless:
    """An event that takes a yearly duty away, if it is of the year."""

    kind: str
    where: Condition | None
    covers: Covers
    """Whether it must be of the year that the duty is about (SAME_YEAR: of that in which it falls due).

    It is of the year that it names, else of that in which it lies, if it happened before the duty fell due.
    """


@dataclass(frozen=True, slots=True)
class Duty:
    """What is owed again and again, by whom, by when."""

    id: str
    cites: tuple[Citation, ...]
    title: Text
    explain: Text
    stages: tuple[str, ...]
    """In which stages it is owed."""
    owed_by: str
    """``centre``, or the id of an authority."""
    cadence: Cadence
    due: DayOfYear | DueBy
    done_by: str
    """The kind of event that does it."""
    where: Condition | None = None
    unless: Unless | None = None
    readings: tuple[Reading, ...] = ()
    place: Place = Place()


@dataclass(frozen=True, slots=True)
class Deemed:
    """A printed fiction: an event that counts as one of another kind."""

    id: str
    cites: tuple[Citation, ...]
    title: Text
    on: str
    counts_as: str
    fields: tuple[tuple[str, str], ...]
    """What it is deemed to say."""
    where: Condition | None = None
    place: Place = Place()


@dataclass(frozen=True, slots=True)
class Scale:
    """Grades of which the text lists them all."""

    cites: tuple[Citation, ...]
    values: tuple[str, ...]
    types: tuple[str, ...] = ()
    """The kinds of evaluation that it is for; none named: all."""
    place: Place = Place()


@dataclass(frozen=True, slots=True)
class Ground:
    """On what a revocation may be proposed; the authority decides."""

    id: str
    cites: tuple[Citation, ...]
    title: Text
    explain: Text
    require: Condition
    proposes: Text
    stages: tuple[str, ...] = ()
    """In which stages it can arise; none named: all but those in which the centre is no more."""
    ban: Quantity | None = None
    """How long whoever is revoked on it may not apply again, where its own provision prints that."""
    readings: tuple[Reading, ...] = ()
    place: Place = Place()


@dataclass(frozen=True)
class Lifecycle:
    """All that a pack rules after approval."""

    stages: tuple[Stage, ...]
    moves: tuple[Move, ...]
    periods: tuple[Period, ...]
    duties: tuple[Duty, ...]
    deemed: tuple[Deemed, ...]
    scales: tuple[Scale, ...]
    grounds: tuple[Ground, ...]
    catalogue: Catalogue
    """What its conditions may read."""

    @cached_property
    def stage_by_id(self) -> dict[str, Stage]:
        """The stages by id."""
        return {stage.id: stage for stage in self.stages}

    @cached_property
    def ground_by_id(self) -> dict[str, Ground]:
        """The grounds by id."""
        return {ground.id: ground for ground in self.grounds}

    @cached_property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of event that its conditions may read, in the order of the catalogue."""
        below = list_of_events("")
        return tuple(p.removeprefix(below) for p in self.catalogue if p.startswith(below) and "[]" not in p)

    @cached_property
    def fields_read(self) -> dict[int, tuple[str, ...] | None]:
        """Of each condition on members, by its identity, the fields that alone decide it; None where more does."""
        return {id(node): fields_read(node) for condition in self.conditions for node in nodes(condition)}

    @cached_property
    def decided(self) -> dict[tuple[object, ...], Truth]:
        """What conditions on members came to by the values that alone decide them; filled by whoever works them out."""
        return {}

    @cached_property
    def time_to_rectify(self) -> Quantity | None:
        """How long a centre has to rectify after an evaluation; None unless one duty says so."""
        return time_to_rectify(self.duties)

    @cached_property
    def beginnings(self) -> tuple[str, ...]:
        """The kinds of event that begin a centre's life."""
        return tuple(dict.fromkeys(move.on for move in self.moves if not move.come_from))

    @property
    def running(self) -> frozenset[str]:
        """The stages in which the centre is still there."""
        return frozenset(stage.id for stage in self.stages if not stage.ended)

    def grades_of(self, evaluation: str | None) -> tuple[str, ...] | None:
        """The closed grades of a kind of evaluation; None where the text does not close the scale."""
        found = [scale.values for scale in self.scales if not scale.types or evaluation in scale.types]
        return found[0] if found else None

    @property
    def cited(self) -> tuple[Move | Period | Duty | Deemed | Ground, ...]:
        """Everything with an id that is drawn from the text."""
        return (*self.moves, *self.periods, *self.duties, *self.deemed, *self.grounds)

    @property
    def asked(self) -> tuple[tuple[str | None, Condition], ...]:
        """Every condition, other readings included, with the list of whose events it is asked; None: of the whole."""
        taken = [one for part in self.cited for one in asked_by(part)]
        others = [reading.other_require for ground in self.grounds for reading in ground.readings]
        return (*taken, *((None, other) for other in others if other is not None))

    @property
    def conditions(self) -> tuple[Condition, ...]:
        """Every condition, other readings included."""
        return tuple(condition for _, condition in self.asked)


def time_to_rectify(duties: Iterable[Duty]) -> Quantity | None:
    """How long a centre has to rectify after an evaluation; None unless one duty says so."""
    found = [
        duty.cadence.within
        for duty in duties
        if isinstance(duty.cadence, AfterEvent)
        and duty.cadence.kind == "evaluation"
        and duty.done_by == "rectification_done"
    ]
    return found[0] if len(found) == 1 else None


def list_of_events(kind: str) -> str:
    """Where the events of a kind stand for the conditions that read them."""
    return f"history.{kind}"


def asked_by(part: Move | Period | Duty | Deemed | Ground) -> tuple[tuple[str | None, Condition], ...]:
    """What one part asks, as its text was read, with the list of whose events it is asked; None: of the whole."""
    asked: list[tuple[str, Condition | None]] = []
    match part:
        case Move() | Deemed():
            asked = [(part.on, part.where)]
        case Period():
            pass
        case Duty():
            asked = [(part.done_by, part.where)]
            if part.unless is not None:
                asked.append((part.unless.kind, part.unless.where))
            if isinstance(part.cadence, AfterEvent):
                asked.append((part.cadence.kind, part.cadence.where))
        case Ground():
            return ((None, part.require),)
        case _:
            assert_never(part)
    return tuple((list_of_events(kind), where) for kind, where in asked if where is not None)


def conditions_of(part: Move | Period | Duty | Deemed | Ground) -> tuple[Condition, ...]:
    """What one part asks, as its text was read."""
    return tuple(condition for _, condition in asked_by(part))
