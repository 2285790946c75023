"""A pack: one issued regulation as checked, cited norms."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from datetime import date
from enum import StrEnum
from functools import cached_property

from tic_rules.inert import one_line
from tic_rules.ir.catalogue import Catalogue, FactKind, FactSpec, Text
from tic_rules.ir.conditions import Age, Compare, Condition, Count, ListSum, Measure, Proportion, TermRef, YearSum
from tic_rules.ir.lifecycle import Lifecycle
from tic_rules.ir.norms import Authority, Finding, Norm, Provision, Question, Relaxation, Term, Track
from tic_rules.ir.shown import Shown
from tic_rules.ir.walk import Node, findings_asked, nodes, outside_lists


class IssueKind(StrEnum):
    """What a document is."""

    DRAFT = "consultation draft"
    TRIAL = "trial"
    IN_FORCE = "in force"


@dataclass(frozen=True, slots=True)
class InForce:
    """From and until which day a pack is in force; a start that the text does not give is not known."""

    start: date | None
    """The first day; None where it is not known."""
    end: date | None
    """The last day; None where the text prints no end, or its start is not known."""
    printed: str
    """The few printed words that fix it."""
    earliest: date | None = None
    """Where the start is not known but lies in a span of days: the first of them."""
    latest: date | None = None
    """The last day of that span."""
    note: Text | None = None


@dataclass(frozen=True)
class Pack(Shown):
    """One issued regulation, its version and dates, and all that was drawn from it; frozen once made."""

    id: str
    version: str
    digest: str
    """sha256 over the pack's content in canonical form; white space and comments of the file do not count."""
    title: Text
    jurisdiction: Text
    jurisdiction_code: str
    issued_by: Text
    issued_number: str | None
    issued_on: date | None
    kind: IssueKind
    in_force: InForce
    implements: tuple[str, ...]
    repeals: tuple[str, ...]
    authority: str
    """The authority that applies the norms where the text names no other."""
    authorities: tuple[Authority, ...]
    facts: tuple[FactSpec, ...]
    catalogue: Catalogue
    """Every fact the pack may read: the common ones and its own."""
    tracks: tuple[Track, ...]
    terms: tuple[Term, ...]
    findings: tuple[Finding, ...]
    """Every finding that may be asked for; departures and acceptances that follow from norms are among them."""
    norms: tuple[Norm, ...]
    relaxations: tuple[Relaxation, ...]
    lifecycle: Lifecycle | None
    """What is ruled after approval; None where the pack says nothing of it."""
    provisions: tuple[Provision, ...]
    source: str = ""

    def __repr__(self) -> str:
        """Which pack it is, in one plain line."""
        said = [f"{self.id} {self.version}", self.title.zh, self.kind.value, f"{len(self.norms)} norms"]
        return one_line(f"<Pack {', '.join(said)}>")

    __str__ = __repr__

    def __getstate__(self) -> dict[str, object]:
        """Its fields alone: what was worked out from them may hold of this very object only."""
        return {field.name: getattr(self, field.name) for field in fields(self)}

    @cached_property
    def norm_by_id(self) -> dict[str, Norm]:
        """The norms by id."""
        return {norm.id: norm for norm in self.norms}

    @cached_property
    def term_by_id(self) -> dict[str, Term]:
        """The terms by id."""
        return {term.id: term for term in self.terms}

    @cached_property
    def finding_by_id(self) -> dict[str, Finding]:
        """The findings by id."""
        return {finding.id: finding for finding in self.findings}

    @cached_property
    def authority_by_id(self) -> dict[str, Authority]:
        """The authorities by id."""
        return {authority.id: authority for authority in self.authorities}

    @cached_property
    def lists_asked_of(self) -> dict[str, frozenset[str | None]]:
        """Of the members of which lists each finding is asked; None stands for the whole."""
        asked: dict[str, set[str | None]] = {finding.id: set() for finding in self.findings}
        for finding in self.findings:
            if finding.is_implied:
                asked[finding.id].add(None)
        of_events = None if self._of_histories is None else self._of_histories.asked
        for listed, condition in of_events or [(None, condition) for condition in self.conditions]:
            for name, path in findings_asked(condition, listed):
                asked.setdefault(name, set()).add(path)
        return {name: frozenset(lists) for name, lists in asked.items()}

    @property
    def _of_histories(self) -> Lifecycle | None:
        """The lifecycle, where the pack is the one that conditions on a history read."""
        return self.lifecycle if self.lifecycle is not None and self.catalogue is self.lifecycle.catalogue else None

    @cached_property
    def dated_facts(self) -> tuple[FactSpec, ...]:
        """The facts that have days: events, acts and yearly figures; the fields of members are not among them."""
        return tuple(
            spec
            for spec in self.catalogue.values()
            if spec.kind is FactKind.YEARLY or (spec.dated is not None and "[]" not in spec.path)
        )

    @cached_property
    def conditions(self) -> tuple[Condition | Measure, ...]:
        """Every condition and measure on dossiers, or on histories, other readings included."""
        if self._of_histories is not None:
            return self._of_histories.conditions
        parts: list[Condition | Measure | None] = [track.applies for track in self.tracks]
        parts += [relaxation.ground for relaxation in self.relaxations]
        for term in self.terms:
            parts += term.body
        for norm in self.norms:
            parts += [norm.require, norm.when]
            for reading in norm.readings:
                parts += [reading.other_require, reading.other_when]
        return tuple(part for part in parts if part is not None)

    @cached_property
    def every_node(self) -> tuple[Node, ...]:
        """Every condition and measure with all below it, other readings included."""
        return tuple(node for condition in self.conditions for node in nodes(condition))

    @cached_property
    def alike(self) -> dict[int, int]:
        """By the identity of each node, that of the first that is written the same, units included."""
        first: dict[str, Node] = {}
        return {id(node): id(first.setdefault(repr(node), node)) for node in self.every_node}

    @cached_property
    def contradictable(self) -> tuple[Compare, ...]:
        """The comparisons, each once, of figures that a dossier can contradict: totals, parts of a whole, ages."""
        found = {
            node: None
            for condition in self.conditions
            for node in outside_lists(condition)
            if isinstance(node, Compare) and any(map(self._is_contradictable, nodes(node)))
        }
        return tuple(found)

    def _is_contradictable(self, node: Node) -> bool:
        match node:
            case TermRef(name):
                below = (node for part in self.term_by_id[name].body for node in nodes(part))
                return any(map(self._is_contradictable, below))
            case YearSum() | ListSum() | Count():
                return node.stated_as is not None
            case Proportion() | Age():
                return True
            case _:
                return False

    @cached_property
    def articles_printed_twice(self) -> frozenset[int]:
        """Numbers that the text prints more than once."""
        return frozenset(provision.cites.article for provision in self.provisions if provision.cites.occurrence > 1)

    @cached_property
    def after_approval(self) -> Pack:
        """The same pack as conditions on a history read it: of histories instead of dossiers."""
        if self.lifecycle is None:
            raise LookupError(f"{self.id} rules nothing after approval")
        return replace(self, catalogue=self.lifecycle.catalogue, norms=(), tracks=(), relaxations=(), terms=())

    def norms_for(self, question: Question, track: str | None = None) -> tuple[Norm, ...]:
        """The norms that a question asks, in a track or in any."""
        return tuple(
            norm
            for norm in self.norms
            if norm.question is question and (track is None or not norm.tracks or track in norm.tracks)
        )

    def relaxations_of(self, norm: str) -> tuple[Relaxation, ...]:
        """The relaxations that cover a norm."""
        return tuple(relaxation for relaxation in self.relaxations if norm in relaxation.covers)
