"""The strategies themselves: Hypothesis chooses among the ways, and shrinks toward the plainest dossier that passes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from hypothesis import note
from hypothesis import strategies as st
from hypothesis.control import currently_in_test_context, should_note

from tic_rules.backends.strategies import masking
from tic_rules.backends.strategies.choosing import WAYS, Chooser, numbered
from tic_rules.backends.strategies.draft import Draft
from tic_rules.backends.strategies.pins import Pin, Written, pin_of
from tic_rules.backends.strategies.plans import Fall, Plan
from tic_rules.backends.strategies.setting import Setting
from tic_rules.backends.strategies.written import Answered, Manner, Told, Writer, list_of
from tic_rules.errors import Problem, UsageError
from tic_rules.facts import Dossier
from tic_rules.ir.catalogue import Text
from tic_rules.ir.norms import Norm, Question
from tic_rules.ir.pack import Pack

_MOST_DISTURBED = 3
_MOST_MISSING = 3
_NUMBERS = st.integers(0, WAYS - 1)


def _chooser(draw: st.DrawFn) -> Chooser:
    return numbered(draw(_NUMBERS))


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


@dataclass(frozen=True, slots=True)
class Built:
    """A dossier with the draft that it was written from."""

    plan: Plan
    draft: Draft
    data: dict[str, Any]
    """As it is written in a file."""
    dossier: Dossier


def plans(
    pack: Pack, question: Question, track: str | None, given: Mapping[str, Pin | Written], on: date
) -> tuple[Plan, ...]:
    """The plans to build by: for the track named, else for each; pins are held against each other at once."""
    names = [way.id for way in pack.tracks]
    if track is not None and track not in names:
        raise UsageError(
            [Problem.of("E002", name=track, pack=pack.id, known="、".join(names), known_en=", ".join(names))]
        )
    pins = pin_of(given)
    made, wrong = [], []
    for name in names:
        if track not in {None, name}:
            continue
        try:
            made.append(_plan(pack, question, name, pins, on))
        except UsageError as error:
            wrong.append(error)
    if not made:
        raise wrong[0]
    return tuple(made)


_PLANS: dict[tuple[object, ...], Plan] = {}
"""The plans made last; what they once built they need not build again."""
_MOST_PLANS = 64


def _plan(pack: Pack, question: Question, track: str, pins: Mapping[str, Pin], on: date) -> Plan:
    key = (pack.digest, question, track, tuple((name, pins[name]) for name in sorted(pins)), on)
    if key not in _PLANS:
        plan = Plan(Setting(pack, on), question, track, pins)
        _ = plan.base
        if len(_PLANS) >= _MOST_PLANS:
            _PLANS.clear()
        _PLANS[key] = plan
    return _PLANS[key]


def dossiers_by(made: Sequence[Plan]) -> st.SearchStrategy[Dossier]:
    """Dossiers near the boundaries, with facts and findings missing here and there."""

    @st.composite
    def dossiers(draw: st.DrawFn) -> Dossier:
        plan, draft = _disturbed(draw, made)
        names = list(plan.setting.pack.finding_by_id)
        answered = draw(st.dictionaries(st.sampled_from(names), st.sampled_from(Answered), max_size=3)) if names else {}
        pinned = plan.protected
        manner = Manner({name: how for name, how in answered.items() if name not in pinned}, _told(draw, plan))
        data = Writer(plan.setting, _chooser(draw)).write(draft, manner)
        for _ in range(draw(st.integers(0, _MOST_MISSING))):
            leavable = masking.leavable(data, pinned)
            if leavable:
                data = masking.masked(data, draw(st.sampled_from(leavable)))
        return _finished(plan, data)

    return dossiers()


def built_by(made: Sequence[Plan]) -> st.SearchStrategy[Built]:
    """The same with nothing left out, and with the drafts: what plain arithmetic and the engine make of them agrees."""

    @st.composite
    def built(draw: st.DrawFn) -> Built:
        plan, draft = _disturbed(draw, made)
        data = Writer(plan.setting, _chooser(draw)).write(draft, Manner(told=_told(draw, plan)))
        return Built(plan, draft, data, _finished(plan, data))

    return built()


def _disturbed(draw: st.DrawFn, made: Sequence[Plan]) -> tuple[Plan, Draft]:
    """A draft that was built to pass and then put on or beside some boundaries."""
    plan = draw(st.sampled_from(made))
    draft = plan.near(draw(_NUMBERS))
    possible = plan.disturbances()
    for _ in range(draw(st.integers(0, min(_MOST_DISTURBED, len(possible))))):
        draft = plan.disturbed(draft, draw(st.sampled_from(possible)), draw(st.integers(0, 2)), _chooser(draw))
    things = plan.things(draft)
    if things and draw(st.integers(0, 3)) == 3:
        draft = plan.without(draft, draw(st.sampled_from(things)))
    return plan, draft


def passing_by(made: Sequence[Plan]) -> st.SearchStrategy[Dossier]:
    """Dossiers of which every norm is met or not applicable."""

    @st.composite
    def passing(draw: st.DrawFn) -> Dossier:
        plan = draw(st.sampled_from(made))
        return _written(draw, plan, plan.passing(draw(_NUMBERS)))

    return passing()


def failing_by(plan: Plan, norm: Norm, least: Fall) -> st.SearchStrategy[Failing]:
    """Dossiers that fail a norm."""

    @st.composite
    def failing(draw: st.DrawFn) -> Failing:
        fall = plan.failing(norm, draw(_NUMBERS), least)
        dossier = _written(draw, plan, fall.draft)
        return Failing(dossier, norm.id, plan.question, plan.track, fall.falls, plan.why(norm, fall.falls))

    return failing()


def _written(draw: st.DrawFn, plan: Plan, draft: Draft) -> Dossier:
    """The dossier that says what a draft says, with totals told in any way."""
    return _finished(plan, Writer(plan.setting, _chooser(draw)).write(draft, Manner(told=_told(draw, plan))))


def _told(draw: st.DrawFn, plan: Plan) -> dict[str, Told]:
    """How the totals of some lists and series are told, where not by the list."""
    by_list: dict[str, list[str]] = {}
    for path, total in plan.totals.items():
        if path not in plan.protected:
            by_list.setdefault(list_of(total), []).append(path)
    if not by_list:
        return {}
    told = draw(st.dictionaries(st.sampled_from(list(by_list)), st.sampled_from(Told), max_size=3))
    return {path: how for listed, how in told.items() for path in by_list[listed]}


def _finished(plan: Plan, data: dict[str, Any]) -> Dossier:
    for path in plan.missing:
        data = masking.masked(data, tuple(path.split(".")))
    dossier = Dossier.from_dict(data, cities=[plan.setting.pack.id])
    if currently_in_test_context() and should_note():
        note(f"# 资料 · dossier\n{dossier.to_yaml()}")
    return dossier
