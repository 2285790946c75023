"""The report in Markdown: the same words, and no markup but its own."""

from __future__ import annotations

import html
import re
from typing import Final

import pytest
from hypothesis import assume, given
from hypothesis import example as example_of
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from tests.unit.reports import LANGUAGES, example, hostile
from tests.unit.test_report_terminal import FAILURES_EN, FAILURES_ZH
from tic_rules.errors import Lang
from tic_rules.inert import for_markdown, visible
from tic_rules.report import markdown

OWN = {"paragraph", "heading", "bullet_list", "list_item", "strong", "text", "inline"}
"""The kinds of markup that a report makes."""


def tokens(text: str) -> list[Token]:
    """Everything that the busiest dialect of Markdown makes of a text."""
    parsed = MarkdownIt("js-default", {"html": True, "linkify": False}).enable("strikethrough").parse(text)
    return [token for block in parsed for token in (block, *(block.children or ()))]


def plain(text: str) -> str:
    """A text as a reader sees it."""
    return html.unescape(text).replace("**", "")


@pytest.mark.parametrize(("lang", "expected"), [("zh", FAILURES_ZH), ("en", FAILURES_EN)])
def test_each_failing_norm_stands_with_its_article_and_margin(lang: Lang, expected: list[tuple[str, str]]) -> None:
    text = plain(markdown.render(example("failing"), lang=lang))
    part = text.split("### × ")[1].split("###")[0]
    entries = [line for line in part.splitlines() if line.startswith("- ")]
    assert len(entries) == len(expected)
    for entry, (cite, said) in zip(entries, expected, strict=True):
        assert entry.startswith(f"- {cite} ")
        assert said in entry


def test_standing_comes_first_then_the_verdict_as_a_heading() -> None:
    lines = plain(markdown.render(example("open-for-a-finding"))).splitlines()
    assert lines[:5] == [
        "征求意见稿，尚未施行：以下仅依其文本作出判断",
        "",
        "## ○ 待认定 云杉示例软件有限公司",
        "",
        "所需资料已齐，尚有4项须由有权单位认定，认定前无法作出结论",
    ]


def test_full_adds_every_norm_with_its_trace_as_lists_within_lists() -> None:
    short, full = (plain(markdown.render(example("failing"), full=full)) for full in (False, True))
    assert "全部要求（36）" not in short
    assert "全部要求（36）" in full
    assert re.search(r"^ {8,}- 2024年：289.99万元〔lead.rd_spending\[2024\]〕$", full, re.MULTILINE)


@pytest.mark.parametrize("name", ["failing", "open-for-a-finding"])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_nothing_that_a_dossier_or_pack_says_becomes_markup(name: str, lang: Lang) -> None:
    text = markdown.render(hostile(name), lang=lang, full=True)
    made = {token.type.removesuffix("_open").removesuffix("_close") for token in tokens(text)}
    assert made <= OWN
    shown = "".join(token.content for token in tokens(text) if token.type == "text")
    assert "<img src=x onerror=alert(1)><script>" in shown
    assert "<" not in text
    assert "|" not in text


PLACES: Final = (
    ("", "", ""),
    ("above\n", "", "above"),
    ("- ", "", ""),
    ("**x** ", "", "x "),
    ("## ", "", ""),
    ("| a |\n| - |\n| ", " |", ""),
)
"""Where a text may stand: what is before and after it, and what a reader sees before it in the same block."""
PUNCTUATION: Final = "".join(chr(code) for code in range(33, 127) if not chr(code).isalnum())


@given(st.text(st.sampled_from(f"{PUNCTUATION} aw1中"), max_size=24) | st.text(max_size=24))
@example_of("1. x")
@example_of("  12) x")
@example_of("- - x")
@example_of("---")
@example_of("===")
@example_of("+ x")
@example_of("www.example.com https://example.com/x mailto:x@example.com")
@example_of("x :smile: ++y++ ==z== !!! ::: w")
def test_any_text_reads_as_itself_wherever_it_stands(text: str) -> None:
    shown = visible(text).strip()
    assume(shown)
    for before, after, said in PLACES:
        parsed = tokens(f"{before}{for_markdown(shown)}{after}\n")
        assert [token.type for token in parsed] == [token.type for token in tokens(f"{before}word{after}\n")]
        last = [token for token in parsed if token.type == "inline"][-1]
        assert "".join(child.content for child in last.children or ()) == f"{said}{shown}"


def test_points_and_dashes_within_a_line_stay_as_they_are() -> None:
    assert for_markdown("centre.staff[0]，2026-03-01，1.5万元（7/24）：a - b = c + d (2)") == (
        "centre.staff&#91;0&#93;，2026-03-01，1.5万元（7/24）：a - b = c + d (2)"
    )
    assert for_markdown("3. x") == "3&#46; x"
    assert for_markdown("WWW.example.com http://x") == "WWW&#46;example.com http&#58;//x"


def test_the_markup_is_the_same_whatever_the_names_are() -> None:
    def shape(text: str) -> list[str]:
        return [token.type for token in tokens(text) if token.type in {"heading_open", "list_item_open"}]

    assert shape(markdown.render(hostile("open-for-a-finding"))) == shape(
        markdown.render(example("open-for-a-finding"))
    )
