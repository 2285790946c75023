"""Walking a trace: every step and measure in it, in order."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from tic_rules.ir import steps

Node = steps.TruthStep | steps.MeasureStep


def nodes(node: Node) -> Iterator[Node]:
    """The node and all below it."""
    yield node
    for child in _below(node):
        yield from nodes(child)


def _below(node: Node) -> Iterator[Node]:
    match node:
        case steps.AllStep() | steps.AnyStep():
            yield from node.children
        case steps.NotStep():
            yield node.child
        case steps.ExcusedStep():
            yield from (node.require, node.excuse)
        case steps.TermStep() | steps.TermMeasure():
            yield node.of
        case steps.EveryStep():
            for each in node.members:
                yield from (each.meant, each.holds)
        case steps.CompareStep():
            yield node.left
        case steps.ProportionStep():
            yield from (node.part, node.whole)
            if node.asked is not None:
                yield node.asked
        case steps.SumMeasure():
            yield from node.parts
        case steps.LesserMeasure():
            yield from node.items
        case steps.YearsMeasure():
            if node.stated is not None:
                yield node.stated
        case steps.ListMeasure():
            for member in node.members:
                yield member.counts
            if node.stated is not None:
                yield node.stated
        case (
            steps.FindingStep()
            | steps.HasStep()
            | steps.ElapsedStep()
            | steps.LevelStep()
            | steps.DayStep()
            | steps.ChoiceStep()
            | steps.SeatStep()
            | steps.WindowStep()
            | steps.NameStep()
            | steps.AlwaysStep()
            | steps.FactMeasure()
            | steps.AgeMeasure()
        ):
            return
        case _:
            assert_never(node)


def reads(node: Node) -> tuple[steps.Read, ...]:
    """The facts that a node itself read."""
    match node:
        case (
            steps.HasStep()
            | steps.LevelStep()
            | steps.ChoiceStep()
            | steps.SeatStep()
            | steps.WindowStep()
            | steps.NameStep()
            | steps.FactMeasure()
        ):
            return (node.read,)
        case steps.ElapsedStep():
            return (node.start, node.end)
        case steps.DayStep():
            return (node.left, node.right)
        case steps.AgeMeasure():
            return (node.born, node.on)
        case _:
            return ()
