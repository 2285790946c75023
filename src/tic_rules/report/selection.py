"""What of a determination is told where: the norms that were asked, what fails, what is open, what else matters."""

from __future__ import annotations

from collections import Counter
from functools import cached_property

from tic_rules.ir.determination import Determination, NormResult, ReadingResult, Status, TrackResult
from tic_rules.ir.norms import Strength
from tic_rules.report.groups import Group, grouped
from tic_rules.report.open_points import OpenFact, OpenFinding, OpenPoints
from tic_rules.truth import Verdict


class Selection:
    """The parts of one determination, each in the order of the pack."""

    def __init__(self, determination: Determination) -> None:
        self._of = determination

    @cached_property
    def tried(self) -> tuple[TrackResult, ...]:
        """The tracks that are this applicant's."""
        return tuple(track for track in self._of.tracks if track.verdict is not Verdict.NOT_APPLICABLE)

    @cached_property
    def norms(self) -> tuple[NormResult, ...]:
        """The norms that a track of this applicant's asks."""
        names = {name for track in self.tried for name in track.norms}
        return tuple(norm for norm in self._of.norms if norm.id in names)

    @cached_property
    def failures(self) -> tuple[NormResult, ...]:
        """The norms that are not met and count."""
        return self._counting(Status.NOT_MET)

    @cached_property
    def excused(self) -> tuple[NormResult, ...]:
        """The norms whose failure a departure or a relaxation excuses."""
        return self._counting(Status.EXCUSED)

    def _counting(self, status: Status) -> tuple[NormResult, ...]:
        return tuple(norm for norm in self.norms if norm.changes_verdict and norm.status is status)

    @cached_property
    def preferences(self) -> tuple[NormResult, ...]:
        """The preferences that apply."""
        return tuple(
            norm
            for norm in self.norms
            if norm.strength is Strength.PREFERENCE and norm.status is not Status.NOT_APPLICABLE
        )

    @cached_property
    def readings(self) -> tuple[tuple[NormResult, ReadingResult, Verdict], ...]:
        """The other readings that would give another verdict, each with its norm and that verdict."""
        return tuple(
            (norm, reading, reading.verdict_if_other)
            for norm in self.norms
            for reading in norm.readings
            if reading.verdict_if_other is not None and reading.verdict_if_other is not self._of.verdict
        )

    @cached_property
    def facts(self) -> tuple[OpenFact, ...]:
        """The missing facts, those that the verdict waits for first."""
        return tuple(self._points.facts())

    @cached_property
    def findings(self) -> tuple[OpenFinding, ...]:
        """The needed findings, those that the verdict waits for first."""
        return tuple(self._points.findings())

    @cached_property
    def fact_groups(self) -> tuple[Group[OpenFact], ...]:
        """The missing facts, the same one of several members together."""
        return grouped(self.facts)

    @cached_property
    def finding_groups(self) -> tuple[Group[OpenFinding], ...]:
        """The needed findings, the same one about several members together."""
        return grouped(self.findings)

    @cached_property
    def _points(self) -> OpenPoints:
        return OpenPoints(self._of, self.norms)

    @cached_property
    def counts(self) -> Counter[Status]:
        """How many of the norms that are no preferences came out in which way."""
        return Counter(norm.status for norm in self.norms if norm.strength is not Strength.PREFERENCE)
