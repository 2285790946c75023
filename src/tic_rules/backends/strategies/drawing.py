"""The strategies themselves: Hypothesis chooses among the ways, and shrinks toward the plainest dossier that passes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from hypothesis import note
from hypothesis import strategies as st
from hypothesis.control import currently_in_test_context

from tic_rules.backends.strategies import masking
from tic_rules.backends.strategies.draft import Draft
from tic_rules.backends.strategies.pins import Pin, Written, pin_of
from tic_rules.backends.strategies.plans import Fall, Plan
from tic_rules.backends.strategies.setting import Setting
from tic_rules.backends.strategies.written import Answered, Manner, Told, Writer
from tic_rules.errors import Problem, UsageError
from tic_rules.facts import Dossier
from tic_rules.ir.catalogue import Text
from tic_rules.ir.norms import Norm, Question
from tic_rules.ir.pack import Pack

_MOST_DISTURBED = 3
_MOST_MISSING = 3


@dataclass(frozen=True, slots=True)
class Failing:
    """A dossier that fails one norm of a pack."""

    dossier: Dossier
    norm: str
    question: Question
    track: str
    """The question and track by which it does."""
    falls: tuple[str, ...]
    """The norms that fall with it; none where it alone is failed."""
    why: Text
    """What it has in common with each of these; empty where there are none."""


class _Drawn:
    """A chooser that lets Hypothesis choose."""

    def __init__(self, draw: st.DrawFn) -> None:
        self._draw = draw

    def first_of(self, number: int) -> int:
        return self._draw(st.integers(0, number - 1))


def plans(
    pack: Pack, question: Question, track: str | None, given: Mapping[str, Pin | Written], on: date
) -> tuple[Plan, ...]:
    """The plans to build by: for the track named, else for each; pins are held against each other at once."""
    names = [way.id for way in pack.tracks]
    if track is not None and track not in names:
        raise UsageError(
            [Problem.of("E002", name=track, pack=pack.id, known="、".join(names), known_en=", ".join(names))]
        )
    setting, pins = Setting(pack, on), pin_of(given)
    tracks = [name for name in names if track in {None, name}]
    made, wrong = [], []
    for name in tracks:
        plan = Plan(setting, question, name, pins)
        try:
            _ = plan.base
        except UsageError as error:
            wrong.append(error)
        else:
            made.append(plan)
    if not made:
        raise wrong[0]
    return tuple(made)


def dossiers_by(made: Sequence[Plan]) -> st.SearchStrategy[Dossier]:
    """Dossiers near the boundaries, with facts and findings missing here and there."""

    @st.composite
    def dossiers(draw: st.DrawFn) -> Dossier:
        plan = draw(st.sampled_from(made))
        chooser = _Drawn(draw)
        draft = plan.near(chooser)
        possible = plan.disturbances()
        for _ in range(draw(st.integers(0, min(_MOST_DISTURBED, len(possible))))):
            draft = plan.disturbed(draft, draw(st.sampled_from(possible)), draw(st.integers(0, 2)), chooser)
        things = plan.things(draft)
        if things and draw(st.integers(0, 3)) == 3:
            draft = plan.without(draft, draw(st.sampled_from(things)), chooser)
        answered = draw(st.dictionaries(st.sampled_from(_findings(plan)), st.sampled_from(Answered), max_size=3))
        pinned = plan.protected
        manner = Manner({name: how for name, how in answered.items() if name not in pinned}, _told(draw, plan))
        data = Writer(plan.setting, chooser).write(draft, manner)
        for _ in range(draw(st.integers(0, _MOST_MISSING))):
            leavable = masking.leavable(data, pinned)
            if leavable:
                data = masking.without(data, draw(st.sampled_from(leavable)))
        return _finished(plan, data)

    return dossiers()


def passing_by(made: Sequence[Plan]) -> st.SearchStrategy[Dossier]:
    """Dossiers of which every norm is met or not applicable."""

    @st.composite
    def passing(draw: st.DrawFn) -> Dossier:
        plan = draw(st.sampled_from(made))
        return _written(draw, plan, plan.passing(_Drawn(draw)))

    return passing()


def failing_by(plan: Plan, norm: Norm, least: Fall) -> st.SearchStrategy[Failing]:
    """Dossiers that fail a norm."""

    @st.composite
    def failing(draw: st.DrawFn) -> Failing:
        fall = plan.failing(norm, _Drawn(draw), least)
        dossier = _written(draw, plan, fall.draft)
        return Failing(dossier, norm.id, plan.question, plan.track, fall.falls, plan.why(norm, fall.falls))

    return failing()


def _written(draw: st.DrawFn, plan: Plan, draft: Draft) -> Dossier:
    """The dossier that says what a draft says, with totals told in any way."""
    return _finished(plan, Writer(plan.setting, _Drawn(draw)).write(draft, Manner(told=_told(draw, plan))))


def _told(draw: st.DrawFn, plan: Plan) -> dict[str, Told]:
    return {path: draw(st.sampled_from(Told)) for path in plan.totals if path not in plan.protected}


def _findings(plan: Plan) -> list[str]:
    return list(plan.setting.pack.finding_by_id)


def _finished(plan: Plan, data: dict[str, Any]) -> Dossier:
    for path in plan.missing:
        data = masking.without(data, tuple(path.split(".")))
    dossier = Dossier.from_dict(data, cities=[plan.setting.pack.id])
    if currently_in_test_context():
        note(f"# 资料 · dossier\n{dossier.to_yaml()}")
    return dossier
