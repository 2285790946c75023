"""The stages of a centre: the one it is in, or all that it may be in, on every day of its life."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from tic_rules.engine.evaluate import Evaluator
from tic_rules.engine.view import Member
from tic_rules.facts.events import OF_STATES
from tic_rules.facts.history_facts import events_path
from tic_rules.ir.lifecycle import Lifecycle, Move
from tic_rules.ir.status import Aside, AsideWhy
from tic_rules.lifecycle.reads import STAGES, Looked
from tic_rules.lifecycle.view import HistoryView
from tic_rules.truth import FALSE, TRUE, OpenPoint, Truth, open_for


@dataclass(frozen=True, slots=True)
class In:
    """A stage that the centre is in, or may be in: since when, by which move, and what that turns on."""

    stage: str
    since: date
    by: Move
    points: frozenset[OpenPoint] = frozenset()
    """Why it is not certain; empty where it is."""


@dataclass(frozen=True, slots=True)
class Segment:
    """The stages that a centre may be in from a day on, until the next segment."""

    start: date
    among: tuple[In, ...]


class _Taken(NamedTuple):
    """An event as it was followed: as one of which kind, and whether it counts as such."""

    kind: str
    member: Member
    counts: Truth


class Stages:
    """The life of one centre, followed event by event.

    ``kinds`` are those to follow, in the order of the catalogue; all that it has, if left out.
    """

    def __init__(self, lifecycle: Lifecycle, view: HistoryView, kinds: Iterable[str] | None = None) -> None:
        self._lifecycle = lifecycle
        self._view = view
        self._kinds = tuple(lifecycle.kinds if kinds is None else kinds)
        self._begins = set(lifecycle.beginnings)
        self._first = {move.on for move in lifecycle.moves if move.first_of_day}
        # A life begins once.
        view.once = frozenset(self._begins - {move.on for move in lifecycle.moves if move.come_from})
        self._taken: list[_Taken] = []
        self._looks_elsewhere = False
        """Whether a move turned on more than the events themselves."""
        self._restored = False
        """Whether it is known how they stood, but not of which events."""
        self._start_again()

    def _start_again(self) -> None:
        self._taken = []
        self.asides: list[Aside] = []
        """Events that moved nothing where a centre can be."""
        self.segments: list[Segment] = []
        self._now: tuple[In, ...] = ()
        self._begun = False

    def restore(self, segments: Iterable[Segment], asides: Iterable[Aside]) -> None:
        """Lets them stand as they stood before; what comes after is followed from the beginning."""
        self.segments, self.asides = list(segments), list(asides)
        self._restored = True

    def follow(self, evaluator: Evaluator) -> None:
        """Follows the events that the view holds; from the beginning, unless they only go on from those before."""
        events = self._in_order()
        known = len(self._taken)
        if self._restored or self._looks_elsewhere or events[:known] != self._taken:
            self._start_again()
            self._restored = False
            known = 0
        before = self._view.reads.begin()
        for taken in events[known:]:
            self._take(taken, evaluator)
        self._looks_elsewhere |= self._view.reads.end(before) != Looked()

    def _in_order(self) -> list[_Taken]:
        """All events, those that count as others included, by day.

        Those of one day stand as they were recorded, a beginning first: a centre is approved before anything happens
        to it. Then come those of which the pack says that they are the first of their day.
        """
        view = self._view
        found = [
            _Taken(kind, member, view.counts(kind, member.path))
            for kind in self._kinds
            if not view.is_empty(kind)
            for member in view.all_members(events_path(kind))
        ]
        return sorted(found, key=lambda one: (one.member.fields.day, self._rank(one.kind), one.member.fields.order))

    def _rank(self, kind: str) -> int:
        """Where events of a kind stand among those of one day."""
        if kind in self._begins:
            return 0
        return 1 if kind in self._first else 2

    def _take(self, taken: _Taken, evaluator: Evaluator) -> None:
        kind, member = taken.kind, taken.member
        moved = self._moved(kind, member, evaluator)
        if moved is None:
            self._note(self._now, self._begun, kind, member)
        else:
            self._begun = True
            if moved != self._now:
                self._now = moved
                self.segments.append(Segment(member.fields.day, moved))
        self._taken.append(taken)

    def _moved(self, kind: str, member: Member, evaluator: Evaluator) -> tuple[In, ...] | None:
        """The stages after an event; None where no move of this kind leads out of any of them."""
        after: dict[tuple[str, str, date], In] = {}
        any_move, begun = False, self._begun
        here: list[In | None] = list(self._now) if begun else [None]
        for stage in here:
            moves = [m for m in self._lifecycle.moves if m.on == kind and _leads_out_of(m, stage)]
            any_move = any_move or bool(moves)
            for found in self._from(stage, moves, member, evaluator):
                after.setdefault((found.stage, found.by.id, found.since), found)
        if not any_move:
            return None
        if not begun and not after:
            return None
        made = tuple(after.values())
        if len({found.stage for found in made}) == 1 and begun:
            # However it came about, it is one stage; it is told by the move that is certain, else by the first.
            sure = next((found for found in made if not found.points), made[0])
            return (In(sure.stage, sure.since, sure.by),)
        return made

    def _from(self, stage: In | None, moves: Iterable[Move], member: Member, evaluator: Evaluator) -> list[In]:
        """Where one stage leads; it stays where no move is certain."""
        found: list[In] = []
        doubts: set[OpenPoint] = set() if stage is None else set(stage.points)
        for move in moves:
            truth = self._truth(move, member, evaluator)
            if truth == FALSE:
                continue
            points = frozenset({*(() if stage is None else stage.points), *truth.points})
            found.append(In(move.to, member.fields.day, move, points))
            if truth == TRUE:
                return found
            doubts |= set(truth.points)
        if stage is not None:
            found.append(In(stage.stage, stage.since, stage.by, frozenset(doubts)))
        return found

    def _truth(self, move: Move, member: Member, evaluator: Evaluator) -> Truth:
        return self._view.truth(evaluator, move.where, member, move.on)

    def _note(self, now: tuple[In, ...], begun: bool, kind: str, member: Member) -> None:
        stages = self._lifecycle.stage_by_id
        why = None
        if not begun:
            # A state that began before the centre was there may last into its life.
            why = None if kind in OF_STATES else AsideWhy.BEFORE_APPROVAL
        elif all(stages[found.stage].ended for found in now):
            why = AsideWhy.AFTER_END
        elif any(move.on == kind and not move.come_from for move in self._lifecycle.moves):
            why = AsideWhy.NO_MOVE
        if why is not None:
            self.asides.append(Aside(member.path, kind, member.fields.day, why, member.fields.order + 1))

    def at(self, day: date) -> tuple[In, ...]:
        """The stages that the centre may be in at the end of a day; none before its life begins."""
        self._view.reads.at.add(STAGES)
        among: tuple[In, ...] = ()
        for segment in self.segments:
            if segment.start > day:
                break
            among = segment.among
        return among

    def before(self, day: date) -> tuple[In, ...]:
        """The stages that the centre may have been in when what happened on a day began."""
        self._view.reads.at.add(STAGES)
        among: tuple[In, ...] = ()
        ended = {stage.id for stage in self._lifecycle.stages if stage.ended}
        for segment in self.segments:
            if segment.start > day or (segment.start == day and {found.stage for found in segment.among} <= ended):
                break
            among = segment.among
        return among

    def within(self, stages: Iterable[str], day: date) -> Truth:
        """Whether the centre is in one of the stages on a day."""
        wanted = set(stages)
        among = self.at(day)
        inside = [found for found in among if found.stage in wanted]
        if not inside:
            return FALSE
        if len(inside) == len(among):
            return TRUE
        return open_for({point for found in among for point in found.points})

    def begins(self, stages: Iterable[str]) -> date | None:
        """The first day on which the centre is, or may be, in one of the stages."""
        self._view.reads.at.add(STAGES)
        wanted = set(stages)
        found = (s.start for s in self.segments if any(inside.stage in wanted for inside in s.among))
        return next(found, None)

    def ends(self) -> Truth:
        """Whether the centre is no more."""
        self._view.reads.at.add(STAGES)
        among = self.segments[-1].among if self.segments else ()
        ended = {stage.id for stage in self._lifecycle.stages if stage.ended}
        if not among or not any(found.stage in ended for found in among):
            return FALSE
        if all(found.stage in ended for found in among):
            return TRUE
        return open_for({point for found in among for point in found.points})


def _leads_out_of(move: Move, stage: In | None) -> bool:
    return not move.come_from if stage is None else stage.stage in move.come_from
