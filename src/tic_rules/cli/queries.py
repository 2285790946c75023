"""What an open point becomes in an interview: a query, the prompts that it takes, and the edit that its answer makes.

A query knows neither screen nor file. Its edit is made on plain data, which the loader then reads as it reads any file.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, assert_never

from tic_rules.analysis.needs import key_field
from tic_rules.facts.fields import NONE
from tic_rules.ir.catalogue import FactKind, FactSpec, Text
from tic_rules.ir.norms import Finding
from tic_rules.ir.pack import Pack
from tic_rules.source import steps_of
from tic_rules.truth import OpenPoint, PointKind

Tree = dict[str, Any]
"""A dossier as plain data: as it is written in its file."""
Step = str | int

_YEAR: Final = re.compile(r"(?P<series>.+)\[(?P<year>[0-9]{4})\]")
_MEMBER: Final = re.compile(r"\[[0-9]+\]")


@dataclass(frozen=True, slots=True)
class ValueQuery:
    """A fact that is one value, of the applicant or of one member of a list."""

    path: str
    spec: FactSpec


@dataclass(frozen=True, slots=True)
class YearQuery:
    """The figure of one calendar year of a series."""

    path: str
    """Of the series."""
    spec: FactSpec
    year: int
    is_over: bool
    """Whether the year has ended by the as-of day, so that its figure is that of the whole year."""


@dataclass(frozen=True, slots=True)
class ThingQuery:
    """Whether there is a thing, such as a director; its fields are asked for afterwards, as far as they matter."""

    path: str
    spec: FactSpec


@dataclass(frozen=True, slots=True)
class ListQuery:
    """The members of a list, one by one; their fields are asked for afterwards, as far as they matter."""

    path: str
    spec: FactSpec
    key: FactSpec
    """The field by which the members are told apart."""


@dataclass(frozen=True, slots=True)
class FindingQuery:
    """What somebody decided: the answer, who, on which day, on what basis."""

    finding: Finding
    about: str
    """The place of the member that it is about; empty: the whole."""


Query = ValueQuery | YearQuery | ThingQuery | ListQuery | FindingQuery

_PROOF: Final = Text("认定文书", "Document of the finding")
FINDING_FIELDS: Final = tuple(
    FactSpec(f"findings.{name}", kind, title, _PROOF)
    for name, kind, title in (
        ("answer", FactKind.FLAG, Text("结论（是 true，否 false）", "The answer (true or false)")),
        ("by", FactKind.TEXT, Text("认定单位", "Who decided")),
        ("day", FactKind.DAY, Text("认定日期", "Day of the decision")),
        ("basis", FactKind.TEXT, Text("依据", "On what basis")),
    )
)
"""What is told of a finding; all of it, or nothing."""


def query_of(pack: Pack, point: OpenPoint, as_of: date) -> Query | None:
    """What to ask for an open point; None where nobody who is asked could answer, as for a calendar not yet published.

    A path that ends in a number of four digits is a year where a yearly series stands before it, else a member's.
    """
    if point.kind is PointKind.FINDING:
        return FindingQuery(pack.finding_by_id[point.name], point.about)
    yearly = _YEAR.fullmatch(point.name)
    if yearly is not None and (spec := pack.catalogue.get(yearly["series"])) and spec.kind is FactKind.YEARLY:
        return YearQuery(yearly["series"], spec, int(yearly["year"]), int(yearly["year"]) < as_of.year)
    return query_at(pack, point.name)


def query_at(pack: Pack, path: str) -> Query | None:
    """What to ask for the fact at a path; None where the catalogue has none there."""
    spec = pack.catalogue.get(_MEMBER.sub("[]", path))
    if spec is None:
        return None
    match spec.kind:
        case FactKind.LIST:
            key = key_field(pack, spec.path)
            return None if key is None else ListQuery(path, spec, key)
        case FactKind.THING:
            return ThingQuery(path, spec)
        case FactKind.YEARLY:
            return None
        case _:
            return ValueQuery(path, spec)


def prompts(query: Query, given: int) -> FactSpec | None:
    """What is asked for next, when so much has been given; None where the query has all that it needs.

    A list has no last prompt: whoever answers says where it ends.
    """
    match query:
        case ListQuery():
            return query.key
        case FindingQuery():
            return FINDING_FIELDS[given] if given < len(FINDING_FIELDS) else None
        case ValueQuery() | YearQuery() | ThingQuery():
            return query.spec if given == 0 else None
        case _:
            assert_never(query)


def steps_to(query: Query) -> tuple[Step, ...]:
    """Where in the dossier the answer goes."""
    if isinstance(query, FindingQuery):
        return ("findings",)
    return tuple(steps_of(query.path))


def told(tree: Tree, query: Query, answers: Sequence[object], pack: Pack) -> Tree:
    """The dossier with the answer in it; the one given is left as it is.

    ``none`` for a field of what cannot itself be none says it of the thing that the field belongs to, as long as
    nothing else is told of that thing.
    """
    made = copy.deepcopy(tree)
    match query:
        case FindingQuery(finding, about):
            _record(made, finding.id, about, answers)
        case YearQuery():
            _set_year(made, query, answers[0])
        case ThingQuery():
            # Said once more that there is one: what is told of it stays.
            if not (answers[0] == {} and isinstance(found(made, steps_to(query)), dict)):
                _put(made, steps_to(query), answers[0])
        case ListQuery():
            _put(made, steps_to(query), _members(made, query, answers))
        case ValueQuery():
            _put(made, _target(made, query, answers[0], pack), answers[0])
        case _:
            assert_never(query)
    return made


def untold(tree: Tree, query: Query) -> Tree:
    """The dossier without what was told last for the query, which must be there."""
    made = copy.deepcopy(tree)
    match query:
        case FindingQuery(finding, about):
            entries = list(_entries(found(made, ("findings",))))
            # Only the last: one that somebody else gave before stays on record.
            entries.remove([entry for entry in entries if _is_about(entry, finding.id, about)][-1])
            _put(made, ("findings",), entries)
        case YearQuery():
            entries = [entry for entry in found(made, steps_to(query)) or () if not _is_of(entry, query.year)]
            _put(made, steps_to(query), entries)
        case ValueQuery() | ThingQuery() | ListQuery():
            above = found(made, steps_to(query)[:-1])
            if isinstance(above, dict):
                above.pop(str(steps_to(query)[-1]), None)
        case _:
            assert_never(query)
    return made


def standing(tree: Tree, query: Query) -> object:
    """What the dossier says of it at present; None where it says nothing."""
    match query:
        case FindingQuery(finding, about):
            entries = found(tree, ("findings",))
            return next((entry for entry in reversed(_entries(entries)) if _is_about(entry, finding.id, about)), None)
        case YearQuery():
            entries = found(tree, steps_to(query))
            entry = next((entry for entry in _entries(entries) if _is_of(entry, query.year)), None)
            return None if entry is None else entry.get("amount")
        case ValueQuery() | ThingQuery() | ListQuery():
            return found(tree, steps_to(query))
        case _:
            assert_never(query)


def found(tree: object, steps: Sequence[Step]) -> Any:
    """What stands there; None where nothing does."""
    here: Any = tree
    for step in steps:
        match here, step:
            case dict(), str():
                here = here.get(step)
            case list(), int() if step < len(here):
                here = here[step]
            case _:
                return None
    return here


def may_be_none_above(tree: Tree, query: Query, pack: Pack) -> FactSpec | None:
    """The thing, known not to exist, for which ``none`` stands as the answer of one of its fields."""
    if not isinstance(query, ValueQuery) or query.spec.may_be_none or "[" in query.path:
        return None
    above = [path for path in pack.catalogue.may_be_none_at(query.path) if path != query.path]
    free = [path for path in above if found(tree, tuple(steps_of(path))) in (None, {})]
    return pack.catalogue[max(free)] if free else None


def _target(tree: Tree, query: ValueQuery, answer: object, pack: Pack) -> tuple[Step, ...]:
    above = may_be_none_above(tree, query, pack) if answer == NONE else None
    return steps_to(query) if above is None else tuple(steps_of(above.path))


def _put(tree: Tree, steps: Sequence[Step], value: object) -> None:
    """Puts a value where it belongs, with the things above it that were not there yet."""
    here: Any = tree
    for step in steps[:-1]:
        if isinstance(step, int):
            here = here[step]
        else:
            if not isinstance(here.get(step), (dict, list)):
                here[step] = {}
            here = here[step]
    here[steps[-1]] = value


def _members(tree: Tree, query: ListQuery, answers: Sequence[object]) -> list[Tree]:
    """The members as they were listed; what was told of one that is listed again stays, findings about it too."""
    name = query.key.path.rpartition(".")[2]
    left = dict(enumerate(_entries(found(tree, steps_to(query)))))
    moved: dict[str, str] = {}
    made = []
    for place, answer in enumerate(answers):
        before = next((at for at, entry in left.items() if answer is not None and entry.get(name) == answer), None)
        if before is None:
            made.append({} if answer is None else {name: answer})
        else:
            made.append(left.pop(before))
            moved[f"{query.path}[{before}]"] = f"{query.path}[{place}]"
    gone = {f"{query.path}[{at}]" for at in left}
    if "findings" in tree:
        kept = [entry for entry in _entries(tree["findings"]) if entry.get("about") not in gone]
        # Findings name a member by its place, and must follow it to its new one.
        tree["findings"] = [
            {**entry, "about": moved[entry["about"]]} if entry.get("about") in moved else entry for entry in kept
        ]
    return made


def _set_year(tree: Tree, query: YearQuery, amount: object) -> None:
    """Tells the figure of a year; of one that is over it is asked for, and written, as that of the whole year."""
    series = found(tree, steps_to(query))
    entries = list(series) if isinstance(series, list) else []
    entry: Tree = next((entry for entry in entries if _is_of(entry, query.year)), {})
    if not entry:
        entry["year"] = query.year
        entries.append(entry)
    entry["amount"] = amount
    if query.is_over:
        entry["until"] = f"{query.year}-12-31"
    _put(tree, steps_to(query), sorted(entries, key=lambda one: one["year"]))


def _record(tree: Tree, name: str, about: str, answers: Sequence[object]) -> None:
    answer, by, day, basis = answers
    entry: Tree = {"finding": name}
    if about:
        entry["about"] = about
    entry |= {"answer": answer, "by": by, "day": day, "basis": basis}
    _put(tree, ("findings",), [*_entries(found(tree, ("findings",))), entry])


def _entries(written: object) -> list[Tree]:
    return written if isinstance(written, list) else []


def _is_about(entry: Tree, name: str, about: str) -> bool:
    return bool(entry.get("finding") == name and entry.get("about", "") == about)


def _is_of(entry: Tree, year: int) -> bool:
    return bool(entry.get("year") == year)
