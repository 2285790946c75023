"""What a norm is about: the part of the dossier that it reads, by which norms of several cities stand side by side."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from tic_rules.ir import conditions as ir
from tic_rules.ir.catalogue import Catalogue, FactKind, Text
from tic_rules.ir.norms import Norm
from tic_rules.ir.pack import Pack
from tic_rules.ir.walk import Node, nodes

JUDGED: Final = "findings"
"""The matter of norms that people answer, where no fact is read."""
JUDGED_TITLE: Final = Text("由人认定的事项", "Matters that people judge")


def matter_of(norm: Norm, pack: Pack) -> str:
    """The path of what a norm is about: the first fact common to all cities that it reads, else one of the pack's own.

    A list, a yearly series or a thing that may not exist (an agreement, a director, a step of the procedure) is one
    matter with all its fields. A norm that reads no fact is about what people judge.
    """
    own = ""
    for path in _read(norm.require, pack, set()):
        if not path.startswith(f"{pack.id}."):
            return _whole(path, pack.catalogue)
        own = own or path
    return own or JUDGED


def title_of(matter: str, pack: Pack) -> Text:
    """What a matter is called."""
    return JUDGED_TITLE if matter == JUDGED else pack.catalogue[matter].title


def _read(node: Node, pack: Pack, through: set[str]) -> Iterator[str]:
    """The paths that a node reads, terms included; of lists the list."""
    for part in nodes(node):
        match part:
            case ir.Fact(path) | ir.Has(path):
                yield path
            case ir.Count() | ir.ListSum() | ir.Every():
                yield part.list
            case ir.YearSum():
                yield part.series
            case ir.TermRef(name) | ir.TermHolds(name) if name not in through:
                through.add(name)
                for body in pack.term_by_id[name].body:
                    yield from _read(body, pack, through)
            case _:
                pass


def _whole(path: str, catalogue: Catalogue) -> str:
    """The thing that a field belongs to, where that thing as a whole may not exist; else the field itself."""
    parts = path.split(".")
    for end in range(1, len(parts)):
        above = ".".join(parts[:end])
        spec = catalogue.get(above)
        if spec is not None and spec.kind is FactKind.THING and spec.may_be_none:
            return above
    return path
