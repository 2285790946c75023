"""What to ask next: the open points that can still change a determination, those that settle most first."""

from __future__ import annotations

from dataclasses import dataclass

from tic_rules import arguments
from tic_rules.errors import Problem, UsageError
from tic_rules.inert import one_line
from tic_rules.ir.catalogue import Text
from tic_rules.ir.determination import Determination
from tic_rules.ir.pack import Pack
from tic_rules.ir.paths import calendar_year, series_and_year, without_members
from tic_rules.truth import FALSE, OpenPoint, PointKind, Verdict, asked_with


@dataclass(frozen=True, slots=True, repr=False)
class NextQuestion:
    """One open point that still matters: what to ask, whom, and what the answer settles."""

    point: OpenPoint
    ask: Text
    """What the fact is called, or the question of the finding."""
    whom: tuple[Text, ...]
    """Who may answer: for a fact the evidence that proves it, for a finding its deciders."""
    settles: tuple[str, ...]
    """The norms, by id, that this answer alone would settle."""
    touches: tuple[str, ...]
    """All norms, by id, that are open because of it."""

    def __repr__(self) -> str:
        """What is asked, and how many norms it settles and touches, in one plain line."""
        about = f" about {self.point.about}" if self.point.about else ""
        counted = f"settles {len(self.settles)}, touches {len(self.touches)}"
        return one_line(f"<NextQuestion {self.point.kind} {self.point.name}{about}: {self.ask.zh} ({counted})>")


def next_questions(pack: Pack, determination: Determination) -> tuple[NextQuestion, ...]:
    """The open points of a determination that can still change its verdict, in the order in which to ask them.

    Nothing is asked once the verdict is settled, nor of a track that has failed or a norm that is settled. What settles
    more norms by itself comes first, then what touches more, then facts before findings. Raises UsageError where the
    pack is not the one that made the determination.
    """
    if not isinstance(pack, Pack):
        raise arguments.refuse("next_questions", "pack", pack, arguments.A_PACK)
    if not isinstance(determination, Determination):
        raise arguments.refuse("next_questions", "determination", determination, arguments.A_DETERMINATION)
    made = determination.pack
    if (made.id, made.version, made.digest) != (pack.id, pack.version, pack.digest):
        said = {"made": f"{made.id} {made.version} {made.digest}", "pack": f"{pack.id} {pack.version} {pack.digest}"}
        raise UsageError([Problem.of("E039", **said)])
    live = {
        name
        for track in determination.tracks
        if track.verdict is not Verdict.NOT_APPLICABLE and track.truth != FALSE
        for name in track.norms
    }
    open_norms = [
        norm for norm in determination.norms if norm.id in live and norm.changes_verdict and norm.truth.is_open
    ]
    root = asked_with(determination.truth.points)
    behind = {norm.id: {root.get(point, point) for point in norm.truth.points} for norm in open_norms}
    asked = [
        NextQuestion(
            point,
            *_wording(pack, point),
            tuple(name for name, points in behind.items() if points == {point}),
            tuple(name for name, points in behind.items() if point in points),
        )
        for point in dict.fromkeys(root.values())
    ]
    return tuple(
        sorted(asked, key=lambda q: (-len(q.settles), -len(q.touches), q.point.kind is PointKind.FINDING, q.point))
    )


def _wording(pack: Pack, point: OpenPoint) -> tuple[Text, tuple[Text, ...]]:
    if point.kind is PointKind.FINDING:
        finding = pack.finding_by_id[point.name]
        return finding.ask, tuple(pack.authority_by_id[who].title for who in finding.decided_by)
    if year := calendar_year(point.name):
        return Text(f"{year}年的工作日历", f"the working-day calendar of {year}"), ()
    series, year = series_and_year(point.name) or ("", "")
    if series in pack.catalogue:
        spec = pack.catalogue[series]
        return Text(f"{spec.title.zh}：{year}年", f"{spec.title.en}: {year}"), (spec.evidence,)
    spec = pack.catalogue[without_members(point.name)]
    return spec.title, (spec.evidence,)
