"""Open points: the facts that nobody told and the findings that somebody has to make, each with what it is called."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass

from tic_rules.facts import common_facts
from tic_rules.ir import steps
from tic_rules.ir.catalogue import Text
from tic_rules.ir.determination import Determination, NormResult
from tic_rules.ir.paths import calendar_year, member_of, series_and_year, without_members
from tic_rules.ir.steps import State
from tic_rules.quantity import Kind
from tic_rules.report.groups import Member
from tic_rules.report.walk import nodes, reads
from tic_rules.truth import OpenPoint, PointKind, asked_with


@dataclass(frozen=True, slots=True)
class OpenFact:
    """A fact that is missing."""

    path: str
    title: Text | None
    """None where neither the trace nor the common catalogue knows the fact."""
    year: str
    """For one year of a yearly series: the year; else empty."""
    unit: Kind | None
    evidence: Text | None
    """What proves it, for a fact common to all cities."""
    norms: tuple[NormResult, ...]
    """The norms that are open because of it."""
    decides: bool
    """Whether the verdict itself is open because of it."""
    member: Member | None = None
    """The member of a list that it is a fact of."""

    @property
    def alike(self) -> Hashable:
        """What the same fact of other members has in common with it."""
        waiting = tuple(norm.id for norm in self.norms)
        return without_members(self.path), self.title, self.unit, waiting, self.decides


@dataclass(frozen=True, slots=True)
class OpenFinding:
    """A finding that is needed."""

    step: steps.FindingStep | None
    """How it stands in the trace."""
    id: str
    about: str
    norms: tuple[NormResult, ...]
    decides: bool
    member: Member | None = None
    """The member of a list that it is asked of."""

    @property
    def alike(self) -> Hashable:
        """What the same question about other members has in common with it."""
        asked = None if self.step is None else (self.step.ask, self.step.decided_by, self.step.note)
        return without_members(self.about), self.id, asked, tuple(norm.id for norm in self.norms), self.decides


class OpenPoints:
    """The open points of a determination, those that the verdict waits for first."""

    def __init__(self, determination: Determination, asked: Iterable[NormResult]) -> None:
        self._titles: dict[str, Text] = {}
        self._units: dict[str, Kind] = {}
        self._findings: dict[tuple[str, str], steps.FindingStep] = {}
        self._names: dict[str, str] = {}
        norms = tuple(asked)
        for step in _steps(determination, norms):
            for node in nodes(step):
                self._note(node)
        open_norms = [norm for norm in norms if norm.truth.is_open and norm.changes_verdict]
        everywhere = (determination.truth.points, *(norm.truth.points for norm in open_norms))
        root = asked_with(dict.fromkeys(point for group in everywhere for point in group))
        points = dict.fromkeys(root.values())
        self._decides = frozenset(root[point] for point in determination.truth.points)
        self._points = sorted(points, key=lambda point: point not in self._decides)
        behind = {norm.id: {root[point] for point in norm.truth.points} for norm in open_norms}
        self._norms = {point: tuple(norm for norm in open_norms if point in behind[norm.id]) for point in points}

    def facts(self) -> Iterator[OpenFact]:
        """The missing facts."""
        for point in self._points:
            if point.kind is PointKind.FACT:
                yield self._fact(point)

    def findings(self) -> Iterator[OpenFinding]:
        """The needed findings."""
        for point in self._points:
            if point.kind is PointKind.FINDING:
                step = self._findings.get((point.name, point.about))
                member = Member(point.about, self._names.get(point.about, "")) if point.about else None
                yield OpenFinding(step, point.name, point.about, self._norms[point], point in self._decides, member)

    def _fact(self, point: OpenPoint) -> OpenFact:
        path, year = series_and_year(point.name) or (point.name, calendar_year(point.name))
        spec = common_facts().get(without_members(path))
        title = self._titles.get(path) or (spec.title if spec is not None else None)
        unit = self._units.get(path) or (spec.unit if spec is not None else None)
        evidence = spec.evidence if spec is not None and spec.evidence.zh else None
        above = "" if year else member_of(path)
        member = Member(above, self._names.get(above, "")) if above else None
        return OpenFact(point.name, title, year, unit, evidence, self._norms[point], point in self._decides, member)

    def _note(self, node: steps.TruthStep | steps.MeasureStep) -> None:
        for read in reads(node):
            self._titles.setdefault(read.path, read.title)
        match node:
            case steps.FindingStep():
                self._findings.setdefault((node.id, node.about), node)
                for point in node.truth.points:
                    if point.kind is PointKind.FACT and point.name not in common_facts():
                        self._titles.setdefault(point.name, node.ask)
            case steps.FactMeasure():
                self._units.setdefault(node.read.path, node.value.unit)
            case steps.YearsMeasure() | steps.ListMeasure():
                self._titles.setdefault(node.path, node.title)
                if isinstance(node, steps.YearsMeasure):
                    self._units.setdefault(node.path, node.value.unit)
                else:
                    self._names.update((member.path, member.name) for member in node.members)
            case steps.EveryStep():
                if node.state is State.MISSING:
                    self._titles.setdefault(node.path, node.title)
                self._names.update((member.path, member.name) for member in node.members)
            case _:
                return


def _steps(determination: Determination, norms: tuple[NormResult, ...]) -> Iterator[steps.TruthStep]:
    for norm in norms:
        if norm.when is not None:
            yield norm.when
        yield norm.step
    for track in determination.tracks:
        yield track.applies
