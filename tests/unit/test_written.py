"""Width is folded sign by sign, and nothing else is taken for a digit."""

from __future__ import annotations

import sys
import unicodedata

from tic_rules.written import DIGITS, RefusedError, half_width, strange_digit


def test_each_full_width_sign_becomes_its_half_width_form() -> None:
    full = "".join(chr(0xFF01 + n) for n in range(94))
    assert half_width(full) == "".join(chr(0x21 + n) for n in range(94)) == unicodedata.normalize("NFKC", full)


def test_each_space_separator_but_the_ogham_one_becomes_a_space() -> None:
    """The Ogham space shows a line, so it is no empty space."""
    spaces = {char for char in map(chr, range(sys.maxunicode + 1)) if unicodedata.category(char) == "Zs"}
    assert {char for char in spaces if half_width(char) != " "} == {"\u1680"}


def test_nothing_but_full_width_signs_and_spaces_is_folded() -> None:
    folded = {char for char in map(chr, range(sys.maxunicode + 1)) if half_width(char) != char}
    assert {char for char in folded if unicodedata.category(char) != "Zs"} == {chr(0xFF01 + n) for n in range(94)}


def test_the_digits_are_ten() -> None:
    assert sorted(DIGITS) == list("0123456789")


def test_the_first_strange_digit_is_found_and_chinese_numerals_are_none() -> None:
    assert strange_digit("0１2 三十 abc") is None
    assert strange_digit("1٣②") == "٣"
    assert strange_digit("m²") == "²"
    assert strange_digit("㏠") == "㏠"
    assert strange_digit("二〇") == "〇"


def test_a_refusal_keeps_its_own_copy_of_the_values_and_shows_them() -> None:
    values = {"text": "3"}
    refused = RefusedError("E131", values)
    values["text"] = "4"
    assert (refused.problem_code, refused.values) == ("E131", {"text": "3"})
    assert str(refused) == "E131 {'text': '3'}"
