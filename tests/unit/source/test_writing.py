"""JSON in order is read at once, and means what it means with its places; all else is left to their reader."""

from __future__ import annotations

import json
from itertools import count
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tic_rules.errors import InputError
from tic_rules.source import Writing, decode, plain, read_writing


def written(text: str, *, is_json: bool = True) -> Writing:
    return Writing(decode(text, "x"), is_json)


def taken(writing: Writing) -> object:
    """What is read with places, or None where it is refused."""
    try:
        return plain(writing.document().root)
    except InputError:
        return None


@pytest.mark.parametrize(
    ("text", "means"),
    [
        ("{}", {}),
        (' \t\r\n{"a": [1, true, "x", {"b": []}], "c": "1.5"}\n ', {"a": [1, True, "x", {"b": []}], "c": "1.5"}),
        ('{"a": "\\u77f3\\ud83d\\ude00\\n"}', {"a": "石\U0001f600\n"}),
        ('{"a": -7, "b": ' + "9" * 40 + "}", {"a": -7, "b": 10**40 - 1}),
        ('{"a": "2026-01-01"}', {"a": "2026-01-01"}),
    ],
)
def test_json_in_order_is_read_at_once(text: str, means: object) -> None:
    writing = written(text)
    assert writing.at_once() == means == taken(writing)


@pytest.mark.parametrize(
    "text",
    [
        "", "[]", "1", '"x"', "null", '{"a": null}', '{"a": 1.5}', '{"a": 1e5}', '{"a": NaN}', '{"a": -Infinity}',
        '{"a": -0}', '{"a": ' + "9" * 41 + "}", '{"a": ' + "9" * 5000 + "}", '{"a": 1, "a": 2}',
        '{"a": {"b": 1, "b": 1}}',
        '{"a": 01}', '{"a": 1,}', "{'a': 1}", '{"a": 1} x', '{"a": 1} {}', "// x\n{}", '{"a": "\\ud800"}',
        '{"a": "x\ty"}', '{"": 1}', '{"a": "\\u0000"}', '{"a": "\\ufffd"}', '{"ａ": 1}', '{"a": "' + "x" * 2001 + '"}',
        '{"a":' * 65 + "1" + "}" * 65, '{"a":' * 100_000, "[" * 100_000,
    ],
    ids=count(),
)  # fmt: skip
def test_what_is_wrong_or_unusual_is_left_to_the_reader_with_places(text: str) -> None:
    assert written(text).at_once() is None


def test_yaml_is_always_read_with_its_places() -> None:
    writing = written("a: 1\n", is_json=False)
    assert writing.at_once() is None
    assert taken(writing) == {"a": 1}


TOKENS = st.sampled_from(
    [
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        '"a"',
        '"b"',
        '"石"',
        '"\\u000a"',
        "1",
        "-1",
        "0",
        "-0",
        "1.5",
        "true",
        "null",
        " ",
        "\n",
    ]
)
VALUES = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(allow_nan=True), st.text(max_size=3)),
    lambda below: st.lists(below, max_size=3) | st.dictionaries(st.text(max_size=2), below, max_size=3),
    max_leaves=8,
)


@given(st.dictionaries(st.text(max_size=3), VALUES, max_size=3), st.booleans())
def test_a_reading_at_once_is_the_reading_with_places(data: dict[str, Any], ascii_only: bool) -> None:
    _same(json.dumps(data, ensure_ascii=ascii_only))


@given(st.lists(TOKENS, max_size=12))
def test_whatever_is_written_is_read_at_once_only_where_it_is_read_with_places(tokens: list[str]) -> None:
    _same("".join(tokens))
    _same('{"a": ' + "".join(tokens) + "}")


def _same(text: str) -> None:
    try:
        writing = written(text)
    except InputError:
        return
    at_once = writing.at_once()
    if at_once is not None:
        assert at_once == taken(writing)
        assert json.dumps(at_once) == json.dumps(taken(writing))


def test_a_file_tells_its_form_by_its_name(tmp_path: Any) -> None:
    for name, is_json in (("a.json", True), ("a.JSON", True), ("a.yaml", False), ("a", False)):
        path = tmp_path / name
        path.write_text('{"a": 1}', "utf-8")
        writing = read_writing(path)
        assert writing.is_json is is_json
        assert writing.text.source == str(path)
        assert taken(writing) == {"a": 1}
