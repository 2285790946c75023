"""What is written and read again is the same: quantities, days, dossiers, determinations; and in whatever order."""

from __future__ import annotations

import json
import random
from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.properties.regulations import ASKED, built, examples, pack, read
from tic_rules import Determination, Dossier, Question, calendar, decide
from tic_rules.backends.strategies.drawing import Built
from tic_rules.ir.conditions import Compare
from tic_rules.ir.walk import nodes
from tic_rules.quantity import FINEST, GREATEST, Kind, Quantity, parse_quantity, text_of
from tic_rules.quantity.units import UNITS, Unit
from tic_rules.testing import AS_OF, dossiers

SYMBOLS = sorted({unit for unit in UNITS.values() if unit.kind in FINEST}, key=str)


@given(st.sampled_from(SYMBOLS), st.integers(0, 10**12))
def test_a_quantity_reads_as_it_is_written(unit: Unit, steps: int) -> None:
    amount = min(steps * FINEST[unit.kind], GREATEST[unit.kind])
    quantity = Quantity(Fraction(amount), unit)
    again = parse_quantity(text_of(quantity), kinds=(unit.kind,))
    assert (again.amount, again.kind) == (quantity.amount, unit.kind)


@given(st.dates(min_value=calendar.FIRST_DAY, max_value=calendar.LAST_DAY))
def test_a_day_reads_as_it_is_written(day: date) -> None:
    assert calendar.parse_day(day.isoformat()) == day


@pytest.mark.parametrize("name", sorted({name for name, _ in ASKED}))
def test_every_bound_of_a_pack_reads_as_it_is_written(name: str) -> None:
    bounds = [
        bound
        for condition in pack(name).conditions
        for node in nodes(condition)
        if isinstance(node, Compare)
        for bound in (node.bound, node.upper)
        if bound is not None
    ]
    assert bounds
    for bound in bounds:
        kinds = (bound.kind,) if bound.kind is not Kind.SHARE else (Kind.SHARE,)
        assert parse_quantity(text_of(bound), kinds=kinds).amount == bound.amount


def shuffled(data: Any, order: random.Random) -> Any:
    """The same with the keys of every mapping in another order."""
    if isinstance(data, dict):
        keys = list(data)
        order.shuffle(keys)
        return {key: shuffled(data[key], order) for key in keys}
    return [shuffled(item, order) for item in data] if isinstance(data, list) else data


@pytest.mark.parametrize(("name", "question"), ASKED)
def test_a_dossier_and_its_determination_survive_being_written(name: str, question: Question) -> None:
    cities = [pack(name).id]

    @examples(10)
    @given(dossiers(pack(name), question=question))
    def check(dossier: Dossier) -> None:
        found = decide(pack(name), dossier, on=AS_OF, question=question)
        for again in (
            Dossier.from_yaml(dossier.to_yaml(), cities=cities),
            Dossier.from_json(dossier.to_json(), cities=cities),
            Dossier.from_dict(dossier.to_dict(), cities=cities),
        ):
            assert again == dossier
            assert again.digest == dossier.digest
        text = found.to_json()
        assert Determination.from_json(text) == found
        assert Determination.from_json(text).to_json() == text

    check()


@pytest.mark.parametrize(("name", "question"), ASKED)
def test_the_order_of_keys_changes_no_byte(name: str, question: Question) -> None:
    @examples(10)
    @given(built(name, question), st.integers(0, 2**16))
    def check(made: Built, seed: int) -> None:
        other = read(shuffled(json.loads(json.dumps(made.data)), random.Random(seed)), name)
        assert other == made.dossier
        texts = [
            decide(pack(name), dossier, on=AS_OF, question=question).to_json() for dossier in (made.dossier, other)
        ]
        assert texts[0] == texts[1]

    check()
