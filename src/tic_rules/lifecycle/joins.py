"""The moves and grounds of a lifecycle as rules over small facts: what joins them, and nothing that counts or dates.

A fact is a number and one of few words: the truth of a leaf, the stage, the kind of an event. A rule names the facts
that it joins, each with the words that it takes, and what follows. Truth has four words here, since an open truth reads
as unknown where a fact is missing and as a review where only findings are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, assert_never

from tic_rules.ir import conditions as ir
from tic_rules.ir.lifecycle import Ground, Lifecycle, Move
from tic_rules.ir.status import GroundState
from tic_rules.truth import Truth, Verdict, verdict

YES: Final = "true"
NO: Final = "false"
MISSING: Final = "missing"
"""Open, and a missing fact is among the points."""
FINDING: Final = "finding"
"""Open, and only findings are."""
WORDS: Final = (YES, NO, MISSING, FINDING)
_OPEN: Final = (MISSING, FINDING)

STAGE: Final = 0
"""The fact that says in which stage the centre is."""
EVENT: Final = 1
"""The fact that says of which kind the event is."""
UNBORN: Final = "-"
"""The stage of a centre whose life has not begun."""
_MOST: Final = 12
"""How many facts one rule joins at most: durable-rules holds sixteen in a frame."""

STAY: Final = "stay"


def word_of(truth: Truth) -> str:
    """The word for a truth."""
    match verdict(truth):
        case Verdict.PASS:
            return YES
        case Verdict.FAIL:
            return NO
        case Verdict.UNKNOWN:
            return MISSING
        case _:
            return FINDING


@dataclass(frozen=True, slots=True)
class Leaf:
    """A part of a ground that is worked out before it is joined: whatever is no ``all``, ``any`` or ``not``."""

    slot: int
    condition: ir.Condition


@dataclass(frozen=True, slots=True)
class GroundJoin:
    """A ground with the facts that it is joined from."""

    ground: Ground
    arises: int
    """The fact that says whether it can arise in the stage that the centre is in."""
    leaves: tuple[Leaf, ...]


@dataclass(frozen=True, slots=True)
class MoveJoin:
    """A move with the fact that says whether its condition holds; None where it has none."""

    move: Move
    slot: int | None


@dataclass(frozen=True, slots=True)
class Rule:
    """What follows where all its facts are there: another fact, how a ground stands, or where a move leads."""

    facts: tuple[tuple[int, tuple[str, ...]], ...]
    then: tuple[str | int, ...]

    def to_data(self) -> dict[str, Any]:
        """The rule as plain data."""
        return {"if": [[slot, list(words)] for slot, words in self.facts], "then": list(self.then)}


@dataclass(slots=True)
class Joins:
    """The rules of one lifecycle, and the facts that they read."""

    grounds: list[GroundJoin] = field(default_factory=list)
    moves: dict[tuple[str, str], list[MoveJoin]] = field(default_factory=dict)
    """By the stage that they lead out of and the kind of event, in the order in which they are tried."""
    rules: list[Rule] = field(default_factory=list)
    _slots: int = EVENT

    @classmethod
    def of(cls, lifecycle: Lifecycle) -> Joins:
        """The rules of a lifecycle."""
        made = cls()
        for ground in lifecycle.grounds:
            made._add_ground(ground)
        slots = {move.id: None if move.where is None else made._slot() for move in lifecycle.moves}
        for move in lifecycle.moves:
            for stage in move.come_from or (UNBORN,):
                made.moves.setdefault((stage, move.on), []).append(MoveJoin(move, slots[move.id]))
        for (stage, kind), moves in made.moves.items():
            made.rules += _moving(stage, kind, moves)
        return made

    def _slot(self) -> int:
        self._slots += 1
        return self._slots

    def _add_ground(self, ground: Ground) -> None:
        leaves: list[Leaf] = []
        arises, require = self._slot(), self._join(ground.require, leaves)
        self.grounds.append(GroundJoin(ground, arises, tuple(leaves)))
        some, settled = (YES, *_OPEN), (YES, FINDING)
        for facts, state in (
            ([(arises, (NO,))], GroundState.NOT_APPLICABLE),
            ([(arises, (YES,)), (require, (YES,))], GroundState.MET),
            ([(arises, some), (require, (NO,))], GroundState.NOT_MET),
            ([(arises, (MISSING,)), (require, some)], GroundState.UNKNOWN),
            ([(arises, some), (require, (MISSING,))], GroundState.UNKNOWN),
            ([(arises, (FINDING,)), (require, settled)], GroundState.REVIEW),
            ([(arises, settled), (require, (FINDING,))], GroundState.REVIEW),
        ):
            self.rules.append(Rule(tuple(facts), ("ground", ground.id, state.value)))

    def _join(self, node: ir.Condition, leaves: list[Leaf]) -> int:
        """The fact that says whether a condition holds, with the rules that make it of its parts."""
        match node:
            case ir.All(items) | ir.AnyOf(items) if items:
                slots = [self._join(item, leaves) for item in items]
                return self._joined(slots, YES if isinstance(node, ir.All) else NO)
            case ir.Not(item):
                inner, slot = self._join(item, leaves), self._slot()
                for before, after in ((YES, NO), (NO, YES), (MISSING, MISSING), (FINDING, FINDING)):
                    self.rules.append(Rule(((inner, (before,)),), ("fact", slot, after)))
                return slot
            case _:
                leaf = Leaf(self._slot(), node)
                leaves.append(leaf)
                return leaf.slot

    def _joined(self, slots: Sequence[int], neutral: str) -> int:
        """All of some facts (neutral: true) or one of them (neutral: false)."""
        if len(slots) == 1:
            return slots[0]
        if len(slots) > _MOST:
            parts = [slots[start : start + _MOST] for start in range(0, len(slots), _MOST)]
            return self._joined([self._joined(part, neutral) for part in parts], neutral)
        made = self._slot()
        decisive = NO if neutral == YES else YES
        self._conclude([[(slot, (neutral,)) for slot in slots]], made, neutral)
        self._conclude([[(slot, (decisive,))] for slot in slots], made, decisive)
        self._conclude(_one_and(slots, MISSING, (neutral, *_OPEN)), made, MISSING)
        self._conclude(_one_and(slots, FINDING, (neutral, FINDING)), made, FINDING)
        return made

    def _conclude(self, ways: Iterable[Sequence[tuple[int, tuple[str, ...]]]], slot: int, word: str) -> None:
        self.rules += [Rule(tuple(facts), ("fact", slot, word)) for facts in ways]

    def to_data(self) -> list[dict[str, Any]]:
        """All rules as plain data."""
        return [rule.to_data() for rule in self.rules]


def _one_and(slots: Sequence[int], word: str, others: tuple[str, ...]) -> Iterator[list[tuple[int, tuple[str, ...]]]]:
    """One of the facts has the word, and the others have one of some."""
    for one in slots:
        yield [(slot, (word,) if slot == one else others) for slot in slots]


def _moving(stage: str, kind: str, moves: Sequence[MoveJoin]) -> Iterator[Rule]:
    """Where an event of a kind leads from a stage: by the first move that is certain, and by those before that may be.

    It stays where no move is certain.
    """
    before: list[tuple[int, tuple[str, ...]]] = [(STAGE, (stage,)), (EVENT, (kind,))]
    for joined in moves:
        match joined.slot:
            case None:
                yield Rule(tuple(before), ("move", joined.move.id, YES))
                return
            case int(slot):
                yield Rule((*before, (slot, (YES,))), ("move", joined.move.id, YES))
                yield Rule((*before, (slot, _OPEN)), ("move", joined.move.id, MISSING))
                before.append((slot, (NO, *_OPEN)))
            case _:
                assert_never(joined.slot)
    yield Rule(tuple(before), ("move", STAY, YES))
