"""A text and the form it is written in: read for its places, or at once where nothing is wrong with it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Final, NoReturn

from tic_rules.source.encodings import Text
from tic_rules.source.json_text import read_json
from tic_rules.source.limits import LIMITS
from tic_rules.source.nodes import Document
from tic_rules.source.plain_data import plain_copy
from tic_rules.source.yaml_text import read_yaml


@dataclass(frozen=True, slots=True)
class Writing:
    """The text of a document, decoded and not read yet."""

    text: Text
    is_json: bool
    """JSON, or else YAML."""

    def document(self) -> Document:
        """The document in it, with every place; InputError with everything that is wrong with it."""
        return read_json(self.text) if self.is_json else read_yaml(self.text)

    def at_once(self) -> dict[str, object] | None:
        """What ``plain(document().root)`` is, for JSON in which nothing is wrong and nothing unusual; else None.

        JSON alone: the events of YAML take most of the time, with places or without.
        """
        if not self.is_json:
            return None
        try:
            return plain_copy(_DECODER.decode(self.text.text))
        except (ValueError, RecursionError):
            return None


def _mapping(entries: list[tuple[str, object]]) -> dict[str, object]:
    made = dict(entries)
    if len(made) != len(entries):
        raise ValueError("a key that stands twice")
    return made


def _whole(text: str) -> int:
    if len(text) > LIMITS.digits or text == "-0":
        raise ValueError("a number that stays text, or is refused")
    return int(text)


def _unusual(text: str) -> NoReturn:
    raise ValueError(text)


_DECODER: Final = json.JSONDecoder(
    object_pairs_hook=_mapping, parse_int=_whole, parse_float=_unusual, parse_constant=_unusual
)
