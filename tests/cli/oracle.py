"""Somebody who answers an interview from a dossier that is already filled in."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

from tests.cli.command import ROOT
from tic_rules import source
from tic_rules.cli.edits import found, standing
from tic_rules.cli.queries import FINDING_FIELDS, FindingQuery, ListQuery, Query, ThingQuery, ValueQuery, YearQuery


def passing(city: str) -> dict[str, Any]:
    """The city's example dossier that passes, as plain data."""
    read = source.plain(source.read_document(ROOT / f"examples/dossiers/{city}/passing.yaml").root)
    assert isinstance(read, dict)
    return read


def lines(dossier: dict[str, Any], query: Query) -> list[str]:
    """What to type for a query: the dossier's own words, an empty line where it says nothing."""
    told = _finding(dossier, query) if isinstance(query, FindingQuery) else standing(dossier, query)
    match query:
        case ListQuery() if isinstance(told, list):
            name = query.key.path.rpartition(".")[2]
            return ["0"] if not told else [*(_typed(member.get(name)) for member in told), ""]
        case FindingQuery() if isinstance(told, dict):
            return [_typed(told[field.path.rpartition(".")[2]]) for field in FINDING_FIELDS]
        case ThingQuery() if told is not None:
            return ["none" if told == "none" else "true"]
        case ValueQuery() | YearQuery() if told is not None:
            return [_typed(told)]
        case _:
            return [""]


def _finding(dossier: dict[str, Any], query: FindingQuery) -> object:
    """The answer to a finding, whether the dossier names its member by place or by name."""
    member = found(dossier, source.steps_of(query.about)) if query.about else None
    names = {query.about, member["name"]} if member else {query.about}
    entries = (e for e in dossier["findings"] if e["finding"] == query.finding.id and e.get("about", "") in names)
    return next(entries, None)


def _typed(value: object) -> str:
    if value is None:
        return "unknown"
    return ("true" if value else "false") if isinstance(value, bool) else str(value)


class Answers(io.BytesIO):
    """Standard input that is written while it is read: each line is thought of when it is asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.waiting: list[str] = []

    def readline(self, size: int | None = -1, /) -> bytes:
        return f"{self.waiting.pop(0)}\n".encode() if self.waiting else b""


def read(path: Path) -> dict[str, Any]:
    """A dossier as plain data."""
    found = source.plain(source.read_document(path).root)
    assert isinstance(found, dict)
    return found
