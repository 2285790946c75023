"""Small edits of a pack: a threshold up or down, a boundary in or out, a norm dropped or of another strength."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from fractions import Fraction
from typing import Final, Literal

from tic_rules.backends.strategies import rewriting
from tic_rules.backends.strategies.leaning import AGAINST, WITH, Threshold, pulls
from tic_rules.ir import conditions as ir
from tic_rules.ir.catalogue import Text
from tic_rules.ir.norms import Strength
from tic_rules.ir.operators import COMPARISONS, DAY_COMPARISONS
from tic_rules.ir.pack import Pack
from tic_rules.quantity import Quantity, QuantityError, display


class EditKind(StrEnum):
    """What is edited."""

    RAISED = "threshold raised"
    LOWERED = "threshold lowered"
    INCLUDED = "boundary included"
    EXCLUDED = "boundary excluded"
    DROPPED = "norm dropped"
    STRENGTH = "strength changed"


class Effect(StrEnum):
    """What an edit can do to a determination, whoever applies."""

    STRICTER = "stricter"
    """Nobody comes out better."""
    LOOSER = "looser"
    """Nobody comes out worse."""
    NONE = "none"
    """No verdict changes: only preferences read it."""
    EITHER = "either"


@dataclass(frozen=True, slots=True)
class Edit:
    """An edited pack, and what was edited."""

    pack: Pack
    kind: EditKind
    norms: tuple[str, ...]
    """The norms that it reaches, and tracks whose own condition it changes."""
    what: Text
    effect: Effect
    """A norm that no longer applies may leave nothing to decide; NOT_APPLICABLE is neither better nor worse."""

    def __repr__(self) -> str:
        return f"Edit({self.what.en})"


def all_edits(pack: Pack) -> tuple[Edit, ...]:
    """Every small edit of a pack, in the order of its norms; units stay as printed."""
    return (*_of_thresholds(pack), *_of_norms(pack))


# --- thresholds ------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Turn:
    """Another threshold in the place of one, and whether it is truer than that (WITH) or falser (AGAINST)."""

    kind: EditKind
    node: Threshold
    truer: int


def _of_thresholds(pack: Pack) -> Iterator[Edit]:
    met: dict[object, tuple[Threshold, bool]] = {}
    reached: dict[object, list[tuple[str, int]]] = {}
    for name, node, pull, inside in pulls(pack):
        # One condition on members stands wherever its like is written: in a part, in its whole, in another reading.
        key: object = node if inside else id(node)
        met.setdefault(key, (node, inside))
        reached.setdefault(key, []).append((name, pull))
    for at, (key, (node, inside)) in enumerate(met.items()):
        norms = tuple(dict.fromkeys(name for name, _ in reached[key]))
        for turn in _turns(pack, node):
            effects = {pull * turn.truer for _, pull in reached[key]}
            effect = Effect.STRICTER if effects == {AGAINST} else Effect.LOOSER if effects == {WITH} else Effect.EITHER
            what = Text(*(_said(norms, node, turn.node, lang) for lang in _LANGS))
            made = rewriting.with_node(pack, node, turn.node, everywhere=inside, what=f"{at}: {what.en}")
            yield Edit(made, turn.kind, norms, what, effect)


def _turns(pack: Pack, node: Threshold) -> Iterator[_Turn]:
    match node:
        case ir.Compare():
            yield from _of_amounts(node)
        case ir.CompareLevel():
            yield from _of_levels(pack, node)
        case ir.CompareDay():
            day_op = _OTHER_DAY[node.op]
            kind, truer = _BOUNDARY[day_op in _DAY_INCLUDED]
            yield _Turn(kind, replace(node, op=day_op), truer)
    if isinstance(node, (ir.Compare, ir.CompareLevel)) and node.op in _OTHER:
        op, printed = _OTHER[node.op]
        kind, truer = _BOUNDARY[op in _INCLUDED]
        yield _Turn(kind, replace(node, op=op, printed=printed), truer)


_INCLUDED: Final = frozenset({ir.Op.AT_LEAST, ir.Op.AT_MOST})
_DAY_INCLUDED: Final = frozenset({ir.DayOp.ON_OR_AFTER, ir.DayOp.ON_OR_BEFORE})
_OTHER: Final = {
    ir.Op.AT_LEAST: (ir.Op.MORE_THAN, "超过"),
    ir.Op.MORE_THAN: (ir.Op.AT_LEAST, "不少于"),
    ir.Op.AT_MOST: (ir.Op.LESS_THAN, "低于"),
    ir.Op.LESS_THAN: (ir.Op.AT_MOST, "不超过"),
}
"""The operator with the boundary on the other side, and the printed word that fixes it."""
_OTHER_DAY: Final = {
    ir.DayOp.ON_OR_AFTER: ir.DayOp.AFTER,
    ir.DayOp.AFTER: ir.DayOp.ON_OR_AFTER,
    ir.DayOp.ON_OR_BEFORE: ir.DayOp.BEFORE,
    ir.DayOp.BEFORE: ir.DayOp.ON_OR_BEFORE,
}
_BOUNDARY: Final = {True: (EditKind.INCLUDED, WITH), False: (EditKind.EXCLUDED, AGAINST)}
_RISES: Final = {
    ir.Op.AT_LEAST: AGAINST,
    ir.Op.MORE_THAN: AGAINST,
    ir.Op.AT_MOST: WITH,
    ir.Op.LESS_THAN: WITH,
    ir.Op.BETWEEN: AGAINST,
}
"""Whether a comparison gets truer or falser as its bound (of two, the least) is raised."""


def _of_amounts(node: ir.Compare) -> Iterator[_Turn]:
    for kind, sign in ((EditKind.RAISED, 1), (EditKind.LOWERED, -1)):
        bound = moved(node.bound, sign)
        if bound is not None and (node.upper is None or bound.amount <= node.upper.amount):
            yield _Turn(kind, replace(node, bound=bound), _RISES[node.op] * sign)
        upper = None if node.upper is None else moved(node.upper, sign)
        if upper is not None and upper.amount >= node.bound.amount:
            yield _Turn(kind, replace(node, upper=upper), sign)


def moved(bound: Quantity, steps: int) -> Quantity | None:
    """The bound some of its own units up or down (1万元, 1%); a fraction by hundredths; None where there is no such."""
    step = bound.unit.factor if bound.unit.symbol else Fraction(1, 100)
    try:
        return Quantity(bound.amount + steps * step, bound.unit)
    except QuantityError:
        return None


def _of_levels(pack: Pack, node: ir.CompareLevel) -> Iterator[_Turn]:
    scale = next(
        spec.values for spec in pack.catalogue.values() if spec.scale == node.scale and node.level in spec.values
    )
    at = scale.index(node.level)
    for kind, sign in ((EditKind.RAISED, 1), (EditKind.LOWERED, -1)):
        if 0 <= at + sign < len(scale):
            yield _Turn(kind, replace(node, level=scale[at + sign]), _RISES[node.op] * sign)


# --- norms -----------------------------------------------------------------------------------------------------------


def _of_norms(pack: Pack) -> Iterator[Edit]:
    for norm in pack.norms:
        binds = norm.strength is not Strength.PREFERENCE
        what = Text(f"删去{norm.id}", f"drop {norm.id}")
        dropped = rewriting.without_norm(pack, norm, what=what.en)
        yield Edit(dropped, EditKind.DROPPED, (norm.id,), what, Effect.LOOSER if binds else Effect.NONE)
        for strength in Strength:
            if strength is norm.strength:
                continue
            stricter = _BINDS[strength] > _BINDS[norm.strength]
            what = Text(
                f"{norm.id}：{_STRENGTH[norm.strength]}改为{_STRENGTH[strength]}",
                f"{norm.id}: {norm.strength} → {strength}",
            )
            made = rewriting.with_strength(pack, norm, strength, what=what.en)
            yield Edit(made, EditKind.STRENGTH, (norm.id,), what, Effect.STRICTER if stricter else Effect.LOOSER)


_BINDS: Final = {Strength.PREFERENCE: 0, Strength.IN_PRINCIPLE: 1, Strength.HARD: 2}
_STRENGTH: Final = {Strength.PREFERENCE: "优先", Strength.IN_PRINCIPLE: "原则上", Strength.HARD: "刚性"}

# --- words -----------------------------------------------------------------------------------------------------------

_Lang = Literal["zh", "en"]
_LANGS: Final[tuple[_Lang, ...]] = ("zh", "en")


def _said(norms: tuple[str, ...], old: Threshold, new: Threshold, lang: _Lang) -> str:
    where = ("、" if lang == "zh" else ", ").join(norms)
    colon = "：" if lang == "zh" else ": "
    return f"{where}{colon}{_bound(old, lang)} → {_bound(new, lang)}"


def _bound(node: Threshold, lang: _Lang) -> str:
    gap = "" if lang == "zh" else " "
    match node:
        case ir.Compare(_, op, bound, _, upper):
            ends = [display(end.amount, end.kind, lang, unit=end.unit) for end in (bound, upper) if end is not None]
            return f"{COMPARISONS[op].of(lang)}{gap}{'～'.join(ends) if lang == 'zh' else ' to '.join(ends)}"
        case ir.CompareLevel(_, _, op, level):
            return f"{COMPARISONS[op].of(lang)}{gap}{level}"
        case ir.CompareDay(_, op):
            return DAY_COMPARISONS[op].of(lang)
