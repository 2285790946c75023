"""A dict, and JSON, is read at once where nothing is wrong; it means, or is refused for, what it is with places."""

from __future__ import annotations

import json
import pickle
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.golden.edits import Case
from tests.golden.test_bad import DOSSIER_CASES, GOOD_DOSSIER
from tests.properties.regulations import ASKED, examples, pack
from tic_rules import Dossier, InputError, Question, decide, source
from tic_rules.errors import Problem
from tic_rules.testing import AS_OF, dossiers

CITIES = ["lighthouse"]
ODD: list[Any] = [None, 1.5, {}, [], "", "none", "无", "x", True, 0, -1, 10**40, date(2026, 1, 1), "2026-02-30", "５人"]


def by_places(data: object, cities: list[str]) -> Dossier | tuple[Problem, ...]:
    """The dossier read the long way, or all that is wrong with it."""
    try:
        return Dossier.from_document(source.from_python(data), cities=cities)
    except InputError as error:
        return error.problems


def _refusal(read: Callable[[], Dossier]) -> tuple[Problem, ...]:
    """All that is wrong with what is read and then decided."""
    try:
        decide(pack("lighthouse"), read(), on=AS_OF)
    except InputError as error:
        return error.problems
    raise AssertionError("nothing is wrong")


def at_once(data: Any, cities: list[str]) -> Dossier | tuple[Problem, ...]:
    try:
        return Dossier.from_dict(data, cities=cities)
    except InputError as error:
        return error.problems


def spots(data: Any) -> Iterator[tuple[Any, Any]]:
    """Every place in the data at which a value stands: what holds it, and under which key."""
    entries = list(data.items()) if isinstance(data, dict) else list(enumerate(data)) if isinstance(data, list) else []
    for key, below in entries:
        yield data, key
        yield from spots(below)


@pytest.mark.parametrize(("name", "question"), ASKED)
def test_a_dict_means_what_it_means_with_places(name: str, question: Question) -> None:
    cities = [pack(name).id]

    @examples(10)
    @given(dossiers(pack(name), question=question))
    def check(dossier: Dossier) -> None:
        data = dossier.to_dict()
        read = Dossier.from_dict(data, cities=cities)
        assert read == by_places(data, cities) == dossier
        assert read.digest == dossier.digest
        assert Dossier.checked(read) is read

    check()


@pytest.mark.parametrize("name", sorted({name for name, _ in ASKED}))
def test_a_dict_with_something_wrong_in_it_is_refused_for_the_same(name: str) -> None:
    cities = [pack(name).id]

    @examples(60)
    @given(dossiers(pack(name)), st.data())
    def check(dossier: Dossier, draw: st.DataObject) -> None:
        data = dossier.to_dict()
        for _ in range(draw.draw(st.integers(1, 3))):
            holder, key = draw.draw(st.sampled_from(list(spots(data))))
            match draw.draw(st.sampled_from(["other", "key"])):
                case "key" if isinstance(holder, dict):
                    holder[draw.draw(st.sampled_from(["x", "ｘ", "", 7, "name", "bans", "local"]))] = holder.pop(key)
                case _:
                    holder[key] = draw.draw(st.sampled_from(ODD))
        assert at_once(data, cities) == by_places(data, cities)

    check()


@pytest.mark.parametrize("case", DOSSIER_CASES, ids=lambda case: case.bad)
def test_a_bad_dossier_is_refused_for_the_same(case: Case) -> None:
    text, _ = case.made_of(GOOD_DOSSIER.read_text("utf-8"))
    try:
        data = source.plain(source.parse_yaml(text).root)
    except InputError:
        pytest.skip("no YAML that says anything")
    assert at_once(data, CITIES) == by_places(data, CITIES)


@pytest.mark.parametrize("case", DOSSIER_CASES, ids=lambda case: case.bad)
def test_bad_json_is_refused_for_the_same_at_the_same_places(case: Case) -> None:
    text, _ = case.made_of(GOOD_DOSSIER.read_text("utf-8"))
    try:
        data = source.plain(source.parse_yaml(text).root)
    except InputError:
        pytest.skip("no YAML that says anything")
    written = json.dumps(data, ensure_ascii=False, default=date.isoformat, indent=1)
    told = [
        _refusal(lambda: Dossier.from_json(written, cities=CITIES)),
        _refusal(lambda: Dossier.from_document(source.parse_json(written), cities=CITIES)),
    ]
    assert told[0] == told[1]
    assert all(problem.place.line for problem in told[0])


def test_what_was_read_from_json_at_once_still_knows_its_places() -> None:
    read = Dossier.from_json('{"partners": [],\n "lighthouse": {\n  "mote": "x"}}', cities=CITIES)
    for dossier in (read, pickle.loads(pickle.dumps(read))):
        with pytest.raises(InputError) as caught:
            decide(pack("lighthouse"), dossier, on=AS_OF)
        (problem,) = caught.value.problems
        assert (problem.code, problem.place.line, problem.place.column) == ("E151", 3, 3)


def test_what_was_read_from_a_dict_is_not_changed_with_the_dict() -> None:
    data: dict[str, Any] = {"lead": {"name": "甲示例公司"}, "partners": [], "lighthouse": {"mote": "x"}}
    dossier = Dossier.from_dict(data, cities=CITIES)
    before = dossier.to_dict()
    data["lead"]["name"] = "乙示例公司"
    data["partners"].append({"kind": "企业"})
    data["lighthouse"]["mote"] = "y"
    assert dossier.to_dict() == before
    with pytest.raises(InputError) as caught:
        decide(pack("lighthouse"), dossier, on=AS_OF)
    (problem,) = caught.value.problems
    assert (problem.code, problem.place.source, problem.place.line, problem.place.path) == (
        "E151", "", 0, "lighthouse.mote",
    )  # fmt: skip
