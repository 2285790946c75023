"""What is wanted of a dossier: norms met, failed or excused, each as one condition, with what it reads."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import assert_never

from tic_rules.backends.strategies.draft import ancestors
from tic_rules.backends.strategies.setting import SUBMITTED
from tic_rules.ir import conditions as ir
from tic_rules.ir.norms import Norm, Strength
from tic_rules.ir.pack import Pack
from tic_rules.ir.walk import Node, children


@dataclass(frozen=True, slots=True, eq=False)
class Goal:
    """A condition that is to hold."""

    name: str
    """The id of the norm, or what else is wanted."""
    wants: ir.Condition
    reads: frozenset[str]
    """The paths and finding ids that it turns on."""
    above: frozenset[str]
    """All that these belong to."""

    @classmethod
    def of(cls, pack: Pack, name: str, wants: ir.Condition) -> Goal:
        """The goal that a condition hold."""
        reads = frozenset(read_by(pack, wants))
        return cls(name, wants, reads, frozenset(prefix for path in reads for prefix in ancestors(path)))

    def turns_on(self, changed: frozenset[str]) -> bool:
        """Whether a change of these paths may change the goal's truth."""
        return any(path in self.above or not self.reads.isdisjoint(ancestors(path)) for path in changed)


def passed(norm: Norm) -> ir.Condition:
    """The norm is met, or does not apply."""
    if norm.when is None:
        return norm.require
    return ir.AnyOf((ir.All((norm.when, norm.require)), ir.Not(norm.when)))


def applies(norm: Norm, *parts: ir.Condition) -> ir.Condition:
    """The norm applies, and the parts hold."""
    return ir.All(parts if norm.when is None else (norm.when, *parts))


def failed(pack: Pack, norm: Norm) -> ir.Condition:
    """The norm applies and is not met, and nothing excuses it."""
    return applies(norm, ir.Not(norm.require), *(ir.Not(excuse) for excuse in excuses(pack, norm)))


def excuses(pack: Pack, norm: Norm) -> tuple[ir.Condition, ...]:
    """What may excuse a norm: a departure from what is in principle, each relaxation that covers it."""
    departures = (ir.FindingHolds(norm.departure),) if norm.strength is Strength.IN_PRINCIPLE else ()
    accepted = (
        ir.All((relaxation.ground, ir.FindingHolds(relaxation.acceptance(norm.id))))
        for relaxation in pack.relaxations_of(norm.id)
    )
    return (*departures, *accepted)


def read_by(pack: Pack, node: Node) -> Iterator[str]:
    """The paths and finding ids that a node turns on, terms looked through; a list stands for its members' fields."""
    match node:
        case ir.Fact(path) | ir.Has(path):
            yield path
        case ir.FindingHolds(name):
            yield name
            finding = pack.finding_by_id[name]
            if finding.recorded_in is not None:
                yield finding.recorded_in
        case ir.TermRef(name) | ir.TermHolds(name):
            term = pack.term_by_id[name]
            for part in (term.measure, term.condition):
                if part is not None:
                    yield from read_by(pack, part)
        case ir.YearSum(series, _, stated):
            yield from (series, f"{series.rpartition('.')[0]}.registered_on", SUBMITTED)
            yield from () if stated is None else (stated,)
        case ir.Count(path, _, over, stated) | ir.ListSum(path, _, _, over, stated):
            yield path
            yield from () if over is None else (SUBMITTED,)
            yield from () if stated is None else (stated,)
        case ir.Every(path, _, _, over):
            yield path
            yield from () if over is None else (SUBMITTED,)
        case ir.Proportion(_, _, _, _, asks) if asks is not None:
            yield from read_by(pack, ir.FindingHolds(asks))
        case ir.FallsWithin():
            yield SUBMITTED
        case ir.CompareDay(left, _, right):
            yield from () if ir.NamedDay.APPLICATION not in (left, right) else (SUBMITTED,)
        case ir.Elapsed(start, end):
            yield from () if ir.NamedDay.APPLICATION not in (start, end) else (SUBMITTED,)
        case ir.Age(_, at):
            yield from () if at is not ir.NamedDay.APPLICATION else (SUBMITTED,)
        case (
            ir.All()
            | ir.AnyOf()
            | ir.Not()
            | ir.Compare()
            | ir.CompareLevel()
            | ir.IsOneOf()
            | ir.LiesIn()
            | ir.DoneBy()
            | ir.NamedLike()
            | ir.Its()
            | ir.Sum()
            | ir.Lesser()
            | ir.Proportion()
        ):
            pass
        case _:
            assert_never(node)
    for child in children(node):
        yield from read_by(pack, child)
