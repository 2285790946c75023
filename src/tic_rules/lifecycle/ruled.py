"""A centre's standing with its moves and grounds decided by the rules; days, runs and counts as in the replay."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from typing import Final

from tic_rules.engine.case import missing
from tic_rules.engine.comparing import compare
from tic_rules.engine.evaluate import Evaluator
from tic_rules.engine.view import Member
from tic_rules.ir import conditions as ir
from tic_rules.ir.lifecycle import Move
from tic_rules.ir.status import GroundState
from tic_rules.ir.steps import Reckoned, State
from tic_rules.lifecycle.decider import Decider
from tic_rules.lifecycle.joins import STAY, UNBORN, YES, GroundJoin, Leaf, word_of
from tic_rules.lifecycle.plan import Plan
from tic_rules.lifecycle.sight import Sight
from tic_rules.lifecycle.stages import In, Stages
from tic_rules.lifecycle.view import HistoryView
from tic_rules.truth import TRUE, OpenPoint, Truth

_MOST_COUNTED: Final = 20_000


class RuledStages(Stages):
    """The stages of a centre, where the rules say which move an event makes."""

    def __init__(self, plan: Plan, decider: Decider, view: HistoryView, kinds: Iterable[str] | None = None) -> None:
        super().__init__(plan.lifecycle, view, kinds)
        self._plan = plan
        self._decider = decider

    def _from(self, stage: In | None, moves: Iterable[Move], member: Member, evaluator: Evaluator) -> list[In]:
        """Where one stage leads, as the rules say; it stays where they say so, or have nothing to say."""
        among = list(moves)
        if not among:
            return super()._from(stage, among, member, evaluator)
        start, kind = UNBORN if stage is None else stage.stage, among[0].on
        joined = self._plan.joins.moves[start, kind]
        truths = [self._truth(one.move, member, evaluator) for one in joined]
        said = self._decider.move(start, kind, joined, [word_of(truth) for truth in truths])
        before = frozenset(() if stage is None else stage.points)
        doubts: set[OpenPoint] = set(before)
        found: list[In] = []
        for one, truth in zip(joined, truths, strict=True):
            word = said.get(one.move.id)
            if word is None:
                continue
            points = before if word == YES else before | frozenset(truth.points)
            doubts |= points
            found.append(In(one.move.to, member.fields.day, one.move, points))
        if STAY in said and stage is not None:
            found.append(In(stage.stage, stage.since, stage.by, frozenset(doubts)))
        return found


class RuledGrounds:
    """The grounds of a centre, joined by the rules from the truths of their leaves."""

    def __init__(self, plan: Plan, decider: Decider, sight: Sight) -> None:
        self._plan = plan
        self._decider = decider
        self._sight = sight

    def state(self, joined: GroundJoin, evaluator: Evaluator) -> GroundState:
        """How a ground stands."""
        words = [word_of(self._leaf(evaluator, leaf)) for leaf in joined.leaves]
        arises = self._sight.arises(joined.ground, self._plan.lifecycle)
        return self._decider.ground(joined, word_of(arises), words)

    def _leaf(self, evaluator: Evaluator, leaf: Leaf) -> Truth:
        """The truth of a leaf. Events are counted without a trace, which nobody would read."""
        match leaf.condition:
            case ir.Compare(left=ir.Count(list=listed, where=where, over=None, stated_as=None)) as compared:
                view = self._sight.judged.view
                state, members = view.members(listed)
                truths = [TRUE if where is None else view.holds(evaluator, where, m, listed) for m in members]
                maybe = [truth for truth in truths if truth.is_open]
                points = {point for truth in maybe for point in truth.points}
                if state is not State.GIVEN:
                    points.add(missing(listed))
                count = (leaf.slot, truths.count(TRUE), len(maybe), state, tuple(sorted(points)))
                found = self._plan.counted.get(count)
                if found is None:
                    if len(self._plan.counted) >= _MOST_COUNTED:
                        self._plan.counted.clear()
                    found = self._plan.counted[count] = _compared(compared, *count[1:])
                return found
            case _:
                return evaluator.evaluate(leaf.condition).truth


def _compared(node: ir.Compare, sure: int, maybe: int, state: State, points: tuple[OpenPoint, ...]) -> Truth:
    """A number of members held against a bound."""
    most = Fraction(sure + maybe) if state is State.GIVEN else None
    counted = Reckoned(node.bound.kind, Fraction(sure), most, points)
    return compare(counted, node.op, node.bound.amount, None if node.upper is None else node.upper.amount)
