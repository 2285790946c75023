"""The report as HTML: whole, escaped, for every reader, and calm beside others on the same page."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

import pytest

from tests.unit.reports import LANGUAGES, example, hostile
from tests.unit.test_report_terminal import FAILURES_EN, FAILURES_ZH
from tic_rules.errors import Lang
from tic_rules.report import page
from tic_rules.report.style import STYLE

VOID = {"br", "hr", "img", "input", "link", "meta"}


@dataclass
class Node:
    """An element of a parsed page."""

    tag: str
    attributes: dict[str, str | None]
    children: list[Node | str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "".join(child if isinstance(child, str) else child.text for child in self.children)

    def all(self, *tags: str) -> list[Node]:
        """The elements below it of these kinds, in order; of all kinds where none is named."""
        below = [child for child in self.children if isinstance(child, Node)]
        return [
            node for child in below for node in ([child] if not tags or child.tag in tags else []) + child.all(*tags)
        ]


class Parsed(HTMLParser):
    """A page as a tree; an element left open or closed twice is an error."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.root = Node("", {})
        self._open = [self.root]
        self.feed(text)
        self.close()
        assert self._open == [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag not in VOID
        node = Node(tag, dict(attrs))
        self._open[-1].children.append(node)
        self._open.append(node)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop().tag == tag

    def handle_data(self, data: str) -> None:
        self._open[-1].children.append(data)

    def handle_comment(self, data: str) -> None:
        raise AssertionError(f"a comment: {data}")


def report(text: str) -> Node:
    [section] = Parsed(text).root.all("section")
    return section


@pytest.mark.parametrize(("lang", "expected"), [("zh", FAILURES_ZH), ("en", FAILURES_EN)])
def test_each_failing_norm_is_a_row_with_its_article_and_margin(lang: Lang, expected: list[tuple[str, str]]) -> None:
    [part] = [
        node
        for node in report(page.render(example("failing"), lang=lang)).all("div")
        if node.attributes.get("class") == "part failures"
    ]
    rows = part.all("table")[0].all("tbody")[0].all("tr")
    assert len(rows) == len(expected)
    for row, (cite, said) in zip(rows, expected, strict=True):
        [head] = row.all("th")
        assert head.attributes["scope"] == "row"
        assert head.text.strip() == cite
        assert said in row.all("td")[0].text


def test_standing_comes_first_then_the_verdict_and_every_norm_is_there() -> None:
    section = report(page.render(example("failing")))
    first, second, third = section.all()[0], section.all("h3")[0], section.all("p")[1]
    assert first.text.strip() == "征求意见稿，尚未施行：以下仅依其文本作出判断"
    assert second.text.strip() == "× 不符合 远岚示例材料有限公司"
    assert third.text.strip() == "有7项要求未满足"
    assert all(norm.title.zh in section.text for norm in example("failing").norms)
    assert "2024年：289.99万元〔lead.rd_spending[2024]〕" in section.text


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_screen_reader_finds_language_name_headings_and_heads_of_columns(lang: Lang) -> None:
    section = report(page.render(example("open-for-a-finding"), lang=lang))
    assert section.attributes["lang"] == {"zh": "zh-CN", "en": "en"}[lang]
    assert section.attributes["aria-label"] == {"zh": "待认定", "en": "REVIEW"}[lang] + " 云杉示例软件有限公司"
    assert section.all("h3", "h4")[0].tag == "h3"
    assert len(section.all("h3")) == 1
    assert len(section.all("h4")) >= 3
    for table in section.all("table"):
        assert [head.attributes["scope"] for head in table.all("thead")[0].all("th")] == ["col", "col"]
        assert all(head.text.strip() for head in table.all("th"))
    assert all(details.all()[0].tag == "summary" for details in section.all("details"))
    assert not any("open" in details.attributes for details in section.all("details"))


@pytest.mark.parametrize("name", ["failing", "open-for-a-finding"])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_nothing_that_a_dossier_or_pack_says_becomes_an_element_or_attribute(name: str, lang: Lang) -> None:
    tame, wild = (Parsed(page.render(made, lang=lang)).root for made in (example(name), hostile(name)))
    tags = {node.tag for node in wild.all()}
    assert tags == {node.tag for node in tame.all()}
    assert not tags & {"script", "img", "a", "iframe", "object", "form", "svg", "input"}
    assert {key for node in wild.all() for key in node.attributes} == {"class", "lang", "scope", "aria-label"}
    assert "<img src=x onerror=alert(1)><script>" in wild.text
    assert not set("\x1b\x07\u202e\u200b") & set(wild.text)


def test_nothing_is_fetched_and_nothing_runs() -> None:
    assert "url(" not in STYLE
    assert "@import" not in STYLE
    assert "<" not in STYLE
    for node in Parsed(page.render(hostile("failing"))).root.all():
        assert not {"src", "href", "style", "id"} & set(node.attributes)
        assert not [name for name in node.attributes if name.startswith("on")]


def test_several_reports_share_a_page_as_no_rule_reaches_beyond_its_report() -> None:
    rules = re.sub(r"@media [^{]*\{", "", STYLE)
    selectors = [each.strip() for rule in re.findall(r"([^{}]+)\{", rules) for each in rule.split(",")]
    assert len(selectors) > 40
    assert [selector for selector in selectors if "section.tic-rules.tic-rules" not in selector] == []
    assert "id" not in {key for node in Parsed(page.render(example("failing"))).root.all() for key in node.attributes}


def test_light_and_dark_follow_the_notebook_and_else_the_system() -> None:
    colours = {
        name: re.search(pattern, STYLE)
        for name, pattern in {
            "system": r"prefers-color-scheme: dark\) \{ section[^}]*--ground: #1b1d21",
            "jupyter dark": r'\[data-jp-theme-light="false"\] section[^}]*--ground: #1b1d21',
            "jupyter light": r'\[data-jp-theme-light="true"\] section[^}]*--ground: #ffffff',
            "vs code dark": r'vscode-dark"\] section[^}]*--ground: #1b1d21',
            "paper": r"@media print[^}]*--ground: #ffffff",
        }.items()
    }
    assert all(colours.values())


def contrast(ink: str, ground: str) -> float:
    """The contrast of two colours by the rule of WCAG."""

    def light(colour: str) -> float:
        parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    high, low = sorted((light(ink), light(ground)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_every_ink_is_readable_on_every_ground() -> None:
    for block in re.findall(r"\{ (color-scheme[^}]*)", STYLE):
        colour = dict(re.findall(r"--(\w+): (#[0-9a-f]{6})", block))
        for ink in ("ink", "quiet", "good", "bad", "open", "review"):
            assert min(contrast(colour[ink], colour[ground]) for ground in ("ground", "wash")) >= 4.5, (ink, block)
