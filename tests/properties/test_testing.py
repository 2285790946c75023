"""The public strategies keep what they promise: what is to pass passes, what is to fail fails alone, edits load."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, find, given, settings
from hypothesis import strategies as st

from tests.properties.regulations import ASKED, LIGHTHOUSE, PACKS, pack, plans
from tic_rules import Dossier, Question, Status, UsageError, Verdict, decide
from tic_rules.backends.strategies.choosing import WAYS, numbered
from tic_rules.backends.strategies.written import Manner, Writer
from tic_rules.ir.conditions import Compare, Op
from tic_rules.ir.steps import CompareStep, ExcusedStep
from tic_rules.testing import (
    AS_OF,
    MISSING,
    NONE,
    EditKind,
    Effect,
    Failing,
    Pin,
    all_edits,
    at_least,
    at_most,
    between,
    dossiers,
    exactly,
    failing,
    no_worse_than,
    one_of,
    passing,
    with_threshold,
)

few = settings(max_examples=6)


@pytest.mark.parametrize(("name", "question"), ASKED)
def test_what_is_to_pass_passes(name: str, question: Question) -> None:
    @few
    @given(passing(pack(name), question=question))
    def check(dossier: Dossier) -> None:
        found = decide(pack(name), dossier, on=AS_OF, question=question)
        assert found.verdict is Verdict.PASS or not any(norm.changes_verdict for norm in found.norms)
        passed = [track for track in found.tracks if track.verdict is not Verdict.NOT_APPLICABLE]
        asked = {norm for track in passed for norm in track.norms}
        wrong = {norm.id: norm.status for norm in found.norms if norm.status not in {Status.MET, Status.NOT_APPLICABLE}}
        assert len(passed) > 1 or not asked & set(wrong)

    check()


@pytest.mark.parametrize("name", PACKS)
def test_every_norm_can_be_failed_and_just_the_norms_named_fall(name: str) -> None:
    for norm in pack(name).norms:
        plan = next(p for p in plans(name, norm.question) if not norm.tracks or p.track in norm.tracks)
        least = plan.least_fall(norm)
        fall = plan.failing(norm, 7, least)
        data = Writer(plan.setting, numbered(7)).write(fall.draft, Manner())
        dossier = Dossier.from_dict(data, cities=[pack(name).id])
        found = decide(pack(name), dossier, on=AS_OF, question=norm.question, tracks=[plan.track])
        assert {one.id for one in found.norms if one.status is Status.NOT_MET} == {norm.id, *fall.falls}
        others = {one.status for one in found.norms} - {Status.NOT_MET}
        assert others <= {Status.MET, Status.NOT_APPLICABLE}
        assert set(fall.falls) <= set(least.falls)


def test_no_norm_of_liaocheng_drags_another_down() -> None:
    falls = {}
    for norm in pack("liaocheng").norms:
        plan = plans("liaocheng", norm.question)[0]
        falls[norm.id] = plan.least_fall(norm).falls
    assert {name: also for name, also in falls.items() if also} == {}


@few
@given(failing("liaocheng", "lc.rd-intensity"))
def test_a_failing_dossier_says_by_which_question_and_track_it_fails(made: Failing) -> None:
    assert (made.norm, made.question, made.track, made.falls) == ("lc.rd-intensity", "entry", "establishment", ())
    found = decide(pack("liaocheng"), made.dossier, on=AS_OF, question=made.question, tracks=[made.track])
    assert [norm.id for norm in found.failed] == ["lc.rd-intensity"]


def test_dossiers_reach_every_verdict_and_both_sides_of_a_threshold() -> None:
    """Not by luck: the same numbers are drawn in every run of this test."""
    seen: set[Verdict] = set()
    margins: set[Fraction | None] = set()

    @settings(max_examples=80, derandomize=True, database=None, phases=[Phase.generate])
    @given(dossiers("liaocheng", given={"lead.kind": "企业"}))
    def look(dossier: Dossier) -> None:
        found = decide(pack("liaocheng"), dossier, on=AS_OF)
        seen.add(found.verdict)
        step = next(norm.step for norm in found.norms if norm.id == "lc.rd-total")
        require = step.require if isinstance(step, ExcusedStep) else step
        assert isinstance(require, CompareStep)
        margins.add(require.margin.lo)

    look()
    assert {Verdict.PASS, Verdict.FAIL, Verdict.UNKNOWN, Verdict.REVIEW} <= seen
    assert Fraction(0) in margins
    assert min(margin for margin in margins if margin is not None) < 0 < max(m for m in margins if m is not None)


PINS: list[tuple[str, Pin, Callable[[Any], bool]]] = [
    ("lead.kind", exactly("企业"), lambda d: d.lead.kind == "企业"),
    (
        "lead.legal_form",
        one_of("企业法人", "事业单位法人"),
        lambda d: d.lead.legal_form in {"企业法人", "事业单位法人"},
    ),
    ("lc.rd-total", at_least("1200万元"), lambda d: True),
    ("partners", between("1家", "2家"), lambda d: d.partners is None or 1 <= len(d.partners) <= 2),
    ("partners", at_most("0家"), lambda d: not d.partners),
    ("agreement", NONE, lambda d: d.agreement == "none"),
    ("lead.seat", MISSING, lambda d: d.lead.seat is None),
    ("application.submitted_on", at_least("2026-06-01"), lambda d: d.application.submitted_on >= date(2026, 6, 1)),
]


@pytest.mark.parametrize(("name", "pin", "holds"), PINS, ids=[f"{name}-{pin.kind}" for name, pin, _ in PINS])
def test_what_is_pinned_holds_in_every_dossier(name: str, pin: Pin, holds: Callable[[Any], bool]) -> None:
    @few
    @given(dossiers("liaocheng", given={name: pin}))
    def check(dossier: Dossier) -> None:
        assert holds(dossier)
        if name == "lc.rd-total":
            assert "lc.rd-total" not in {norm.id for norm in decide(pack("liaocheng"), dossier, on=AS_OF).failed}

    check()


REFUSED: dict[str, tuple[Callable[[], object], str]] = {
    "a fact that is none": (lambda: dossiers("liaocheng", given={"lead.knid": "企业"}), "E042"),
    "a kind that is none": (lambda: dossiers("liaocheng", given={"lead.kind": "公司集团"}), "E161"),
    "people for money": (lambda: dossiers("liaocheng", given={"lc.rd-total": at_least("12人")}), "E132"),
    "a track that is none": (lambda: dossiers("liaocheng", track="none-such"), "E002"),
    "a norm that is none": (lambda: failing("liaocheng", "lc.rd-totl"), "E041"),
    "a norm that the pins hold up": (
        lambda: failing("liaocheng", "lc.rd-total", given={"lc.rd-total": at_least("1000万元")}),
        "E044",
    ),
    "pins that contradict each other": (
        lambda: dossiers("liaocheng", given={"partners": at_most("0家"), "lc.partner-limit": at_least("2家")}),
        "E044",
    ),
    "a norm without a threshold": (lambda: with_threshold("liaocheng", "lc.who-may-lead", "3人"), "E046"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_cannot_be_built_is_refused_at_once(case: str) -> None:
    ask, code = REFUSED[case]
    with pytest.raises(UsageError) as caught:
        ask()
    assert {problem.code for problem in caught.value.problems} == {code}


@pytest.mark.parametrize("name", PACKS)
def test_every_edit_is_one_change_of_a_pack_that_still_decides(name: str) -> None:
    made = all_edits(pack(name))
    dossier = plans(name, Question.ENTRY)[0].base.draft
    data = Writer(plans(name, Question.ENTRY)[0].setting, numbered(0)).write(dossier, Manner())
    read = Dossier.from_dict(data, cities=[pack(name).id])
    assert {EditKind.RAISED, EditKind.LOWERED, EditKind.DROPPED, EditKind.STRENGTH} <= {edit.kind for edit in made}
    assert {Effect.STRICTER, Effect.LOOSER} <= {edit.effect for edit in made}
    assert len({edit.pack.digest for edit in made} | {pack(name).digest}) == len(made) + 1
    for edit in made:
        parts = ("norms", "terms", "relaxations", "tracks")
        assert any(getattr(edit.pack, part) != getattr(pack(name), part) for part in parts), edit.what.en
        assert edit.what.zh
        assert all(norm in edit.what.en for norm in edit.norms)
    for edit in made[::40]:
        decide(edit.pack, read, on=AS_OF)


EFFECTS = {
    (Op.AT_LEAST, EditKind.RAISED): Effect.STRICTER,
    (Op.AT_LEAST, EditKind.LOWERED): Effect.LOOSER,
    (Op.AT_LEAST, EditKind.EXCLUDED): Effect.STRICTER,
    (Op.MORE_THAN, EditKind.RAISED): Effect.STRICTER,
    (Op.MORE_THAN, EditKind.LOWERED): Effect.LOOSER,
    (Op.MORE_THAN, EditKind.INCLUDED): Effect.LOOSER,
    (Op.AT_MOST, EditKind.RAISED): Effect.LOOSER,
    (Op.AT_MOST, EditKind.LOWERED): Effect.STRICTER,
    (Op.AT_MOST, EditKind.EXCLUDED): Effect.STRICTER,
    (Op.LESS_THAN, EditKind.RAISED): Effect.LOOSER,
    (Op.LESS_THAN, EditKind.LOWERED): Effect.STRICTER,
    (Op.LESS_THAN, EditKind.INCLUDED): Effect.LOOSER,
}


@pytest.mark.parametrize("name", PACKS)
def test_an_edit_of_a_norm_that_is_one_threshold_has_the_effect_that_anybody_sees(name: str) -> None:
    seen = set()
    for edit in all_edits(pack(name)):
        before, after = (one.norm_by_id.get(edit.norms[0]) for one in (pack(name), edit.pack))
        if before is None or after is None or before.strength != after.strength or before.strength == "preference":
            continue
        old, new = before.require, after.require
        if isinstance(old, Compare) and isinstance(new, Compare) and old != new and old.left == new.left:
            if old.op is Op.BETWEEN:
                continue
            assert edit.effect is EFFECTS[old.op, edit.kind], edit.what.en
            seen.add(old.op)
    assert {Op.AT_LEAST, Op.AT_MOST} <= seen


def test_a_counterexample_shrinks_to_the_plainest_dossier_that_shows_it() -> None:
    edited = with_threshold("liaocheng", "lc.rd-total", "1200万元")

    tried = 0

    def differs(dossier: Dossier) -> bool:
        nonlocal tried
        tried += 1
        old, new = (decide(one, dossier, on=AS_OF) for one in (pack("liaocheng"), edited))
        return old.verdict is Verdict.PASS and not no_worse_than(new, old)

    found = find(
        dossiers("liaocheng"),
        differs,
        settings=settings(max_examples=200, derandomize=True, database=None, suppress_health_check=list(HealthCheck)),
    )
    plainest = Dossier.from_dict(
        Writer(plans("liaocheng", Question.ENTRY)[0].setting, numbered(0)).write(
            plans("liaocheng", Question.ENTRY)[0].base.draft, Manner()
        )
    )
    assert found.digest == plainest.digest
    assert tried < 300


def test_a_verdict_is_no_worse_than_another_of_its_rank() -> None:
    ranks = [{Verdict.FAIL}, {Verdict.UNKNOWN, Verdict.REVIEW}, {Verdict.PASS}]
    for n, mine in enumerate(ranks):
        for m, other in enumerate(ranks):
            assert {no_worse_than(a, b) for a in mine for b in other} == {n >= m}
    outside = Verdict.NOT_APPLICABLE
    assert no_worse_than(outside, outside)
    assert not any(no_worse_than(outside, one) or no_worse_than(one, outside) for one in set(Verdict) - {outside})


@settings(max_examples=20)
@given(st.integers(0, WAYS - 1))
def test_the_same_number_builds_the_same_dossier(number: int) -> None:
    plan = plans(LIGHTHOUSE, Question.ENTRY)[0]
    assert plan._attempt(numbered(number)) == plan._attempt(numbered(number))
