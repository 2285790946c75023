"""What a trace tells of facts: how each was read, as an expression of generated code or as a thing known beforehand."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, assert_never

from tic_rules.backends.python.makers import maker
from tic_rules.backends.python.place import Here, Program
from tic_rules.backends.python.writer import Block
from tic_rules.engine.case import APPLICATION, TODAY, missing
from tic_rules.engine.view import SUBMITTED
from tic_rules.facts import written_form
from tic_rules.facts.fields import NONE
from tic_rules.ir import conditions as ir
from tic_rules.ir.catalogue import FactKind, FactSpec, Text
from tic_rules.ir.steps import Read, State
from tic_rules.quantity import Kind, Quantity, text_of
from tic_rules.quantity.units import BASE

_SIGNS = {kind: BASE[kind].symbol for kind in Kind}


def quantity_text(quantity: Quantity) -> str:
    """The canonical text of a quantity."""
    kind = quantity.unit.kind
    amount, parts = quantity.amount.as_integer_ratio()
    if kind is not Kind.SHARE and parts == 1:
        return f"{amount}{_SIGNS[kind]}"
    return text_of(quantity)


class Told:
    """Writes how facts were read, for one program."""

    def __init__(self, program: Program) -> None:
        self._program = program
        self._writer = program.writer
        program.writer.table |= {"Read": maker(Read), "GIVEN": State.GIVEN, "quantity_text": quantity_text}
        self._missing = program.writer.constant(State.MISSING)
        self._none = program.writer.constant(State.NONE)
        self._tables: dict[object, str] = {}

    def spec(self, ref: ir.Ref, here: Here | None) -> FactSpec:
        """The catalogue's row of a reference."""
        return self._program.spec(ref, here)

    def values(self, ref: ir.Ref, here: Here | None) -> tuple[str | bool, ...] | None:
        """All values that a fact can have, where they are few and known."""
        spec = self.spec(ref, here)
        match spec.kind:
            case FactKind.FLAG:
                return True, False
            case FactKind.CHOICE | FactKind.LEVEL:
                return spec.values
            case _:
                return None

    def text(self, value: str, ref: ir.Ref, here: Here | None) -> str:
        """The expression of a given value in canonical text."""
        match self.spec(ref, here).kind:
            case FactKind.FLAG:
                return f"('true' if {value} else 'false')"
            case FactKind.CHOICE | FactKind.LEVEL | FactKind.TEXT | FactKind.SEAT:
                return value
            case FactKind.DAY:
                return f"{value}.isoformat()"
            case FactKind.QUANTITY:
                return f"quantity_text({value})"
            case FactKind.SHARE:
                return f"{value}[0]"
            case _:
                return f"written_form({value})"

    def path(self, ref: ir.Ref, here: Here | None, block: Block) -> str:
        """The name of where a reference stands."""
        if isinstance(ref, ir.Fact):
            return self._writer.constant(ref.path)
        if here is None:
            raise LookupError(f"no member to read {ref.field} of")
        field = self._writer.constant(f".{ref.field}")
        return block.put(f"{self.member(here, block)} + {field}")

    def member(self, here: Here, block: Block) -> str:
        """The name of where the member stands."""
        return block.put(f"f'{{{self._writer.constant(here.listed)}}}[{{{here.index}}}]'")

    def known(self, path: str, state: State, title: Text, value: object = "") -> Read:
        """A fact as it was read, known beforehand."""
        return Read(path, state, title, written_form(value) if state is State.GIVEN else "")

    def read(self, ref: ir.Ref, block: Block, here: Here | None) -> str:
        """The name of how a fact was read."""
        value, _ = self._program.see(ref, block, here)
        title = self.spec(ref, here).title
        if isinstance(ref, ir.Fact):
            at = ref.path
            known: dict[object, Read] = {
                None: self.known(at, State.MISSING, title),
                NONE: self.known(at, State.NONE, title),
            }
            closed = self.values(ref, here)
            if closed is not None:
                known |= {item: self.known(at, State.GIVEN, title, item) for item in closed}
                return block.put(f"{self.table(('read', at), known)}[{value}]")
            missing_, none = (self._writer.constant(known[state]) for state in (None, NONE))
        else:
            path = self.path(ref, here, block)
            missing_, none = (
                f"Read({path}, {state}, {self._writer.constant(title)}, '')" for state in (self._missing, self._none)
            )
        return block.put(
            f"{missing_} if {value} is None else {none} if {value} is NONE else {self.given(ref, block, here)}"
        )

    def given(self, ref: ir.Ref, block: Block, here: Here | None) -> str:
        """The expression of a fact that is given."""
        value, _ = self._program.see(ref, block, here)
        title = self._writer.constant(self.spec(ref, here).title)
        return f"Read({self.path(ref, here, block)}, GIVEN, {title}, {self.text(value, ref, here)})"

    def table(self, key: object, known: Mapping[Any, object]) -> str:
        """The name of a table of things known beforehand, by value."""
        name = self._tables.get(key)
        if name is None:
            name = self._tables[key] = self._writer.constant(known)
        return name

    def day(self, ref: ir.DayRef, block: Block, here: Here | None) -> str:
        """The name of how a day was read."""
        match ref:
            case ir.NamedDay.TODAY:
                return block.put(f"Read('today', GIVEN, {self._writer.constant(TODAY)}, as_of.isoformat())")
            case ir.NamedDay.APPLICATION:
                path, title = self._writer.constant(SUBMITTED), self._writer.constant(APPLICATION)
                unknown = self._writer.constant(self.known(SUBMITTED, State.MISSING, APPLICATION))
                return block.put(f"{unknown} if applied is None else Read({path}, GIVEN, {title}, applied.isoformat())")
            case date():
                text = ref.isoformat()
                return self._writer.constant(Read("", State.GIVEN, Text(text, text), text))
            case ir.Fact() | ir.Its():
                return self.read(ref, block, here)
            case _:
                assert_never(ref)

    def point(self, path: str) -> str:
        """The name of the open points of one missing fact."""
        return self._writer.constant((missing(path),))
