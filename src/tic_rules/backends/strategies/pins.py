"""Facts that a dossier is to hold in any case: exactly, at least, at most, one of, known not to exist, missing."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from tic_rules.backends.strategies.coherence import stated_totals
from tic_rules.backends.strategies.kinds import kind_of
from tic_rules.errors import Place, Problem, UsageError
from tic_rules.facts import read_value
from tic_rules.ir import conditions as ir
from tic_rules.ir.catalogue import FactKind
from tic_rules.ir.operators import BARE
from tic_rules.ir.pack import Pack
from tic_rules.ir.walk import nodes, outside_lists
from tic_rules.kind import Kind
from tic_rules.quantity import QuantityError, parse_quantity

Written = str | bool | date
"""A value as it would be written in a dossier: ``"120万元"``, ``"企业"``, ``true``, a day."""


class PinKind(StrEnum):
    """What a pin says of a fact."""

    AT_LEAST = "at least"
    AT_MOST = "at most"
    BETWEEN = "between"
    ONE_OF = "one of"
    NONE = "none"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Pin:
    """What a fact or measure is to be, whatever else a dossier says."""

    kind: PinKind
    values: tuple[Written, ...] = ()


def at_least(value: Written) -> Pin:
    """The value or more: a quantity with its unit, a level of its scale, or a day."""
    return Pin(PinKind.AT_LEAST, (value,))


def at_most(value: Written) -> Pin:
    """The value or less: a quantity with its unit, a level of its scale, or a day."""
    return Pin(PinKind.AT_MOST, (value,))


def between(least: Written, greatest: Written) -> Pin:
    """Both ends included."""
    return Pin(PinKind.BETWEEN, (least, greatest))


def exactly(value: Written) -> Pin:
    """This value and no other."""
    return Pin(PinKind.ONE_OF, (value,))


def one_of(*values: Written) -> Pin:
    """One of these values."""
    return Pin(PinKind.ONE_OF, values)


NONE = Pin(PinKind.NONE)
"""Known not to exist."""
MISSING = Pin(PinKind.MISSING)
"""Nobody told us."""


def wanted(pack: Pack, name: str, pin: Pin) -> ir.Condition | None:
    """The condition that a pin stands for; None for a fact that is to be missing.

    The name is a fact's path, a list's (its number of members), a yearly series' (its sum, over the years that the pack
    looks at), a term's id, a finding's, or a norm's (what its one threshold is held against). Raises UsageError for any
    other, and for a value that cannot be one of it.
    """
    if pin.kind is PinKind.MISSING:
        _known(pack, name, [path for path in pack.catalogue if "[]" not in path])
        return None
    if pin.kind is PinKind.NONE:
        _known(pack, name, [path for path, spec in pack.catalogue.items() if spec.may_be_none and "[]" not in path])
        return ir.Not(ir.Has(name))
    if name in pack.finding_by_id:
        return _flag(ir.FindingHolds(name), pin, name)
    if name in pack.term_by_id and pack.term_by_id[name].condition is not None:
        return _flag(ir.TermHolds(name), pin, name)
    measured = _measured(pack, name)
    if measured is not None:
        left, kinds = measured
        return _threshold(left, kinds, pin, name)
    return _fact(pack, name, pin)


def _flag(condition: ir.Condition, pin: Pin, name: str) -> ir.Condition:
    match pin:
        case Pin(PinKind.ONE_OF, (True,)):
            return condition
        case Pin(PinKind.ONE_OF, (False,)):
            return ir.Not(condition)
        case _:
            raise _refused(name, pin, "true、false", "true, false")


def _measured(pack: Pack, name: str) -> tuple[ir.Measure | ir.Proportion | ir.Elapsed, tuple[Kind, ...]] | None:
    """What a name is measured by, and the kinds of quantity that this may be."""
    spec = pack.catalogue.get(name)
    total = stated_totals(pack).get(name)
    if total is not None and spec is not None and spec.unit is not None:
        return total, (spec.unit,)
    if name in pack.term_by_id:
        return ir.TermRef(name), (kind_of(pack, ir.TermRef(name)),)
    if name in pack.norm_by_id:
        found = [node for node in outside_lists(pack.norm_by_id[name].require) if isinstance(node, ir.Compare)]
        return (found[0].left, (found[0].bound.kind,)) if len(found) == 1 else None
    if spec is None:
        return None
    match spec.kind:
        case FactKind.LIST:
            return ir.Count(name), (Kind.ITEMS, *([spec.unit] if spec.unit is not None else []))
        case FactKind.QUANTITY:
            return ir.Fact(name), (spec.unit or Kind.ITEMS,)
        case FactKind.SHARE:
            return ir.Fact(name), (Kind.SHARE,)
        case FactKind.YEARLY:
            windows = {node.over for node in _decisive_sums(pack) if node.series == name}
            return (ir.YearSum(name, windows.pop()), (Kind.MONEY,)) if len(windows) == 1 else None
        case _:
            return None


def _decisive_sums(pack: Pack) -> Iterable[ir.YearSum]:
    others = {
        id(part)
        for norm in pack.norms
        for reading in norm.readings
        for part in (reading.other_require, reading.other_when)
    }
    for condition in pack.conditions:
        if id(condition) not in others:
            yield from (node for node in nodes(condition) if isinstance(node, ir.YearSum))


def _threshold(
    left: ir.Measure | ir.Proportion | ir.Elapsed, kinds: tuple[Kind, ...], pin: Pin, name: str
) -> ir.Condition:
    try:
        bounds = [parse_quantity(str(value), kinds=kinds) for value in pin.values]
    except QuantityError as error:
        raise UsageError([Problem.of(error.problem_code, Place(), **dict(error.values))]) from None
    match pin.kind:
        case PinKind.AT_LEAST:
            return ir.Compare(left, ir.Op.AT_LEAST, bounds[0], BARE)
        case PinKind.AT_MOST:
            return ir.Compare(left, ir.Op.AT_MOST, bounds[0], BARE)
        case PinKind.BETWEEN:
            return ir.Compare(left, ir.Op.BETWEEN, bounds[0], BARE, bounds[1])
        case _ if not isinstance(left, ir.Elapsed):
            return ir.AnyOf(tuple(ir.Compare(left, ir.Op.BETWEEN, bound, BARE, bound) for bound in bounds))
        case _:
            raise _refused(name, pin, "at_least、at_most", "at_least, at_most")


def _fact(pack: Pack, name: str, pin: Pin) -> ir.Condition:
    """A pin on a fact that is no quantity."""
    _known(pack, name, [path for path in pack.catalogue if "[]" not in path])
    spec = pack.catalogue[name]
    read: list[Any] = [] if spec.kind in _NOT_WRITTEN else [read_value(spec, value) for value in pin.values]
    wrong = [value for value in read if isinstance(value, Problem)]
    if wrong:
        raise UsageError(wrong)
    fact = ir.Fact(name)
    match spec.kind, pin.kind:
        case ((FactKind.FLAG | FactKind.CHOICE | FactKind.LEVEL | FactKind.TEXT | FactKind.SEAT), PinKind.ONE_OF):
            return ir.IsOneOf(fact, tuple(read))
        case FactKind.LEVEL, PinKind.AT_LEAST:
            return ir.CompareLevel(fact, spec.scale or "", ir.Op.AT_LEAST, read[0], BARE)
        case FactKind.LEVEL, PinKind.AT_MOST:
            return ir.CompareLevel(fact, spec.scale or "", ir.Op.AT_MOST, read[0], BARE)
        case FactKind.DAY, PinKind.AT_LEAST:
            return ir.CompareDay(fact, ir.DayOp.ON_OR_AFTER, read[0])
        case FactKind.DAY, PinKind.AT_MOST:
            return ir.CompareDay(fact, ir.DayOp.ON_OR_BEFORE, read[0])
        case FactKind.DAY, PinKind.BETWEEN:
            return ir.All((_on_or_after(fact, read[0]), ir.CompareDay(fact, ir.DayOp.ON_OR_BEFORE, read[1])))
        case FactKind.DAY, PinKind.ONE_OF:
            days = (ir.All((_on_or_after(fact, day), ir.CompareDay(fact, ir.DayOp.ON_OR_BEFORE, day))) for day in read)
            return ir.AnyOf(tuple(days))
        case _:
            raise _refused(name, pin, "exactly、one_of", "exactly, one_of")


_NOT_WRITTEN = frozenset({FactKind.YEARLY, FactKind.LIST, FactKind.THING, FactKind.YEAR})


def _on_or_after(fact: ir.Fact, day: date) -> ir.Condition:
    return ir.CompareDay(fact, ir.DayOp.ON_OR_AFTER, day)


def _known(pack: Pack, name: str, paths: list[str]) -> None:
    if name not in paths:
        names = [*paths, *pack.term_by_id, *pack.norm_by_id, *pack.finding_by_id]
        near = difflib.get_close_matches(name, names, n=3, cutoff=0.5) or names[:3]
        raise UsageError([Problem.of("E042", name=name, pack=pack.id, near="、".join(near), near_en=", ".join(near))])


def _refused(name: str, pin: Pin, known: str, known_en: str) -> UsageError:
    return UsageError([Problem.of("E043", name=name, pin=pin.kind, known=known, known_en=known_en)])


def pin_of(given: Mapping[str, Pin | Written]) -> dict[str, Pin]:
    """Every given as a pin; a bare value is meant exactly."""
    return {name: value if isinstance(value, Pin) else exactly(value) for name, value in given.items()}
