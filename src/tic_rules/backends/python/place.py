"""One program in the making: what it reads, knows and has yet to say, shared by all who write parts of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import assert_never

from tic_rules.backends.python.amounts import steps_in_one
from tic_rules.backends.python.points import Bits
from tic_rules.backends.python.reads import Reads
from tic_rules.backends.python.writer import Block, Writer
from tic_rules.engine.view import SUBMITTED
from tic_rules.facts import words
from tic_rules.ir import conditions as ir
from tic_rules.ir.catalogue import FactSpec
from tic_rules.ir.pack import Pack
from tic_rules.ir.walk import Node, children
from tic_rules.quantity import Kind

ManyNode = ir.Count | ir.ListSum | ir.Every
"""What is worked out in one walk over a list."""


@dataclass(frozen=True, slots=True)
class Here:
    """Inside a walk over a list: the names of the member and of its number."""

    listed: str
    member: str
    index: str
    outside: Block
    """Where what does not turn on the member is worked out: before the walk."""


@dataclass
class Program:
    """What the parts of a program share."""

    pack: Pack
    writer: Writer = field(default_factory=Writer)
    bits: Bits = field(default_factory=Bits)
    of_list: Callable[[ManyNode], tuple[str, ...]] = field(init=False)
    """The names that hold what a walk over a list has come to: one for a truth, three for a measure; walked first."""

    def __post_init__(self) -> None:
        self.reads = Reads(self.pack, self.writer)
        self._turning: dict[Node, bool] = {}
        self._windows: dict[ir.Window, tuple[str, str]] = {}

    # --- what is read --------------------------------------------------------------------------------------------

    def spec(self, ref: ir.Ref, here: Here | None) -> FactSpec:
        """The catalogue's row of a reference."""
        listed = "" if here is None else here.listed
        return self.pack.catalogue[f"{listed}[].{ref.field}" if isinstance(ref, ir.Its) else ref.path]

    def see(self, ref: ir.Ref, block: Block, here: Here | None) -> tuple[str, str]:
        """The name that holds what a reference stands for, and its bit where it is missing."""
        if isinstance(ref, ir.Fact):
            return self.reads.fact(ref.path), str(self.bits.fact(ref.path))
        if here is None:
            raise LookupError(f"no member to read {ref.field} of")
        name = block.made.get(ref)
        if name is None:
            name = block.made[ref] = block.put(f"{here.member}.{self.writer.field(ref.field)}")
            if self.spec(ref, here).may_be_none:
                block.line(f"if {name}.__class__ is str and {name} == NONE: {name} = NONE")
        listed, field_name = self.writer.constant(here.listed), self.writer.constant(ref.field)
        return str(name), f"unknown.field({listed}, {here.index}, {field_name})"

    def counted(self, value: str, ref: ir.Ref, block: Block, here: Here | None, depth: int) -> str:
        """The name that holds a quantity that is given, in the smallest steps of its kind; written at a depth."""
        counted, parts = self.writer.fresh(), self.writer.fresh()
        block.line(f"{counted}, {parts} = {value}.amount.as_integer_ratio()", depth)
        steps = steps_in_one(self.spec(ref, here).unit or Kind.ITEMS)
        if steps != 1:
            block.line(f"{counted} *= {steps} // {parts}", depth)
        return counted

    def day(self, ref: ir.DayRef, block: Block, here: Here | None) -> tuple[str, str | None]:
        """The name that holds a day, and its bit where it can be missing."""
        match ref:
            case ir.NamedDay.TODAY:
                return "as_of", None
            case ir.NamedDay.APPLICATION:
                self.reads.fact(SUBMITTED)
                return "applied", str(self.bits.fact(SUBMITTED))
            case date():
                return self.writer.constant(ref), None
            case ir.Fact() | ir.Its():
                return self.see(ref, block, here)
            case _:
                assert_never(ref)

    def window(self, window: ir.Window) -> tuple[str, str]:
        """The names of the first and last day of a window; the first is None while the application day is missing."""
        if window not in self._windows:
            self._windows[window] = (self.writer.fresh(), self.writer.fresh())
        return self._windows[window]

    def windows(self) -> list[str]:
        """The lines that set the windows."""
        return [
            f"{first}, {last} = window({self.writer.constant(window)}, applied)"
            for window, (first, last) in self._windows.items()
        ]

    # --- findings ------------------------------------------------------------------------------------------------

    def finding(self, name: str, block: Block, here: Here | None) -> str:
        """The name that holds the answer to a finding."""
        key = self.writer.constant(name)
        if self.pack.finding_by_id[name].recorded_in is not None:
            return block.put(self.recorded(name))
        if here is None:
            return block.put(f"answers.get({key}, {self.bits.finding(name)})")
        listed = self.writer.constant(here.listed)
        answer = block.put(f"answers.get(({key}, {listed}, {here.index}))")
        return block.put(f"unknown.asked({key}, {listed}, {here.index}) if {answer} is None else {answer}")

    def recorded(self, name: str) -> str:
        """What works out the answer to a finding that an act of the procedure records."""
        act = self.pack.finding_by_id[name].recorded_in
        paths = [f"{act}", *(f"{act}.{part}" for part in ("outcome", "by", "day"))]
        facts = ", ".join(self.reads.fact(path) for path in paths)
        bits = ", ".join(str(self.bits.fact(path)) for path in paths)
        names, key = self.writer.constant(decider_names(self.pack, name)), self.writer.constant(name)
        return f"recorded(({facts}), ({bits}), {names}, {self.bits.finding(name)}, answers.get({key}), days.get({key}))"

    # --- what turns on the member of a list ----------------------------------------------------------------------

    def turns_on_member(self, node: Node) -> bool:
        """Whether a node reads the member, or asks a person of it."""
        known = self._turning.get(node)
        if known is None:
            known = self._turning[node] = self._turns(node)
        return known

    def _turns(self, node: Node) -> bool:
        match node:
            case ir.Its() | ir.FindingHolds():
                return True
            case ir.Count() | ir.ListSum() | ir.Every() | ir.YearSum():
                return False
            case ir.TermHolds(name) | ir.TermRef(name):
                return any(map(self.turns_on_member, self.pack.term_by_id[name].body))
            case ir.Proportion(asks=str()):
                return True
            case _:
                return any(map(self.turns_on_member, children(node)))


def decider_names(pack: Pack, finding: str) -> frozenset[str]:
    """The names of those who may decide a finding, as they are compared."""
    authorities = (pack.authority_by_id[who] for who in pack.finding_by_id[finding].decided_by)
    return frozenset(words.canonical(name) for who in authorities for name in who.names)
