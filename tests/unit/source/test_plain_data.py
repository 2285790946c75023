"""Python data that are plainly in order: copied as from_python would, and left to it wherever anything is unusual."""

from __future__ import annotations

import datetime as dt
import enum
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tic_rules.errors import InputError
from tic_rules.source import LIMITS, from_python, plain, plain_copy


class Word(str):
    __slots__ = ()


class Colour(enum.StrEnum):
    RED = "red"


class Sly(dict[str, int]):
    def items(self) -> Any:
        return [("b", 2)]


ODD = [
    None, 1.5, b"x", (1,), {1}, object(), dt.datetime(2024, 1, 1, tzinfo=dt.UTC), 10**40, -(10**40),
    Word("x"), Colour.RED, Sly(a=1), "x" * (LIMITS.text + 1), "x\0", "\ud800", "\u2028", "\ufffd", "\ufeff", "\ufffe",
]  # fmt: skip
ODD_KEYS = [1, True, None, 1.5, (1,), b"a", "", "x" * (LIMITS.text + 1), "ａ", "名称", "a\u200b", "\ud800", Word("x")]


def named(odd: list[Any]) -> list[str]:
    """A name for each that is the same in every process."""
    return [f"{number}-{type(one).__name__}" for number, one in enumerate(odd)]


def taken(data: object) -> object:
    """What from_python makes of the data, or the problems that it finds."""
    try:
        return plain(from_python(data).root)
    except InputError as error:
        return error.problems


def kinds(data: object) -> object:
    """The exact types in the data, in the shape of the data."""
    if isinstance(data, dict):
        return {key: (type(key), kinds(value)) for key, value in data.items()}
    return [kinds(value) for value in data] if isinstance(data, list) else type(data)


def test_what_is_in_order_is_copied() -> None:
    data = {"a": ["名称", 1, True, dt.date(2024, 2, 29), [], {}], "b.c": {"d": "x\ty\n\u3000", "e": 10**40 - 1}}
    copy = plain_copy(data)
    assert copy == data == taken(data)
    assert kinds(copy) == kinds(data)


def test_a_later_change_to_the_data_changes_no_copy() -> None:
    data: dict[str, Any] = {"a": {"b": [1]}, "c": [[2], {"d": 3}]}
    copy = plain_copy(data)
    data["a"]["b"].append(4)
    data["c"][0].append(5)
    data["c"][1]["d"] = 6
    data["e"] = 7
    assert copy == {"a": {"b": [1]}, "c": [[2], {"d": 3}]}


@pytest.mark.parametrize("odd", ODD, ids=named(ODD))
def test_an_unusual_value_is_left_to_the_long_way(odd: object) -> None:
    assert plain_copy({"a": odd}) is None
    assert plain_copy({"a": ["x", {"b": odd}]}) is None


@pytest.mark.parametrize("odd", ODD_KEYS, ids=named(ODD_KEYS))
def test_an_unusual_key_is_left_to_the_long_way(odd: object) -> None:
    assert plain_copy({odd: 1}) is None
    assert plain_copy({"a": [{"b": 1, odd: 1}]}) is None


@pytest.mark.parametrize("data", [None, 7, "x", [], [{}], Sly(a=1)], ids=repr)
def test_only_a_dict_is_copied(data: object) -> None:
    assert plain_copy(data) is None


def test_the_limits_are_those_of_the_long_way() -> None:
    deep: dict[str, Any] = {}
    for _ in range(LIMITS.depth - 1):
        deep = {"a": deep}
    assert plain_copy(deep) == taken(deep) == deep
    assert plain_copy({"a": deep}) is None
    # The outermost and the list below it, its key, and its members.
    wide = {"a": [1] * (LIMITS.nodes - 3)}
    assert plain_copy(wide) == taken(wide) == wide
    assert plain_copy({"a": [1] * (LIMITS.nodes - 2)}) is None
    assert isinstance(taken({"a": [1] * (LIMITS.nodes - 2)}), tuple)
    longest = {"x" * LIMITS.text: "石" * LIMITS.text}
    assert plain_copy(longest) == taken(longest) == longest


def test_data_that_contain_themselves_and_what_is_shared_a_thousand_million_times_are_left_to_the_long_way() -> None:
    circle: dict[str, Any] = {}
    circle["a"] = [circle]
    assert plain_copy(circle) is None
    shared: list[Any] = ["x"] * 10
    for _ in range(9):
        shared = [shared] * 10
    assert plain_copy({"a": shared}) is None


SCALARS = st.one_of(
    st.text(max_size=4), st.integers(), st.booleans(), st.dates(), st.sampled_from(ODD), st.floats(), st.characters()
)
KEYS = st.one_of(st.text(max_size=3), st.sampled_from("abc"), st.sampled_from(ODD_KEYS))
DATA = st.recursive(
    SCALARS,
    lambda below: st.lists(below, max_size=4) | st.dictionaries(KEYS, below, max_size=4),
    max_leaves=12,
)


@given(st.dictionaries(KEYS, DATA, max_size=4))
@example({"a": "\ufffd"})
@example({"a": 1, "ａ": 2})
def test_a_copy_is_what_the_long_way_makes_of_the_same_data(data: dict[Any, Any]) -> None:
    copy = plain_copy(data)
    if copy is not None:
        assert copy == taken(data)
        assert kinds(copy) == kinds(taken(data))


@given(st.dictionaries(st.sampled_from("abcdef"), st.one_of(st.text("aä石\u3000\n", max_size=9), st.integers(-9, 9))))
def test_what_is_nothing_unusual_is_always_copied(data: dict[str, Any]) -> None:
    assert plain_copy(data) == data == taken(data)
