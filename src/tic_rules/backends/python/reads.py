"""Reading the facts of a dossier into names, once each, at the head of a program."""

from __future__ import annotations

from dataclasses import dataclass, field

from tic_rules.backends.python.writer import Block, Writer
from tic_rules.engine.view import SUBMITTED
from tic_rules.ir.catalogue import FactKind
from tic_rules.ir.pack import Pack


@dataclass
class _Node:
    """A part of the dossier, with the parts below it that are read."""

    name: str = ""
    below: dict[str, _Node] = field(default_factory=dict)


class Reads:
    """The facts that a program reads. A name holds None where the fact is missing, and NONE where it is none."""

    def __init__(self, pack: Pack, writer: Writer) -> None:
        self._pack = pack
        self._writer = writer
        self._root = _Node("d")
        self._local: dict[str, str] = {}

    def fact(self, path: str) -> str:
        """The name that holds a fact."""
        if path.startswith(f"{self._pack.id}."):
            return self._local.setdefault(path, self._writer.fresh())
        node = self._root
        for part in path.split("."):
            node = node.below.setdefault(self._writer.field(part), _Node())
            node.name = node.name or self._writer.fresh()
        return node.name

    def written(self) -> list[str]:
        """The lines that read all of them."""
        block = Block(self._writer)
        for path, name in self._local.items():
            block.line(f"{name} = local.get({self._writer.constant(path)})")
            self._none(block, path, name)
        self._below(block, self._root, "")
        return block.lines

    def _below(self, block: Block, node: _Node, path: str) -> None:
        names = {part: below.name for part, below in node.below.items()}
        depth = 0
        if path:
            every = " = ".join(names.values())
            block.line(f"if {node.name} is None: {every} = None")
            block.line(f"elif {node.name} is NONE: {every} = NONE")
            block.line("else:")
            depth = 1
        for part, name in names.items():
            block.line(f"{name} = {node.name}.{part}", depth)
        for part, below in node.below.items():
            at = f"{path}.{part}" if path else part
            self._none(block, at, below.name)
            self._later(block, at, below.name)
            if below.below:
                self._below(block, below, at)

    def _none(self, block: Block, path: str, name: str) -> None:
        """A fact that may be none is the one NONE where it is."""
        spec = self._pack.catalogue.get(path)
        if spec is None or spec.may_be_none:
            block.line(f"if {name}.__class__ is str and {name} == NONE: {name} = NONE")

    def _later(self, block: Block, path: str, name: str) -> None:
        """An act of a later day is not there yet, nor is a later submission."""
        spec = self._pack.catalogue.get(path)
        if path == SUBMITTED:
            block.line(f"if {name}.__class__ is date and {name} > as_of: {name} = NONE")
        elif spec is not None and spec.kind is FactKind.THING and spec.dated is not None:
            day, inner = self._writer.fresh(), self._writer.field(spec.dated)
            block.line(f"if {name} is not None and {name} is not NONE:")
            block.line(f"{day} = {name}.{inner}", 1)
            block.line(f"if {day}.__class__ is date and {day} > as_of: {name} = NONE", 1)
