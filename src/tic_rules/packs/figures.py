"""Figures: whether what a norm is held against is what its provisions are said to print.

A pack may set another figure than the text on purpose, to try what that would do, so nothing is refused for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from tic_rules.errors import Problem
from tic_rules.ir import conditions as ir
from tic_rules.ir.norms import Citation, Norm, Relaxation, Term, Track
from tic_rules.ir.pack import Pack
from tic_rules.ir.walk import Node, nodes
from tic_rules.packs.wording import plain
from tic_rules.quantity import Kind, Quantity, parse_quantity
from tic_rules.written import RefusedError

_COUNTS: Final = frozenset({Kind.PEOPLE, Kind.UNITS, Kind.CASES, Kind.TIMES, Kind.PROJECTS, Kind.ITEMS})
_NONE_OR_ONE: Final = frozenset({0, 1})
"""Of counts: that there is none, or one at all, is said in words more often than in figures."""
_WINDOW: Final = re.compile("^(?:最近|近|上|下|第)")
_SPAN: Final = re.compile("^(.+?)[至到~–—-](.+)$")
_HAN: Final = "〇零一二两三四五六七八九十百千"
_FIGURE: Final = re.compile(f"[0-9０-９{_HAN}半]")
_PART: Final = re.compile(rf"^([{_HAN}]+|[0-9]+)分之([{_HAN}]+|[0-9]+)$")
_HALF: Final = frozenset({"半数", "过半数", "过半"})
_DIGITS: Final = {**{char: value for value, char in enumerate("零一二三四五六七八九")}, "〇": 0, "两": 2}
_TENS: Final = {"十": 10, "百": 100, "千": 1000}

_Drawn = Norm | Relaxation | Term | Track


def figures_of(pack: Pack) -> list[Problem]:
    """Every bound of a pack that is not among the figures printed where it is drawn from, in the order of the file.

    Where the pack names no figure of a provision there is nothing to hold a bound against.

    A bound is taken as printed too where another reading of the same norm holds a printed one of its kind: then the
    text's figure stands there, and why this one is another.
    """
    things: list[_Drawn] = [*pack.norms, *pack.relaxations, *pack.terms, *pack.tracks]
    return sorted(problem for thing in things for problem in _unprinted(thing, pack))


def _unprinted(thing: _Drawn, pack: Pack) -> Iterator[Problem]:
    printed = list(dict.fromkeys(text for cites in thing.cites for text in _printed(cites, pack)))
    if not printed:
        return
    others = [bound for node in _others(thing) for bound in _bounds(node)]
    explained = {bound.kind for bound in others if _is_among(bound, printed)}
    for bound in (bound for node in _conditions(thing) for bound in _bounds(node)):
        if bound.kind in _COUNTS and bound.amount in _NONE_OR_ONE:
            continue
        if bound.kind not in explained and not _is_among(bound, printed):
            said = {"figures": "、".join(printed), "figures_en": ", ".join(printed)}
            yield Problem.of("W308", thing.place, id=thing.id, bound=_written(bound), **said)


def _written(bound: Quantity) -> str:
    number = bound.amount / bound.unit.factor
    return f"{number}{bound.unit.symbol}"


def _conditions(thing: _Drawn) -> tuple[Node, ...]:
    match thing:
        case Norm():
            return (thing.require,) if thing.when is None else (thing.when, thing.require)
        case Relaxation():
            return (thing.ground,)
        case Term():
            return thing.body
        case Track():
            return (thing.applies,)


def _others(thing: _Drawn) -> Iterator[Node]:
    if isinstance(thing, Norm):
        for reading in thing.readings:
            yield from (part for part in (reading.other_require, reading.other_when) if part is not None)


def _bounds(condition: Node) -> Iterator[Quantity]:
    for node in nodes(condition):
        if isinstance(node, ir.Compare):
            yield from (bound for bound in (node.bound, node.upper) if bound is not None)


# --- what is printed -------------------------------------------------------------------------------------------------


def _printed(cites: Citation, pack: Pack) -> Iterator[str]:
    """What the provision cited prints, and what each part of it prints."""
    whole = replace(cites, sentence=None)
    for provision in pack.provisions:
        if _is_within(provision.cites, whole):
            yield from (text for text in provision.prints if _FIGURE.search(text))


def _is_within(part: Citation, whole: Citation) -> bool:
    if (part.article, part.occurrence) != (whole.article, whole.occurrence):
        return False
    return whole.paragraph in {None, part.paragraph} and whole.item in {None, part.item}


def _is_among(bound: Quantity, printed: list[str]) -> bool:
    return any(bound in _read(text, bound.kind) for text in printed)


def _read(text: str, kind: Kind) -> Iterator[Quantity]:
    """The quantities that a printed figure can be; a span is both of its ends."""
    figure = _WINDOW.sub("", plain(text))
    if figure in _HALF:
        figure = "1/2"
    elif (part := _PART.fullmatch(figure)) is not None:
        figure = f"{_number(part[2])}/{_number(part[1])}"
    elif (span := _SPAN.fullmatch(figure)) is not None:
        unit = re.sub(rf"^[{_HAN}0-9.,]+", "", span[2])
        yield from (*_quantity(span[1], kind), *_quantity(f"{span[1]}{unit}", kind))
        figure = span[2]
    yield from _quantity(figure, kind)


def _quantity(figure: str, kind: Kind) -> Iterator[Quantity]:
    arabic = re.sub(f"^[{_HAN}]+", lambda found: str(_number(found[0])), figure).replace(",", "")
    try:
        yield parse_quantity(arabic, kinds=[kind])
    except RefusedError:
        return


def _number(numeral: str) -> int:
    """A whole number below ten thousand, in Chinese numerals or digits."""
    if numeral.isascii():
        return int(numeral)
    total, digit = 0, 0
    for char in numeral:
        if char in _TENS:
            total, digit = total + (digit or 1) * _TENS[char], 0
        else:
            digit = _DIGITS[char]
    return total + digit
