"""What a lifecycle reads: which kinds of event each part turns on, so that an event touches only what reads it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from tic_rules.engine.decide import cited
from tic_rules.facts.events import KINDS
from tic_rules.ir import conditions as ir
from tic_rules.ir.determination import CitedPlace
from tic_rules.ir.lifecycle import AfterEvent, Duty, Lifecycle
from tic_rules.ir.pack import Pack
from tic_rules.ir.walk import nodes
from tic_rules.lifecycle.joins import Joins

EVALUATION: Final = "evaluation"
REVOKED: Final = "revoked"


@dataclass(frozen=True)
class Plan:
    """A pack's lifecycle with all that a watcher works out of it once."""

    pack: Pack
    lifecycle: Lifecycle
    joins: Joins

    @classmethod
    def of(cls, pack: Pack, lifecycle: Lifecycle) -> Plan:
        """The plan of a pack."""
        return cls(pack, lifecycle, Joins.of(lifecycle))

    @cached_property
    def rules(self) -> Pack:
        """The pack as conditions on a history read it."""
        return self.pack.after_approval

    @cached_property
    def move_kinds(self) -> tuple[str, ...]:
        """The kinds of event that can move a centre, and decisions of revocation, in the order of the catalogue."""
        kinds = {REVOKED, *(move.on for move in self.lifecycle.moves)}
        lists = [path for path in self.lifecycle.catalogue if path.startswith("history.") and "[]" not in path]
        return tuple(kind for path in lists if (kind := path.removeprefix("history.")) in kinds)

    @cached_property
    def read(self) -> frozenset[str]:
        """The kinds of event that anything turns on; the others are only kept."""
        found = {*self.move_kinds, *self.period_kinds, *(deemed.on for deemed in self.lifecycle.deemed)}
        for kinds in self.duty_kinds.values():
            found |= kinds
        for lists in self.leaf_lists.values():
            found |= {path.removeprefix("history.") for path in lists}
        # What an event says beyond what was recorded of it follows from these.
        found |= {EVALUATION, "rectification_done"}
        found |= {kind.ended_by for kind in KINDS.values() if kind.id in found and kind.ended_by is not None}
        return frozenset(found)

    @cached_property
    def duty_kinds(self) -> dict[str, frozenset[str]]:
        """The kinds of event that each duty turns on."""
        return {duty.id: frozenset(_read_by(duty)) for duty in self.lifecycle.duties}

    @cached_property
    def leaf_lists(self) -> dict[int, frozenset[str]]:
        """The lists that each leaf of a ground reads, by its slot."""
        leaves = (leaf for joined in self.joins.grounds for leaf in joined.leaves)
        return {leaf.slot: frozenset(_lists(leaf.condition)) for leaf in leaves}

    @cached_property
    def daily(self) -> frozenset[int]:
        """The leaves that can change with the day alone."""
        leaves = (leaf for joined in self.joins.grounds for leaf in joined.leaves)
        return frozenset(leaf.slot for leaf in leaves if reads_the_day(leaf.condition))

    @cached_property
    def period_kinds(self) -> frozenset[str]:
        """The kinds of event that periods turn on: approvals, and what makes a period longer."""
        return frozenset(("approved", *(p.extended_by for p in self.lifecycle.periods if p.extended_by is not None)))

    @cached_property
    def whole_day(self) -> bool:
        """Whether a move, a duty or a fiction can change with the day alone: then all is worked out anew each day."""
        parts: list[ir.Condition | None] = [move.where for move in self.lifecycle.moves]
        parts += [deemed.where for deemed in self.lifecycle.deemed]
        for duty in self.lifecycle.duties:
            parts += [duty.where, None if duty.unless is None else duty.unless.where]
            parts.append(duty.cadence.where if isinstance(duty.cadence, AfterEvent) else None)
        return any(reads_the_day(part) for part in parts if part is not None)

    @cached_property
    def cites(self) -> dict[str, tuple[CitedPlace, ...]]:
        """Where each move, period, duty and ground is printed."""
        return {part.id: tuple(cited(self.pack, cite) for cite in part.cites) for part in self.lifecycle.cited}


def _read_by(duty: Duty) -> Iterator[str]:
    yield duty.done_by
    if duty.unless is not None:
        yield duty.unless.kind
    if isinstance(duty.cadence, AfterEvent):
        yield duty.cadence.kind


def _lists(condition: ir.Condition) -> Iterator[str]:
    for node in nodes(condition):
        match node:
            case ir.Count() | ir.ListSum() | ir.Every():
                yield node.list
            case _:
                pass


def reads_the_day(condition: ir.Condition) -> bool:
    """Whether a condition can change from one day to the next though nothing was recorded."""
    for node in nodes(condition):
        match node:
            case ir.FallsWithin() | ir.YearSum():
                return True
            case ir.CompareDay(one, _, other) | ir.Elapsed(one, other) | ir.Age(one, other):
                if any(isinstance(side, ir.NamedDay) for side in (one, other)):
                    return True
            case ir.Count() | ir.ListSum() | ir.Every():
                if node.over is not None:
                    return True
            case _:
                pass
    return False
