"""What JSON means here: exactly the grammar of RFC 8259, less what would have to be guessed."""

from __future__ import annotations

import json
from typing import NoReturn

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.unit.source.outcome import TEXTS, trees
from tic_rules.errors import InputError
from tic_rules.source import Mapping, Scalar, parse_json, place_of, plain


def read(text: str | bytes) -> object:
    return plain(parse_json(text, "f.json").root)


def problems(text: str | bytes) -> list[tuple[str, int, int, str]]:
    with pytest.raises(InputError) as caught:
        parse_json(text, "f.json")
    return [(one.code, one.place.line, one.place.column, one.place.path) for one in caught.value.problems]


def test_each_value_has_its_line_and_column() -> None:
    document = parse_json('\n{"lead": {"name": "灯塔",\r\n\t"on.site": [true,\r  -12 ]}\n}\n', "f.json")
    assert [
        (place.line, place.column, place.path)
        for place in (
            place_of(document, []),
            place_of(document, ["lead"], of_key=True),
            place_of(document, ["lead"]),
            place_of(document, ["lead", "name"]),
            place_of(document, ["lead", "on.site"], of_key=True),
            place_of(document, ["lead", "on.site", 0]),
            place_of(document, ["lead", "on.site", 1]),
        )
    ] == [
        (2, 1, ""),
        (2, 2, "lead"),
        (2, 10, "lead"),
        (2, 19, "lead.name"),
        (3, 2, 'lead["on.site"]'),
        (3, 14, 'lead["on.site"][0]'),
        (4, 3, 'lead["on.site"][1]'),
    ]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("0", 0), ("-7", -7), ("9" * 40, int("9" * 40)), ("-0", "-0"), ("1.50", "1.50"), ("-0.0", "-0.0"),
        ("1e400", "1e400"), ("1E+2", "1E+2"), ("true", True), ("false", False), ('"true"', "true"), ('"12"', "12"),
        ('"2024-02-30"', "2024-02-30"), ('""', ""), ('"null"', "null"), ('"\\u0041\\/\\"\\\\\\n\\t"', 'A/"\\\n\t'),
        ('"\\ud840\\udc0b"', "\U0002000b"), ('"\u00a0"', "\u00a0"), ("[]", []), ("{}", {}), (" [ ] ", []),
        ("\r\n{ }\t", {}), ("[[],{}]", [[], {}]),
    ],
)  # fmt: skip
def test_numbers_that_are_not_whole_stay_as_written(written: str, meant: object) -> None:
    assert read(written) == meant
    assert type(read(written)) is type(meant)
    assert read(f'{{"a": [{written}]}}') == {"a": [meant]}


def test_what_is_in_quotes_is_text_and_what_is_not_is_marked() -> None:
    root = parse_json('{"a": 1.50, "b": "1.50"}').root
    assert isinstance(root, Mapping)
    a, b = root.get("a"), root.get("b")
    assert isinstance(a, Scalar)
    assert isinstance(b, Scalar)
    assert (a.text, a.quoted, b.text, b.quoted) == ("1.50", False, "1.50", True)


WORDS = "NaN Infinity -Infinity nan undefined None True 1_0 0x1 1. .5 +1 01 - --1 1e 1e+ ٣ 1２ ~ 'a' `a` # // ， \u3000"


@pytest.mark.parametrize("word", WORDS.split(" "))
def test_words_that_json_does_not_have_are_refused_where_they_stand(word: str) -> None:
    assert problems(f'{{"a": [1, {word}]}}') == [("E128", 1, 11, "a[1]")]


LISTS = "[1,] [,1] [1,,2] [1;2] [1:2] [} [1} ] , :"
MAPPINGS = '{"a":1,} {,"a":1} {"a",1} {"a"} {"a":} {1:2} {] {"a":1] } {"a":1"b":2} {"a"::1} {[]:1} {{}:1}'


@pytest.mark.parametrize("text", [*LISTS.split(), "[1 2]", '["a" "b"]', *MAPPINGS.split()])
def test_signs_out_of_place_are_refused(text: str) -> None:
    assert [code for code, *_ in problems(text)] == ["E128"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("[", (1, 1, "")), ('{"a": [1,\n[2', (2, 1, "a[1]")), ('{"a"', (1, 1, "")), ('{"a":', (1, 1, "")),
        ('{"a": 1,', (1, 1, "")), ('"x', (1, 1, "")), ('["\n"]', (1, 2, "[0]")), ('{"a": "x\\', (1, 7, "a")),
        ('{"a', (1, 2, "")),
    ],
)  # fmt: skip
def test_what_is_never_closed_is_placed_where_it_opens(text: str, place: tuple[int, int, str]) -> None:
    assert problems(text) == [("E127", *place)]


@pytest.mark.parametrize("after", ["1", "[]", "x", '"', ",", "]", "\u00a0", "NaN"])
def test_nothing_may_follow_the_end(after: str) -> None:
    assert problems('{"a": 1}\n ' + after) == [("E123", 2, 2, "")]


def test_a_name_given_twice_is_refused_at_every_depth_and_in_every_spelling() -> None:
    assert problems('{"a": 1, "b": [{"c": 1, "\\u0063": 2}], "\\u0061": 3, "ａ": 4}') == [
        ("E117", 1, 25, "b[0].c"),
        ("E117", 1, 40, "a"),
        ("E117", 1, 53, "ａ"),
    ]


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    if len({key for key, _ in pairs}) < len(pairs) or "" in dict(pairs):
        raise ValueError
    return dict(pairs)


def _refuse(_: str) -> NoReturn:
    raise ValueError


def _holds_null(data: object) -> bool:
    match data:
        case dict():
            return any(map(_holds_null, data.values()))
        case list():
            return any(map(_holds_null, data))
        case _:
            return data is None


SIGNS = ["{", "}", "[", "]", ",", ":", " ", "\n", '"', "\\", "[]", "{}", '{"a":', '"c":1']
VALUE_SIGNS = ['"a"', '"b"', '""', '"\\u00e9"', '"中"', "1", "-2", "1.5", "true", "null", "NaN"]
PIECES = st.lists(st.sampled_from(SIGNS + VALUE_SIGNS)).map("".join)


@given(PIECES)
@example('{"a":{},"b":[]}')
@example('[[],{},[{"a":1}],1]')
def test_the_grammar_is_that_of_python_s_own_reader_made_strict(text: str) -> None:
    try:
        expected = json.loads(text, object_pairs_hook=_once, parse_constant=_refuse, parse_float=str)
        accepted = not _holds_null(expected)
    except ValueError:
        accepted, expected = False, None
    if accepted:
        assert read(text) == expected
    else:
        assert problems(text)


VALUES = trees(st.integers(-(10**39), 10**39) | st.booleans() | TEXTS)


@given(VALUES, st.booleans(), st.sampled_from([None, 0, 3, "\t"]))
def test_what_python_writes_is_read_back(data: object, ascii_only: bool, indent: int | str | None) -> None:
    assert read(json.dumps(data, ensure_ascii=ascii_only, indent=indent)) == data
