"""What the engine says, against arithmetic written apart from it; and what may not depend on how a thing is told."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.properties.regulations import ASKED, PACKS, built, examples, pack, plans, read
from tic_rules import Determination, Dossier, InputError, Status, Verdict, decide, next_questions
from tic_rules.backends.strategies.choosing import Plainest
from tic_rules.backends.strategies.drawing import Built
from tic_rules.backends.strategies.goals import excuses, passed
from tic_rules.backends.strategies.masking import Way, leavable, without
from tic_rules.backends.strategies.reading import Reading
from tic_rules.backends.strategies.written import Manner, Told, Writer
from tic_rules.ir.norms import Question
from tic_rules.ir.steps import ExcusedStep
from tic_rules.testing import AS_OF, Effect, dossiers, edits, no_worse_than
from tic_rules.truth import FALSE, TRUE, PointKind, Truth, asked_with

every_question = pytest.mark.parametrize(("name", "question"), ASKED)
TRUTHS = {True: TRUE, False: FALSE}


def decided(name: str, dossier: Dossier, question: Question) -> Determination:
    return decide(pack(name), dossier, on=AS_OF, question=question)


def statuses(determination: Determination) -> dict[str, Status]:
    return {norm.id: norm.status for norm in determination.norms}


@every_question
def test_where_a_dossier_says_all_the_engine_says_what_plain_arithmetic_says(name: str, question: Question) -> None:
    @examples(30)
    @given(built(name, question))
    def check(made: Built) -> None:
        reading = Reading(made.plan.setting)
        for found in decided(name, made.dossier, question).norms:
            norm = pack(name).norm_by_id[found.id]
            passes = reading.holds(made.draft, passed(norm))
            if passes is not None and not excuses(pack(name), norm):
                assert found.truth == TRUTHS[passes], found.id
            step = found.step.require if isinstance(found.step, ExcusedStep) else found.step
            parts: list[tuple[Truth, bool | None]] = [(step.truth, reading.holds(made.draft, norm.require))]
            if norm.when is not None and found.when is not None:
                parts.append((found.when.truth, reading.holds(made.draft, norm.when)))
            for truth, expected in parts:
                assert expected is None or truth == TRUTHS[expected], found.id

    check()


@every_question
def test_totals_come_to_the_same_as_the_lists_they_are_totals_of(name: str, question: Question) -> None:
    @examples(20)
    @given(built(name, question))
    def check(made: Built) -> None:
        told = [
            Writer(made.plan.setting, Plainest()).write(made.draft, Manner(told=dict.fromkeys(made.plan.totals, how)))
            for how in Told
        ]
        found = [statuses(decided(name, read(data, name), question)) for data in told]
        assert found[0] == found[1] == found[2]

    check()


@every_question
def test_asking_what_is_open_until_nothing_is_comes_to_the_verdict_of_the_whole(name: str, question: Question) -> None:
    """And asks for nothing that cannot matter: every question is an open point of a norm that is still open."""

    @examples(20)
    @given(st.data())
    def check(data: st.DataObject) -> None:
        made = data.draw(built(name, question))
        whole = decided(name, made.dossier, question)
        assume(whole.verdict in {Verdict.PASS, Verdict.FAIL})
        away: list[Way] = []
        fewer = made.data
        for _ in range(data.draw(st.integers(1, 4))):
            ways = [way for way in leavable(fewer) if not any(isinstance(step, int) for step in way)]
            if ways:
                away.append(data.draw(st.sampled_from(ways)))
                fewer = without(fewer, away[-1])
        try:
            found = decided(name, read(fewer, name), question)
        except InputError:
            return
        while found.truth.is_open:
            asked = next_questions(pack(name), found)
            open_norms = {norm.id for norm in found.norms if norm.truth.is_open}
            assert asked
            assert all(set(one.settles) <= set(one.touches) <= open_norms for one in asked)
            assert {one.point for one in asked} == set(asked_with(found.truth.points).values())
            names = {one.point.name.partition("[")[0] for one in asked if one.point.kind is PointKind.FACT}
            told = [way for way in away if answers(way, names, made)]
            assert told, f"{names} asked; what was left out is {away}"
            away = [way for way in away if way not in told]
            fewer = made.data
            for way in away:
                fewer = without(fewer, way)
            found = decided(name, read(fewer, name), question)
        assert next_questions(pack(name), found) == ()
        assert found.verdict is whole.verdict

    check()


def answers(way: Way, names: set[str], made: Built) -> bool:
    """Whether what was left out is what is asked for, belongs to it, holds it, or is what it is a total of."""
    path = ".".join(str(step) for step in way)
    listed = {total: node.series if hasattr(node, "series") else node.list for total, node in made.plan.totals.items()}
    wanted = {*names, *(listed[name] for name in names if name in listed)}
    return any(name == path or name.startswith(f"{path}.") or path.startswith(f"{name}.") for name in wanted)


@pytest.mark.parametrize("name", PACKS)
def test_an_edit_has_the_effect_that_it_says(name: str) -> None:
    """A raised threshold helps nobody, a lowered one harms nobody; so for boundaries, norms dropped and strengths."""
    small = edits(pack(name))

    @examples(30)
    @given(st.data())
    def check(data: st.DataObject) -> None:
        edit = data.draw(small)
        question = next(
            (pack(name).norm_by_id[norm].question for norm in edit.norms if norm in pack(name).norm_by_id),
            Question.ENTRY,
        )
        assume(any(norm.question is question for norm in edit.pack.norms))
        dossier = data.draw(dossiers(pack(name), question=question))
        try:
            old = decide(pack(name), dossier, on=AS_OF, question=question)
            new = decide(edit.pack, dossier, on=AS_OF, question=question)
        except InputError:
            return  # a total that what is told contradicts, under the one pack or the other
        if Verdict.NOT_APPLICABLE in {old.verdict, new.verdict}:
            return
        match edit.effect:
            case Effect.STRICTER:
                assert no_worse_than(old, new)
            case Effect.LOOSER:
                assert no_worse_than(new, old)
            case Effect.NONE:
                assert old.verdict is new.verdict
            case Effect.EITHER:
                pass

    check()


@pytest.mark.parametrize("name", [name for name in PACKS if pack(name).relaxations])
def test_a_relaxation_harms_nobody(name: str) -> None:
    strict = replace(pack(name), relaxations=())
    questions = sorted({pack(name).norm_by_id[norm].question for one in pack(name).relaxations for norm in one.covers})

    @examples(24)
    @given(st.data())
    def check(data: st.DataObject) -> None:
        question = data.draw(st.sampled_from(questions))
        dossier = data.draw(dossiers(pack(name), question=question))
        with_them, without_them = (decide(one, dossier, on=AS_OF, question=question) for one in (pack(name), strict))
        assert no_worse_than(with_them, without_them)
        for norm, status in statuses(with_them).items():
            if status is Status.NOT_MET:
                assert statuses(without_them)[norm] is Status.NOT_MET

    check()


@pytest.mark.parametrize("name", PACKS)
def test_every_question_of_every_pack_can_be_asked_by_its_plans(name: str) -> None:
    for question in {norm.question for norm in pack(name).norms}:
        for plan in plans(name, question):
            assert plan.base.missed == ()
