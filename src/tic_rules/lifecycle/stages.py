"""The stages of a centre: the one it is in, or all that it may be in, on every day of its life."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from tic_rules.engine.evaluate import Evaluator
from tic_rules.engine.view import Member
from tic_rules.facts.events import OF_STATES
from tic_rules.facts.history_facts import events_path
from tic_rules.ir.lifecycle import Lifecycle, Move
from tic_rules.ir.status import Aside, AsideWhy
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


class Stages:
    """The life of one centre."""

    def __init__(self, lifecycle: Lifecycle, view: HistoryView, evaluator: Evaluator) -> None:
        self._lifecycle = lifecycle
        self._view = view
        self._evaluator = evaluator
        self.asides: list[Aside] = []
        """Events that moved nothing where a centre can be."""
        self.segments: list[Segment] = []
        now: tuple[In, ...] = ()
        begun = False
        for kind, member in _in_order(lifecycle, view):
            moved = self._moved(now, begun, kind, member)
            if moved is None:
                self._note(now, begun, kind, member)
                continue
            begun = True
            if moved != now:
                now = moved
                self.segments.append(Segment(member.fields.day, now))

    def _moved(self, now: tuple[In, ...], begun: bool, kind: str, member: Member) -> tuple[In, ...] | None:
        """The stages after an event; None where no move of this kind leads out of any of them."""
        after: dict[tuple[str, str, date], In] = {}
        any_move = False
        here: list[In | None] = list(now) if begun else [None]
        for stage in here:
            moves = [m for m in self._lifecycle.moves if m.on == kind and _leads_out_of(m, stage)]
            any_move = any_move or bool(moves)
            for found in self._from(stage, moves, member):
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

    def _from(self, stage: In | None, moves: Iterable[Move], member: Member) -> list[In]:
        """Where one stage leads; it stays where no move is certain."""
        found: list[In] = []
        doubts: set[OpenPoint] = set() if stage is None else set(stage.points)
        for move in moves:
            truth = self._truth(move, member)
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

    def _truth(self, move: Move, member: Member) -> Truth:
        return self._view.truth(self._evaluator, move.where, member, move.on)

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
            self.asides.append(Aside(member.path, kind, member.fields.day, why))

    def at(self, day: date) -> tuple[In, ...]:
        """The stages that the centre may be in at the end of a day; none before its life begins."""
        among: tuple[In, ...] = ()
        for segment in self.segments:
            if segment.start > day:
                break
            among = segment.among
        return among

    def before(self, day: date) -> tuple[In, ...]:
        """The stages that the centre may have been in when what happened on a day began."""
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
        wanted = set(stages)
        found = (s.start for s in self.segments if any(inside.stage in wanted for inside in s.among))
        return next(found, None)

    def ends(self) -> Truth:
        """Whether the centre is no more."""
        among = self.segments[-1].among if self.segments else ()
        ended = {stage.id for stage in self._lifecycle.stages if stage.ended}
        if not among or not any(found.stage in ended for found in among):
            return FALSE
        if all(found.stage in ended for found in among):
            return TRUE
        return open_for({point for found in among for point in found.points})


def _leads_out_of(move: Move, stage: In | None) -> bool:
    return not move.come_from if stage is None else stage.stage in move.come_from


def _in_order(lifecycle: Lifecycle, view: HistoryView) -> list[tuple[str, Member]]:
    """All events, those that count as others included, by day.

    Those of one day stand as they were recorded, a beginning first: a centre is approved before anything happens to it.
    """
    begins = {move.on for move in lifecycle.moves if not move.come_from}
    lists = [path for path in lifecycle.catalogue if path.startswith("history.") and "[]" not in path]
    kinds = [path.removeprefix("history.") for path in lists]
    found = [(kind, member) for kind in kinds for member in view.all_members(events_path(kind))]
    return sorted(found, key=lambda one: (one[1].fields.day, one[0] not in begins, view.order_of(one[1].path)))
