"""Conditions as Python: each becomes a name that holds its truth as a whole number."""

from __future__ import annotations

from fractions import Fraction
from typing import Any, assert_never

from tic_rules import identity
from tic_rules.backends.python.measures import Measures
from tic_rules.backends.python.place import Here, Program
from tic_rules.backends.python.points import FAILS, HOLDS
from tic_rules.backends.python.writer import Block, joined
from tic_rules.engine.comparing import holds
from tic_rules.engine.evaluate import named_like
from tic_rules.engine.view import SUBMITTED
from tic_rules.facts import words, written_form
from tic_rules.ir import conditions as ir
from tic_rules.ir.catalogue import FactKind

_COMPARED = {
    ir.DayOp.ON_OR_AFTER: ">=",
    ir.DayOp.AFTER: ">",
    ir.DayOp.ON_OR_BEFORE: "<=",
    ir.DayOp.BEFORE: "<",
}


class Conditions:
    """Writes the conditions of one program."""

    def __init__(self, program: Program) -> None:
        self._program = program
        self.measures = Measures(program, self)
        """Writes what is held against a bound."""

    def truth(self, node: ir.Condition, block: Block, here: Here | None = None) -> str:
        """The name that holds the truth of a condition; what does not turn on the member is worked out once."""
        if here is not None and not self._program.turns_on_member(node):
            block, here = here.outside, None
        known = block.made.get(node)
        if known is None:
            known = block.made[node] = self._written(node, block, here)
        return str(known)

    def every_of(self, parts: list[str], block: Block) -> str:
        """All of several truths."""
        parts = [part for part in dict.fromkeys(parts) if part != str(HOLDS)]
        if not parts:
            return str(HOLDS)
        return parts[0] if len(parts) == 1 else block.put(joined(parts, "|"))

    def any_of(self, parts: list[str], block: Block) -> str:
        """Any of several truths."""
        parts = [part for part in dict.fromkeys(parts) if part != str(FAILS)]
        if not parts:
            return str(FAILS)
        if str(HOLDS) in parts:
            return str(HOLDS)
        made = parts[0]
        for part in parts[1:]:
            both_open = f"{part} if {made} < 0 else {made} if {part} < 0 else {made} | {part}"
            made = block.put(f"{made} and {part} and ({both_open})")
        return made

    def opposite(self, part: str, block: Block) -> str:
        """The opposite of a truth."""
        if part in {str(HOLDS), str(FAILS)}:
            return str(FAILS if part == str(HOLDS) else HOLDS)
        return block.put(f"~{part} if {part} <= 0 else {part}")

    def excused(self, require: str, excuse: str, block: Block) -> str:
        """A requirement that may be excused."""
        return block.put(f"{require} and ({excuse} if {require} < 0 else {excuse} and {require})")

    def _written(self, node: ir.Condition, block: Block, here: Here | None) -> str:
        program = self._program
        match node:
            case ir.All(items):
                return self.every_of([self.truth(item, block, here) for item in items], block)
            case ir.AnyOf(items):
                return self.any_of([self.truth(item, block, here) for item in items], block)
            case ir.Not(item):
                return self.opposite(self.truth(item, block, here), block)
            case ir.FindingHolds(name):
                return program.finding(name, block, here)
            case ir.TermHolds(name):
                return self.truth(program.pack.term_by_id[name].condition or ir.All(()), block, here)
            case ir.Has(path):
                return self._known(program.reads.fact(path), str(program.bits.fact(path)), str(HOLDS), block)
            case ir.Every():
                return program.of_list(node)[0]
            case ir.Compare():
                return self.measures.compared(node, block, here)
            case ir.CompareLevel(left, _, op, level, _):
                scale = program.spec(left, here).values
                bound = Fraction(scale.index(level))
                allowed = frozenset(word for rank, word in enumerate(scale) if holds(op, Fraction(rank), bound, None))
                return self._member_of(left, allowed, block, here)
            case ir.CompareDay(left, op, right):
                return self._days(left, op, right, block, here)
            case ir.IsOneOf(left, values):
                return self._choice(left, tuple(written_form(value) for value in values), block, here)
            case ir.LiesIn(left, place):
                seat, bit = program.see(left, block, here)
                where, stem = program.writer.constant(place), program.writer.constant(identity.stem_of(place))
                inside = f"0 if {seat}.startswith({stem}) else {bit} if could_lie_in({seat}, {where}) else -1"
                return self._known(seat, bit, inside, block)
            case ir.FallsWithin(left, window):
                return self._within(left, window, block, here)
            case ir.DoneBy(left, names):
                known = [program.pack.authority_by_id[name] for name in names]
                allowed_names = tuple(name for who in known for name in (who.title.zh, *who.also))
                return self._choice(left, allowed_names, block, here)
            case ir.NamedLike(left, template):
                name, bit = program.see(left, block, here)
                wanted = program.writer.constant(template)
                program.writer.table["named_like"] = named_like
                return self._known(name, bit, f"0 if named_like({name}, {wanted}) else -1", block)
            case _:
                assert_never(node)

    def _known(self, value: str, bit: str, if_given: str, block: Block) -> str:
        return block.put(f"{bit} if {value} is None else -1 if {value} is NONE else {if_given}")

    def _member_of(self, left: ir.Ref, allowed: frozenset[Any], block: Block, here: Here | None) -> str:
        value, bit = self._program.see(left, block, here)
        match [*allowed]:
            case []:
                test = "False"
            case [bool(only)]:
                test = f"{value} is {only}"
            case [only]:
                test = f"{value} == {self._program.writer.constant(only)}"
            case _:
                test = f"{value} in {self._program.writer.constant(allowed)}"
        return self._known(value, bit, f"0 if {test} else -1", block)

    def _choice(self, left: ir.Ref, allowed: tuple[str, ...], block: Block, here: Here | None) -> str:
        wanted = frozenset(words.canonical(value) for value in allowed)
        spec = self._program.spec(left, here)
        match spec.kind:
            case FactKind.FLAG:
                flags = frozenset(flag for flag in (True, False) if written_form(flag) in wanted)
                return self._member_of(left, flags, block, here)
            case FactKind.CHOICE | FactKind.LEVEL:
                known = frozenset(value for value in spec.values if words.canonical(value) in wanted)
                return self._member_of(left, known, block, here)
            case FactKind.TEXT | FactKind.SEAT:
                said = "canonical({})"
            case _:
                said = "canonical(written_form({}))"
        value, bit = self._program.see(left, block, here)
        inside = f"0 if {said.format(value)} in {self._program.writer.constant(wanted)} else -1"
        return self._known(value, bit, inside, block)

    def _days(self, left: ir.DayRef, op: ir.DayOp, right: ir.DayRef, block: Block, here: Here | None) -> str:
        (first, first_bit), (second, second_bit) = (self._program.day(ref, block, here) for ref in (left, right))
        test = f"0 if {first} {_COMPARED[op]} {second} else -1"
        made = block.begin(f"-1 if {first} is NONE or {second} is NONE else 0")
        if first_bit:
            block.line(f"if {made} >= 0 and {first} is None: {made} |= {first_bit}")
        if second_bit:
            block.line(f"if {made} >= 0 and {second} is None: {made} |= {second_bit}")
        block.line(f"if not {made}: {made} = {test}")
        return made

    def _within(self, left: ir.Ref, window: ir.Window, block: Block, here: Here | None) -> str:
        program = self._program
        first, last = program.window(window)
        value, bit = program.see(left, block, here)
        unknown = str(program.bits.fact(SUBMITTED))
        made = block.begin(f"-1 if {value} is NONE else {unknown} if {first} is None else 0")
        block.line(f"if {value} is None: {made} |= {bit}")
        block.line(f"elif not {made}: {made} = 0 if {first} <= {value} <= {last} else -1")
        return made
