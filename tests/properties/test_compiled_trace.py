"""A compiled pack tells what the reference engine tells: equal determinations, and the same bytes as JSON."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Callable
from dataclasses import FrozenInstanceError, replace
from datetime import date, timedelta
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.golden.cases import by_id
from tests.properties.regulations import ASKED, PACKS, built, examples, pack, read, written
from tic_rules import Determination, Dossier, InputError, Pack, Question, decide
from tic_rules.backends.python import Compiled, compiled
from tic_rules.backends.python.makers import maker
from tic_rules.backends.python.thresholds import Proportions, Threshold
from tic_rules.backends.python.tracing import tracing
from tic_rules.backends.strategies.drawing import Built
from tic_rules.backends.strategies.masking import leavable, without
from tic_rules.engine.comparing import compare, margin
from tic_rules.ir import conditions as ir
from tic_rules.ir import steps
from tic_rules.ir.steps import Read, Reckoned, State
from tic_rules.quantity import UNITS, Kind, Quantity
from tic_rules.testing import AS_OF
from tic_rules.truth import TRUE, Truth

EXAMPLES = Path(__file__).parents[2] / "examples" / "dossiers"


@cache
def made(name: str) -> Compiled:
    return compiled(pack(name))


def same(by: Compiled, dossier: Dossier, on: date, question: Question, tracks: tuple[str, ...] = ()) -> None:
    """Holds both determinations against each other; what one refuses, the other refuses in the same words."""

    def told(of: Callable[[], Determination]) -> tuple[Determination | None, str]:
        try:
            determination = of()
        except InputError as refused:
            return None, str(refused)
        return determination, determination.to_json()

    expected = told(lambda: decide(by.pack, dossier, on=on, question=question, tracks=tracks))
    found = told(lambda: by.decide(dossier, on=on, question=question, tracks=tracks).determination)
    assert found == expected


# --- determinations --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", PACKS)
def test_every_question_of_every_pack_is_told_by_generated_code(name: str) -> None:
    assert all(tracing(pack(name), question, pack(name).tracks) is not None for question in Question)


@pytest.mark.parametrize("part", range(8))
def test_golden_dossiers_come_to_the_same(part: int) -> None:
    """Every sixteenth of them."""
    for case in list(by_id().values())[part::128]:
        try:
            dossier = read(written(case), case.city)
        except InputError:
            continue
        same(made(case.city), dossier, case.as_of, case.question, (case.track,) if case.track else ())


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*/*.yaml")), ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_example_dossiers_come_to_the_same_whatever_is_asked(path: Path) -> None:
    dossier = Dossier.from_file(path)
    for question in Question:
        same(made(path.parent.name), dossier, AS_OF, question)


@pytest.mark.parametrize(("name", "question"), ASKED)
def test_drawn_dossiers_with_parts_left_out_come_to_the_same(name: str, question: Question) -> None:
    @examples(30)
    @given(built(name, question), st.data())
    def check(drawn: Built, data: st.DataObject) -> None:
        told: dict[str, Any] = drawn.data
        for way in data.draw(st.lists(st.sampled_from(leavable(told)), max_size=3)):
            told = without(told, way)
        on = AS_OF + timedelta(days=data.draw(st.sampled_from((0, 0, -400, 900))))
        try:
            dossier = read(told, name)
        except InputError:
            return
        same(made(name), dossier, on, question)

    check()


@pytest.mark.parametrize("name", [path.name for path in sorted(EXAMPLES.iterdir())])
def test_answers_come_to_the_same_whoever_gave_them_and_when(name: str) -> None:
    told = Dossier.from_file(EXAMPLES / name / "passing.yaml").to_dict()
    ways: list[dict[str, Any]] = [{}, {"by": "某不相干单位"}, {"day": "2030-01-01"}, {"answer": False}]

    @settings(max_examples=6)
    @given(st.lists(st.sampled_from(ways), min_size=len(told["findings"]), max_size=len(told["findings"])))
    def check(drawn: list[dict[str, Any]]) -> None:
        findings = [entry | way for entry, way in zip(told["findings"], drawn, strict=True)]
        dossier = read(told | {"findings": findings}, name)
        for on in (AS_OF, AS_OF - timedelta(days=300)):
            same(made(name), dossier, on, Question.ENTRY)
        same(made(name), dossier, AS_OF, Question.PROCEDURE)

    check()


# --- what is left to the reference engine ----------------------------------------------------------------------------


def with_first_norm(name: str, require: ir.Condition) -> Pack:
    """A pack of which the first norm at entry demands something else."""
    first = pack(name).norms_for(Question.ENTRY)[0]
    norms = tuple(replace(norm, require=require) if norm is first else norm for norm in pack(name).norms)
    return replace(pack(name), norms=norms)


def bound(amount: int, unit: str) -> Quantity:
    return Quantity(amount * UNITS[unit].factor, UNITS[unit])


def test_equal_bounds_in_other_units_are_told_as_they_are_written() -> None:
    areas = [
        ir.Compare(ir.Fact("shijiazhuang.rd_area"), ir.Op.AT_LEAST, bound(500, unit), "bare")
        for unit in ("平方米", "m2")
    ]
    edited = with_first_norm("shijiazhuang", ir.All(tuple(areas)))
    assert areas[0] == areas[1]
    assert tracing(edited, Question.ENTRY, edited.tracks) is None
    same(compiled(edited), Dossier.from_file(EXAMPLES / "shijiazhuang" / "passing.yaml"), AS_OF, Question.ENTRY)


def test_a_calendar_that_is_read_for_no_member_is_not_named() -> None:
    days = ir.Compare(
        ir.Elapsed(ir.Fact("lead.registered_on"), ir.NamedDay.TODAY), ir.Op.AT_LEAST, bound(5, "个工作日"), "bare"
    )
    edited = with_first_norm("shijiazhuang", ir.Every("partners", days))
    assert tracing(edited, Question.ENTRY, edited.tracks) is None
    same(compiled(edited), Dossier.from_file(EXAMPLES / "shijiazhuang" / "passing.yaml"), AS_OF, Question.ENTRY)


# --- how far from a bound --------------------------------------------------------------------------------------------

AMOUNTS = st.integers(0, 12) | st.integers(0, 10**9)
BOUNDS = st.fractions(0, 1, max_denominator=20)
OPS = st.sampled_from([op for op in ir.Op if op is not ir.Op.BETWEEN])


@examples(400)
@given(
    AMOUNTS,
    AMOUNTS,
    BOUNDS,
    OPS,
    st.sampled_from((Kind.MONEY, Kind.PEOPLE, Kind.AREA)),
    st.sampled_from(ir.ProportionKind),
)
def test_proportions_of_whole_numbers_are_as_far_from_their_bound_as_the_reference_says(
    amount: int, rest: int, at: Fraction, op: ir.Op, unit: Kind, kind: ir.ProportionKind
) -> None:
    part, whole = (Reckoned(unit, value, value) for value in (Fraction(amount), Fraction(amount + rest)))
    proportion = ir.Proportion(kind, ir.Fact("part"), ir.Fact("whole"), ir.IfZero.HOLDS)
    rule = Proportions(ir.Compare(proportion, op, Quantity(at, UNITS["%"]), "bare"), proportion)
    assert rule._far(part, whole) == rule._reasoned(part, whole)


@examples(200)
@given(st.fractions(0, 10**6, max_denominator=100), st.integers(0, 10**6), OPS)
def test_amounts_are_as_far_from_their_bound_as_the_reference_says(amount: Fraction, at: int, op: ir.Op) -> None:
    value = Reckoned(Kind.MONEY, amount, amount)
    measure = steps.FactMeasure(Read("lead.x", State.GIVEN, pack("hohhot").title, ""), value)
    truth = compare(value, op, Fraction(at), None)
    step = Threshold(ir.Compare(ir.Fact("lead.x"), op, bound(at, "元"), "bare")).step(measure, truth)
    assert (step.margin, step.bound, step.truth) == (margin(value, op, Fraction(at), None), Fraction(at), truth)


# --- makers ----------------------------------------------------------------------------------------------------------


def test_what_a_maker_makes_is_in_nothing_unlike_what_its_class_makes() -> None:
    title = pack("hohhot").title
    usual, fast = Read("a.b", State.GIVEN, title, "text"), maker(Read)("a.b", State.GIVEN, title, "text")
    assert type(fast) is Read
    assert (fast, hash(fast), repr(fast)) == (usual, hash(usual), repr(usual))
    assert (pickle.loads(pickle.dumps(fast)), copy.deepcopy(fast), replace(fast, text="")) == (
        usual,
        usual,
        replace(usual, text=""),
    )
    assert maker(Read)("a.b", State.NONE, title) == Read("a.b", State.NONE, title)
    with pytest.raises(FrozenInstanceError):
        fast.path = "c"  # type: ignore[misc]


def test_a_class_that_checks_what_it_is_given_has_no_maker() -> None:
    with pytest.raises(TypeError):
        maker(Truth)
    with pytest.raises(TypeError):
        maker(Dossier)
    assert maker(steps.AlwaysStep)(TRUE) == steps.AlwaysStep(TRUE)
