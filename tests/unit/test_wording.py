"""The plain form of a text, and the duties and numbers in it (all sentences are invented)."""

from __future__ import annotations

import string
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tic_rules.packs.text import fingerprint, read_regulation


def printed_in(body: str) -> tuple[str, ...]:
    """What an article with this body prints."""
    (found,) = read_regulation(f"第一条 {body}")
    return found.prints


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("看护人应当点灯。", ("应",)),
        ("看护人必须点灯，不得离塔，灯应长明。", ("应", "须", "不得")),
        ("灯塔的应用、供应和相应设施，适应海况，响应号召，备应急灯。", ()),
        ("油费应用于点灯，所提供应为新油。", ("应",)),
        ("依法应予熄灭的，互相应答。", ("应",)),
    ],
)
def test_duties(body: str, expected: tuple[str, ...]) -> None:
    assert printed_in(body) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("近三年油费不少于1000万元且占3％以上。", ("近三年", "1000万元", "3%")),
        ("最近3年点灯5例，上一年度4例，满2年。", ("最近3年", "5例", "上一年度", "4例", "2年")),
        ("三人以上一年以下。", ("三人", "一年")),
        ("组员不超过1/3，女组员三分之一，老组员百分之五十。", ("1/3", "三分之一", "百分之五十")),
        ("塔基500 平方米，灯室２０㎡，油库3万平方米。", ("500平方米", "20m2", "3万平方米")),
        ("由7至11名看护人值夜，三至五人轮换。", ("7至11名", "三至五人")),
        ("60周岁以下，值夜8个月，公示5个工作日，十二个月内。", ("60周岁", "8个月", "5个工作日", "十二个月")),
        ("溪灯发〔2031〕5号，自2031年2月1日起。", ("〔2031〕5号", "2031年2月1日")),
        ("每年1月底前、3月31日前。", ("1月底", "3月31日")),
        ("2030年以前建成的，第二年复查。", ("2030年", "第二年")),
        ("分为三类、5个档次，两个周期，一家牵头。", ("三类", "5个", "两个", "一家")),
        ("油费1,500.5元，3亿元，两万元，十余人，1.5倍，半年，过半数。",
         ("1,500.5元", "3亿元", "两万元", "十余人", "1.5倍", "半年", "过半数")),
        ("2盏，再点2盏。", ("2",)),
        ("统一名称，单一项目，第三方，进一步，一般，统一管理。", ()),
        ("照第三条、第十至十二条、第2款第（三）项、第一章和本条（二）项。", ()),
        ("照第三条点灯3次。", ("3次",)),
    ],
)  # fmt: skip
def test_numbers_are_printed_with_what_they_count(body: str, expected: tuple[str, ...]) -> None:
    assert printed_in(body) == expected


def test_a_number_broken_over_a_page_is_one() -> None:
    assert printed_in("看护人不少于2\n\n0\f人。") == ("20人",)


def test_no_text_is_beyond_reading() -> None:
    (found,) = read_regulation("第一条 \ud800\x00" + "第" * 2000 + "灯" + "1" * 5000 + "个")
    assert found.prints == ("1" * 5000 + "个",)


LAW = st.text(alphabet="灯塔看护点三十第条应须，。；：（）、0123456789%.AB", min_size=1, max_size=40)
SPACE = st.text(alphabet=" \t\n\r\f\v\u00a0\u2003\u2028\u3000\ufeff\u200b\u200d", max_size=3)


@given(LAW, st.data())
def test_white_space_page_breaks_and_zero_width_never_change_a_fingerprint(law: str, data: st.DataObject) -> None:
    spaced = "".join(char + data.draw(SPACE) for char in law)
    assert fingerprint(spaced) == fingerprint(law)


WIDE = {char: chr(ord(char) + 0xFEE0) for char in string.digits + string.ascii_letters + "()%,.:;+/!?"}
NARROW = {wide: char for char, wide in WIDE.items()}


@given(LAW, st.data())
def test_full_width_and_half_width_signs_have_one_fingerprint(law: str, data: st.DataObject) -> None:
    swap = WIDE | NARROW
    swapped = "".join(swap.get(char, char) if data.draw(st.booleans()) else char for char in law)
    assert fingerprint(swapped) == fingerprint(law)


@given(LAW, st.data())
def test_a_change_of_any_one_character_changes_a_fingerprint(law: str, data: st.DataObject) -> None:
    index = data.draw(st.integers(0, len(law) - 1))
    other = data.draw(
        st.sampled_from("塔不3。A").filter(lambda char: char != unicodedata.normalize("NFKC", law[index]))
    )
    assert fingerprint(law[:index] + other + law[index + 1 :]) != fingerprint(law)
    assert fingerprint(law[:index] + law[index + 1 :]) != fingerprint(law)
