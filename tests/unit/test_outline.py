"""Where articles, paragraphs and items begin and end, in texts as web pages and scans print them (all invented)."""

from __future__ import annotations

import pytest

from tic_rules.packs.text import fingerprint, read_regulation

Place = tuple[int, int, int | None, int | None]


def fingerprints(text: str) -> list[tuple[Place, str]]:
    return [((one.article, one.occurrence, one.paragraph, one.item), one.text_sha256) for one in read_regulation(text)]


def places(text: str) -> list[Place]:
    return [place for place, _ in fingerprints(text)]


def at(text: str, article: int, occurrence: int = 1, paragraph: int | None = None, item: int | None = None) -> str:
    """The fingerprint of the one provision of the text at this place."""
    (found,) = (sha for place, sha in fingerprints(text) if place == (article, occurrence, paragraph, item))
    return found


def test_a_text_without_a_heading_has_no_provisions() -> None:
    assert read_regulation("") == ()
    assert read_regulation("溪口市灯塔看护通知\n（一）请照此看护，依照第三条办理。\n") == ()


def test_an_article_number_printed_twice_is_two_occurrences() -> None:
    text = "第七条 甲塔归东岸。\n第八条 乙塔应点灯。\n第八条 丙塔熄灯。\n（一）先熄东灯。\n第九条 丁塔。"
    assert places(text) == [
        (7, 1, None, None),
        (8, 1, None, None),
        (8, 2, None, None),
        (8, 2, None, 1),
        (9, 1, None, None),
    ]
    assert at(text, 8, 2) == fingerprint("第八条 丙塔熄灯。（一）先熄东灯。")


def test_paragraphs_where_the_numbers_jump_belong_to_the_article_before() -> None:
    text = "第十一条   甲塔设看护人。\n 乙塔设组长。\n\n 丙塔设书记。\n 第十六条  丁塔。\n"
    assert places(text) == [(11, 1, None, None), (11, 1, 2, None), (11, 1, 3, None), (16, 1, None, None)]
    assert at(text, 11, paragraph=3) == fingerprint("丙塔设书记。")


@pytest.mark.parametrize(
    "heading",
    [
        "第二条 乙塔。",
        "第二条    乙塔。",
        "第二条　乙塔。",
        " \u3000第二条\u00a0乙塔。",
        "[bookmark: _GoBack]第二条  乙塔。",
        "[bookmark: OLE_LINK1] 第二条 乙塔。",
        "\ufeff第二条\u200b 乙塔。",
        "第二条\n乙塔。",
        "第 二 条 乙塔。",
        "第２条 乙塔。",
        "第\u2f06条 乙塔。",
        "第二条乙塔。",
    ],
)
def test_headings_are_found_whatever_stands_around_them(heading: str) -> None:
    assert places(f"第一条 甲塔。\n{heading}") == [(1, 1, None, None), (2, 1, None, None)]


@pytest.mark.parametrize(
    ("numeral", "number"),
    [("十", 10), ("十九", 19), ("二十", 20), ("四十一", 41), ("一百零二", 102), ("一百二十", 120)],
)
def test_chinese_article_numbers(numeral: str, number: int) -> None:
    assert places(f"第{numeral}条 甲塔。") == [(number, 1, None, None)]


@pytest.mark.parametrize(
    "body",
    [
        "看护人依照第二条和第二十条点灯。",
        "看护人依照\n第九条 点灯。",
        "看护人依照\n第二条的规定点灯。",
        "看护人依照\n第二条点灯。",
        "看护人依照第一条第\n（二）项点灯。",
        "看护人依照本条\n（一）项点灯。",
        "看护人依照\n\n第七章 点灯",
        "看护人不少于\n\n9人，提灯不少于\f1.5倍。",
    ],
)
def test_a_number_referred_to_inside_a_sentence_begins_nothing(body: str) -> None:
    assert places(f"第一条 {body}\n第二条 乙塔。") == [(1, 1, None, None), (2, 1, None, None)]
    assert at(f"第一条 {body}", 1) == fingerprint(f"第一条 {body}")


def test_a_paragraph_may_begin_with_a_reference_to_the_next_article() -> None:
    assert places("第一条 甲塔。\n第二条规定的灯除外。\n第二条 乙塔。") == [
        (1, 1, None, None),
        (1, 1, 2, None),
        (2, 1, None, None),
    ]


def test_a_heading_that_counts_on_ends_even_an_unfinished_sentence() -> None:
    text = "第一条 检查下列灯塔：\n1. 甲塔\n2. 其他灯塔\n第二条 乙塔。"
    assert places(text) == [(1, 1, None, None), (1, 1, None, 1), (1, 1, None, 2), (2, 1, None, None)]
    assert at(text, 1, item=2) == fingerprint("2. 其他灯塔")


@pytest.mark.parametrize(
    "title", ["第二章  看护人", "第二章 看护\n和点灯", "第二章", "第二章看护人", "附 则", "第二章 看护\n\n第一节 值夜"]
)
def test_a_chapter_title_belongs_to_no_article(title: str) -> None:
    text = f"第一章 总则\n第一条 甲塔。\n{title}\n第二条 乙塔。"
    assert places(text) == [(1, 1, None, None), (2, 1, None, None)]
    assert at(text, 1) == fingerprint("第一条 甲塔。")


def test_prose_after_a_chapter_title_is_not_lost() -> None:
    assert places("第一条 甲塔。\n第二章 看护\n看护人点灯，\n不得离塔。\n第二条 乙塔。") == [
        (1, 1, None, None),
        (1, 1, 2, None),
        (2, 1, None, None),
    ]


@pytest.mark.parametrize(
    "markers",
    [
        ("（一）", "（二）", "（三）"),
        ("(一)", "(二)", "(三) "),
        ("（一）", "(二)", "( 三 )"),
        ("1.", "2. ", "3．"),
        ("1、", "２、", "3.在"),
        ("（1）", "(2)", "（３）"),
        ("一、", "二、", "三、"),
        ("①", "②", "③"),
        ("⑴", "⑵", "⑶"),
        ("⒈", "⒉", "⒊"),
        ("㈠", "㈡", "㈢"),
        ("- （一）", "- （二）", "• （三）"),
        ("- 1.", "- 2.", "- 3."),
    ],
)
def test_items_in_every_style(markers: tuple[str, str, str]) -> None:
    text = "第一条 有下列灯塔：\n" + "\n\n".join(f"{marker}灯塔。" for marker in markers)
    assert places(text) == [(1, 1, None, None), (1, 1, None, 1), (1, 1, None, 2), (1, 1, None, 3)]


def test_a_list_dash_is_no_part_of_an_item() -> None:
    assert at("第一条 有：\n- （一）甲塔；\n- （二）乙塔。", 1, item=2) == fingerprint("（二）乙塔。")
    assert fingerprint("- （二）乙塔。") == fingerprint("（二）乙塔。")
    assert at("第一条 有：\n- 1.甲塔。", 1, item=1) == fingerprint("1.甲塔。")


@pytest.mark.parametrize(
    "gap", ["\n", "\n\n", "\n \u3000\n", "\f", "\n\f\n", "\r\n", "\n\n— 12 —\n\n", "\n- 3 -\f", "\u2028"]
)
def test_an_item_broken_by_a_page_a_blank_line_or_a_line_goes_on(gap: str) -> None:
    text = f"第一条 有：\n（一）塔高不低于{gap}9米，灯亮{gap}三夜；\n（二）乙塔。"
    assert places(text) == [(1, 1, None, None), (1, 1, None, 1), (1, 1, None, 2)]
    assert at(text, 1, item=1) == fingerprint("（一）塔高不低于9米，灯亮三夜；")


def test_what_is_numbered_below_an_item_is_a_part_of_it() -> None:
    text = "第一条 有：\n（一）甲塔：\n1.东灯；\n2.西灯。\n①红灯\n②绿灯\n（二）乙塔。"
    assert places(text) == [(1, 1, None, None), (1, 1, None, 1), (1, 1, None, 2)]
    assert at(text, 1, item=1) == fingerprint("（一）甲塔：1.东灯；2.西灯。①红灯②绿灯")


def test_a_line_between_two_items_belongs_to_the_first() -> None:
    text = "第一条 有：\n（一）甲塔。\n甲塔须点灯：\n1.东灯；\n2.西灯。\n（二）乙塔。\n（三）丙塔。"
    assert places(text) == [(1, 1, None, None), (1, 1, None, 1), (1, 1, None, 2), (1, 1, None, 3)]
    assert at(text, 1, item=1) == fingerprint("（一）甲塔。甲塔须点灯：1.东灯；2.西灯。")
    assert at(text, 1) == fingerprint(text)


def test_a_line_after_the_last_item_is_a_further_paragraph() -> None:
    text = "第一条 有：\n（一）甲塔。\n（二）乙塔。\n前款灯塔由看护人看护。\n第二条 丙塔。"
    assert places(text)[:4] == [(1, 1, None, None), (1, 1, None, 1), (1, 1, None, 2), (1, 1, 2, None)]


def test_items_keep_their_printed_numbers() -> None:
    assert places("第一条 有：\n（二）甲塔。\n（五）乙塔。\n（五）丙塔。")[1:] == [
        (1, 1, None, 2),
        (1, 1, None, 5),
        (1, 1, None, 5),
    ]


@pytest.mark.parametrize("end", ["。", "\uff61", "；", "：", "。”", "！", "。）", ";", ":"])
def test_a_finished_sentence_begins_a_new_paragraph(end: str) -> None:
    assert places(f"第一条 看护人点灯{end}\n组长熄灯。")[1:] == [(1, 1, 2, None)]


@pytest.mark.parametrize("end", ["", "，", "、", "（", "“灯”", "）"])
def test_an_unfinished_sentence_does_not(end: str) -> None:
    assert places(f"第一条 看护人点灯{end}\n组长熄灯。") == [(1, 1, None, None)]
