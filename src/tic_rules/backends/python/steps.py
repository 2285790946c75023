"""The steps of conditions as Python: each becomes a name that holds the step, beside the name that holds its truth.

What is true is worked out by ``conditions`` and ``measures`` alone; here it is only told. Wherever a fact is missing,
or none, or has one of a few known values, the whole step is known beforehand and the code only chooses it.
"""

from __future__ import annotations

from functools import partial
from typing import assert_never

from tic_rules.backends.python.chosen import Chosen
from tic_rules.backends.python.conditions import Conditions
from tic_rules.backends.python.makers import maker
from tic_rules.backends.python.measured import Measured
from tic_rules.backends.python.place import Here, ManyNode, Program
from tic_rules.backends.python.points import FAILS, HOLDS
from tic_rules.backends.python.told import Told
from tic_rules.backends.python.writer import Block
from tic_rules.engine.case import missing
from tic_rules.engine.evaluate import bound_text
from tic_rules.facts import written_form
from tic_rules.ir import conditions as ir
from tic_rules.ir import steps
from tic_rules.ir.catalogue import Text
from tic_rules.ir.steps import FindingNote, State
from tic_rules.quantity import Kind
from tic_rules.truth import FALSE, TRUE, OpenPoint, PointKind, open_for

_MADE = (
    steps.AllStep,
    steps.AnyStep,
    steps.NotStep,
    steps.ExcusedStep,
    steps.TermStep,
    steps.FindingStep,
    steps.HasStep,
    steps.EveryMember,
    steps.EveryStep,
    steps.ElapsedStep,
    steps.LevelStep,
    steps.DayStep,
    steps.ChoiceStep,
    steps.SeatStep,
    steps.WindowStep,
    steps.NameStep,
)


class UntoldError(Exception):
    """Something in a pack that only the reference engine can tell."""


class Steps:
    """Writes the steps of one program."""

    def __init__(self, program: Program, conditions: Conditions) -> None:
        self._program = program
        self._writer = program.writer
        self._conditions = conditions
        self._told = Told(program)
        self._chosen = Chosen(program, self._told)
        self._moved = 0
        """In how many walks over lists what is being written was asked for, of those out of which it was moved."""
        self.asked: set[str] = set()
        """The findings that are asked for and are not the outcome of an act on record."""
        self.members: dict[ManyNode, str] = {}
        """The names that hold the steps of the members, of each walk over a list."""
        self.measured = Measured(program, conditions, self._told, self.members)
        """Writes the steps of what is held against a bound."""
        program.writer.table |= {made.__name__: maker(made) for made in _MADE} | {"TRUE": TRUE, "FALSE": FALSE}
        self.always = self._writer.constant(steps.AlwaysStep(TRUE))

    def truth(self, mask: str, block: Block) -> str:
        """The name of the truth that a number stands for."""
        if mask in {str(HOLDS), str(FAILS)}:
            return "TRUE" if mask == str(HOLDS) else "FALSE"
        return block.put(f"TRUE if {mask} == 0 else FALSE if {mask} < 0 else truth({mask})")

    def path(self, here: Here, block: Block) -> str:
        """The name of where the member stands."""
        return self._told.member(here, block)

    def step(self, node: ir.Condition, block: Block, here: Here | None = None) -> str:
        """The name that holds the step of a condition; what does not turn on the member is made once."""
        is_moved = here is not None and not self._program.turns_on_member(node)
        if here is not None and is_moved:
            block, here = here.outside, None
        key = ("step", node)
        known = block.made.get(key)
        if known is None:
            self._moved += is_moved
            known = block.made[key] = self._written(node, block, here)
            self._moved -= is_moved
        return str(known)

    def all_of(self, made: list[str], mask: str, block: Block, of: str = "AllStep") -> str:
        """The name of the step of several; ``of``: whether of all of them or of any."""
        return block.put(f"{of}(({', '.join(made)}{',' if made else ''}), {self.truth(mask, block)})")

    def _written(self, node: ir.Condition, block: Block, here: Here | None) -> str:
        constant = self._writer.constant
        mask = self._conditions.truth(node, block, here)
        truth = partial(self.truth, mask, block)
        match node:
            case ir.All(items) | ir.AnyOf(items):
                made = [self.step(item, block, here) for item in items]
                return self.all_of(made, mask, block, "AllStep" if isinstance(node, ir.All) else "AnyStep")
            case ir.Not(item):
                return block.put(f"NotStep({self.step(item, block, here)}, {truth()})")
            case ir.FindingHolds(name):
                return self.finding(name, mask, block, here)
            case ir.TermHolds(name):
                term = self._program.pack.term_by_id[name]
                inner = self.step(term.condition or ir.All(()), block, here)
                return block.put(f"TermStep({constant(name)}, {constant(term.title)}, {inner}, {truth()})")
            case ir.Has(path):
                return self._chosen.has(path, truth, block)
            case ir.Every():
                return self._every(node, mask, block)
            case ir.Compare(left=ir.Elapsed() as elapsed):
                return self._elapsed(node, elapsed, mask, block, here)
            case ir.Compare(left=ir.Proportion() as proportion):
                asked = "None"
                if proportion.asks is not None:
                    asking = ir.FindingHolds(proportion.asks)
                    asked = self.finding(proportion.asks, self._conditions.truth(asking, block, here), block, here)
                return self.measured.proportion(node, proportion, asked, truth(), block, here)
            case ir.Compare():
                return self.measured.compared(node, truth(), block, here)
            case ir.CompareLevel():
                return self._chosen.level(node, truth, block, here)
            case ir.CompareDay(left, op, right):
                first, second = (self._told.day(ref, block, here) for ref in (left, right))
                return block.put(f"DayStep({first}, {constant(op)}, {second}, {truth()})")
            case ir.IsOneOf(left, values):
                return self._chosen.choice(left, tuple(written_form(value) for value in values), truth, block, here)
            case ir.LiesIn(left, place):
                pack = self._program.pack
                title = pack.jurisdiction if place == pack.jurisdiction_code else Text(place, place)
                read = self._told.read(left, block, here)
                return block.put(f"SeatStep({read}, {constant(place)}, {constant(title)}, {truth()})")
            case ir.FallsWithin(left, window):
                first, last = self._program.window(window)
                unknown = self._told.point("application.submitted_on")
                read = self._told.read(left, block, here)
                return block.put(
                    f"WindowStep({read}, {constant(str(window))}, {first}, {last}, "
                    f"{unknown} if {first} is None else (), {truth()})"
                )
            case ir.DoneBy(left, names):
                known = [self._program.pack.authority_by_id[name] for name in names]
                allowed_names = tuple(name for who in known for name in (who.title.zh, *who.also))
                return self._chosen.choice(left, allowed_names, truth, block, here)
            case ir.NamedLike(left, template):
                read = self._told.read(left, block, here)
                return block.put(f"NameStep({read}, {constant(template)}, {truth()})")
            case _:
                assert_never(node)

    # --- findings, periods, lists --------------------------------------------------------------------------------

    def finding(self, name: str, mask: str, block: Block, here: Here | None) -> str:
        """The name of the step of a finding: as it was answered, or needed."""
        pack, constant = self._program.pack, self._writer.constant
        finding = pack.finding_by_id[name]
        deciders = tuple(pack.authority_by_id[who].title for who in finding.decided_by)
        if finding.recorded_in is not None:
            return block.put(f"recorded_step({constant(name)})")
        if here is None:
            self.asked.add(name)
            needed = open_for([OpenPoint(PointKind.FINDING, name)])
            step = steps.FindingStep(name, "", finding.ask, deciders, FindingNote.NEEDED, needed)
            return block.put(f"told.get({constant(name)}, {constant(step)})")
        about = self._told.member(here, block)
        key = f"({constant(name)}, {constant(here.listed)}, {here.index})"
        self.asked.add(name)
        rest = (
            f"{constant(finding.ask)}, {constant(deciders)}, {constant(FindingNote.NEEDED)}, {self.truth(mask, block)}"
        )
        return block.put(f"told.get({key}) or FindingStep({constant(name)}, {about}, {rest})")

    def _elapsed(self, node: ir.Compare, elapsed: ir.Elapsed, mask: str, block: Block, here: Here | None) -> str:
        constant = self._writer.constant
        start, _ = self._program.day(elapsed.start, block, here)
        first, last = (self._told.day(ref, block, here) for ref in (elapsed.start, elapsed.end))
        if node.bound.kind is Kind.WORKDAYS:
            if self._moved:
                raise UntoldError
            block.line(f"if {start} is not None and {start} is not NONE: reads_calendar = True")
        count = int(node.bound.amount)
        due = block.put(f"due({start}, {count}, {constant(node.bound.kind)}, {elapsed.counts_first_day})")
        rest = ", ".join(map(constant, (node.op, count, node.bound.kind, bound_text(node), node.printed)))
        return block.put(
            f"ElapsedStep({first}, {last}, {rest}, {due}, {elapsed.counts_first_day}, {self.truth(mask, block)})"
        )

    def _every(self, node: ir.Every, mask: str, block: Block) -> str:
        title, path = self._program.pack.catalogue[node.list].title, node.list
        value = self._program.reads.fact(path)
        points = (missing(path),)
        unknown = self._writer.constant(steps.EveryStep(path, title, State.MISSING, points, (), open_for(points)))
        none = self._writer.constant(steps.EveryStep(path, title, State.NONE, (), (), TRUE))
        given = ", ".join(map(self._writer.constant, (path, title, State.GIVEN)))
        members = self.members[node]
        return block.put(
            f"{unknown} if {value} is None else {none} if {value} is NONE else "
            f"EveryStep({given}, (), tuple({members}), {self.truth(mask, block)})"
        )
