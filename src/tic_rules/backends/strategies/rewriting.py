"""A pack with one thing changed: a node put in the place of another, a norm in the place of another, or none."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar, get_args

from tic_rules.errors import Place, Problem, UsageError
from tic_rules.ir import conditions as ir
from tic_rules.ir.catalogue import Text
from tic_rules.ir.norms import Became, Finding, Norm, Provision, Reading, Relaxation, Strength
from tic_rules.ir.pack import Pack
from tic_rules.ir.walk import Node, outside_lists
from tic_rules.quantity import QuantityError, parse_quantity

T = TypeVar("T")
_NODES = tuple(part for union in get_args(Node) for part in (get_args(union) or (union,)))


def with_node(pack: Pack, old: Node, new: Node, *, everywhere: bool, what: str) -> Pack:
    """The pack with a node in the place of another: of that one alone, or wherever its like is written."""

    def there(node: Any) -> bool:
        return node == old if everywhere else node is old

    def put(part: T) -> T:
        made: T = _replaced(part, there, new)
        return made

    def other(reading: Reading) -> Reading:
        return replace(reading, other_when=put(reading.other_when), other_require=put(reading.other_require))

    return _made(
        pack,
        what,
        norms=tuple(
            replace(norm, when=put(norm.when), require=put(norm.require), readings=tuple(map(other, norm.readings)))
            for norm in pack.norms
        ),
        terms=tuple(replace(term, measure=put(term.measure), condition=put(term.condition)) for term in pack.terms),
        relaxations=tuple(replace(one, ground=put(one.ground)) for one in pack.relaxations),
        tracks=tuple(replace(track, applies=put(track.applies)) for track in pack.tracks),
    )


def _replaced(part: Any, there: Callable[[Any], bool], new: Node) -> Any:
    if isinstance(part, tuple):
        made = tuple(_replaced(item, there, new) for item in part)
        return part if all(a is b for a, b in zip(made, part, strict=True)) else made
    if not isinstance(part, _NODES) or not is_dataclass(part) or isinstance(part, type):
        return part
    if there(part):
        return new
    held = {field.name: getattr(part, field.name) for field in fields(part)}
    changed = {name: _replaced(value, there, new) for name, value in held.items()}
    differing = {name: value for name, value in changed.items() if value is not held[name]}
    return replace(part, **differing) if differing else part


def without_norm(pack: Pack, norm: Norm, *, what: str) -> Pack:
    """The pack without a norm; its findings stay, so that a dossier which answers them is taken as before."""
    return _made(
        pack,
        what,
        norms=tuple(one for one in pack.norms if one is not norm),
        relaxations=tuple(_covering(pack, norm.id)),
        provisions=tuple(_accounting(provision, norm.id) for provision in pack.provisions),
    )


def with_strength(pack: Pack, norm: Norm, strength: Strength, *, what: str) -> Pack:
    """The pack with a norm of another strength; from what is in principle its authority may depart."""
    in_principle = strength is Strength.IN_PRINCIPLE
    departs_by = (pack.authority,) if in_principle else ()
    readings = tuple(
        replace(reading, other_strength=None if reading.other_strength is strength else reading.other_strength)
        for reading in norm.readings
    )
    changed = replace(norm, strength=strength, departs_by=departs_by, readings=readings)
    ask = Text(f"是否准予突破：{norm.title.zh}", f"Does the authority depart from the rule: {norm.title.en}?")
    findings = pack.findings
    if in_principle and norm.departure not in pack.finding_by_id:
        findings = (*findings, Finding(norm.departure, ask, departs_by, place=norm.place))
    relaxations = pack.relaxations if strength is not Strength.PREFERENCE else tuple(_covering(pack, norm.id))
    norms = tuple(changed if one is norm else one for one in pack.norms)
    return _made(pack, what, norms=norms, findings=findings, relaxations=relaxations)


def _covering(pack: Pack, gone: str) -> list[Relaxation]:
    """The relaxations without a norm that they covered; none that covers nothing."""
    kept = [replace(one, covers=tuple(name for name in one.covers if name != gone)) for one in pack.relaxations]
    return [one for one in kept if one.covers]


def _accounting(provision: Provision, gone: str) -> Provision:
    """The provision without a norm that was drawn from it."""
    if gone not in provision.norms:
        return provision
    norms = tuple(name for name in provision.norms if name != gone)
    if norms:
        return replace(provision, norms=norms)
    return replace(provision, norms=(), became=Became.PEOPLE, why=Text("本次修改删去", "Dropped by an edit"))


def _made(pack: Pack, what: str, **parts: Any) -> Pack:
    digest = hashlib.sha256(f"{pack.digest}\n{what}".encode()).hexdigest()
    return replace(pack, digest=f"sha256:{digest}", **parts)


def with_bound(pack: Pack, norm: Norm, bound: str) -> Pack:
    """The pack with another bound in the one threshold of a norm. Raises UsageError."""
    held = [node for node in outside_lists(norm.require) if isinstance(node, ir.Compare) and node.upper is None]
    if len(held) != 1:
        raise UsageError([Problem.of("E046", name=norm.id, number=len(held))])
    old = held[0]
    try:
        quantity = parse_quantity(bound, kinds=(old.bound.kind,))
    except QuantityError as error:
        raise UsageError([Problem.of(error.problem_code, Place(), **dict(error.values))]) from None
    return with_node(pack, old, replace(old, bound=quantity), everywhere=False, what=f"{norm.id}: {bound}")
