"""Walking over conditions and measures: the children of a node, and all nodes below it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from tic_rules.ir import conditions as ir

Node = ir.Condition | ir.Measure | ir.Proportion | ir.Elapsed


def children(node: Node) -> tuple[Node, ...]:
    """The nodes directly below, in the order they are written; conditions on members of a list included."""
    match node:
        case ir.All(items) | ir.AnyOf(items):
            return items
        case ir.Not(item):
            return (item,)
        case ir.Every():
            return tuple(part for part in (node.where, node.holds) if part is not None)
        case ir.Compare():
            return (node.left,)
        case ir.CompareLevel() | ir.IsOneOf() | ir.LiesIn() | ir.FallsWithin() | ir.DoneBy() | ir.NamedLike():
            return (node.left,)
        case ir.CompareDay():
            return tuple(side for side in (node.left, node.right) if isinstance(side, (ir.Fact, ir.Its)))
        case ir.Sum():
            return node.parts
        case ir.Lesser():
            return node.items
        case ir.ListSum():
            return (node.each,) if node.where is None else (node.each, node.where)
        case ir.Count():
            return () if node.where is None else (node.where,)
        case ir.Proportion():
            return (node.part, node.whole)
        case ir.Age():
            return tuple(side for side in (node.born, node.at) if isinstance(side, (ir.Fact, ir.Its)))
        case ir.Elapsed():
            return tuple(side for side in (node.start, node.end) if isinstance(side, (ir.Fact, ir.Its)))
        case ir.Fact() | ir.Its() | ir.TermRef() | ir.TermHolds() | ir.YearSum() | ir.FindingHolds() | ir.Has():
            return ()
        case _:
            assert_never(node)


def nodes(node: Node) -> Iterator[Node]:
    """The node and all below it, parents first."""
    yield node
    for child in children(node):
        yield from nodes(child)


def outside_lists(node: Node) -> Iterator[Node]:
    """The node and all below it that are not said of the members of a list."""
    yield node
    if not isinstance(node, (ir.ListSum, ir.Count, ir.Every)):
        for child in children(node):
            yield from outside_lists(child)


def findings_asked(node: Node, member_of: str | None = None) -> Iterator[tuple[str, str | None]]:
    """The findings that a node asks for, each with the list of whose members it is asked; None: of the whole."""
    match node:
        case ir.FindingHolds(name):
            yield name, member_of
        case ir.Proportion(asks=str(name)):
            yield name, member_of
        case ir.Every() | ir.Count() | ir.ListSum():
            member_of = node.list
        case _:
            pass
    for child in children(node):
        yield from findings_asked(child, member_of)


def fields_read(node: Node) -> tuple[str, ...] | None:
    """The fields of a member that alone decide a condition on it; None where it turns on more than these.

    More are facts of the whole, lists, findings, terms and days that pass.
    """
    found: dict[str, None] = {}
    for below in nodes(node):
        match below:
            case ir.Its(field):
                found[field] = None
            case ir.CompareDay(one, _, other) | ir.Elapsed(one, other) | ir.Age(one, other):
                if isinstance(one, ir.NamedDay) or isinstance(other, ir.NamedDay):
                    return None
            case ir.All() | ir.AnyOf() | ir.Not() | ir.Compare() | ir.CompareLevel() | ir.IsOneOf():
                pass
            case ir.LiesIn() | ir.DoneBy() | ir.NamedLike() | ir.Sum() | ir.Lesser():
                pass
            case _:
                return None
    return tuple(found)
