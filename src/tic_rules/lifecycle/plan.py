"""What a watcher works out of a lifecycle once: its joins, what can move a centre, and where all of it is printed."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any, Final

from tic_rules.engine.decide import cited
from tic_rules.ir.determination import CitedPlace
from tic_rules.ir.lifecycle import Lifecycle, Move
from tic_rules.ir.pack import Pack
from tic_rules.lifecycle.force import first_day, kept_kinds
from tic_rules.lifecycle.joins import Joins
from tic_rules.truth import Truth

EVALUATION: Final = "evaluation"
REVOKED: Final = "revoked"


@dataclass(frozen=True)
class Plan:
    """A pack's lifecycle with all that a watcher works out of it once."""

    pack: Pack
    lifecycle: Lifecycle
    joins: Joins
    counted: dict[tuple[object, ...], Truth] = field(default_factory=dict, repr=False, compare=False)
    """What counts of events came to against their bounds, by the leaf and the numbers: there are few."""

    worked_out: list[Any] = field(default_factory=list, repr=False, compare=False)
    """What is worked out of each centre, in its order; filled when it is first needed."""

    @classmethod
    def of(cls, pack: Pack, lifecycle: Lifecycle) -> Plan:
        """The plan of a pack."""
        return cls(pack, lifecycle, Joins.of(lifecycle))

    @cached_property
    def move_kinds(self) -> tuple[str, ...]:
        """The kinds of event that can move a centre, and decisions of revocation, in the order of the catalogue."""
        kinds = {REVOKED, *(move.on for move in self.lifecycle.moves)}
        return tuple(kind for kind in self.lifecycle.kinds if kind in kinds)

    @cached_property
    def rules(self) -> Pack:
        """The pack as conditions on a history read it."""
        return self.pack.after_approval

    @cached_property
    def first(self) -> date | None:
        """The regulation's first day."""
        return first_day(self.pack.in_force)

    @cached_property
    def kept_kinds(self) -> frozenset[str]:
        """The kinds of event that count before that day too."""
        return kept_kinds(self.lifecycle)

    @cached_property
    def moves(self) -> dict[str, Move]:
        """The moves by id."""
        return {move.id: move for move in self.lifecycle.moves}

    @cached_property
    def cites(self) -> dict[str, tuple[CitedPlace, ...]]:
        """Where each move, period, duty and ground is printed."""
        return {part.id: tuple(cited(self.pack, cite) for cite in part.cites) for part in self.lifecycle.cited}
