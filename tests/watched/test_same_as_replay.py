"""For every history the watcher and the plain replay say the same, after every event and every day.

``TIC_RULES_HISTORIES`` draws more of them than the suite does.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable, Iterator
from copy import copy
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from tests.watched.engines import CITIES, engine, pack_of, plan_of
from tests.watched.lines import START, Lines, events
from tic_rules.errors import InputError
from tic_rules.facts.events import Event
from tic_rules.lifecycle import status
from tic_rules.lifecycle.centre import Centre
from tic_rules.lifecycle.decider import Decider, WatchError
from tic_rules.lifecycle.joins import Joins
from tic_rules.lifecycle.kept import Kept
from tic_rules.lifecycle.life import Life
from tic_rules.lifecycle.line import Line
from tic_rules.lifecycle.plan import Plan
from tic_rules.lifecycle.register import Register
from tic_rules.lifecycle.ruled import RuledGrounds
from tic_rules.lifecycle.standing import facts_of
from tic_rules.lifecycle.watcher import Watcher

HISTORIES = int(os.environ.get("TIC_RULES_HISTORIES", "0"))
LAST = date(2040, 1, 1)


class Lives(RuleBasedStateMachine):
    """Two centres of one city in a register, watched; so few records are held that each pushes the other out."""

    replayed = False

    def __init__(self) -> None:
        super().__init__()
        self._folder = tempfile.TemporaryDirectory()
        path = Path(self._folder.name) / "register.jsonl"
        self.lines, self.register = Lines(path), Register(path)
        self.clock = START
        self.taken: list[tuple[Line, int]] = []
        self.touched: set[str] = set()

    def teardown(self) -> None:
        """Lets the files go."""
        if hasattr(self, "watcher"):
            self.watcher.close()
        self._folder.cleanup()

    @initialize(city=st.sampled_from(CITIES))
    def enter(self, city: str) -> None:
        self.plan = plan_of(city)
        self.known = {name: Centre(name, city, "") for name in ("first", "second")}
        self.watcher = self._watcher()
        for name in self.known:
            self.lines.add(name, "enrolled", {"city": city})
        self._read()

    def _watcher(self) -> Watcher:
        return Watcher(self.register, pack_of, None if self.replayed else engine(), LAST, most_records=30)

    def _read(self) -> None:
        """Lets the watcher read what was written."""
        last, offset = self.taken[-1] if self.taken else (None, 0)
        offset = 0 if last is None else last.end
        for line in self.register.lines(offset, last):
            assert line.problems == ()
            assert [told for told in self.watcher.read(line, offset) if hasattr(told, "code")] == []
            self.taken.append((line, offset))
            offset = line.end

    @rule(data=st.data(), name=st.sampled_from(["first", "first", "first", "second"]))
    def record(self, data: st.DataObject, name: str) -> None:
        centre = self.known[name]
        first: dict[str, str] = {}
        for number, event in enumerate(centre.events, start=1):
            first[str(number)] = first[event.corrects] if event.corrects is not None else str(number)
        gone = {first[event.corrects] for event in centre.events if event.kind == "withdrawn" and event.corrects}
        named = {name: centre.events[int(of) - 1].kind or "" for name, of in first.items() if of not in gone}
        firsts = {name for name, of in first.items() if name == of}
        written: dict[str, Any] = data.draw(events(self.plan, self.clock, named, firsts))
        written["id"] = str(len(centre.events) + 1)  # in a register the number of its line, if it is given none
        assert centre.take(Event.model_validate(written)) == ()
        self.lines.add(name, "event", written)
        self._read()
        self.clock = self.watcher.clock or self.clock
        self.touched = {name}

    @rule(days=st.sampled_from([1, 1, 7, 31, 90, 200]))
    def pass_days(self, days: int) -> None:
        self.clock += timedelta(days=days)
        list(self.watcher.advance(self.clock))
        self.touched = set(self.known)

    @precondition(lambda self: len(self.taken) > 4)
    @rule()
    def start_again(self) -> None:
        before = self.watcher
        self.watcher = self._watcher()
        self.watcher.restore(iter(self.taken), before.clock, before.seq)
        for name in self.known:
            assert self.watcher.facts(name) == before.facts(name)
        before.close()
        self.touched = set(self.known)

    @invariant()
    def same_as_replay(self) -> None:
        for name in self.touched:  # nobody before the first event
            centre = self.known[name]
            try:
                found = status(self.plan.pack, centre.history(), on=self.clock)
            except InputError:
                assert set(self.watcher.facts(name)) == {"refused"}
                continue
            assert self.watcher.facts(name) == facts_of(found)


class Replayed(Lives):
    """The same with no rules engine."""

    replayed = True


def test_the_watcher_says_what_the_replay_says() -> None:
    run_state_machine_as_test(Lives, settings=settings(max_examples=HISTORIES or 120, stateful_step_count=25))


def test_without_a_rules_engine_it_says_the_same() -> None:
    run_state_machine_as_test(Replayed, settings=settings(max_examples=HISTORIES or 20, stateful_step_count=20))


def _lived(plan: Plan) -> Iterator[Centre]:
    """A centre that was approved and then evaluated as its city has it."""
    centre = Centre("one", plan.pack.id, "")
    for number, kind in enumerate(("approved", "recognised", "evaluation", "revoked")):
        said = {"kind": kind, "day": f"2020-0{number + 1}-01", "by": "某局", "basis": "文件"}
        centre.take(Event.model_validate({**said, "grade": "不合格"} if kind == "evaluation" else said))
        yield centre


@pytest.mark.parametrize("city", CITIES)
def test_moves_and_grounds_are_decided_by_the_rules(city: str) -> None:
    """With the rules emptied, the watcher does not say what the replay says: it has nothing of its own to say it by."""
    pack = pack_of(city)
    assert pack.lifecycle is not None
    joins = Joins.of(pack.lifecycle)
    joins.rules.clear()
    plan = Plan(pack, pack.lifecycle, joins)
    with pytest.raises((WatchError, AssertionError)):
        _hold_against_replay(plan)


def _hold_against_replay(plan: Plan) -> None:
    decider = Decider(engine(), plan.joins)
    for centre in _lived(plan):
        life = Life(plan, decider, partial(copy, centre), {})
        list(life.at(date(2021, 1, 1)))
        assert life.facts == facts_of(status(plan.pack, centre.history(), on=date(2021, 1, 1)))


@pytest.mark.parametrize("city", CITIES)
def test_every_ground_stands_as_it_does_in_the_replay(city: str) -> None:
    """Those that are not reported too: not met, and not applicable."""
    plan, on = plan_of(city), date(2021, 1, 1)
    decider = Decider(engine(), plan.joins)
    for centre in _lived(plan):
        history = centre.history()
        sight = Kept.of(plan, decider, history, on).sight
        grounds, evaluator = RuledGrounds(plan, decider, sight), sight.judged.evaluator()
        found = {joined.ground.id: grounds.state(joined, evaluator) for joined in plan.joins.grounds}
        assert found == {ground.id: ground.state for ground in status(plan.pack, history, on=on).grounds}


def _told(city: str, said: Iterable[dict[str, Any]]) -> Centre:
    """A centre of which some events were recorded."""
    centre = Centre("one", city, "")
    for event in said:
        assert centre.take(_event(event)) == ()
    return centre


def _event(said: dict[str, Any]) -> Event:
    return Event.model_validate({**said, "by": "某局", "basis": "文件"})


@pytest.mark.parametrize("replayed", [False, True])
@pytest.mark.parametrize("at_once", [False, True])
def test_a_notice_that_is_known_before_its_day_sets_the_day_then(replayed: bool, at_once: bool) -> None:
    """Until then the day that was set before stands; on its day the watcher looks again, though nothing is recorded."""
    plan, duty = plan_of("shijiazhuang"), "sjz.duty-annual-report"
    told: list[dict[str, Any]] = []
    life = Life(plan, None if replayed else Decider(engine(), plan.joins), lambda: _told("shijiazhuang", told), {})
    for event in (
        {"kind": "approved", "day": "2023-06-18"},
        {"kind": "notice", "day": "2025-01-10", "duty": duty, "year": 2024, "due": "2025-06-20"},
        {"kind": "notice", "day": "2025-04-01", "recorded_on": "2025-02-01", "duty": duty, "year": 2024}
        | {"due": "2025-07-01"},
    ):
        told.append(event)
        assert life.take(_event(event)) == ()
        if not at_once or len(told) == 3:
            list(life.at(date(2025, 2, 1)))
    days = {}
    for on in (date(2025, 3, 31), date(2025, 4, 1)):
        list(life.at(on))
        assert life.facts == facts_of(status(plan.pack, _told("shijiazhuang", told).history(), on=on))
        days[on] = next(fact.day for fact in life.facts[f"duty {duty}"] if fact.of == "2024")
    assert days == {date(2025, 3, 31): date(2025, 6, 20), date(2025, 4, 1): date(2025, 7, 1)}


def test_a_rectification_recorded_last_parts_two_grades() -> None:
    """Until it is known, two grades of one evaluation are set aside; then they are of two."""
    plan, on = plan_of("hohhot"), date(2025, 12, 1)
    told: list[dict[str, Any]] = []
    life = Life(plan, Decider(engine(), plan.joins), lambda: _told("hohhot", told), {})
    stages = []
    for event in (
        {"kind": "approved", "day": "2022-06-18"},
        {"kind": "complete", "day": "2022-06-18", "to": "2030-12-31", "kinds": ["all"]},
        {"kind": "evaluation", "day": "2025-03-10", "type": "综合", "grade": "不合格", "year": 2025},
        {"kind": "evaluation", "day": "2025-09-05", "type": "综合", "grade": "合格", "year": 2025},
        {"kind": "rectification_done", "day": "2025-06-01", "recorded_on": "2025-11-01"},
        {"kind": "evaluation", "day": "2025-09-06", "type": "综合", "grade": "不合格", "year": 2025},
    ):
        told.append(event)
        assert life.take(_event(event)) == ()
        list(life.at(on))
        assert life.facts == facts_of(status(plan.pack, _told("hohhot", told).history(), on=on))
        stages.append(sorted({fact.id for fact in life.facts["stage"]}))
    assert stages == [
        ["running"],
        ["running"],
        ["rectifying"],
        ["rectifying", "running"],
        ["running"],
        ["failed", "rectifying", "running"],
    ]
