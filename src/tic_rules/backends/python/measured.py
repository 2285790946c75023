"""The steps of measures as Python, and of what they are held against.

A measure's step shows the three names that ``measures`` works it out to: its least and greatest amount, its points.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import assert_never

from tic_rules.backends.python.amounts import steps_in_one
from tic_rules.backends.python.conditions import Conditions
from tic_rules.backends.python.makers import maker
from tic_rules.backends.python.place import Here, ManyNode, Program
from tic_rules.backends.python.thresholds import Proportions, Threshold, reckoned
from tic_rules.backends.python.told import Told
from tic_rules.backends.python.writer import Block
from tic_rules.engine.case import missing
from tic_rules.engine.measures import ZERO
from tic_rules.ir import conditions as ir
from tic_rules.ir import steps
from tic_rules.ir.catalogue import FactKind
from tic_rules.ir.steps import Reckoned, State
from tic_rules.quantity import Kind

_MADE = (
    Reckoned,
    steps.FactMeasure,
    steps.SumMeasure,
    steps.LesserMeasure,
    steps.YearsMeasure,
    steps.ListMeasure,
    steps.MemberStep,
    steps.AgeMeasure,
    steps.TermMeasure,
    steps.CompareStep,
    steps.ProportionStep,
)


class Measured:
    """Writes the steps of the measures of one program."""

    def __init__(self, program: Program, conditions: Conditions, told: Told, members: Mapping[ManyNode, str]) -> None:
        self._program = program
        self._writer = program.writer
        self._measures = conditions.measures
        self._told = told
        self._members = members
        program.writer.table |= {made.__name__: maker(made) for made in _MADE}
        program.writer.table["reckoned"] = reckoned

    # --- thresholds ----------------------------------------------------------------------------------------------

    def compared(self, node: ir.Compare, truth: str, block: Block, here: Here | None) -> str:
        """The name of the step of a measure held against its bound."""
        left = node.left
        assert not isinstance(left, (ir.Proportion, ir.Elapsed))  # noqa: S101
        threshold = Threshold(node)
        rule = self._writer.constant(threshold)
        measure = self.measure(left, block, here)
        made = f"{rule}.step({measure}, {truth})"
        if isinstance(left, ir.Fact) and self._told.spec(left, here).kind is not FactKind.SHARE:
            # Without a figure the whole step is known beforehand.
            value, _ = self._program.see(left, block, here)
            unknown, none = (
                self._writer.constant(threshold.step_without(found)) for found in self._without(left, here)
            )
            made = f"{unknown} if {value} is None else {none} if {value} is NONE else {made}"
        return block.put(made)

    def proportion(
        self, node: ir.Compare, proportion: ir.Proportion, asked: str, truth: str, block: Block, here: Here | None
    ) -> str:
        """The name of the step of a proportion held against its bound."""
        part, whole = (self.measure(side, block, here) for side in (proportion.part, proportion.whole))
        rule = self._writer.constant(Proportions(node, proportion))
        return block.put(f"{rule}.step({part}, {whole}, {asked}, {truth})")

    # --- measures ------------------------------------------------------------------------------------------------

    def measure(self, measure: ir.Measure, block: Block, here: Here | None) -> str:
        """The name of the step of a measure."""
        if here is not None and not self._program.turns_on_member(measure):
            block, here = here.outside, None
        key = ("measure", measure)
        known = block.made.get(key)
        if known is None:
            known = block.made[key] = self._written(measure, block, here)
        return str(known)

    def _written(self, measure: ir.Measure, block: Block, here: Here | None) -> str:
        constant = self._writer.constant
        match measure:
            case ir.Fact() | ir.Its():
                return self._fact(measure, block, here)
            case ir.TermRef(name):
                term = self._program.pack.term_by_id[name]
                inner = self.measure(term.measure or ir.Sum(()), block, here)
                return block.put(f"TermMeasure({constant(name)}, {constant(term.title)}, {inner}, {inner}.value)")
            case ir.Sum(parts) | ir.Lesser(parts):
                made = "".join(f"{self.measure(part, block, here)}, " for part in parts)
                of = "SumMeasure" if isinstance(measure, ir.Sum) else "LesserMeasure"
                return block.put(f"{of}(({made}), {self.value(measure, block, here)})")
            case ir.YearSum():
                return self._years(measure, block)
            case ir.Count() | ir.ListSum():
                return self._list(measure, block)
            case ir.Age(born, at):
                first, last = (self._told.day(ref, block, here) for ref in (born, at))
                return block.put(f"AgeMeasure({first}, {last}, {self.value(measure, block, here)})")
            case _:
                assert_never(measure)

    def value(self, measure: ir.Measure, block: Block, here: Here | None) -> str:
        """The name of what a measure comes to."""
        unit = self.unit(measure, here)
        names = ", ".join(self._measures.amount(measure, block, here))
        return block.put(f"reckoned({self._writer.constant(unit)}, {steps_in_one(unit)}, {names}, truth)")

    def unit(self, measure: ir.Measure, here: Here | None) -> Kind:
        """The kind of what a measure comes to."""
        catalogue = self._program.pack.catalogue
        match measure:
            case ir.Fact() | ir.Its():
                spec = self._told.spec(measure, here)
                return Kind.SHARE if spec.kind is FactKind.SHARE else spec.unit or Kind.ITEMS
            case ir.TermRef(name):
                return self.unit(self._program.pack.term_by_id[name].measure or ir.Sum(()), here)
            case ir.Sum(parts):
                return self.unit(parts[-1], here) if parts else Kind.ITEMS
            case ir.Lesser(items):
                return self.unit(items[0], here)
            case ir.YearSum():
                return catalogue[measure.series].unit or Kind.MONEY
            case ir.ListSum():
                return catalogue[f"{measure.list}[].{measure.each.field}"].unit or Kind.ITEMS
            case ir.Count():
                return catalogue[measure.list].unit or Kind.ITEMS
            case ir.Age():
                return Kind.AGE
            case _:
                assert_never(measure)

    def _without(self, ref: ir.Fact, here: Here | None) -> tuple[steps.FactMeasure, steps.FactMeasure]:
        """A fact that is missing, and one that is none."""
        unit, title = self.unit(ref, here), self._told.spec(ref, here).title
        unknown = self._told.known(ref.path, State.MISSING, title)
        none = self._told.known(ref.path, State.NONE, title)
        return (
            steps.FactMeasure(unknown, Reckoned(unit, ZERO, None, (missing(ref.path),))),
            steps.FactMeasure(none, Reckoned(unit, ZERO, ZERO, exists=False)),
        )

    def _fact(self, ref: ir.Ref, block: Block, here: Here | None) -> str:
        value, _ = self._program.see(ref, block, here)
        if isinstance(ref, ir.Its) or self._told.spec(ref, here).kind is FactKind.SHARE:
            return block.put(f"FactMeasure({self._told.read(ref, block, here)}, {self.value(ref, block, here)})")
        unknown, none = map(self._writer.constant, self._without(ref, here))
        given = f"Reckoned({self._writer.constant(self.unit(ref, here))}, {value}.amount, {value}.amount)"
        return block.put(
            f"{unknown} if {value} is None else {none} if {value} is NONE else "
            f"FactMeasure({self._told.given(ref, block, here)}, {given})"
        )

    def _stated(self, path: str | None, block: Block) -> str:
        return "None" if path is None else self.measure(ir.Fact(path), block, None)

    def _list(self, measure: ir.Count | ir.ListSum, block: Block) -> str:
        constant = self._writer.constant
        stated, value = self._stated(measure.stated_as, block), self.value(measure, block, None)
        listed = self._program.reads.fact(measure.list)
        each = measure.each.field if isinstance(measure, ir.ListSum) else ""
        head = f"{constant(measure.list)}, {constant(self._program.pack.catalogue[measure.list].title)}"
        rest = f"{stated}, {value}, {constant(each)}"
        unknown = self._told.point(measure.stated_as or measure.list)
        state = [constant(state) for state in (State.MISSING, State.NONE, State.GIVEN)]
        return block.put(
            f"ListMeasure({head}, {state[0]}, {unknown}, (), {rest}) if {listed} is None else "
            f"ListMeasure({head}, {state[1]}, (), (), {rest}) if {listed} is NONE else "
            f"ListMeasure({head}, {state[2]}, (), tuple({self._members[measure]}), {rest})"
        )

    def _years(self, measure: ir.YearSum, block: Block) -> str:
        program, constant = self._program, self._writer.constant
        first, last = program.window(measure.over)
        registered = f"{measure.series.rpartition('.')[0]}.registered_on"
        made_on = program.reads.fact(registered) if registered in program.pack.catalogue else "None"
        unit = constant(self.unit(measure, None))
        found = block.put(
            f"year_steps({program.reads.fact(measure.series)}, {constant(measure.series)}, {first}, {last}, "
            f"{made_on}, {program.reads.fact('stated_on')}, as_of, {unit})"
        )
        title, over = program.pack.catalogue[measure.series].title, str(measure.over)
        unknown = self._told.point("application.submitted_on")
        stated, value = self._stated(measure.stated_as, block), self.value(measure, block, None)
        return block.put(
            f"YearsMeasure({constant(measure.series)}, {constant(title)}, {constant(over)}, {found}, "
            f"{unknown} if {first} is None else (), {stated}, {value}, None if {made_on} is NONE else {made_on})"
        )

    def added(self, node: ir.Count | ir.ListSum, counts: str, block: Block, here: Here, name: str) -> str:
        """The expression of the step of a member of a list that is counted or summed."""
        path = self._told.member(here, block)
        unit = self.unit(node, here)
        if isinstance(node, ir.Count):
            one = self._writer.constant(reckoned(unit, 1, 1, 1, 0, None))
            return f"MemberStep({path}, {name}, {counts}, {one})"
        value, _ = self._program.see(node.each, block, here)
        text = self._told.text(value, node.each, here)
        adds = self.value(node.each, block, here)
        return f"MemberStep({path}, {name}, {counts}, {adds}, '' if {value} is None or {value} is NONE else {text})"
