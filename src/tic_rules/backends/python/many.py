"""Walks over lists: one loop a list, in which everything that is counted, summed or demanded of it is worked out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from tic_rules.backends.python.conditions import Conditions
from tic_rules.backends.python.place import Here, ManyNode, Program
from tic_rules.backends.python.writer import Block
from tic_rules.ir import conditions as ir
from tic_rules.ir.walk import Node, children


class Many:
    """Writes the walks of one program."""

    def __init__(self, program: Program, conditions: Conditions) -> None:
        self._program = program
        self._conditions = conditions
        self._names: dict[ManyNode, tuple[str, ...]] = {}
        program.of_list = self._names.__getitem__

    def walk(self, roots: Iterable[Node], block: Block) -> None:
        """Writes the walks that these nodes need, those that others need first."""
        depths: dict[ManyNode, int] = {}
        for root in roots:
            self._depth(root, depths)
        new = {node: depth for node, depth in depths.items() if node not in self._names}
        for _, wave in groupby(sorted(new, key=new.__getitem__), key=new.__getitem__):
            by_list: dict[str, list[ManyNode]] = {}
            for node in wave:
                by_list.setdefault(node.list, []).append(node)
            for listed, wanted in by_list.items():
                self._loop(listed, wanted, block)

    def _depth(self, node: Node, depths: dict[ManyNode, int]) -> int:
        """How many walks must have been taken before a node can be worked out."""
        if isinstance(node, (ir.Count, ir.ListSum, ir.Every)) and node in depths:
            return depths[node] + 1
        deepest = max((self._depth(child, depths) for child in self._below(node)), default=0)
        if isinstance(node, (ir.Count, ir.ListSum, ir.Every)):
            depths[node] = deepest
            return deepest + 1
        return deepest

    def _below(self, node: Node) -> Iterator[Node]:
        if isinstance(node, (ir.TermRef, ir.TermHolds)):
            yield from self._program.pack.term_by_id[node.id].body
        yield from children(node)

    # --- one loop ------------------------------------------------------------------------------------------------

    def _loop(self, listed: str, wanted: list[ManyNode], block: Block) -> None:
        program = self._program
        members = program.reads.fact(listed)
        here = Here(listed, program.writer.fresh(), program.writer.fresh(), block)
        body = Block(program.writer)
        dated = program.pack.catalogue[listed].dated
        if dated is not None:
            day, _ = program.see(ir.Its(dated), body, here)
            body.line(f"if {day}.__class__ is date and {day} > as_of: continue")
        unknown: list[str] = []
        for node in wanted:
            self._begin(node, block, unknown)
        for node in wanted:
            self._member(node, body, here)
        block.line(f"if {members} is None:")
        block.lines += [f" {line}" for line in unknown]
        block.line(f"elif {members} is not NONE:")
        block.line(f"for {here.index}, {here.member} in enumerate({members}):", 1)
        block.lines += body.indented(2)
        for node in wanted:
            if not isinstance(node, ir.Every) and node.stated_as is not None:
                least, greatest, points = self._names[node]
                stated = program.reads.fact(node.stated_as)
                block.line(f"if {stated} is not None and {stated} is not NONE:")
                total = program.counted(stated, ir.Fact(node.stated_as), block, None, 1)
                block.line(f"{least}, {greatest}, {points} = with_stated({total}, {least}, {greatest})", 1)

    def _begin(self, node: ManyNode, block: Block, unknown: list[str]) -> None:
        program = self._program
        if isinstance(node, ir.Every):
            made = block.begin("0")
            self._names[node] = (made,)
            unknown.append(f"{made} = {program.bits.fact(node.list)}")
            return
        least, greatest, points = (program.writer.fresh() for _ in range(3))
        self._names[node] = (least, greatest, points)
        block.line(f"{least} = {greatest} = {points} = 0")
        unknown.append(f"{greatest}, {points} = None, {program.bits.fact(node.stated_as or node.list)}")

    def _member(self, node: ManyNode, body: Block, here: Here) -> None:
        parts: list[str] = []
        if node.over is not None:
            dated = self._program.pack.catalogue[node.list].dated or "day"
            parts.append(self._conditions.truth(ir.FallsWithin(ir.Its(dated), node.over), body, here))
        if node.where is not None:
            parts.append(self._conditions.truth(node.where, body, here))
        meant = self._conditions.every_of(parts, body)
        match node:
            case ir.Every():
                holds = self._conditions.truth(node.holds, body, here)
                made = self._conditions.any_of([self._conditions.opposite(meant, body), holds], body)
                body.line(f"{self._names[node][0]} |= {made}")
            case ir.Count():
                least, greatest, points = self._names[node]
                if meant == "0":
                    body.line(f"{least} += 1")
                    body.line(f"{greatest} += 1")
                    return
                body.line(f"if not {meant}:")
                body.line(f"{least} += 1", 1)
                body.line(f"{greatest} += 1", 1)
                body.line(f"elif {meant} > 0:")
                body.line(f"{greatest} += 1", 1)
                body.line(f"{points} |= {meant}", 1)
            case ir.ListSum():
                self._added(node, meant, body, here)

    def _added(self, node: ir.ListSum, meant: str, body: Block, here: Here) -> None:
        """What a member adds to a sum: a field that is missing has no greatest amount."""
        least, greatest, points = self._names[node]
        value, bit = self._program.see(node.each, body, here)
        body.line(f"if {meant} >= 0:")
        body.line(f"if {value} is None:", 1)
        body.line(f"{greatest} = None", 2)
        body.line(f"{points} |= {meant} | {bit}", 2)
        body.line(f"elif {value} is not NONE:", 1)
        amount = self._program.counted(value, node.each, body, here, 2)
        body.line(f"if not {meant}: {least} += {amount}", 2)
        body.line(f"elif {amount}: {points} |= {meant}", 2)
        body.line(f"if {greatest} is not None: {greatest} += {amount}", 2)
