"""Of what kind a measure is: money, people, years of age."""

from __future__ import annotations

from typing import assert_never

from tic_rules.ir import conditions as ir
from tic_rules.ir.catalogue import FactKind
from tic_rules.ir.pack import Pack
from tic_rules.kind import Kind


def kind_of(pack: Pack, node: ir.Measure, listed: str | None = None) -> Kind:
    """The kind of quantity that a measure comes to; ``listed`` is the list whose members it is read from."""
    match node:
        case ir.Fact() | ir.Its():
            spec = pack.catalogue[node.path if isinstance(node, ir.Fact) else f"{listed}[].{node.field}"]
            return Kind.SHARE if spec.kind is FactKind.SHARE else spec.unit or Kind.ITEMS
        case ir.TermRef(name):
            return kind_of(pack, pack.term_by_id[name].measure or ir.Sum(()), listed)
        case ir.Sum(parts) | ir.Lesser(parts):
            return kind_of(pack, parts[0], listed) if parts else Kind.ITEMS
        case ir.YearSum(series):
            return pack.catalogue[series].unit or Kind.MONEY
        case ir.ListSum(path, each):
            return kind_of(pack, each, path)
        case ir.Count(path):
            return pack.catalogue[path].unit or Kind.ITEMS
        case ir.Age():
            return Kind.AGE
        case _:
            assert_never(node)
