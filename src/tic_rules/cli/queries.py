"""What an open point becomes in an interview: a query, and the prompts that it takes.

A query knows neither screen nor file. Its answer edits plain data, which the loader then reads as it reads any file.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, assert_never

from tic_rules.analysis.needs import key_field
from tic_rules.ir.catalogue import FactKind, FactSpec, Text
from tic_rules.ir.norms import Finding
from tic_rules.ir.pack import Pack
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
