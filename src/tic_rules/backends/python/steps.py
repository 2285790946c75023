"""The steps of conditions as Python: each becomes a name that holds the step, beside the name that holds its truth.

What is true is worked out by ``conditions`` and ``measures`` alone; here it is only told. Wherever a fact is missing,
or none, or has one of a few known values, the whole step is known beforehand and the code only chooses it.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import assert_never

from tic_rules.backends.python.conditions import Conditions
from tic_rules.backends.python.makers import maker
from tic_rules.backends.python.measured import Measured
from tic_rules.backends.python.place import Here, ManyNode, Program
from tic_rules.backends.python.points import FAILS, HOLDS
from tic_rules.backends.python.told import Told
from tic_rules.backends.python.writer import Block
from tic_rules.engine.case import missing
from tic_rules.engine.comparing import holds
from tic_rules.engine.evaluate import bound_text
from tic_rules.facts import words, written_form
from tic_rules.facts.fields import NONE
from tic_rules.ir import conditions as ir
from tic_rules.ir import steps
from tic_rules.ir.catalogue import FactKind, Text
from tic_rules.ir.steps import FindingNote, Read, State
from tic_rules.quantity import Kind
from tic_rules.truth import FALSE, TRUE, OpenPoint, PointKind, Truth, open_for, settled

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


_MOST_MEMBERS = 256
"""Of so many members of a list what is made once is kept."""


class OfMembers(dict[tuple[int, object], object]):
    """The steps of a condition on a field that has few values, by the number of the member and the value."""

    def __init__(self, listed: str, field: str, step: Callable[[str, object], object]) -> None:
        super().__init__()
        self._listed = listed
        self._field = field
        self._step = step

    def __missing__(self, key: tuple[int, object]) -> object:
        index, value = key
        made = self._step(f"{self._listed}[{index}]{self._field}", value)
        if index < _MOST_MEMBERS:
            self[key] = made
        return made


class Steps:
    """Writes the steps of one program."""

    def __init__(self, program: Program, conditions: Conditions) -> None:
        self._program = program
        self._writer = program.writer
        self._conditions = conditions
        self._told = Told(program)
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
        if here is not None and not self._program.turns_on_member(node):
            block, here = here.outside, None
        key = ("step", node)
        known = block.made.get(key)
        if known is None:
            known = block.made[key] = self._written(node, block, here)
        return str(known)

    def all_of(self, made: list[str], mask: str, block: Block, of: str = "AllStep") -> str:
        """The name of the step of several; ``of``: whether of all of them or of any."""
        return block.put(f"{of}(({', '.join(made)}{',' if made else ''}), {self.truth(mask, block)})")

    def _written(self, node: ir.Condition, block: Block, here: Here | None) -> str:
        constant = self._writer.constant
        mask = self._conditions.truth(node, block, here)
        match node:
            case ir.All(items) | ir.AnyOf(items):
                made = [self.step(item, block, here) for item in items]
                return self.all_of(made, mask, block, "AllStep" if isinstance(node, ir.All) else "AnyStep")
            case ir.Not(item):
                return block.put(f"NotStep({self.step(item, block, here)}, {self.truth(mask, block)})")
            case ir.FindingHolds(name):
                return self.finding(name, mask, block, here)
            case ir.TermHolds(name):
                term = self._program.pack.term_by_id[name]
                inner = self.step(term.condition or ir.All(()), block, here)
                return block.put(
                    f"TermStep({constant(name)}, {constant(term.title)}, {inner}, {self.truth(mask, block)})"
                )
            case ir.Has(path):
                return self._has(path, mask, block)
            case ir.Every():
                return self._every(node, mask, block)
            case ir.Compare(left=ir.Elapsed() as elapsed):
                return self._elapsed(node, elapsed, mask, block, here)
            case ir.Compare(left=ir.Proportion() as proportion):
                asked = "None"
                if proportion.asks is not None:
                    asking = ir.FindingHolds(proportion.asks)
                    asked = self.finding(proportion.asks, self._conditions.truth(asking, block, here), block, here)
                return self.measured.proportion(node, proportion, asked, self.truth(mask, block), block, here)
            case ir.Compare():
                return self.measured.compared(node, self.truth(mask, block), block, here)
            case ir.CompareLevel(left, _, op, level, printed):
                scale = self._told.spec(left, here).values
                bound = Fraction(scale.index(level))

                def level_step(read: Read, truth: Truth) -> steps.LevelStep:
                    return steps.LevelStep(read, scale, op, level, printed, truth)

                rest = ", ".join(map(constant, (scale, op, level, printed)))
                allowed = frozenset(word for rank, word in enumerate(scale) if holds(op, Fraction(rank), bound, None))
                return self._read(
                    left, level_step, allowed.__contains__, f"LevelStep({{}}, {rest}, {{}})", mask, block, here
                )
            case ir.CompareDay(left, op, right):
                first, second = (self._told.day(ref, block, here) for ref in (left, right))
                return block.put(f"DayStep({first}, {constant(op)}, {second}, {self.truth(mask, block)})")
            case ir.IsOneOf(left, values):
                return self._choice(left, tuple(written_form(value) for value in values), mask, block, here)
            case ir.LiesIn(left, place):
                pack = self._program.pack
                title = pack.jurisdiction if place == pack.jurisdiction_code else Text(place, place)
                read = self._told.read(left, block, here)
                return block.put(f"SeatStep({read}, {constant(place)}, {constant(title)}, {self.truth(mask, block)})")
            case ir.FallsWithin(left, window):
                first, last = self._program.window(window)
                unknown = self._told.point("application.submitted_on")
                read = self._told.read(left, block, here)
                return block.put(
                    f"WindowStep({read}, {constant(str(window))}, {first}, {last}, "
                    f"{unknown} if {first} is None else (), {self.truth(mask, block)})"
                )
            case ir.DoneBy(left, names):
                known = [self._program.pack.authority_by_id[name] for name in names]
                allowed_names = tuple(name for who in known for name in (who.title.zh, *who.also))
                return self._choice(left, allowed_names, mask, block, here)
            case ir.NamedLike(left, template):
                read = self._told.read(left, block, here)
                return block.put(f"NameStep({read}, {constant(template)}, {self.truth(mask, block)})")
            case _:
                assert_never(node)

    # --- one fact ------------------------------------------------------------------------------------------------

    def _read(
        self,
        left: ir.Ref,
        make: Callable[[Read, Truth], object],
        holds_of: Callable[[object], bool],
        written: str,
        mask: str,
        block: Block,
        here: Here | None,
    ) -> str:
        """The step of a condition on one fact: known beforehand where the fact has few values."""
        closed = self._told.values(left, here)
        if closed is None:
            return block.put(written.format(self._told.read(left, block, here), self.truth(mask, block)))
        title = self._told.spec(left, here).title

        def step(at: str, value: object) -> object:
            if value is None:
                return make(self._told.known(at, State.MISSING, title), open_for([missing(at)]))
            if value == NONE:
                return make(self._told.known(at, State.NONE, title), FALSE)
            return make(self._told.known(at, State.GIVEN, title, value), settled(holds_of(value)))

        value, _ = self._program.see(left, block, here)
        if here is not None and isinstance(left, ir.Its):
            kept = OfMembers(here.listed, f".{left.field}", step)
            return block.put(f"{self._writer.constant(kept)}[{here.index}, {value}]")
        at = left.path if isinstance(left, ir.Fact) else ""
        known = {value: step(at, value) for value in (None, NONE, *closed)}
        return block.put(f"{self._writer.constant(known)}[{value}]")

    def _choice(self, left: ir.Ref, allowed: tuple[str, ...], mask: str, block: Block, here: Here | None) -> str:
        wanted = frozenset(words.canonical(value) for value in allowed)

        def choice_step(read: Read, truth: Truth) -> steps.ChoiceStep:
            return steps.ChoiceStep(read, allowed, truth)

        written = f"ChoiceStep({{}}, {self._writer.constant(allowed)}, {{}})"
        return self._read(
            left,
            choice_step,
            lambda value: words.canonical(written_form(value)) in wanted,
            written,
            mask,
            block,
            here,
        )

    def _has(self, path: str, mask: str, block: Block) -> str:
        spec, ref = self._program.pack.catalogue[path], ir.Fact(path)
        if spec.kind not in {FactKind.THING, FactKind.LIST, FactKind.YEARLY}:
            return block.put(f"HasStep({self._told.read(ref, block, None)}, {self.truth(mask, block)})")
        value, _ = self._program.see(ref, block, None)
        known = [
            self._writer.constant(steps.HasStep(Read(path, state, spec.title, ""), truth))
            for state, truth in ((State.MISSING, open_for([missing(path)])), (State.NONE, FALSE), (State.GIVEN, TRUE))
        ]
        return block.put(f"{known[0]} if {value} is None else {known[1]} if {value} is NONE else {known[2]}")

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
