"""What YAML means here, with PyYAML's loader in C and with the one in Python."""

from __future__ import annotations

import datetime as dt
import sys
import unicodedata
from typing import Any

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from tests.unit.source.outcome import TEXTS, by_the_fast_loader, by_the_loader_in_python, outcome, trees
from tic_rules.errors import InputError
from tic_rules.source import LIMITS, Document, Mapping, Scalar, Sequence, Value, plain
from tic_rules.source.yaml_text import LOADER, parse_yaml

LOADERS = [pytest.param(yaml.SafeLoader, id="Python"), pytest.param(yaml.CSafeLoader, id="C")]
both = pytest.mark.parametrize("loader", LOADERS)


def read(text: str | bytes, loader: Any = LOADER) -> object:
    return plain(parse_yaml(text, "f.yaml", loader=loader).root)


def problems(text: str | bytes, loader: Any = LOADER) -> list[tuple[str, int, int, str]]:
    with pytest.raises(InputError) as caught:
        parse_yaml(text, "f.yaml", loader=loader)
    return [(one.code, one.place.line, one.place.column, one.place.path) for one in caught.value.problems]


def test_the_fast_loader_is_used_where_it_is_there() -> None:
    assert LOADER is (yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader)


@both
@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("0", 0), ("7", 7), ("-7", -7), ("120", 120), ("9" * 40, int("9" * 40)), ("-" + "9" * 40, -int("9" * 40)),
        ("-0", "-0"), ("00", "00"), ("010", "010"), ("-01", "-01"), ("+1", "+1"), ("0x1F", "0x1F"), ("0o17", "0o17"),
        ("0b1", "0b1"), ("1_000", "1_000"), ("1,000", "1,000"), ("1.5", "1.5"), ("1.", "1."), (".5", ".5"),
        ("1e5", "1e5"), ("-1.5E-3", "-1.5E-3"), (".inf", ".inf"), ("-.inf", "-.inf"), (".nan", ".nan"), ("nan", "nan"),
        ("190:20:30", "190:20:30"), ("12:30", "12:30"), ("3万元", "3万元"), ("60%", "60%"), ("1/2", "1/2"),
        ("１２", "１２"), ("true", True), ("false", False), ("True", "True"), ("TRUE", "TRUE"), ("False", "False"),
        ("yes", "yes"), ("no", "no"), ("on", "on"), ("Off", "Off"), ("y", "y"), ("n", "n"), ("none", "none"),
        ("None", "None"), ("nil", "nil"), ("=", "="), ("<<", "<<"), ("nulls", "nulls"), ("~x", "~x"),
        ("2024-02-29", dt.date(2024, 2, 29)), ("0001-01-01", dt.date(1, 1, 1)), ("9999-12-31", dt.date(9999, 12, 31)),
        ("2024-2-9", "2024-2-9"), ("20240229", 20240229), ("2024-02", "2024-02"), ("24-02-29", "24-02-29"),
        ("2024-02-29T00:00:00Z", "2024-02-29T00:00:00Z"), ("2024-02-29 12:00:00", "2024-02-29 12:00:00"),
        ("2024-W05-1", "2024-W05-1"), ("2024/02/29", "2024/02/29"), ("-2024-02-29", "-2024-02-29"),
        ("10000-01-01", "10000-01-01"), ("2024年2月29日", "2024年2月29日"), ("open-ended", "open-ended"),
    ],
)  # fmt: skip
def test_without_quotes_only_whole_numbers_two_words_and_days_are_more_than_text(
    written: str, meant: Value, loader: Any
) -> None:
    got = read(f"a: {written}", loader)
    assert got == {"a": meant}
    assert isinstance(got, dict)
    assert type(got["a"]) is type(meant)
    assert read(f"a: '{written}'", loader) == {"a": written}
    assert read(f'- "{written}"', loader) == [written]
    assert read(f"- |-\n  {written}", loader) == [written]


def test_only_the_ten_digits_of_ascii_make_a_number() -> None:
    """Unicode has hundreds of other digits, and Python's int() reads most of them."""
    others = [
        char for char in map(chr, range(128, sys.maxunicode + 1)) if unicodedata.category(char) in {"Nd", "No", "Nl"}
    ]
    assert len(others) > 1500
    assert read("\n".join(f"- {char}\n- 1{char}\n- 200{char}-01-01" for char in others)) == [
        text for char in others for text in (char, f"1{char}", f"200{char}-01-01")
    ]


@both
def test_keys_are_texts_as_written(loader: Any) -> None:
    written = "2021: a\ntrue: b\nno: c\n010: d\n2024-02-30: e\n'null': f\n晋中市: g\n\"a b\": h\n<x: i\n1.5: j"
    keys = ["2021", "true", "no", "010", "2024-02-30", "null", "晋中市", "a b", "<x", "1.5"]
    assert read(written, loader) == dict(zip(keys, "abcdefghij", strict=True))


@both
def test_texts_over_several_lines_are_joined_as_yaml_says(loader: Any) -> None:
    assert read("a: one\n  two\n\n  three\nb: |\n  x\n   y\nc: >-\n  x\n  y\nd: 'p\n  q'\ne: 12\n  34", loader) == {
        "a": "one two\nthree", "b": "x\n y\n", "c": "x y", "d": "p q", "e": "12 34",
    }  # fmt: skip


@both
def test_empty_text_empty_list_and_empty_mapping_are_there_and_are_not_missing(loader: Any) -> None:
    assert read("{a: '', b: [], c: {}}", loader) == {"a": "", "b": [], "c": {}}


@both
def test_a_document_may_be_any_node_and_may_be_marked_off(loader: Any) -> None:
    assert read("--- text\n...\n", loader) == "text"
    assert read("---\n- 1\n...\n# after\n", loader) == [1]
    assert isinstance(parse_yaml("7", loader=loader).root, Scalar)
    assert isinstance(parse_yaml("[]", loader=loader).root, Sequence)
    assert isinstance(parse_yaml("{}", loader=loader).root, Mapping)


@both
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_kind_of_line_end_counts_as_one_line(end: str, loader: Any) -> None:
    lines = ["# first", "a: 1", "", "b: 'x", "  y'", "c: [1,", "  ~]"]
    assert problems(end.join(lines), loader) == [("E116", 7, 3, "c[1]")]


@both
def test_escapes_beyond_unicode_are_refused(loader: Any) -> None:
    """PyYAML's own loader hands them to chr() as they are."""
    for escape in ("\\U00110000", "\\UFFFFFFFF", "\\ud800", "\\uDFFF"):
        assert problems(f'a: "{escape}"', loader)[0][0] in {"E110", "E125"}


@both
def test_the_end_of_a_line_is_never_what_is_complained_about(loader: Any) -> None:
    assert problems("a: 1\nwithout colon\nb: 2", loader) == [("E125", 3, 1, "")]
    assert problems("a: 1\nwithout colon", loader) == [("E125", 2, 1, "")]


@both
def test_a_web_address_does_not_count_as_a_colon_without_space(loader: Any) -> None:
    assert [code for code, *_ in problems("- http://example.org\nb: [", loader)] == ["E125"]


@both
def test_an_anchor_a_tag_and_what_they_stand_on_are_each_complained_about(loader: Any) -> None:
    assert problems("a: &x !t ~\nb: !t {c: &y 2023-02-30}", loader) == [
        ("E116", 1, 4, "a"),
        ("E120", 1, 4, "a"),
        ("E121", 1, 4, "a"),
        ("E121", 2, 4, "b"),
        ("E120", 2, 11, "b.c"),
        ("E124", 2, 11, "b.c"),
    ]


def test_the_words_of_pyyaml_are_never_shown() -> None:
    """Each message of its scanner and parser begins with one of a few words."""
    for text in (
        "a: [",
        "a: 'x",
        "{a: b",
        "a: b: c",
        "a: @x",
        "- a\nb",
        'a: "\\q"',
        "!<a",
        "&",
        "a: |x",
        "? a\n?b",
        "]",
    ):
        with pytest.raises(InputError) as caught:
            parse_yaml(text)
        said = str(caught.value)
        assert not any(
            word in said for word in ("while", "expected", "found", "mapping values", "could not", "unknown")
        )


TEXT = st.text(st.sampled_from("ab1 ~-:,?{}[]&*!|>'\"%@`#\n\t\\<=.：中0x\u3000"), max_size=40)


@given(TEXT)
@example("a: b\n\tc")
@example("{a? : 1}")
def test_both_loaders_agree_wherever_both_accept(text: str) -> None:
    """The one in C takes a tab between things, as YAML allows; what both take they read alike."""
    by_python, by_c = outcome(by_the_loader_in_python, text), outcome(by_the_fast_loader, text)
    if isinstance(by_python, Document) and isinstance(by_c, Document):
        assert by_python == by_c


LEAVES = st.integers(-(10**20), 10**20) | st.booleans() | st.dates() | TEXTS


@given(trees(LEAVES))
def test_what_a_strict_writer_wrote_is_read_back(data: object) -> None:
    """safe_dump quotes what YAML 1.1 would misread, so both readings agree on all it writes."""
    assert read(yaml.safe_dump(data, allow_unicode=True, width=LIMITS.text)) == data
