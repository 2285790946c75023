"""The stages of a centre as the rules decide them: which move an event makes is theirs to say, the days are ours."""

from __future__ import annotations

from datetime import date

from tic_rules.engine.view import Member
from tic_rules.facts.history_facts import events_path
from tic_rules.lifecycle.decider import Decider
from tic_rules.lifecycle.joins import STAY, UNBORN, YES, MoveJoin, word_of
from tic_rules.lifecycle.kept import KeptView, Remembering
from tic_rules.lifecycle.ledger import Beginning
from tic_rules.lifecycle.plan import Plan
from tic_rules.lifecycle.stages import In, Segment, Stages
from tic_rules.truth import TRUE, OpenPoint, Truth


def beginning(plan: Plan, decider: Decider, view: KeptView, evaluator: Remembering) -> Beginning:
    """The event with which the centre's life begins, as the rules say; all before it is of no life."""
    found = [(kind, m) for kind in plan.beginnings for m in view.beginnings(kind)]
    found.sort(key=lambda one: (one[1].fields.day, view.order_of(one[1].path)))
    for kind, member in found:
        moves = plan.joins.moves[UNBORN, kind]
        truths = [word_of(_holds(joined, member, evaluator)) for joined in moves]
        if set(decider.move(UNBORN, kind, moves, truths)) != {STAY}:
            return (member.fields.day, False, view.order_of(member.path))
    return None


def _holds(joined: MoveJoin, member: Member, evaluator: Remembering) -> Truth:
    if joined.move.where is None:
        return TRUE
    return evaluator.evaluate(joined.move.where, member, events_path(joined.move.on)).truth


class Course(Stages):
    """The life of one centre."""

    def __init__(self, plan: Plan, decider: Decider, view: KeptView, evaluator: Remembering) -> None:
        self._plan = plan
        self._lifecycle = plan.lifecycle
        self._decider = decider
        self._evaluator: Remembering = evaluator
        self.asides = []
        self.segments = []
        found = [(kind, m) for kind in plan.move_kinds for m in view.all_members(events_path(kind))]
        found.sort(key=lambda one: (one[1].fields.day, one[0] not in plan.beginnings, view.order_of(one[1].path)))
        now: tuple[In, ...] = ()
        for kind, member in found:
            moved = self._after(now, kind, member)
            if moved is None:
                self._note(now, bool(now), kind, member)
            elif moved != now:
                now = moved
                self.segments.append(Segment(member.fields.day, now))

    def _after(self, now: tuple[In, ...], kind: str, member: Member) -> tuple[In, ...] | None:
        """The stages after an event; None where no move of this kind leads out of any of them."""
        after: dict[tuple[str, str, date], In] = {}
        any_move = False
        for stage in now or (None,):
            moves = self._plan.joins.moves.get((UNBORN if stage is None else stage.stage, kind), [])
            any_move = any_move or bool(moves)
            for found in self._leads(stage, kind, moves, member):
                after.setdefault((found.stage, found.by.id, found.since), found)
        if not any_move or (not now and not after):
            return None
        made = tuple(after.values())
        if len({found.stage for found in made}) == 1 and now:
            sure = next((found for found in made if not found.points), made[0])
            return (In(sure.stage, sure.since, sure.by),)
        return made

    def _leads(self, stage: In | None, kind: str, moves: list[MoveJoin], member: Member) -> list[In]:
        """Where an event leads from one stage, as the rules say."""
        if not moves:
            return [] if stage is None else [stage]
        truths = [_holds(joined, member, self._evaluator) for joined in moves]
        start = UNBORN if stage is None else stage.stage
        said = self._decider.move(start, kind, moves, [word_of(truth) for truth in truths])
        doubts: set[OpenPoint] = set() if stage is None else set(stage.points)
        found: list[In] = []
        for joined, truth in zip(moves, truths, strict=True):
            word = said.get(joined.move.id)
            if word is None:
                continue
            points = frozenset(() if stage is None else stage.points)
            if word != YES:
                points |= frozenset(truth.points)
                doubts |= set(truth.points)
            found.append(In(joined.move.to, member.fields.day, joined.move, points))
        if STAY in said and stage is not None:
            found.append(In(stage.stage, stage.since, stage.by, frozenset(doubts)))
        return found
