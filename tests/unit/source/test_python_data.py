"""Python data from a caller: copied, and checked as a file would be."""

from __future__ import annotations

import datetime as dt
import decimal
import enum
import fractions
from typing import Any

import pytest

from tic_rules.errors import InputError, Place
from tic_rules.source import LIMITS, Mapping, Scalar, from_python, plain


def problems(data: object) -> list[tuple[str, str]]:
    with pytest.raises(InputError) as caught:
        from_python(data, "call")
    assert all((one.place.source, one.place.line, one.place.column) == ("call", 0, 0) for one in caught.value.problems)
    return [(one.code, one.place.path) for one in caught.value.problems]


def test_what_goes_in_comes_out_with_paths_as_places() -> None:
    data = {"a": ["x", 1, True, dt.date(2024, 2, 29)], "名称": {"b.c": ""}}
    document = from_python(data, "call")
    assert plain(document.root) == data
    assert (document.source, document.encoding) == ("call", "")
    root = document.root
    assert isinstance(root, Mapping)
    name = root.get("名称")
    assert isinstance(name, Mapping)
    assert name.get("b.c") == Scalar("", "", True, Place("call", 0, 0, '名称["b.c"]'))


def test_a_text_is_never_read_as_something_else() -> None:
    texts = ["12", "true", "null", "~", "", "2024-02-30", "<<", "1" * 41]
    assert plain(from_python(texts).root) == texts


def test_whole_numbers_as_keys_count_as_their_digits() -> None:
    assert plain(from_python({2021: 1, "2022": 2, -3: 4}).root) == {"2021": 1, "2022": 2, "-3": 4}
    assert problems({2021: 1, "2021": 2}) == [("E117", "2021")]


@pytest.mark.parametrize(
    "value",
    [
        1.5, float("nan"), float("inf"), 1j, decimal.Decimal("1.5"), fractions.Fraction(1, 2), b"x", bytearray(b"x"),
        (1,), {1}, frozenset(), range(3), object(), int, iter([1]),
        dt.datetime(2024, 1, 1, tzinfo=dt.UTC), dt.time(1), dt.timedelta(1),
    ],
)  # fmt: skip
def test_every_other_type_is_refused_by_name(value: object) -> None:
    with pytest.raises(InputError) as caught:
        from_python({"a": [value]})
    (problem,) = caught.value.problems
    assert (problem.code, problem.place.path) == ("E129", "a[0]")
    assert dict(problem.values)["type"] == type(value).__name__


def test_none_is_refused_as_null_is() -> None:
    assert problems({"a": None, "b": [None]}) == [("E116", "a"), ("E116", "b[0]")]
    assert problems(None) == [("E116", "")]


@pytest.mark.parametrize(
    "key", [None, True, False, 1.0, (1,), b"a", dt.date(2024, 1, 1), "", 10**40, pytest.param(-(10**5000), id="huge")]
)
def test_keys_that_are_no_text_are_refused(key: object) -> None:
    assert problems({"a": {key: 1}}) in ([("E118", "a")], [("E118", 'a[""]')])


def test_characters_are_held_to_the_same_rules_as_in_files() -> None:
    assert problems({"a": "x\0", "b": "\ud800", "c": "\u2028", "d": "\ufffe", "e\u200b": 1, "f\ud800": 1}) == [
        ("E110", "a"),
        ("E110", "b"),
        ("E110", "c"),
        ("E110", "d"),
        ("E119", "e\u200b"),
        ("E119", "f\ud800"),
    ]
    assert plain(from_python("tab\tline\nend\r\n").root) == "tab\tline\nend\r\n"


def test_twins_that_look_alike_are_one_key() -> None:
    assert problems({"area": 1, "ａｒｅａ": 2}) == [("E117", "ａｒｅａ")]


@pytest.mark.parametrize("number", [10**40 - 1, -(10**40) + 1])
def test_forty_digits_are_read(number: int) -> None:
    assert plain(from_python([number]).root) == [number]


@pytest.mark.parametrize("number", [10**40, -(10**40), pytest.param(10**5000, id="huge")])
def test_a_number_of_more_than_forty_digits_is_refused(number: int) -> None:
    """Python itself refuses to write out 5,000 digits, with an error of its own."""
    assert problems([number]) == [("E115", "[0]")]


def test_data_that_contain_themselves_end_at_the_depth_limit() -> None:
    circle: list[Any] = []
    circle.append(circle)
    assert problems(circle) == [("E112", "[0]" * LIMITS.depth)]
    loop: dict[str, Any] = {}
    loop["a"] = loop
    assert problems(loop) == [("E112", ".".join(["a"] * LIMITS.depth))]


def test_a_list_shared_a_thousand_million_times_ends_at_the_node_limit() -> None:
    shared: list[Any] = ["x"] * 10
    for _ in range(9):
        shared = [shared] * 10
    assert [code for code, _ in problems(shared)] == ["E113"]


class Colour(enum.StrEnum):
    RED = "red"


class Loud(str):
    """A text that lies about itself."""

    __slots__ = ()

    def __str__(self) -> str:
        return "lie"

    def __eq__(self, other: object) -> bool:
        return True

    def __hash__(self) -> int:
        return 0


class Big(int):
    def __int__(self) -> int:
        return 7

    def __str__(self) -> str:
        return "7"


class Sly(dict[str, int]):
    def items(self) -> Any:
        return [("b", 2)]


class Empty(list[int]):
    def __iter__(self) -> Any:
        return iter(())


class Late(dt.date):
    def isoformat(self) -> str:
        return "9999-12-31"


def test_what_a_subclass_overrides_is_not_asked_and_not_kept() -> None:
    data = [Loud("truth"), Big(5), Sly(a=1), Empty([3]), Late(2024, 1, 31), Colour.RED]
    got = plain(from_python(data).root)
    assert got == ["truth", 5, {"a": 1}, [3], dt.date(2024, 1, 31), "red"]
    assert isinstance(got, list)
    assert [type(one) for one in got] == [str, int, dict, list, dt.date, str]
    assert plain(from_python({Loud("a"): 1, Big(5): 2}).root) == {"a": 1, "5": 2}


def test_changing_the_data_afterwards_changes_nothing() -> None:
    inner = [1]
    data: dict[str, Any] = {"a": inner}
    document = from_python(data)
    inner.append(2)
    data["b"] = 3
    assert plain(document.root) == {"a": [1]}
