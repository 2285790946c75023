"""What reading gave: a document, or the problems; any other error is a fault of the reader and passes through."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import yaml
from hypothesis import strategies as st

from tic_rules.errors import InputError, Problem
from tic_rules.source import Document
from tic_rules.source.yaml_text import LOADER, parse_yaml

Reader = Callable[[Any], Document]


def by_the_loader_in_python(text: str | bytes, source: str = "") -> Document:
    return parse_yaml(text, source, loader=yaml.SafeLoader)


def by_the_fast_loader(text: str | bytes, source: str = "") -> Document:
    return parse_yaml(text, source, loader=LOADER)


def outcome(read: Reader, data: Any) -> Document | tuple[Problem, ...]:
    """The document, or all problems in order, which can be printed."""
    try:
        return read(data)
    except InputError as error:
        printed = str(error)
        if not printed.startswith("E") or len(printed.encode()) > 20_000:
            raise ValueError(f"printed badly: {printed}") from error
        return error.problems


def problems(read: Reader, data: Any) -> list[tuple[str, int, int, str]]:
    """Code, line, column and path of each problem; nothing where a document was read."""
    got = outcome(read, data)
    if isinstance(got, Document):
        return []
    return [(one.code, one.place.line, one.place.column, one.place.path) for one in got]


def codes(read: Reader, data: Any) -> set[str]:
    """The codes of all problems."""
    return {code for code, *_ in problems(read, data)}


TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Zl", "Zp"], exclude_characters="\ufffd"))
"""Any text that may stand in a document, without tabs and line ends."""


def trees(leaves: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Lists and mappings of the leaves."""
    keys = st.text("abc_中", min_size=1, max_size=6)
    return st.recursive(
        leaves,
        lambda inner: st.lists(inner, max_size=4) | st.dictionaries(keys, inner, max_size=4),
        max_leaves=12,
    )
