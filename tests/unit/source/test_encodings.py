"""Bytes to text: what is read as UTF-8, what as GB18030, and what as neither."""

from __future__ import annotations

import random
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.source.outcome import outcome
from tic_rules.errors import InputError
from tic_rules.source import LIMITS, Document, parse_json, parse_yaml
from tic_rules.source.characters import FORBIDDEN, forbidden_in
from tic_rules.source.encodings import Text, decode
from tic_rules.source.lines import Lines

DOSSIER = """\
lead:
  name: 溪口市灯塔科技有限公司
  kind: 企业          # 依托单位
centre:
  name: 溪口市潮汐能技术创新中心
  floor_area: 1200平方米
  rd_spending: {2021: 300万元, 2022: 420万元, 2023: 三百万元}
  note: “按章办理”——见附件①（第二页）；𠮷田
"""


def refused(data: bytes) -> tuple[str, int, int]:
    with pytest.raises(InputError) as caught:
        decode(data, "f.yaml")
    (problem,) = caught.value.problems
    return problem.code, problem.place.line, problem.place.column


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_each_encoding_an_office_saves_in_gives_the_same_document(encoding: str) -> None:
    document = parse_yaml(DOSSIER.encode(encoding), "f.yaml")
    assert document.root == parse_yaml(DOSSIER, "f.yaml").root
    assert document.encoding == encoding
    assert parse_json('{"名称": "灯塔"}'.encode(encoding)).encoding == encoding


def test_plain_ascii_is_utf_8_and_text_from_a_caller_has_no_encoding() -> None:
    assert decode(b"a: 1", "").encoding == "utf-8"
    assert decode("a: 1", "") == Text("a: 1", "", "")
    assert decode("\ufeffa: 1", "") == Text("a: 1", "", "")


def test_every_chinese_character_of_gb_2312_is_read_first_in_a_gb18030_file() -> None:
    """Two hundred and more of them, 山, 省 and 石 for instance, are sound UTF-8 of other scripts on their own."""
    characters = [bytes((lead, trail)).decode("gb2312") for lead in range(0xB0, 0xD7) for trail in range(0xA1, 0xFE)]
    assert len(characters) == 3627
    for char in characters:
        text = f"name: {char}州灯塔公司"
        assert decode(text.encode("gb18030"), "") == Text(text, "", "gb18030")


def test_long_gb18030_texts_of_common_characters_are_read() -> None:
    chance = random.Random(2026)
    common = "".join(bytes((lead, trail)).decode("gb2312") for lead in range(0xB0, 0xD7) for trail in range(0xA1, 0xFE))
    for _ in range(300):
        text = "name: " + "".join(chance.choices(common, k=chance.randrange(2, 400))) + "有限公司"
        assert decode(text.encode("gb18030"), "") == Text(text, "", "gb18030")


@given(st.data())
def test_chinese_utf_8_with_damaged_bytes_is_never_read_as_gb18030(data: st.DataObject) -> None:
    """Its characters would all become others, silently: 溪口 would be read as 婧彛."""
    body = bytearray(DOSSIER.encode())
    for _ in range(data.draw(st.integers(1, 3))):
        at = data.draw(st.integers(0, len(body) - 1))
        match data.draw(st.sampled_from(["change", "drop", "add"])):
            case "change":
                body[at] = data.draw(st.integers(0, 255))
            case "drop":
                del body[at]
            case _:
                body.insert(at, data.draw(st.integers(0, 255)))
    _never_guessed(bytes(body))


def test_ten_thousand_one_byte_faults_in_utf_8_never_lead_to_gb18030() -> None:
    chance = random.Random(18030)
    for text in (DOSSIER, "name: 灯塔", "name: 山西省", "a: 一\nb: 二\n", "[“灯”]"):
        body = text.encode()
        for _ in range(2000):
            at = chance.randrange(len(body))
            _never_guessed(body[:at] + bytes([chance.randrange(256)]) + body[at + 1 :])


def _never_guessed(body: bytes) -> None:
    got = outcome(parse_yaml, body)
    if isinstance(got, Document):
        assert got.encoding == "utf-8"


def test_utf_8_with_a_part_in_gb18030_is_refused_whatever_the_parts() -> None:
    for whole in range(3, 12):
        for part in range(1, 60):
            mixed = "灯塔科技".encode() * whole + "溪口市潮汐".encode("gb18030") * part
            assert refused(b"name: " + mixed)[:2] == ("E109", 1)


@pytest.mark.parametrize(
    ("data", "column"),
    [
        (b"name: \xc0\xaf\xff", 8),
        (b"name: \xff", 7),
        (b"name: \x80", 7),
        ("name: 灯塔".encode("gb18030") + b"\xb5", 9),
        ("name: 灯".encode("gb18030") + b"\xaa\xa1", 8),
        ("name: 灯".encode("gb18030") + b"\x81\x30", 8),
    ],
)
def test_what_is_neither_is_placed_at_its_first_fault(data: bytes, column: int) -> None:
    assert refused(b"# \r\n\r" + data) == ("E109", 3, column)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_the_wide_encodings_are_refused_by_name(encoding: str) -> None:
    with pytest.raises(InputError) as caught:
        decode(DOSSIER.encode(encoding), "")
    (problem,) = caught.value.problems
    assert (problem.code, dict(problem.values)) == ("E108", {"encoding": encoding[:6].upper()})


def test_forbidden_characters_are_the_same_on_the_fast_way_and_the_slow() -> None:
    every = [chr(number) for number in range(0x110000)]
    forbidden = {char for char in every if FORBIDDEN.match(char)}
    assert {char for char in every if list(forbidden_in(char))} == forbidden
    assert {char for char in every if list(forbidden_in("中" + char))} == forbidden
    categories = {unicodedata.category(char) for char in forbidden}
    assert categories == {"Cc", "Cf", "Cn", "Cs", "So", "Zl", "Zp"}
    assert [char for char in forbidden if unicodedata.category(char) in {"Cf", "So"}] in (
        ["\ufeff", "\ufffd"],
        ["\ufffd", "\ufeff"],
    )
    assert {char for char in every if unicodedata.category(char) == "Cc"} - forbidden == set("\t\n\r")


@given(st.text("ab\r\n中", max_size=30))
def test_lines_and_columns_are_those_of_a_file_read_with_universal_line_ends(text: str) -> None:
    lines = Lines(text)
    for index in range(len(text)):
        if text[index - 1 : index + 1] == "\r\n" and index:
            continue
        before = text[:index].replace("\r\n", "\n").replace("\r", "\n")
        assert lines.at(index) == (before.count("\n") + 1, len(before) - before.rfind("\n"))


@pytest.mark.parametrize("text", ["\u0085", "\u2028", "\u2029", "\x0b", "\x0c", "\x1c"])
def test_no_other_character_ends_a_line_and_all_of_them_are_refused(text: str) -> None:
    assert refused(f"a: 1\nb: x{text}y".encode()) == ("E110", 2, 5)


def test_of_very_many_forbidden_characters_the_first_are_said() -> None:
    with pytest.raises(InputError) as caught:
        decode("a\x00\n" * (LIMITS.problems + 5), "")
    places = [(one.code, one.place.line, one.place.column) for one in caught.value.problems]
    assert places == [*(("E110", line, 2) for line in range(1, LIMITS.problems + 1)), ("E122", LIMITS.problems, 2)]


def test_bytes_are_counted_and_not_characters() -> None:
    text = "中" * (LIMITS.file_bytes // 3) + "xx"
    assert len(text.encode()) == LIMITS.file_bytes
    assert decode(text, "").text == decode(text.encode(), "").text == text
    for more in (text + "x", (text + "x").encode(), "x" * (LIMITS.file_bytes + 1)):
        with pytest.raises(InputError, match="E107"):
            decode(more, "")
