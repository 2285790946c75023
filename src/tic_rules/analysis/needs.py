"""What a pack reads: the facts that its norms look at, and the findings that they ask for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from tic_rules.ir import conditions as ir
from tic_rules.ir.catalogue import FactKind, FactSpec
from tic_rules.ir.norms import Finding, Norm, Question
from tic_rules.ir.pack import Pack
from tic_rules.ir.walk import Node, children, findings_asked

ALWAYS: Final = ("stated_on", "application.city", "application.track", "application.submitted_on", "lead.name")
"""What every application says, whatever is read of it: who applies where, on which day, and up to when it is told."""

_ACT: Final = ("outcome", "by", "day")


@dataclass(frozen=True, slots=True)
class Needs:
    """The facts and findings that some norms of a pack look at."""

    pack: Pack
    facts: frozenset[str]
    """Paths of the catalogue; of a thing or list that is read the things above it are not among them."""
    findings: tuple[Finding, ...]


def needs_of(pack: Pack, question: Question | None = None, track: str | None = None) -> Needs:
    """What the norms of a question (all, if left out) in a track (any, if left out) read, with what may excuse them.

    The other readings of a norm count too, since every determination evaluates them.
    """
    norms = [norm for norm in pack.norms if question in {None, norm.question} and _is_in(norm, track)]
    names = {norm.id for norm in norms}
    nodes: list[Node] = [way.applies for way in pack.tracks if track in {None, way.id}] if norms else []
    for norm in norms:
        nodes += _conditions(norm)
    relaxations = [one for one in pack.relaxations if names.intersection(one.covers)]
    nodes += [one.ground for one in relaxations]
    asked = {name for node in nodes for name, _ in _asked(node, pack)}
    asked |= {norm.departure for norm in norms}
    asked |= {one.acceptance(name) for one in relaxations for name in names.intersection(one.covers)}
    findings = tuple(finding for finding in pack.findings if finding.id in asked)
    facts = {path for node in nodes for path in _paths(node, pack, None) if path in pack.catalogue}
    for finding in findings:
        if finding.recorded_in is not None:
            facts |= {finding.recorded_in, *(f"{finding.recorded_in}.{name}" for name in _ACT)}
    facts |= {f"{path}.name" for path in facts & set(pack.catalogue) if pack.catalogue[path].may_be_none}
    facts &= set(pack.catalogue)
    facts |= {_day_of(pack.catalogue[path]) for path in facts}
    facts &= set(pack.catalogue)
    facts |= {key.path for path in facts if (key := key_field(pack, path)) is not None}
    return Needs(pack, frozenset(facts.union(ALWAYS) & set(pack.catalogue)), findings)


def key_field(pack: Pack, path: str) -> FactSpec | None:
    """By which field the members of a list are told apart: name, else about, else their first; None for no list."""
    spec = pack.catalogue[path]
    if spec.kind is not FactKind.LIST:
        return None
    fields = [spec for name, spec in pack.catalogue.items() if name.startswith(f"{path}[].")]
    by_name = {spec.path.rpartition(".")[2]: spec for spec in fields}
    return by_name.get("name") or by_name.get("about") or fields[0]


def lists_behind(pack: Pack, total: str) -> tuple[str, ...]:
    """The lists of which a stated fact is the total."""
    found = {
        node.list: None
        for node in _everything(pack)
        if isinstance(node, (ir.Count, ir.ListSum)) and node.stated_as == total
    }
    return tuple(found)


def totals_of(pack: Pack, series: str, norms: Iterable[str]) -> tuple[str, ...]:
    """The facts that may state the total of a yearly series, as these norms read it."""
    read = [node for name in norms for part in _conditions(pack.norm_by_id[name]) for node in _below(part, pack)]
    found = {node.stated_as: None for node in read if isinstance(node, ir.YearSum) and node.series == series}
    return tuple(total for total in found if total is not None)


def _is_in(norm: Norm, track: str | None) -> bool:
    return track is None or not norm.tracks or track in norm.tracks


def _conditions(norm: Norm) -> list[Node]:
    parts = [norm.require, norm.when]
    for reading in norm.readings:
        parts += [reading.other_require, reading.other_when]
    return [part for part in parts if part is not None]


def _everything(pack: Pack) -> Iterator[Node]:
    for condition in pack.conditions:
        yield from _below(condition, pack)


def _below(node: Node, pack: Pack) -> Iterator[Node]:
    """The node and all below it, terms included; a term cannot stand within itself."""
    yield node
    for child in _parts(node, pack):
        yield from _below(child, pack)


def _parts(node: Node, pack: Pack) -> tuple[Node, ...]:
    if isinstance(node, (ir.TermRef, ir.TermHolds)):
        return tuple(pack.term_by_id[node.id].body)
    return children(node)


def _asked(node: Node, pack: Pack) -> Iterator[tuple[str, str | None]]:
    for part in _below(node, pack):
        yield from findings_asked(part)


def _paths(node: Node, pack: Pack, listed: str | None) -> Iterator[str]:
    match node:
        case ir.Fact(path) | ir.Has(path):
            yield path
        case ir.Its(field):
            yield f"{listed}[].{field}"
        case ir.YearSum():
            yield node.series
            if node.stated_as is not None:
                yield node.stated_as
            yield f"{node.series.rpartition('.')[0]}.registered_on"
        case ir.Count() | ir.ListSum():
            listed = node.list
            yield listed
            if node.stated_as is not None:
                yield node.stated_as
        case ir.Every():
            listed = node.list
            yield listed
        case _:
            pass
    for child in _parts(node, pack):
        yield from _paths(child, pack, listed)


def _day_of(spec: FactSpec) -> str:
    """Where it stands on which day an event or act happened; what lies after the as-of day is left out by it."""
    joint = "[]." if spec.kind is FactKind.LIST else "."
    return f"{spec.path}{joint}{spec.dated}" if spec.dated is not None else ""
