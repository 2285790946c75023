"""How a pack is written: in blocks, one kind of quotes, keys in one order, ids of one prefix, both languages.

None of it changes what a pack means; it keeps two versions of a pack comparable line by line. The text has been read by
``tic_rules.source`` before, which refuses what could do harm; whatever is no pack is looked at as far as it goes.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Final

import yaml

from tic_rules.errors import Place, Problem
from tic_rules.ir.operators import OPERATOR_BY_WORD
from tic_rules.packs.condition_reader import COMPARATORS
from tic_rules.packs.pack_reader import OTHERS, TOP
from tic_rules.source.nodes import step_into
from tic_rules.source.yaml_text import LOADER

_BOTH: Final = ("zh", "en")
_ORDER: Final = {
    "": TOP,
    "jurisdiction": ("zh", "en", "code"),
    "issued": ("by", "number", "on_day", "kind"),
    "in_force": ("from", "not_before", "not_after", "for", "until", "printed", "note"),
    "printed_articles": ("headings", "not_printed"),
    "authorities": ("id", "title", "also"),
    "facts": ("path", "kind", "unit", "values", "title", "evidence", "may_be_none"),
    "tracks": ("id", "title", "cites", "for"),
    "terms": ("id", "cites", "title", "measure", "condition"),
    "findings": ("id", "ask", "decided_by", "recorded_in"),
    "norms": (
        *("id", "cites", "question", "tracks", "strength", "departs_by", "title", "explain"),
        *("when", "require", "readings", "remedy"),
    ),
    "relaxations": ("id", "cites", "title", "covers", "ground", "accepted_by", "readings"),
    "stages": ("id", "title", "ended"),
    "moves": ("id", "cites", "title", "on", "from", "where", "to", "first_of_day", "readings"),
    "periods": (
        *("id", "cites", "title", "stage", "lasts", "strength", "extended_by", "extension", "times", "readings"),
    ),
    "duties": (
        *("id", "cites", "title", "explain", "stages", "owed_by", "each", "covers", "from_next_year", "lasts"),
        *("after", "after_where", "within", "due", "done_by", "where", "unless", "readings"),
    ),
    "unless": ("event", "where", "in"),
    "deemed": ("id", "cites", "title", "on", "where", "counts_as", "with"),
    "grades": ("cites", "of", "values"),
    "grounds": ("id", "cites", "title", "explain", "stages", "require", "proposes", "ban", "readings"),
    "readings": ("taken", "other", "why", *OTHERS),
    "cites": ("article", "occurrence", "paragraph", "item", "sentence"),
    "provisions": (*("article", "occurrence", "paragraph", "item", "text_sha256", "prints", "became", "norms", "why"),),
}
"""The order of the keys, by the key under which a mapping or a list of mappings stands."""
_OF_CONDITIONS: Final = (
    *OPERATOR_BY_WORD,
    *("each", "of", "from", "to", "at", "first_day_counts", "where", "over", "holds", "if_whole_is_zero", "stated_as"),
    *COMPARATORS,
    "printed",
)
_WITH_IDS: Final = ("terms", "findings", "norms", "relaxations")
_HAN: Final = re.compile("[㐀-鿿]")
_LATIN: Final = re.compile("[A-Za-z]")
_WIDE_DIGIT: Final = re.compile("[０-９]")
_EXCERPT: Final = 60


@dataclass(frozen=True, slots=True)
class _Spot:
    """A node of the text with its path, and the key under which it stands."""

    node: Any
    path: str
    under: str


def style_of(text: str, source: str) -> list[Problem]:
    """Every departure from the style of the shipped packs, in the order of the text.

    The text must have been read without a problem by ``tic_rules.source``.
    """
    root = yaml.compose(text, Loader=LOADER)
    found = [] if root is None else [*_below(_Spot(root, "", ""), source), *_ids(root, source)]
    return sorted(found)


def _below(spot: _Spot, source: str) -> Iterator[Problem]:
    node = spot.node
    place = _place(node, spot.path, source)
    match node:
        case yaml.ScalarNode():
            yield from _scalar(node, spot.under, place)
        case yaml.SequenceNode():
            if node.flow_style and node.value:
                yield Problem.of("W301", place, written="[…]")
            for index, item in enumerate(node.value):
                yield from _below(_Spot(item, f"{spot.path}[{index}]", spot.under), source)
        case yaml.MappingNode():
            if node.flow_style and node.value:
                yield Problem.of("W301", place, written="{…}")
            yield from _order(node, spot, source)
            for key, value in node.value:
                name = key.value if isinstance(key, yaml.ScalarNode) else ""
                path = step_into(spot.path, name)
                yield from _scalar(key, "", _place(key, path, source))
                yield from _below(_Spot(value, path, name), source)


def _scalar(node: Any, under: str, place: Place) -> Iterator[Problem]:
    if not isinstance(node, yaml.ScalarNode):
        return
    text = node.value
    shown = text if len(text) <= _EXCERPT else f"{text[:_EXCERPT]}…"
    if node.style == '"':
        yield Problem.of("W302", place)
    if _WIDE_DIGIT.search(text):
        yield Problem.of("W307", place, text=shown, right=_WIDE_DIGIT.sub(_narrow, shown))
    han, latin = len(_HAN.findall(text)), len(_LATIN.findall(text))
    if under == "zh" and not han:
        yield Problem.of("W305", place, text=shown)
    if under == "en" and han > latin:
        yield Problem.of("W306", place, text=shown)


def _narrow(found: re.Match[str]) -> str:
    return unicodedata.normalize("NFKC", found[0])


def _order(node: Any, spot: _Spot, source: str) -> Iterator[Problem]:
    """The first key of a mapping that stands after one that it belongs before."""
    keys = [key for key, _ in node.value if isinstance(key, yaml.ScalarNode)]
    order = _BOTH if {key.value for key in keys} <= set(_BOTH) else _ORDER.get(spot.under, _OF_CONDITIONS)
    known = [key for key in keys if key.value in order]
    for before, key in pairwise(known):
        if order.index(key.value) < order.index(before.value):
            names = sorted((other.value for other in known), key=order.index)
            place = _place(key, step_into(spot.path, key.value), source)
            yield Problem.of("W303", place, key=key.value, before=before.value, order=" ".join(names))
            return


def _ids(root: Any, source: str) -> Iterator[Problem]:
    """The ids that do not begin as most do."""
    found = [
        (value, f"{part}[{index}].id")
        for part, items in _entries(root)
        if part in _WITH_IDS and isinstance(items, yaml.SequenceNode)
        for index, item in enumerate(items.value)
        for key, value in _entries(item)
        if key == "id" and isinstance(value, yaml.ScalarNode)
    ]
    prefixes = Counter(node.value.partition(".")[0] for node, _ in found if "." in node.value)
    pack = next((node.value for key, node in _entries(root) if key == "pack"), "")
    prefix = prefixes.most_common(1)[0][0] if prefixes else pack
    for node, path in found:
        if not node.value.startswith(f"{prefix}."):
            yield Problem.of("W304", _place(node, path, source), id=node.value, prefix=prefix)


def _entries(node: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if isinstance(key, yaml.ScalarNode):
                yield key.value, value


def _place(node: Any, path: str, source: str) -> Place:
    return Place(source, node.start_mark.line + 1, node.start_mark.column + 1, path)
