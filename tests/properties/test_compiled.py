"""A compiled pack says what the reference engine says of every dossier: truths, open points, statuses, refusals."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.properties.agreement import Agreement, Asked, said
from tests.properties.audited import EXCUSED, of_all_joints, of_one_word
from tests.properties.invented import (
    AS_OF,
    CITY,
    DOSSIERS,
    REQUIREMENTS,
    Plain,
    answer,
    at,
    dossier,
    of,
    proportion,
)
from tests.properties.invented import pack as invented
from tests.properties.random_dossiers import random_dossier
from tests.properties.random_packs import random_packs
from tests.properties.regulations import ASKED, PACKS, examples, pack
from tic_rules import Dossier, InputError, Pack, UsageError, Verdict
from tic_rules.backends.python import compiled
from tic_rules.ir import conditions as ir
from tic_rules.ir.norms import Norm, Question
from tic_rules.quantity import Kind, parse_quantity
from tic_rules.testing import dossiers, edits

DAYS = (AS_OF, date(2026, 6, 30), date(2024, 2, 29), date(2026, 12, 31), date(2028, 3, 1))


@cache
def agreement(name: str) -> Agreement:
    return Agreement(pack(name))


def some_asked(regulation: Pack) -> st.SearchStrategy[Asked]:
    """Any question, on one of several days, by some of the tracks or by none named."""
    tracks = st.lists(st.sampled_from([track.id for track in regulation.tracks]), unique=True)
    return st.builds(Asked, st.sampled_from(DAYS), st.sampled_from(Question), tracks)


@pytest.mark.parametrize(("name", "question"), ASKED)
def test_dossiers_near_every_boundary_with_facts_missing(name: str, question: Question) -> None:
    @examples(18)
    @given(dossiers(pack(name), question=question), some_asked(pack(name)))
    def check(drawn: Dossier, other: Asked) -> None:
        agreement(name).holds(drawn, Asked(date(2026, 6, 30), question))
        agreement(name).holds(drawn, other)

    check()


@pytest.mark.parametrize("name", PACKS)
def test_a_pack_with_a_small_edit(name: str) -> None:
    @examples(18)
    @given(st.data())
    def check(data: st.DataObject) -> None:
        edit = data.draw(edits(pack(name)))
        found = Agreement(edit.pack)
        for _ in range(2):
            found.holds(data.draw(dossiers(pack(name))), data.draw(some_asked(edit.pack)))

    check()


@pytest.mark.parametrize("name", [name for name in PACKS if any(norm.readings for norm in pack(name).norms)])
def test_a_pack_in_which_the_other_readings_are_taken(name: str) -> None:
    norms = tuple(_with_other_reading(norm) for norm in pack(name).norms)
    assert norms != pack(name).norms
    found = Agreement(replace(pack(name), norms=norms))

    @examples(18)
    @given(dossiers(pack(name)), some_asked(pack(name)))
    def check(drawn: Dossier, asked: Asked) -> None:
        found.holds(drawn, asked)

    check()


def _with_other_reading(norm: Norm) -> Norm:
    for reading in norm.readings:
        if reading.is_evaluated:
            return replace(
                norm,
                require=reading.other_require or norm.require,
                when=reading.other_when or norm.when,
                strength=reading.other_strength or norm.strength,
            )
    return norm


@pytest.mark.parametrize("name", REQUIREMENTS)
def test_each_word_of_the_language(name: str) -> None:
    found = Agreement(of_one_word(name))
    answers = [
        found.holds(dossier(**facts), Asked(day)) for facts in DOSSIERS.values() for day in (AS_OF, date(2026, 10, 31))
    ]
    assert len({repr(one) for one in answers}) > 1


def test_all_that_joins_norms() -> None:
    found = Agreement(of_all_joints())
    verdicts = set()
    for facts in DOSSIERS.values():
        for findings in (EXCUSED, []):
            for question in Question:
                for tracks in ((), ("other",), ("main", "other")):
                    told = dossier(**{**facts, "findings": findings})
                    verdicts.add(found.holds(told, Asked(AS_OF, question, tracks))[0])
    assert verdicts >= set(Verdict)


@pytest.mark.parametrize("first", [0, 1_000, 2_000, 3_000])
def test_packs_drawn_at_random_over_the_whole_language(first: int) -> None:
    said_of_all = set()
    for seed, drawn in random_packs(first, 9):
        found, chance = Agreement(drawn), Random(seed)
        questions = sorted({norm.question for norm in drawn.norms})
        for number in range(8):
            told = random_dossier(drawn, seed * 1_000 + number)
            if told is None:
                continue
            for question in questions:
                tracks = chance.sample([track.id for track in drawn.tracks], chance.randint(0, 1))
                said_of_all.add(found.holds(told, Asked(chance.choice(DAYS), question, tracks))[0])
    assert said_of_all >= {*Verdict, InputError}


# --- what once differed ----------------------------------------------------------------------------------------------

_REVENUE: Plain = {"sum": "lead.main_revenue", "over": "last full year", "stated_as": f"{CITY}.t_revenue"}
_CONTRADICTED: Plain = {
    "lead": {"kind": "企业", "main_revenue": [{"year": 2025, "amount": "10万元", "until": "2025-12-31"}]},
    CITY: {"t_revenue": "20万元"},
}


def test_a_ratio_that_nobody_asked_for_may_still_be_contradicted() -> None:
    ratio = proportion("ratio", _REVENUE, of("q1"), "fails", "at_most", "90%", "不超过")
    found = Agreement(invented([{"require": {"finding": "asked"}}, {"require": ratio, "question": "operation"}]))
    refused = found.holds(dossier(**_CONTRADICTED), Asked(AS_OF))
    assert refused[0] is InputError
    assert [problem.code for problem in refused[1]] == ["E176"]


@pytest.mark.parametrize(("staff", "refused"), [("0人", True), ("2人", False), (None, True), ("none", True)])
def test_a_record_that_an_answer_contradicts_is_refused_where_it_is_asked_for(staff: str | None, refused: bool) -> None:
    """Not beside a whole that is surely something: there the finding decides of nothing."""
    left = {"ratio": of("n"), "to": of("maybe"), "if_whole_is_zero": {"finding": "approved"}}
    found = Agreement(invented([{"require": at(left, "at_most", "50%", "不超过")}]))
    told = dossier(
        procedure={"approval": {"day": "2026-11-01", "by": "奥明市示例局", "outcome": "通过"}},
        findings=[answer("approved", False, by="奥明市示例局")],
        **{CITY: {"n": "1人", **({} if staff is None else {"maybe": staff})}},
    )
    assert (found.holds(told, Asked(AS_OF))[0] is InputError) is refused


def test_a_decider_is_the_one_that_is_named_and_no_look_alike() -> None:
    """NFKC takes some signs apart and sets white space between: what is compared is not always itself compared so."""
    regulation = invented([{"require": {"finding": "asked"}}])
    panel = replace(regulation.authority_by_id["panel"], also=("Cafe\N{ACUTE ACCENT}",))
    found = Agreement(replace(regulation, authorities=(panel,)))
    for by, verdict in (("Cafe\N{ACUTE ACCENT}", Verdict.PASS), ("Cafe\N{COMBINING ACUTE ACCENT}", Verdict.REVIEW)):
        assert found.holds(dossier(findings=[answer("asked", True, by=by)]), Asked(AS_OF))[0] is verdict


def test_a_part_that_is_larger_than_its_whole_is_refused_whatever_is_asked() -> None:
    norms: list[Plain] = [
        {"require": REQUIREMENTS["share of list"], "question": "operation"},
        {"require": {"finding": "asked"}},
    ]
    told = dossier(**{CITY: {"t_area": "500平方米", "t_all_area": "450平方米"}})
    refused = Agreement(invented(norms)).holds(told, Asked(AS_OF))
    assert [problem.code for problem in refused[1]] == ["E177"]


@pytest.mark.parametrize(("end", "is_open"), [("2035-01-04", False), ("2035-01-05", True), ("2035-01-06", True)])
def test_working_days_of_a_year_without_a_calendar_are_settled_before_the_first_day_that_it_can_be(
    end: str, is_open: bool
) -> None:
    found = Agreement(invented([{"require": REQUIREMENTS["elapsed workdays"]}]))
    told = dossier(**{CITY: {"d1": "2035-01-01", "d2": end}})
    assert found.holds(told, Asked(AS_OF))[1].is_open is is_open


def test_an_answer_to_what_nobody_asks_is_refused() -> None:
    found = Agreement(invented([{"require": {"finding": "asked"}}]))
    refused = found.holds(dossier(findings=[answer("asked.again", True)]), Asked(AS_OF))
    assert [problem.code for problem in refused[1]] == ["E175"]


def test_thousands_of_parts_are_joined() -> None:
    """Python nests what it reads: so many in one row were too deep for it."""
    days = tuple(
        ir.CompareDay(ir.Fact(f"{CITY}.d1"), ir.DayOp.BEFORE, date.fromordinal(737_000 + day)) for day in range(3_300)
    )
    amounts = ir.Sum(tuple(ir.Sum((ir.Fact(f"{CITY}.n"), ir.Fact(f"{CITY}.k"))) for _ in range(3_300)))
    regulation = invented([{"require": REQUIREMENTS["at least"]}])
    bound = parse_quantity("16500人", kinds=(Kind.PEOPLE,))
    for require in (ir.All(days), ir.Compare(amounts, ir.Op.AT_LEAST, bound, "以上")):
        found = Agreement(replace(regulation, norms=(replace(regulation.norms[0], require=require),)))
        verdicts = [
            found.holds(dossier(**{CITY: told}), Asked(AS_OF))[0]
            for told in ({"d1": "2010-01-01", "n": "4人", "k": "1人"}, {"d1": "2040-01-01", "n": "4人", "k": "0人"}, {})
        ]
        assert verdicts == [Verdict.PASS, Verdict.FAIL, Verdict.UNKNOWN]


# --- callers ---------------------------------------------------------------------------------------------------------


def _unchecked() -> dict[str, Any]:
    told = dossier(**DOSSIERS["all given"])
    assert told.lead is not None
    return {
        "another kind": told.model_copy(update={"lead": told.lead.model_copy(update={"kind": "外星"})}),
        "an agreement with nobody": told.model_copy(update={"partners": ()}),
        "a fact below zero": told.model_copy(update={"local": ((CITY, (("q1", "-3万元"),)),)}),
        "a fact of no pack": told.model_copy(update={"local": ((CITY, (("no_such", "1"),)),)}),
        "a copy": told.model_copy(),
        "nothing": Dossier.model_construct(),
        "no list": told.model_copy(update={"findings": 5}),
        "no dossier": {"lead": {}},
    }


@pytest.mark.parametrize("name", _unchecked())
@pytest.mark.filterwarnings("ignore:Pydantic serializer warnings")
def test_what_was_never_checked_is_checked_as_the_reference_engine_does(name: str) -> None:
    found = Agreement(invented([{"require": at(of("q1"), "at_least", "10万元", "以上")}]))
    refused = found.holds(_unchecked()[name], Asked(AS_OF))[0] in {InputError, UsageError}
    assert refused is (name not in {"a copy", "nothing"})


@pytest.mark.parametrize(
    "asked",
    [
        Asked(AS_OF, "no such question"),
        Asked(AS_OF, "entry", ["no-such-track"]),
        Asked(date(1800, 1, 1)),
        Asked("2026-11-21"),  # type: ignore[arg-type]
    ],
    ids=str,
)
def test_a_question_that_is_none_is_refused_alike(asked: Asked) -> None:
    found = Agreement(invented([{"require": {"finding": "asked"}}]))
    assert found.holds(dossier(), asked)[0] is UsageError


def test_the_determination_of_a_decision_is_that_of_the_reference_engine() -> None:
    regulation = of_all_joints()
    for facts in DOSSIERS.values():
        told = dossier(**facts)
        if isinstance(said(regulation, told, Asked(AS_OF))[0], Verdict):
            decision = compiled(regulation).decide(told, on=AS_OF)
            assert decision.determination is decision.determination
            assert decision.determination.verdict is decision.verdict
            assert decision.dossier is told
