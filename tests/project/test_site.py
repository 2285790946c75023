"""The documentation site: every norm, fact and command has its page, nothing leads nowhere, and the check can fail."""

from __future__ import annotations

import posixpath
import re
import tomllib
from functools import cache
from pathlib import Path

import pytest

from docs.site import checking, gathered, golden, nav, page, places, written
from tests.golden import cases
from tic_rules import load_pack, pack_names
from tic_rules.cli.program import COMMANDS
from tic_rules.facts import common_facts
from tic_rules.ir.operators import OPERATORS

LINK = re.compile(r"\]\(([^)#\s]*)(?:#([^)\s]+))?\)")
ANCHOR = re.compile(r"\{ #(\S+) \}$", re.MULTILINE)


@cache
def pages() -> dict[str, str]:
    """Every page by its path."""
    return {made.path: made.text for made in gathered.pages()}


def plain(text: str) -> str:
    """The text of a page with its character references read back."""
    return re.sub(r"&#(\d+);", lambda found: chr(int(found[1])), text)


def test_the_same_code_makes_the_same_pages() -> None:
    again = list(gathered.pages())
    assert len(again) == len(pages())
    assert {made.path: made.text for made in again} == pages()


@pytest.mark.parametrize("city", pack_names())
def test_every_norm_has_a_page_that_says_it_in_both_languages(city: str) -> None:
    pack = load_pack(city)
    for norm in pack.norms:
        said = plain(pages()[places.norm(pack, norm.id)])
        chinese, english = said.split("## English { #english }")
        assert f"# {norm.title.zh}\n" in chinese
        assert norm.explain.zh in chinese
        assert norm.explain.en in english
        twice = pack.articles_printed_twice
        for at in norm.cites:
            assert at.text("zh", twice=at.article in twice) in chinese
            assert at.text("en", twice=at.article in twice) in english
        for reading in norm.readings:
            assert reading.other.zh in chinese
            assert reading.why.en in english


def test_a_norm_page_has_the_examples_at_its_bound_and_leads_to_its_facts() -> None:
    said = plain(pages()["reference/norms/liaocheng/lc.rd-total.md"])
    assert "| 999.999999万元 | × 不成立 |\n| 1000万元 | √ 成立 |\n| 1000.000001万元 | √ 成立 |" in said
    assert "| CNY 10,000,000 | √ holds |" in said
    assert "[<code>lead.rd_spending</code>](../../facts/lead.md#lead-rd_spending)：研发费用（按年）；元；" in said
    assert "tic-rules explain liaocheng lc.rd-total" in said


@pytest.mark.parametrize("city", pack_names())
def test_the_page_of_a_city_accounts_for_every_provision(city: str) -> None:
    pack = load_pack(city)
    said = plain(pages()[places.city(pack)])
    table = said.split("{ #provisions }")[1]
    rows = [line for line in table.splitlines() if re.match(r"\| 　?第", line)]
    assert len(rows) == len(pack.provisions)
    for provision, row in zip(pack.provisions, rows, strict=True):
        assert all(f"<code>{name}</code>" in row for name in provision.norms)
        if provision.why is not None:
            assert provision.why.zh in row
            assert provision.why.en in row


@pytest.mark.parametrize("city", pack_names())
def test_every_finding_is_told_with_those_who_decide(city: str) -> None:
    pack = load_pack(city)
    said = plain(pages()[places.findings(pack)])
    for finding in pack.findings:
        told = said.split(f"{{ #{page.anchor_of(finding.id)} }}")[1].split("\n### ")[0]
        assert finding.ask.zh in told
        assert all(pack.authority_by_id[name].title.en in told for name in finding.decided_by)
        assert re.search(r"\*\* \[<code>.*\]\([^)]*(?:\.md|#.*)\)", told), finding.id


@pytest.mark.parametrize("city", [name for name in pack_names() if load_pack(name).lifecycle is not None])
def test_all_that_is_ruled_after_approval_is_told_with_its_place_and_readings(city: str) -> None:
    pack = load_pack(city)
    assert pack.lifecycle is not None
    said = plain(pages()[places.lifecycle(pack)])
    for stage in pack.lifecycle.stages:
        assert f"| <code>{stage.id}</code> |" in said
    for part in pack.lifecycle.cited:
        told = said.split(f"{{ #{page.anchor_of(part.id)} }}")[1].split("\n### ")[0].split("\n## ")[0]
        assert f"{part.title.zh} · {part.title.en}" in told
        assert all(at.text("zh", twice=at.article in pack.articles_printed_twice) in told for at in part.cites)
        assert all(reading.other.en in told for reading in getattr(part, "readings", ()))


def test_a_duty_and_a_ground_say_by_when_and_what_follows() -> None:
    said = plain(pages()["reference/norms/chongqing/lifecycle.md"])
    report = said.split("{ #cq-duty-annual-report }")[1].split("\n### ")[0]
    assert "- **期限 · Due** 1月30日 · 01-30\n" in report
    assert "- **周期 · Each** 每年，做上一年度的 · Year, on the year before\n" in report
    fraud = said.split("{ #cq-ground-fraud }")[1].split("\n### ")[0]
    assert "- **建议 · Proposes** 撤销授牌 · Revoking the title\n" in fraud
    assert "- **不得再次申报 · No new application for** 3年 · 3 years" in fraud
    assert "ban" not in said.split("{ #cq-ground-extension-failed }")[1].split("\n### ")[0]
    period = said.split("{ #cq-period-preparation }")[1].split("\n### ")[0]
    assert "- **可延长 · May be extended by** 1年 · 1 year × 1：同意延期" in period


def test_every_fact_stands_on_its_page_with_the_norms_that_read_it() -> None:
    own = [spec.path for city in pack_names() for spec in load_pack(city).facts]
    for path in [*common_facts(), *own]:
        assert f"{{ #{page.anchor_of(path)} }}" in pages()[places.fact(path)], path
    told = plain(pages()["reference/facts/lead.md"]).split("{ #lead-rd_spending }")[1].split("\n## ")[0]
    assert "(../norms/liaocheng/lc.rd-total.md)" in told


def test_anchors_of_different_facts_and_findings_differ() -> None:
    for path, text in pages().items():
        anchors = ANCHOR.findall(text)
        assert len(set(anchors)) == len(anchors), path


def test_every_word_every_command_and_every_public_name_is_there() -> None:
    words = pages()[places.LANGUAGE]
    assert all(f"| <code>{row.word}</code> |" in words for row in OPERATORS)
    for name in COMMANDS:
        said = pages()[places.command(name)]
        assert "选项" in said
        assert "Options" in said
    api = plain(pages()["reference/api/tic_rules.md"])
    assert "decide(\n    pack: Pack,\n    dossier: Dossier,\n    *,\n    on: date" in api
    assert "## <code>no_worse_than</code> { #no_worse_than }" in plain(pages()["reference/api/tic_rules.testing.md"])


def test_every_schema_is_listed_and_stands_beside_the_list() -> None:
    said = plain(pages()[places.SCHEMAS])
    for file in sorted((gathered.ROOT / "schema").glob("*.json")):
        assert f"]({file.name})" in said
        assert pages()[f"reference/schemas/{file.name}"] == file.read_text("utf-8")


def test_a_term_says_which_norms_use_it() -> None:
    told = plain(pages()["reference/norms/liaocheng/findings.md"]).split("{ #lc-own-equipment-value }")[1]
    assert "[<code>lc.own-conditions</code>](lc.own-conditions.md)" in told.split("\n### ")[0]


def test_every_page_stands_in_the_navigation_once() -> None:
    listed = [path for entry in gathered.navigation() for path in nav.paths(entry)]
    assert len(set(listed)) == len(listed)
    assert set(listed) == {path for path in pages() if path.endswith(".md")}


def test_the_settings_are_toml_with_the_navigation_and_fetch_no_font() -> None:
    text = gathered.SETTINGS.read_text("utf-8")
    assert text.count(f"\n{nav.TAKES_THE_NAV}\n") == 1
    settings = tomllib.loads(text.replace(nav.TAKES_THE_NAV, nav.written(gathered.navigation())))["project"]
    assert settings["nav"][0] == {"首页 Home": "index.md"}
    assert settings["theme"]["font"] is False


def test_no_link_between_the_made_pages_leads_nowhere() -> None:
    made = {path: text for path, text in pages().items() if path.startswith("reference/") and path.endswith(".md")}
    for path, text in made.items():
        for target, anchor in LINK.findall(text):
            there = posixpath.normpath(posixpath.join(posixpath.dirname(path), target)) if target else path
            assert there in pages(), (path, target)
            if anchor and there.startswith("reference/"):
                assert f"{{ #{anchor} }}" in pages()[there], (path, target, anchor)


def test_golden_cases_are_counted_by_the_norms_they_name() -> None:
    named = [case for case in cases.cases("liaocheng") if "lc.rd-total" in case.expected.get("norms", {})]
    assert golden.naming("liaocheng")["lc.rd-total"] == len(named) > 0


# --- pages written by hand -------------------------------------------------------------------------------------------


def _root(folder: Path, text: str) -> Path:
    (folder / "docs/howto").mkdir(parents=True)
    (folder / "src").mkdir()
    (folder / "src/a.py").write_text("")
    (folder / "CHANGELOG.md").write_text("# Changelog\n")
    (folder / "docs/other.md").write_text("# Other\n")
    (folder / "docs/howto/one.md").write_text(text)
    return folder


@pytest.mark.parametrize(
    ("link", "led"),
    [
        ("[o](../other.md#part)", "[o](../other.md#part)"),
        ("[log](../../CHANGELOG.md)", "[log](../changelog.md)"),
        ("[the code](../../src/a.py)", "the code (`src/a.py`)"),
        ("[`src/a.py`](../../src/a.py)", "`src/a.py`"),
        ("[out](https://example.org/x.md)", "[out](https://example.org/x.md)"),
        ("[here](#part)", "[here](#part)"),
        ("[made](../reference/norms/index.md)", "[made](../reference/norms/index.md)"),
        ("```md\n[x](nowhere.md)\n```\n", "```md\n[x](nowhere.md)\n```\n"),
    ],
)
def test_a_link_leads_to_the_page_in_the_site_or_names_the_file(tmp_path: Path, link: str, led: str) -> None:
    found = {made.path: made.text for made in written.pages(_root(tmp_path, link))}
    assert found["howto/one.md"] == led
    assert found["changelog.md"] == "# Changelog\n"


def test_a_link_to_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(written.LinkError, match=r"docs/howto/one\.md: gone\.md"):
        list(written.pages(_root(tmp_path, "[x](gone.md)")))


# --- the check of what was built -------------------------------------------------------------------------------------


def _checked(folder: Path, body: str) -> list[str]:
    (folder / "other.html").write_text('<h1 id="part">x</h1>')
    (folder / "page.html").write_text(f"<!doctype html><html><body>{body}</body></html>")
    return [wrong.what for wrong in checking.check(folder)]


@pytest.mark.parametrize(
    "body",
    [
        '<script src="https://cdn.example/x.js"></script>',
        '<script src="//cdn.example/x.js"></script>',
        '<link rel="stylesheet" href="HTTPS://fonts.example/css">',
        '<link rel="preconnect" href="https://fonts.example">',
        '<link rel="canonical icon" href="https://icons.example/x.png">',
        '<img src="http://img.example/x.png">',
        '<img srcset="other.html 1x, https://img.example/x.png 2x">',
        '<video poster="//img.example/x.png"></video>',
        '<iframe src="https://frame.example"></iframe>',
        '<object data="https://frame.example"></object>',
        '<form action="https://form.example"></form>',
        "<style>@font-face { src: url('https://fonts.example/x.woff2') }</style>",
        '<style>@import "https://fonts.example/x.css";</style>',
        '<p style="background: url(//img.example/x.png)">x</p>',
        '<meta http-equiv="refresh" content="0; url=https://there.example">',
        '<svg><use xlink:href="https://icons.example/x.svg"></use></svg>',
        '<pre class="mermaid">graph TD</pre>',
        '<a href="gone.html">x</a>',
        '<a href="other.html#gone">x</a>',
        '<a href="#gone">x</a>',
        '<a href="../other.html">x</a>',
        '<img src="gone.png">',
    ],
)
def test_a_request_to_another_host_and_a_lost_link_are_each_one_fault(tmp_path: Path, body: str) -> None:
    assert len(_checked(tmp_path, body)) == 1


@pytest.mark.parametrize(
    "body",
    [
        '<a href="https://example.org">x</a>',
        '<a href="other.html#part">x</a>',
        '<p id="here"><a href="#here">x</a>',
        '<link rel="canonical" href="https://example.org/page.html">',
        '<a href="mailto:a@example.org">x</a>',
        '<img src="data:image/png;base64,AAAA">',
        "<p>url(https://example.org) is only said</p>",
    ],
)
def test_what_asks_nobody_is_no_fault(tmp_path: Path, body: str) -> None:
    assert _checked(tmp_path, body) == []


def test_a_style_sheet_is_looked_at_too(tmp_path: Path) -> None:
    (tmp_path / "site.css").write_text("body { background: url(https://img.example/x.png) }")
    assert _checked(tmp_path, "") == ["asks for https://img.example/x.png"]


def test_an_empty_site_is_a_fault(tmp_path: Path) -> None:
    assert [wrong.what for wrong in checking.check(tmp_path)] == ["has no pages"]
