"""Missing is not false, zero or empty: one fact less leaves a verdict or opens it, and never turns it."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from datetime import date
from typing import Any, TypeVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.golden.cases import Case, bases, cases, cities
from tests.properties.regulations import ASKED, built, examples, pack, read, written
from tic_rules import Determination, Dossier, InputError, Question, Status, Verdict, decide
from tic_rules.backends.strategies.masking import Way, without
from tic_rules.testing import AS_OF

T = TypeVar("T")
BASES = [base for city in cities() for base in bases(city).values()]
CASES = [case for city in cities() for case in cases(city) if "refused" not in case.expected]
SETTLED = {Verdict.PASS: Verdict.FAIL, Verdict.FAIL: Verdict.PASS}
MET = {Status.MET: True, Status.EXCUSED: True, Status.NOT_MET: False}
EVERY_LEAF = "TIC_RULES_EVERY_LEAF" in os.environ
"""Every leaf of every golden dossier takes hours; set before a release. Otherwise some, the same in every run."""
A_BASE = 300 // len(BASES)
ALL_CASES = 120
RUNS_UNTIL = "until"
"""A yearly figure that does not say up to which day it runs goes up to the dossier's own; this may settle it."""
FIGURE = re.compile("[0-9]")
KEPT = {("application", "city"), ("application", "track")}
"""A dossier without these asks another question."""


def some(found: list[T], number: int) -> list[T]:
    """About so many, evenly spread; all of them where every leaf is asked for."""
    return found if EVERY_LEAF else found[:: max(1, len(found) // number)]


def leaves(data: Any, above: Way = ()) -> Iterator[Way]:
    """The ways to all that holds nothing else; of members of a list that differ in name and figures alone, of one."""
    steps = data.items() if isinstance(data, dict) else _unlike(data) if isinstance(data, list) else ()
    for step, inner in steps:
        if isinstance(inner, (dict, list)) and inner:
            yield from leaves(inner, (*above, step))
        elif (*above, step) not in KEPT:
            yield (*above, step)


def _unlike(members: list[Any]) -> Iterator[tuple[int, Any]]:
    seen = []
    for index, member in enumerate(members):
        words = {
            key: "#" if isinstance(value, date) or FIGURE.search(str(value)) else value for key, value in member.items()
        }
        known = {**words, "name": ""}
        if known not in seen:
            seen.append(known)
            yield index, member


def turned(before: Determination, after: Determination) -> list[str]:
    """What was settled one way and is settled the other: norms by id, and the verdict."""
    then = {norm.id: norm for norm in before.norms}
    names = [
        norm.id
        for norm in after.norms
        if norm.status in MET and MET.get(then[norm.id].status, MET[norm.status]) is not MET[norm.status]
    ]
    return [*names, *(["verdict"] if after.verdict is SETTLED.get(before.verdict) else [])]


def opened(before: Determination, after: Determination) -> bool:
    return after.verdict is before.verdict or after.verdict in {Verdict.UNKNOWN, Verdict.REVIEW}


def place(way: Way) -> str:
    return "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in way).lstrip(".")


def names_the_field(error: InputError, way: Way) -> bool:
    """Whether each problem stands at the field, at what it belongs to, or speaks of it."""
    last = next(step for step in reversed(way) if isinstance(step, str))
    at = place(way)
    return all(
        (problem.place.path and at.startswith(problem.place.path))
        or last in problem.text("en")
        or at in problem.text("en")
        for problem in error.problems
    )


def deleted(case: Case, way: Way, before: Determination) -> str | None:
    """What is wrong with a golden dossier without one leaf; None where nothing is."""
    try:
        fewer = Dossier.from_dict(without(written(case), way))
        after = decide(pack(case.city), fewer, on=case.as_of, question=case.question)
    except InputError as error:
        return None if names_the_field(error, way) else f"{place(way)}: {error}"
    if changed := turned(before, after):
        return f"{place(way)}: turned {changed}"
    if way[-1] == RUNS_UNTIL:
        return None
    return None if opened(before, after) else f"{place(way)}: {before.verdict} became {after.verdict}"


def whole(case: Case) -> Determination:
    return decide(pack(case.city), case.dossier(), on=case.as_of, question=case.question)


@pytest.mark.parametrize("base", BASES, ids=lambda base: base.id)
def test_a_leaf_of_a_golden_base_may_be_missing(base: Case) -> None:
    before, ways = whole(base), list(leaves(written(base)))
    assert [wrong for way in some(ways, A_BASE) if (wrong := deleted(base, way, before))] == []


@pytest.mark.parametrize("part", range(4))
def test_a_leaf_of_a_golden_case_may_be_missing(part: int) -> None:
    """The leaves go round, so that among the cases of a base many are somewhere deleted."""
    wrong = []
    for at, case in list(enumerate(some(CASES, ALL_CASES)))[part::4]:
        ways = list(leaves(written(case)))
        before = whole(case)
        asked = ways if EVERY_LEAF else [ways[at * 7 % len(ways)]]
        wrong += [f"{case.id}: {found}" for way in asked if (found := deleted(case, way, before))]
    assert wrong == []


@pytest.mark.parametrize(("name", "question"), ASKED)
def test_one_more_fact_never_turns_what_was_settled(name: str, question: Question) -> None:
    """Told from the other end: the dossier with all its facts, against the same with some of them left out."""

    @examples(20)
    @given(st.data())
    def check(data: st.DataObject) -> None:
        full = data.draw(built(name, question))
        fewer = full.data
        for _ in range(data.draw(st.integers(1, 3))):
            ways = list(leaves(fewer))
            fewer = without(fewer, data.draw(st.sampled_from(ways)))
        try:
            less = decide(pack(name), read(fewer, name), on=AS_OF, question=question)
        except InputError:
            return  # a field that must be given; which ones these are is held against the golden dossiers
        more = decide(pack(name), full.dossier, on=AS_OF, question=question)
        assert turned(less, more) == []

    check()
