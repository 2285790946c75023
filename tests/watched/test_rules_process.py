"""The process in which rules are decided: a fault of it is an error for the one who asks, and no end of theirs."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.watched.engines import CITIES, PLAIN, THERE, plan_of
from tic_rules.ir import conditions as ir
from tic_rules.ir.lifecycle import Ground
from tic_rules.ir.status import GroundState
from tic_rules.lifecycle.decider import Decider, NotThereError, Rules, WatchError
from tic_rules.lifecycle.joins import (
    EVENT,
    FINDING,
    MISSING,
    NO,
    STAGE,
    STAY,
    UNBORN,
    WORDS,
    YES,
    GroundJoin,
    Joins,
    Rule,
    word_of,
)
from tic_rules.lifecycle.ruleset import _fact, _pattern
from tic_rules.truth import FALSE, TRUE, OpenPoint, PointKind, Truth, all_of, any_of, negate, open_for

TRUTHS = {
    YES: TRUE,
    NO: FALSE,
    MISSING: open_for([OpenPoint(PointKind.FACT, "fact")]),
    FINDING: open_for([OpenPoint(PointKind.FINDING, "finding")]),
}
PROGRAMS = [pytest.param(PLAIN, id="plain")]
needs_durable = pytest.mark.skipif(not THERE, reason="durable-rules is not installed")


@pytest.fixture(params=[pytest.param(None, id="durable", marks=needs_durable), *PROGRAMS])
def rules(request: pytest.FixtureRequest) -> Iterator[Rules]:
    """A process of each kind."""
    with Rules() if request.param is None else Rules(program=request.param) as made:
        yield made


def _truth(node: ir.Condition, words: dict[int, str], joined: GroundJoin) -> Truth:
    """A ground's condition by ``truth`` alone."""
    match node:
        case ir.All(items) if items:
            return all_of(_truth(item, words, joined) for item in items)
        case ir.AnyOf(items) if items:
            return any_of(_truth(item, words, joined) for item in items)
        case ir.Not(item):
            return negate(_truth(item, words, joined))
        case _:
            return TRUTHS[words[next(leaf.slot for leaf in joined.leaves if leaf.condition is node)]]


def _state(ground: Ground, arises: str, words: dict[int, str], joined: GroundJoin) -> GroundState:
    if arises == NO:
        return GroundState.NOT_APPLICABLE
    said = word_of(all_of([TRUTHS[arises], _truth(ground.require, words, joined)]))
    return {
        YES: GroundState.MET,
        NO: GroundState.NOT_MET,
        MISSING: GroundState.UNKNOWN,
        FINDING: GroundState.REVIEW,
    }[said]


@pytest.mark.parametrize("city", CITIES)
def test_grounds_are_joined_as_kleene_has_it(rules: Rules, city: str) -> None:
    """Every combination of truths of every ground, up to four parts; of more, those of the first four."""
    plan = plan_of(city)
    decider = Decider(rules, plan.joins)
    for joined in plan.joins.grounds:
        for arises, *first in itertools.product(WORDS, repeat=1 + min(3, len(joined.leaves))):
            said = [*first, *[NO] * (len(joined.leaves) - len(first))]
            words = {leaf.slot: word for leaf, word in zip(joined.leaves, said, strict=True)}
            found = decider.ground(joined, arises, said)
            assert found is _state(joined.ground, arises, words, joined), (joined.ground.id, arises, said)


@pytest.mark.parametrize("city", CITIES)
def test_an_event_moves_by_the_first_move_that_is_certain(rules: Rules, city: str) -> None:
    plan = plan_of(city)
    decider = Decider(rules, plan.joins)
    for (stage, kind), moves in plan.joins.moves.items():
        for said in itertools.product(WORDS, repeat=len(moves)):
            words = [YES if joined.slot is None else word for joined, word in zip(moves, said, strict=True)]
            expected: dict[str, str] = {}
            for joined, word in zip(moves, words, strict=True):
                if word != NO:
                    expected[joined.move.id] = YES if word == YES else MISSING
                if word == YES:
                    break
            else:
                expected[STAY] = YES
            assert decider.move(stage, kind, moves, words) == expected


def test_a_question_is_put_once(rules: Rules) -> None:
    plan = plan_of(CITIES[0])
    decider = Decider(rules, plan.joins)
    first = plan.joins.grounds[0]
    for _ in range(5):
        decider.ground(first, YES, [NO] * len(first.leaves))
    assert rules.questions == 1


def _program(folder: Path, *lines: str) -> Path:
    """A program in the place of ours, which says that it is ready and then does otherwise."""
    path = folder / "program.py"
    said = ["import sys, json, os, time", "print(json.dumps({'ready': True}), flush=True)", *lines]
    path.write_text("\n".join(said), "utf-8")
    return path


ONE = Joins(rules=[Rule(((STAGE, (UNBORN,)), (EVENT, ("approved",))), ("move", "m", YES))])


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(("sys.stdin.readline()", "os.abort()"), id="it dies of a fault"),
        pytest.param(("sys.exit(3)",), id="it ends"),
        pytest.param(("time.sleep(60)",), id="it does not answer"),
        pytest.param(("sys.stdin.readline()", "print('{', flush=True)", "time.sleep(60)"), id="half an answer"),
        pytest.param(("sys.stdin.readline()", "print('[1]', flush=True)", "time.sleep(60)"), id="no answer of ours"),
        pytest.param(('for _ in sys.stdin: print(\'{"error": "why"}\', flush=True)',), id="an error"),
    ],
)
def test_a_fault_is_an_error_for_the_one_who_asks(tmp_path: Path, lines: tuple[str, ...]) -> None:
    with Rules(program=_program(tmp_path, *lines), seconds=0.5) as rules, pytest.raises(WatchError) as caught:
        rules.load(ONE)
    assert [problem.code for problem in caught.value.problems] == ["E081"]


def test_a_process_that_died_is_started_again(tmp_path: Path) -> None:
    """It held nothing: the rules are told to it anew, and the question is put again."""
    plain = PLAIN.read_text("utf-8").replace(
        "    for line in sys.stdin:\n",
        "    import os, pathlib\n    mark = pathlib.Path(__file__).with_name('died')\n    for line in sys.stdin:\n"
        "        if 'facts' in line and not mark.exists():\n            mark.touch()\n            os.abort()\n",
    )
    (tmp_path / "dies_once.py").write_text(plain, "utf-8")
    with Rules(program=tmp_path / "dies_once.py") as rules:
        name = rules.load(ONE)
        assert rules.follows(name, [(STAGE, UNBORN), (EVENT, "approved")]) == {("move", "m", YES)}
        assert (tmp_path / "died").exists()
        assert rules.starts == 2


def test_without_durable_rules_it_is_not_there(tmp_path: Path) -> None:
    """The message says why, and how to install it."""
    path = tmp_path / "not_there.py"
    path.write_text("import json\nprint(json.dumps({'ready': False, 'why': 'ImportError: no such symbol'}))", "utf-8")
    with Rules(program=path) as rules, pytest.raises(NotThereError) as caught:
        rules.start()
    assert "ImportError: no such symbol" in str(caught.value)
    assert "CPPFLAGS=-DPyEval_CallObject=PyObject_CallObject" in str(caught.value)


@needs_durable
def test_an_error_inside_an_action_is_said() -> None:
    """durable-rules would keep it to itself."""
    bad = Joins(rules=[Rule(((STAGE, (UNBORN,)), (EVENT, ("approved",))), ("nonsense", "m", YES))])
    with Rules() as rules, pytest.raises(WatchError, match="nonsense"):
        rules.follows(rules.load(bad), [(STAGE, UNBORN), (EVENT, "approved")])


@needs_durable
def test_a_fact_that_no_rule_takes_is_said_and_leaves_nothing_behind() -> None:
    with Rules() as rules:
        name = rules.load(ONE)
        with pytest.raises(WatchError, match="MessageNotHandled"):
            rules.follows(name, [(STAGE, UNBORN), (EVENT, "no such kind")])
        assert rules.follows(name, [(STAGE, UNBORN), (EVENT, "approved")]) == {("move", "m", YES)}


@needs_durable
def test_two_words_of_one_fact_are_said() -> None:
    with Rules() as rules, pytest.raises(WatchError, match="is - and"):
        rules.follows(rules.load(ONE), [(STAGE, UNBORN), (STAGE, "running")])


def test_facts_are_only_ever_compared_for_equality() -> None:
    """In durable-rules a text is greater than any number."""
    assert _pattern(3, [YES]) == {"$and": [{"n": 3}, {"v": YES}]}
    assert _pattern(3, [YES, NO]) == {"$and": [{"n": 3}, {"$or": [{"v": YES}, {"v": NO}]}]}
    assert _fact(3, YES) == {"id": "3", "sid": "1", "n": 3, "v": YES}
