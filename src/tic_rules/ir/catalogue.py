"""The catalogue of facts: what may be known about an applicant, each with its kind, unit, titles and evidence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from tic_rules.kind import Kind


@dataclass(frozen=True, slots=True)
class Text:
    """The same words in Chinese and in English."""

    zh: str
    en: str

    def of(self, lang: str) -> str:
        """The Chinese words for ``zh``, else the English ones."""
        return self.zh if lang == "zh" else self.en


class FactKind(StrEnum):
    """What a fact is."""

    FLAG = "flag"
    """True or false."""
    CHOICE = "choice"
    """One of a closed set of words without an order."""
    LEVEL = "level"
    """One of a closed scale, lowest first."""
    DAY = "day"
    YEAR = "year"
    TEXT = "text"
    QUANTITY = "quantity"
    SHARE = "share"
    """A stated proportion: exact as a fraction, else an interval that rounds to the stated percentage."""
    SEAT = "seat"
    """A GB/T 2260 code of six digits."""
    YEARLY = "yearly"
    """A series of amounts, one a calendar year."""
    LIST = "list"
    """Members with fields of their own."""
    THING = "thing"
    """A part of the dossier with fields of its own."""


@dataclass(frozen=True, slots=True)
class FactSpec:
    """One fact: where it stands, what it is, what it means and what proves it."""

    path: str
    """Dotted; the fields of a list's members stand below ``list[]``."""
    kind: FactKind
    title: Text
    evidence: Text
    unit: Kind | None = None
    """The kind of quantity of QUANTITY and YEARLY; of a LIST the unit in which its members are counted, if not 个."""
    values: tuple[str, ...] = ()
    """The closed words of CHOICE and LEVEL (lowest first); of TEXT none."""
    scale: str | None = None
    """The name of a LEVEL's scale."""
    may_be_none: bool = False
    """Whether the fact can be known not to exist."""
    dated: str | None = None
    """For a LIST of events, or a THING that is an act: the field that says on which day it happened."""


class Catalogue(Mapping[str, FactSpec]):
    """All facts that may be read, by path; a pack's own are added under the pack's id."""

    def __init__(self, specs: Mapping[str, FactSpec]) -> None:
        self._specs = dict(specs)

    def __getitem__(self, path: str) -> FactSpec:
        return self._specs[path]

    def __iter__(self) -> Iterator[str]:
        return iter(self._specs)

    def __len__(self) -> int:
        return len(self._specs)

    def with_facts(self, specs: tuple[FactSpec, ...]) -> Catalogue:
        """This catalogue and the given facts."""
        return Catalogue(self._specs | {spec.path: spec for spec in specs})

    def may_be_none_at(self, path: str) -> frozenset[str]:
        """The paths of what can be known not to exist: of the fact itself and of the things that it belongs to."""
        parts = path.split(".")
        prefixes = (".".join(parts[: end + 1]) for end in range(len(parts)))
        return frozenset(prefix for prefix in prefixes if prefix in self._specs and self._specs[prefix].may_be_none)
