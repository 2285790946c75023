"""Small edits of a good file, as bad/packs.yaml and bad/dossiers.yaml write them, with marks for what is wrong.

A mark such as ``⟦E240⟧`` stands in front of the place at which that problem must be told; it is no part of the file.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import yaml

MARK: Final = re.compile("⟦([EW][0-9]{3})⟧")
_OF_CASE: Final = {"bad", "edits", "says"}
_OF_EDIT: Final = {"in", "this", "that"}


class EditError(Exception):
    """A case that is not written as cases are."""


@dataclass(frozen=True, slots=True)
class Case:
    """One bad file: what is bad in it, how it is made, and what must be said about it."""

    bad: str
    edits: tuple[dict[str, str], ...]
    says: tuple[str, ...]

    def made_of(self, good: str) -> tuple[str, list[tuple[str, int, int]]]:
        """The bad file, and the code, line and column of everything that must be told of it."""
        text = good
        for edit in self.edits:
            text = _edited(text, edit)
        return without_marks(text)

    @property
    def codes(self) -> set[str]:
        """The codes that are marked."""
        return {code for edit in self.edits for code in MARK.findall(edit["that"])}


def cases(path: Path) -> list[Case]:
    """The cases of a file, each of another name. Raises EditError."""
    made = []
    for entry in yaml.safe_load(path.read_text("utf-8")):
        edits = entry.get("edits", ())
        if set(entry) - _OF_CASE or not edits or any(set(edit) - _OF_EDIT for edit in edits):
            raise EditError(f"not written as a case is: {entry}")
        made.append(Case(entry["bad"], tuple(edits), tuple(str(word) for word in entry.get("says", ()))))
    if len({case.bad for case in made}) != len(made):
        raise EditError("two cases of one name")
    return made


def without_marks(text: str) -> tuple[str, list[tuple[str, int, int]]]:
    """The text without its marks, and where they stood."""
    places = []
    lines = text.split("\n")
    for number, line in enumerate(lines):
        while found := MARK.search(line):
            line = line[: found.start()] + line[found.end() :]
            places.append((found[1], number + 1, found.start() + 1))
        lines[number] = line
    return "\n".join(lines), sorted(places)


def _edited(text: str, edit: dict[str, Any]) -> str:
    """The text with one edit: the first ``this`` at or below the line ``in`` becomes ``that``."""
    start = 0
    if "in" in edit:
        stands = [
            found.start()
            for found in re.finditer(".+", text)
            if MARK.sub("", found[0]).strip().removeprefix("- ") == edit["in"]
        ]
        if len(stands) != 1:
            raise EditError(f"{len(stands)} lines are {edit['in']!r}")
        start = stands[0]
    at = text.find(edit["this"], start)
    if at < 0:
        raise EditError(f"not found: {edit['this']!r}")
    return text[:at] + str(edit["that"]) + text[at + len(edit["this"]) :]
