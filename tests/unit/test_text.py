"""A regulation's text as provisions, and a pack's list against it. The regulation is invented: no such city exists."""

from __future__ import annotations

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tic_rules.packs.text import (
    Difference,
    DifferenceKind,
    PrintedProvision,
    differences,
    fingerprint,
    read_regulation,
)

LIGHTHOUSES = """溪口市灯塔看护办法（试行）
溪灯发〔2031〕5号
各灯塔：
现将办法印发给你们，请照此看护。
第一章  总 则
第一条　为使灯塔长明，制定本办法。
第二条 灯塔分为高塔和低塔。
第二章 看护人
第三条 看护人应具备以下条件：
（一）熟悉灯塔，看护满3年；
（二）须有提灯2盏以上。
第四条 看护人分组值夜。
 每组不少于三人，组长按以下次序推举：
（一）看护年限最长的；
（二）塔高最高的。
第三章 附  则
第五条 本办法自2031年2月1日起施行。
"""


Place = tuple[int, int, int | None, int | None]


def fingerprints(text: str) -> list[tuple[Place, str]]:
    return [((one.article, one.occurrence, one.paragraph, one.item), one.text_sha256) for one in read_regulation(text)]


def places(text: str) -> list[Place]:
    return [place for place, _ in fingerprints(text)]


def at(text: str, article: int, occurrence: int = 1, paragraph: int | None = None, item: int | None = None) -> str:
    """The fingerprint of the one provision of the text at this place."""
    (found,) = (sha for place, sha in fingerprints(text) if place == (article, occurrence, paragraph, item))
    return found


def test_articles_items_and_further_paragraphs_are_listed_in_the_order_printed() -> None:
    assert places(LIGHTHOUSES) == [
        (1, 1, None, None),
        (2, 1, None, None),
        (3, 1, None, None),
        (3, 1, None, 1),
        (3, 1, None, 2),
        (4, 1, None, None),
        (4, 1, 2, None),
        (4, 1, 2, 1),
        (4, 1, 2, 2),
        (5, 1, None, None),
    ]


def test_an_article_covers_its_items_and_paragraphs_but_no_chapter_title() -> None:
    assert at(LIGHTHOUSES, 2) == fingerprint("第二条 灯塔分为高塔和低塔。")
    assert at(LIGHTHOUSES, 4) == fingerprint(
        "第四条 看护人分组值夜。每组不少于三人，组长按以下次序推举：（一）看护年限最长的；（二）塔高最高的。"
    )


def test_a_further_paragraph_covers_its_own_items_and_an_item_its_number() -> None:
    assert at(LIGHTHOUSES, 4, paragraph=2) == fingerprint(
        "每组不少于三人，组长按以下次序推举：（一）看护年限最长的；（二）塔高最高的。"
    )
    assert at(LIGHTHOUSES, 3, item=2) == fingerprint("（二）须有提灯2盏以上。")


def test_prints_are_of_the_provision_alone_without_headings_and_item_numbers() -> None:
    prints = dict(zip(places(LIGHTHOUSES), (one.prints for one in read_regulation(LIGHTHOUSES)), strict=True))
    assert prints == {
        (1, 1, None, None): (),
        (2, 1, None, None): (),
        (3, 1, None, None): ("应", "须", "3年", "2"),
        (3, 1, None, 1): ("3年",),
        (3, 1, None, 2): ("须", "2"),
        (4, 1, None, None): ("三人",),
        (4, 1, 2, None): ("三人",),
        (4, 1, 2, 1): (),
        (4, 1, 2, 2): (),
        (5, 1, None, None): ("2031年2月1日",),
    }
    numbered = "第3条 有：\n1.甲塔；\n（1）东灯。\n①西灯。"
    assert [provision.prints for provision in read_regulation(numbered)] == [(), ()]


def test_a_fingerprint_is_the_sha256_of_the_plain_form() -> None:
    plain = "第三条灯(塔)3%:m2,“长明”;"
    raw = "[bookmark: _GoBack]第三条　灯（塔）\u200b\n\n ３％：㎡，“长\f明”；"
    assert fingerprint(raw) == hashlib.sha256(plain.encode("utf-8")).hexdigest()


def test_a_stray_and_between_chinese_words_is_an_editors_mark() -> None:
    assert fingerprint("看护 and 点灯") == fingerprint("看护点灯")
    assert fingerprint("看护\nand\n点灯") == fingerprint("看护点灯")
    assert fingerprint("Sand and Light") != fingerprint("Sand Light")
    assert fingerprint("灯塔 and") != fingerprint("灯塔")


def test_a_mark_cannot_hide_law() -> None:
    assert fingerprint("[bookmark: 看护人不得离塔]点灯") != fingerprint("点灯")
    assert fingerprint("[note: x]点灯") != fingerprint("点灯")


BODIES = {
    1: "看护人应于每夜点灯，灯油不少于三升且不得掺水，依照第四条查验。",
    2: "灯塔分为高塔（含岛上高塔）和低塔，塔高不低于20米；低塔的塔基面积不少于50平方米。",
}


@given(st.data())
def test_lines_broken_within_sentences_change_no_provision(data: st.DataObject) -> None:
    """Breaks stand between two letters, as a page sets them; a break before a sign or a numeral could begin an item."""
    breaks = st.sampled_from(["", "", "\n", "\n\n", "\f", "\r\n \u3000", "\n\n— 7 —\n\n"])
    whole, broken = "", ""
    for number, body in BODIES.items():
        heading = f"第{'一二'[number - 1]}条　"
        whole += f"{heading}{body}\n"
        broken += heading
        for char, following in zip(body, body[1:] + "\n", strict=True):
            letters = char not in "。；：" and "\u4e00" <= following <= "\u9fff" and following not in "第三条"
            broken += char + (data.draw(breaks) if letters else "")
        broken += "\n"
    assert read_regulation(broken) == read_regulation(whole)


@given(st.data())
def test_full_width_and_half_width_signs_print_the_same_provisions(data: st.DataObject) -> None:
    swap = {char: chr(ord(char) + 0xFEE0) for char in "0123456789()%,:;"}
    swap |= {wide: char for char, wide in swap.items()} | {"。": "\uff61", "、": "\uff64"}
    swapped = "".join(swap.get(char, char) if data.draw(st.booleans()) else char for char in LIGHTHOUSES)
    assert read_regulation(swapped) == read_regulation(LIGHTHOUSES)


@pytest.mark.parametrize("number", BODIES)
def test_a_change_of_any_one_character_of_law_changes_its_article(number: int) -> None:
    body = BODIES[number]
    article = at(f"第{number}条 {body}", number)
    changed = {at(f"第{number}条 {body[:i]}甲{body[i + 1 :]}", number) for i in range(len(body))}
    assert article not in changed
    assert len(changed) == len(body)


def listed(
    article: int, sha: str, prints: tuple[str, ...] = (), *, occurrence: int = 1, item: int | None = None
) -> PrintedProvision:
    return PrintedProvision(article=article, occurrence=occurrence, item=item, text_sha256=sha, prints=prints)


def test_a_list_that_says_what_is_printed_has_no_differences() -> None:
    printed = read_regulation(LIGHTHOUSES)
    assert differences(printed, printed) == []
    assert differences(reversed(printed), printed) == []
    assert differences([], []) == []


def test_every_kind_of_difference_is_found() -> None:
    printed = [listed(1, "a"), listed(2, "b", ("应", "3年")), listed(3, "c", ("须",)), listed(3, "d", occurrence=2)]
    entries = [listed(9, "z"), listed(2, "b", ("应", "4年")), listed(3, "x", ()), listed(3, "d", occurrence=2, item=1)]
    assert differences(entries, printed) == [
        Difference(DifferenceKind.MISSING, 1, 1, None, None),
        Difference(DifferenceKind.PRINTS, 2, 1, None, None, ("4年",), ("3年",)),
        Difference(DifferenceKind.TEXT, 3, 1, None, None, ("x",), ("c",)),
        Difference(DifferenceKind.PRINTS, 3, 1, None, None, (), ("须",)),
        Difference(DifferenceKind.MISSING, 3, 2, None, None),
        Difference(DifferenceKind.EXTRA, 9, 1, None, None),
        Difference(DifferenceKind.EXTRA, 3, 2, None, 1),
    ]


def test_the_order_and_the_width_of_listed_prints_do_not_matter() -> None:
    assert differences([listed(1, "a", ("３％", "应"))], [listed(1, "a", ("应", "3%"))]) == []


def test_a_place_listed_twice_is_extra_once() -> None:
    assert differences([listed(1, "a"), listed(1, "a")], [listed(1, "a")]) == [
        Difference(DifferenceKind.EXTRA, 1, 1, None, None)
    ]
    assert differences([listed(1, "a"), listed(1, "b")], [listed(1, "a"), listed(1, "b")]) == []


def test_one_changed_character_in_an_item_is_told_of_the_item_and_its_article() -> None:
    found = differences(read_regulation(LIGHTHOUSES), read_regulation(LIGHTHOUSES.replace("看护满3年", "看护满4年")))
    assert [(one.kind, one.article, one.item) for one in found] == [
        (DifferenceKind.TEXT, 3, None),
        (DifferenceKind.PRINTS, 3, None),
        (DifferenceKind.TEXT, 3, 1),
        (DifferenceKind.PRINTS, 3, 1),
    ]
    assert (found[3].listed, found[3].printed) == (("3年",), ("4年",))
