"""Measures as Python: each becomes three names, its least and its greatest amount and its open points.

The least amount is None where what is measured does not exist, the greatest where there is no greatest. Amounts are
whole numbers where they are whole, else fractions: exact either way.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, assert_never

from tic_rules.backends.python.amounts import in_steps
from tic_rules.backends.python.place import Here, Program
from tic_rules.backends.python.points import FAILS, HOLDS
from tic_rules.backends.python.proportions import Rule
from tic_rules.backends.python.writer import Block, joined
from tic_rules.engine.comparing import agreed
from tic_rules.engine.view import SUBMITTED
from tic_rules.ir import conditions as ir
from tic_rules.ir.catalogue import FactKind
from tic_rules.quantity import Quantity

if TYPE_CHECKING:
    from tic_rules.backends.python.conditions import Conditions

Names = tuple[str, str, str]

ZERO = Fraction(0)


class Measures:
    """Writes the measures of one program, and what they are held against."""

    def __init__(self, program: Program, conditions: Conditions) -> None:
        self._program = program
        self._conditions = conditions

    def compared(self, node: ir.Compare, block: Block, here: Here | None) -> str:
        """The truth of a measure, proportion or period held against its bound."""
        match node.left:
            case ir.Elapsed():
                return self._elapsed(node, node.left, block, here)
            case ir.Proportion():
                return self._proportion(node, node.left, block, here)
            case ir.Fact() | ir.Its() if self._program.spec(node.left, here).kind is not FactKind.SHARE:
                return self._fact_compared(node, node.left, block, here)
            case _:
                return self._held(node, self.amount(node.left, block, here), block)

    def amount(self, measure: ir.Measure, block: Block, here: Here | None) -> Names:
        """The names of what a measure comes to."""
        if here is not None and not self._program.turns_on_member(measure):
            block, here = here.outside, None
        key = (measure, "amount")
        known = block.made.get(key)
        if known is None:
            known = block.made[key] = self._written(measure, block, here)
        least, greatest, points = known
        return least, greatest, points

    def _written(self, measure: ir.Measure, block: Block, here: Here | None) -> Names:
        program = self._program
        match measure:
            case ir.Fact() | ir.Its():
                return self._fact(measure, block, here)
            case ir.TermRef(name):
                return self.amount(program.pack.term_by_id[name].measure or ir.Sum(()), block, here)
            case ir.Sum(parts):
                return self._sum([self.amount(part, block, here) for part in parts], block)
            case ir.Lesser(items):
                made = ", ".join(f"({', '.join(self.amount(item, block, here))})" for item in items)
                return self._three(f"least(({made},))", block)
            case ir.Count() | ir.ListSum():
                least, greatest, points = program.of_list(measure)
                return least, greatest, points
            case ir.YearSum():
                return self._years(measure, block)
            case ir.Age(born, at):
                (first, first_bit), (last, last_bit) = (program.day(ref, block, here) for ref in (born, at))
                missing = _if_missing((first, first_bit), (last, last_bit))
                return self._three(f"age({first}, {last}, {missing})", block)
            case _:
                assert_never(measure)

    def _three(self, expression: str, block: Block) -> Names:
        names = tuple(self._program.writer.fresh() for _ in range(3))
        block.line(f"{', '.join(names)} = {expression}")
        return names[0], names[1], names[2]

    def _fact(self, ref: ir.Ref, block: Block, here: Here | None) -> Names:
        """A quantity, or a share that is known only as a rounded percentage."""
        value, bit = self._program.see(ref, block, here)
        least, greatest, points = self._three("None, 0, 0", block)
        block.line(f"if {value} is None: {least}, {greatest}, {points} = 0, None, {bit}")
        block.line(f"elif {value} is not NONE:")
        if self._program.spec(ref, here).kind is FactKind.SHARE:
            block.line(f"{least}, {greatest} = {value}[1].lo, {value}[1].hi", 1)
            block.line(f"if {least} != {greatest}: {points} = {bit}", 1)
        else:
            block.line(f"{least} = {greatest} = {self._program.counted(value, ref, block, here, 1)}", 1)
        return least, greatest, points

    def _sum(self, parts: list[Names], block: Block) -> Names:
        if not parts:
            return self._three("0, 0, 0", block)
        if len(parts) == 1:
            return parts[0]
        least, greatest, points = (list(names) for names in zip(*parts, strict=True))
        nothing = " or ".join(f"{name} is None" for name in least)
        endless = " or ".join(f"{name} is None" for name in greatest)
        made = self._three("None, 0, 0", block)
        block.line(f"if not ({nothing}):")
        block.line(f"{made[0]} = {joined(least, '+')}", 1)
        block.line(f"{made[1]} = None if {endless} else {joined(greatest, '+')}", 1)
        block.line(f"{made[2]} = {joined(points, '|')}", 1)
        return made

    def _years(self, measure: ir.YearSum, block: Block) -> Names:
        program = self._program
        first, last = program.window(measure.over)
        registered = f"{measure.series.rpartition('.')[0]}.registered_on"
        made_on = program.reads.fact(registered) if registered in program.pack.catalogue else "None"
        stated = "None" if measure.stated_as is None else program.reads.fact(measure.stated_as)
        found = (
            f"years({program.reads.fact(measure.series)}, {program.writer.constant(measure.series)}, {first}, {last}, "
            f"{made_on}, {program.reads.fact('stated_on')}, as_of, {stated}, unknown, "
            f"({program.bits.fact(SUBMITTED)}, {program.bits.fact('stated_on')}))"
        )
        return self._three(found, block)

    # --- thresholds ----------------------------------------------------------------------------------------------

    def _fact_compared(self, node: ir.Compare, ref: ir.Ref, block: Block, here: Here | None) -> str:
        """One quantity against its bound: what is missing is at least nothing."""
        value, bit = self._program.see(ref, block, here)
        upper = None if node.upper is None else node.upper.amount
        sure = agreed(node.op, ZERO, None, node.bound.amount, upper)
        missing = bit if sure is None else str(HOLDS if sure else FAILS)
        made = block.begin(f"{missing} if {value} is None else -1")
        block.line(f"if {value} is not None and {value} is not NONE:")
        amount = self._program.counted(value, ref, block, here, 1)
        block.line(f"if {self._holds(node, amount)}: {made} = 0", 1)
        return made

    def _holds(self, node: ir.Compare, amount: str) -> str:
        bound = self._bound(node.bound)
        match node.op:
            case ir.Op.AT_LEAST:
                return f"{amount} >= {bound}"
            case ir.Op.MORE_THAN:
                return f"{amount} > {bound}"
            case ir.Op.AT_MOST:
                return f"{amount} <= {bound}"
            case ir.Op.LESS_THAN:
                return f"{amount} < {bound}"
            case ir.Op.BETWEEN:
                upper = "" if node.upper is None else f" <= {self._bound(node.upper)}"
                return f"{bound} <= {amount}{upper}"
            case _:
                assert_never(node.op)

    def _bound(self, bound: Quantity) -> str:
        return self._program.writer.constant(in_steps(bound.amount, bound.kind))

    def _held(self, node: ir.Compare, names: Names, block: Block) -> str:
        """An interval against its bound: settled only where all of it agrees."""
        least, greatest, points = names
        made = block.begin("-1")
        block.line(f"if {least} is not None:")
        if node.op in {ir.Op.AT_LEAST, ir.Op.MORE_THAN}:
            block.line(f"if {self._holds(node, least)}: {made} = 0", 1)
            block.line(f"elif {greatest} is None or {self._holds(node, greatest)}: {made} = {points}", 1)
        elif node.op in {ir.Op.AT_MOST, ir.Op.LESS_THAN}:
            block.line(f"if {self._holds(node, least)}:", 1)
            far = f"{greatest} is not None and {self._holds(node, greatest)}"
            block.line(f"{made} = 0 if {far} else {points}", 2)
        else:
            block.line(f"if {least} == {greatest}: {made} = 0 if {self._holds(node, least)} else -1", 1)
            ends = ", ".join("None" if end is None else self._bound(end) for end in (node.bound, node.upper))
            block.line(f"else: {made} = between({least}, {greatest}, {ends}, {points})", 1)
        return made

    def _proportion(self, node: ir.Compare, proportion: ir.Proportion, block: Block, here: Here | None) -> str:
        program = self._program
        part, whole = self.amount(proportion.part, block, here), self.amount(proportion.whole, block, here)
        at_zero = str(HOLDS if proportion.if_whole_is_zero is ir.IfZero.HOLDS else FAILS)
        if proportion.asks is not None:
            at_zero = self._at_zero(proportion.asks, whole, block, here)
        upper = None if node.upper is None else node.upper.amount
        is_share = proportion.kind is ir.ProportionKind.SHARE
        rule = program.writer.constant(Rule.of(node.op, node.bound.amount, upper, is_share=is_share))
        if is_share:
            self.within(part, whole, block)
        return block.put(f"{rule}.truth({', '.join(part)}, {', '.join(whole)}, {at_zero})")

    def _at_zero(self, finding: str, whole: Names, block: Block, here: Here | None) -> str:
        if self._program.pack.finding_by_id[finding].recorded_in is None:
            return self._conditions.truth(ir.FindingHolds(finding), block, here)
        # A record that contradicts itself is refused where it is asked for: not of a whole that is surely something.
        return block.put(f"{HOLDS} if {whole[0]} else {self._program.recorded(finding)}")

    def within(self, part: Names, whole: Names, block: Block) -> None:
        """Has a dossier refused whose part is surely larger than its whole."""
        if (part, whole, "within") not in block.made:
            block.made[part, whole, "within"] = True
            block.line(f"if {whole[1]} is not None and ({part[0]} or 0) > {whole[1]}: disagree()")

    def _elapsed(self, node: ir.Compare, elapsed: ir.Elapsed, block: Block, here: Here | None) -> str:
        (start, start_bit), (end, end_bit) = (
            self._program.day(ref, block, here) for ref in (elapsed.start, elapsed.end)
        )
        rule = self._program.writer.constant(
            (node.op, int(node.bound.amount), node.bound.kind, elapsed.counts_first_day)
        )
        missing = _if_missing((start, start_bit), (end, end_bit))
        return block.put(f"elapsed({rule}, {start}, {end}, {missing}, unknown)")


def _if_missing(*days: tuple[str, str | None]) -> str:
    """The bits of those days that are missing."""
    return " | ".join(f"({bit} if {name} is None else 0)" for name, bit in days if bit) or "0"
