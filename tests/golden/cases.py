"""The golden cases as a lawyer wrote them: a base dossier, what is changed in it, and what the text then demands."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from tests.golden.changes import changed
from tic_rules import Determination, Dossier, Question, decide, load_pack

HERE = Path(__file__).parent
GOOD = HERE / "good"

_EXPECTED = {
    "verdict", "norms", "margin", "members", "open", "differs", "agrees", "left_out", "standing", "application",
    "others", "refused", "tracks",
}  # fmt: skip
_OF_CASE = _EXPECTED | {"name", "cites", "why", "change", "base", "question", "track", "as_of"}
_OF_FILE = {"base", "cites", "cases"}
_OF_BASE = {"question", "track", "as_of", "why", "verdict", "norms"}

EVERY_TRACK = "every"
"""Written for the track of a case whose base names one, where all ways in are to be tried."""


class CaseError(Exception):
    """A case that is not written as cases are."""


@dataclass(frozen=True)
class Case:
    """One case of one city."""

    city: str
    file: str
    name: str
    cites: str
    why: str
    base: str
    question: Question
    track: str
    """The one way in that is tried; empty for all of them."""
    as_of: date
    change: list[dict[str, Any]]
    expected: dict[str, Any] = field(hash=False)

    @property
    def id(self) -> str:
        """How the case is called in a test report."""
        return f"{self.city}/{self.file}: {self.name}"

    @property
    def statuses(self) -> dict[str, list[str]]:
        """Every norm of which a status is expected, with the statuses that are right.

        Norms that the case does not name keep what they have on the base, if question and track are the base's own.
        """
        base = bases(self.city)[self.base]
        expected: dict[str, list[str]] = {}
        if self.question == base.question and self.track in {base.track, ""}:
            expected |= base.statuses if self is not base else {}
        if "others" in self.expected:
            named = load_pack(self.city).norms_for(self.question, self.track or None)
            expected |= {norm.id: [self.expected["others"]] for norm in named if norm.strength != "preference"}
        return expected | {norm: _several(status) for norm, status in self.expected.get("norms", {}).items()}

    @property
    def asked(self) -> dict[str, Any]:
        """The day, question and tracks, as they are asked."""
        tracks = [self.track] if self.track else [track.id for track in load_pack(self.city).tracks]
        return {"on": self.as_of, "question": self.question, "tracks": tracks}

    def dossier(self) -> Dossier:
        """The base dossier with the changes made. Raises InputError where it is refused."""
        written = read_yaml(GOOD / self.city / "bases" / f"{self.base}.yaml")
        return Dossier.from_dict(changed(written, self.change))


def decided(case_id: str) -> Determination:
    """What the engine says of a case or a base, by its id. Raises InputError where the dossier is refused."""
    case = by_id()[case_id]
    return decide(load_pack(case.city), case.dossier(), **case.asked)


@cache
def cities() -> tuple[str, ...]:
    """The cities that have golden cases."""
    return tuple(sorted(path.name for path in GOOD.iterdir() if path.is_dir()))


@cache
def bases(city: str) -> dict[str, Case]:
    """What each base dossier of a city comes to before anything is changed: norms not named are met."""
    found = {}
    for name, entry in read_yaml(GOOD / city / "bases.yaml").items():
        _check_keys(entry, _OF_BASE, f"{city}/bases.yaml: {name}")
        expected = {"verdict": entry["verdict"], "norms": entry["norms"], "others": "met"}
        question = Question(entry["question"])
        track = entry.get("track", "")
        found[name] = Case(city, "bases", name, "", entry["why"], name, question, track, entry["as_of"], [], expected)
    return found


@cache
def cases(city: str) -> tuple[Case, ...]:
    """The cases of a city, file by file in the order written."""
    files = sorted(path for path in (GOOD / city).glob("*.yaml") if path.name != "bases.yaml")
    return tuple(case for path in files for case in _read(city, path))


@cache
def by_id() -> dict[str, Case]:
    """Every base and case of every city by its id. Raises CaseError where two have the same."""
    every = [case for city in cities() for case in (*bases(city).values(), *cases(city))]
    found = {case.id: case for case in every}
    if len(found) != len(every):
        raise CaseError("two cases of one file have the same name")
    return found


def _read(city: str, path: Path) -> list[Case]:
    written = read_yaml(path)
    _check_keys(written, _OF_FILE, path.name)
    found = []
    for entry in written["cases"]:
        where = f"{city}/{path.name}: {entry.get('name')}"
        _check_keys(entry, _OF_CASE, where)
        if ("refused" in entry) == ("verdict" in entry):
            raise CaseError(f"{where}: either a verdict or refused")
        base = bases(city)[entry.get("base", written["base"])]
        found.append(
            Case(
                city,
                path.stem,
                entry["name"],
                entry.get("cites", written["cites"]),
                entry["why"],
                base.name,
                Question(entry["question"]) if "question" in entry else base.question,
                _track(entry.get("track", base.track)),
                entry.get("as_of", base.as_of),
                entry["change"],
                {key: value for key, value in entry.items() if key in _EXPECTED},
            )
        )
    return found


def _check_keys(entry: dict[str, Any], known: set[str], where: str) -> None:
    if unknown := set(entry) - known:
        raise CaseError(f"{where}: no such key: {sorted(unknown)}")


def _track(written: str) -> str:
    return "" if written == EVERY_TRACK else written


def _several(written: str | list[str]) -> list[str]:
    return [written] if isinstance(written, str) else written


class _Strict(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """YAML in which no key stands twice."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:
        keys = [self.construct_object(key, deep=True) for key, _ in node.value]
        if len(set(keys)) != len(keys):
            raise CaseError(f"a key stands twice: {node.start_mark}")
        mapping: dict[Hashable, Any] = super().construct_mapping(node, deep)
        return mapping


@cache
def read_yaml(path: Path) -> Any:
    """What a YAML file of the goldens holds."""
    return yaml.load(path.read_text("utf-8"), _Strict)
