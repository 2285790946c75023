"""The laws of three-valued truth, over every triple of values and small sets of points."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import combinations, permutations, product

import pytest

from tic_rules.truth import (
    FALSE,
    TRUE,
    OpenPoint,
    PointKind,
    Truth,
    Verdict,
    all_of,
    any_of,
    excused,
    negate,
    open_for,
    verdict,
)

Join = Callable[[Iterable[Truth]], Truth]
FACT = OpenPoint(PointKind.FACT, "lead.seat")
YEAR = OpenPoint(PointKind.FACT, "lead.rd_spending[2025]")
FINDING = OpenPoint(PointKind.FINDING, "lc.sound")
POINTS = (FACT, YEAR, FINDING)
OPEN = tuple(open_for(some) for n in (1, 2, 3) for some in combinations(POINTS, n))
VALUES = (TRUE, FALSE, *OPEN)


def settlings(value: Truth) -> tuple[Truth, ...]:
    """What a value may become once more is known: itself, settled, or open for fewer points."""
    return (
        (value,) if not value.is_open else (TRUE, FALSE, *(one for one in OPEN if set(one.points) <= set(value.points)))
    )


@pytest.mark.parametrize("join", [all_of, any_of])
def test_joins_are_the_same_in_any_order_and_in_any_grouping(join: Join) -> None:
    for a, b, c in product(VALUES, repeat=3):
        flat = join([a, b, c])
        assert all(join(order) == flat for order in permutations((a, b, c)))
        assert join([join([a, b]), c]) == join([a, join([b, c])]) == flat


@pytest.mark.parametrize(("join", "neutral", "deciding"), [(all_of, TRUE, FALSE), (any_of, FALSE, TRUE)])
def test_a_join_has_one_value_that_changes_nothing_and_one_that_decides(
    join: Join, neutral: Truth, deciding: Truth
) -> None:
    assert join([]) == neutral
    for a in VALUES:
        assert join([a]) == join([a, a]) == join([a, neutral]) == a
        assert join([a, deciding]) == deciding


def test_not_swaps_the_joins_and_undoes_itself() -> None:
    for a, b in product(VALUES, repeat=2):
        assert negate(all_of([a, b])) == any_of([negate(a), negate(b)])
        assert negate(any_of([a, b])) == all_of([negate(a), negate(b)])
        assert negate(negate(a)) == a


def test_each_join_distributes_over_the_other_in_value() -> None:
    """In value alone: an open point read in two branches stays listed."""
    for a, b, c in product(VALUES, repeat=3):
        assert all_of([a, any_of([b, c])]).value == any_of([all_of([a, b]), all_of([a, c])]).value
        assert any_of([a, all_of([b, c])]).value == all_of([any_of([a, b]), any_of([a, c])]).value


def test_an_open_join_has_exactly_the_points_of_its_open_children() -> None:
    for a, b in product(VALUES, repeat=2):
        for join in (all_of, any_of):
            joined = join([a, b])
            assert set(joined.points) == ({*a.points, *b.points} if joined.is_open else set())


def test_knowing_more_never_turns_what_was_settled() -> None:
    for a, b in product(VALUES, repeat=2):
        before = all_of([a, b]), any_of([a, b]), excused(a, b)
        for more_a, more_b in product(settlings(a), settlings(b)):
            after = all_of([more_a, more_b]), any_of([more_a, more_b]), excused(more_a, more_b)
            assert all(one.is_open or other == one for one, other in zip(before, after, strict=True))


def test_an_excuse_counts_where_the_requirement_does_not_hold() -> None:
    for require, excuse in product(VALUES, repeat=2):
        found = excused(require, excuse)
        if require == TRUE:
            assert found == TRUE
        elif require == FALSE:
            assert found == excuse
        else:
            assert found == (TRUE if excuse == TRUE else require)


def test_a_verdict_waits_for_facts_before_findings() -> None:
    assert (verdict(TRUE), verdict(FALSE)) == (Verdict.PASS, Verdict.FAIL)
    for value in OPEN:
        facts = {FACT, YEAR} & {*value.points}
        assert verdict(value) is (Verdict.UNKNOWN if facts else Verdict.REVIEW)


def test_a_truth_value_is_not_a_python_boolean() -> None:
    for value in VALUES:
        with pytest.raises(TypeError):
            bool(value)
