"""The steps of conditions on one fact; known beforehand where it has few values, so that they are only chosen."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from tic_rules.backends.python.place import Here, Program
from tic_rules.backends.python.told import Told
from tic_rules.backends.python.writer import Block
from tic_rules.engine.case import missing
from tic_rules.engine.comparing import holds
from tic_rules.facts import words, written_form
from tic_rules.facts.fields import NONE
from tic_rules.ir import conditions as ir
from tic_rules.ir import steps
from tic_rules.ir.catalogue import FactKind
from tic_rules.ir.steps import Read, State
from tic_rules.truth import FALSE, TRUE, Truth, open_for, settled

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


class Chosen:
    """Writes the steps of conditions on one fact."""

    def __init__(self, program: Program, told: Told) -> None:
        self._program = program
        self._writer = program.writer
        self._told = told

    def read(
        self,
        left: ir.Ref,
        make: Callable[[Read, Truth], object],
        holds_of: Callable[[object], bool],
        written: str,
        truth: Callable[[], str],
        block: Block,
        here: Here | None,
    ) -> str:
        """The step of a condition on one fact: known beforehand where the fact has few values."""
        closed = self._told.values(left, here)
        if closed is None:
            return block.put(written.format(self._told.read(left, block, here), truth()))
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
            return block.put(f"{self._writer.thing(kept)}[{here.index}, {value}]")
        at = left.path if isinstance(left, ir.Fact) else ""
        known = {value: step(at, value) for value in (None, NONE, *closed)}
        return block.put(f"{self._writer.thing(known)}[{value}]")

    def choice(
        self, left: ir.Ref, allowed: tuple[str, ...], truth: Callable[[], str], block: Block, here: Here | None
    ) -> str:
        """The name of the step of a word, text or flag held against those allowed."""
        wanted = frozenset(words.canonical(value) for value in allowed)

        def choice_step(read: Read, truth: Truth) -> steps.ChoiceStep:
            return steps.ChoiceStep(read, allowed, truth)

        written = f"ChoiceStep({{}}, {self._writer.constant(allowed)}, {{}})"
        return self.read(
            left,
            choice_step,
            lambda value: words.canonical(written_form(value)) in wanted,
            written,
            truth,
            block,
            here,
        )

    def level(self, node: ir.CompareLevel, truth: Callable[[], str], block: Block, here: Here | None) -> str:
        """The name of the step of a level held against another."""
        scale = self._told.spec(node.left, here).values
        op, level, printed, bound = node.op, node.level, node.printed, Fraction(scale.index(node.level))

        def level_step(read: Read, truth: Truth) -> steps.LevelStep:
            return steps.LevelStep(read, scale, op, level, printed, truth)

        allowed = frozenset(word for rank, word in enumerate(scale) if holds(op, Fraction(rank), bound, None))
        rest = ", ".join(map(self._writer.constant, (scale, op, level, printed)))
        written = f"LevelStep({{}}, {rest}, {{}})"
        return self.read(node.left, level_step, allowed.__contains__, written, truth, block, here)

    def has(self, path: str, truth: Callable[[], str], block: Block) -> str:
        """The name of the step of whether a thing exists; of a part or a list only its existence is told."""
        spec, ref = self._program.pack.catalogue[path], ir.Fact(path)
        if spec.kind not in {FactKind.THING, FactKind.LIST, FactKind.YEARLY}:
            return block.put(f"HasStep({self._told.read(ref, block, None)}, {truth()})")
        value, _ = self._program.see(ref, block, None)
        known = [
            self._writer.constant(steps.HasStep(Read(path, state, spec.title, ""), of))
            for state, of in ((State.MISSING, open_for([missing(path)])), (State.NONE, FALSE), (State.GIVEN, TRUE))
        ]
        return block.put(f"{known[0]} if {value} is None else {known[1]} if {value} is NONE else {known[2]}")
