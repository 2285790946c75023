"""The shipped packs by the names that people give their cities."""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Any, Final

from tic_rules import shipped, source
from tic_rules.errors import Place, Problem
from tic_rules.facts.words import canonical

_JURISDICTION: Final = re.compile("^jurisdiction:\r?\n(?: .*\n)+", re.MULTILINE)
_CITY: Final = "市"


def pack_id(name: str) -> str | None:
    """The id of the shipped pack that a name stands for; None where it stands for none.

    A name is the pack's id, or its jurisdiction in Chinese, with or without 市, or in English; after NFKC, without
    white space and in any case.
    """
    return _by_name().get(_folded(name))


def unknown_pack(name: str, place: Place | None = None, *, code: str = "E001") -> Problem:
    """The problem with a name that no shipped pack has as its id: it says all ids, and the one that comes near."""
    names = _by_name()
    folded = _folded(name)
    # A name of two characters of which one is wrong comes near to nothing before it is longer.
    near = [
        names[other]
        for form in (folded, f"{folded}{_CITY}")
        for other in difflib.get_close_matches(form, names, n=1, cutoff=0.6)
    ]
    return Problem.unknown(code, name, shipped.pack_names(), place, near=near[0] if near else None)


@cache
def _by_name() -> Mapping[str, str]:
    """The ids, by each folded name."""
    names: dict[str, str] = {}
    for known in shipped.pack_names():
        zh, en = _jurisdiction(known)
        for name in (known, zh, zh.removesuffix(_CITY), en):
            names[_folded(name)] = known
    return MappingProxyType(names)


def _jurisdiction(name: str) -> tuple[str, str]:
    """What a shipped pack calls its city. Only the lines that say so are read: a whole pack is long."""
    text = shipped.pack_bytes(name).decode()
    [block] = _JURISDICTION.findall(text)
    read: Any = source.plain(source.parse_yaml(block, name).root)
    city = read["jurisdiction"]
    return city["zh"], city["en"]


def _folded(name: str) -> str:
    return canonical(name).casefold()
