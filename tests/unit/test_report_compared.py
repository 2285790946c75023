"""A comparison for people: what is missing in a text is no pass, margins are exact, and nothing in it is markup."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from functools import cache
from io import StringIO

import pytest
from rich.cells import cell_len
from rich.console import Console

from tests.unit.reports import EXAMPLES, HOSTILE, LANGUAGES, hostile
from tests.unit.test_report_html import Parsed
from tic_rules import Comparison, Dossier, compare
from tic_rules.errors import Lang
from tic_rules.ir.catalogue import Text
from tic_rules.report import compared, compared_terminal
from tic_rules.report.side_by_side import side_by_side


@cache
def example(name: str = "failing", *cities: str) -> Comparison:
    return compare(Dossier.from_file(EXAMPLES / f"{name}.yaml"), cities or None, on=date(2026, 11, 21))


@cache
def wild() -> Comparison:
    """A comparison in which every text that is no word of ours begins hostile."""
    tame = example("failing", "liaocheng")
    column = replace(tame.columns[0], determination=hostile("failing"))
    rows = tuple(
        replace(
            row,
            title=Text(HOSTILE + row.title.zh, HOSTILE + row.title.en),
            cells=(tuple(norm for norm in hostile("failing").norms if norm.id.endswith(row.cells[0][0].id))[:1],),
        )
        for row in tame.rows
    )
    return replace(tame, applicant=HOSTILE, columns=(column,), rows=rows)


def printed(comparison: Comparison, width: int, lang: Lang = "zh") -> list[str]:
    out = StringIO()
    compared_terminal.show(comparison, Console(file=out, width=width), lang=lang)
    return out.getvalue().splitlines()


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("width", [20, 40, 80, 100, 200])
def test_no_line_is_wider_than_the_terminal_or_ends_with_a_blank(width: int, lang: Lang) -> None:
    lines = printed(example(), width, lang)
    assert max(map(cell_len, lines)) <= width
    assert [line for line in lines if line != line.rstrip()] == []


def test_columns_stand_side_by_side_where_they_fit_and_city_by_city_where_not() -> None:
    wide = "\n".join(printed(example(), 200))
    assert re.search("重庆市 +重庆市 +重庆市 +重庆市 +呼和浩特市 +晋中市 +聊城市 +石家庄市", wide)
    for width in (40, 80):
        lines = printed(example(), width)
        assert not [line for line in lines if re.search("重庆市 +重庆市", line)]
        assert lines.count("聊城市 · 组建申报") == 2
    assert re.search("聊城市 +呼和浩特市", "\n".join(printed(example("failing", "liaocheng", "hohhot"), 100)))


def test_what_is_in_a_column_begins_where_its_head_begins_whatever_the_width_of_its_characters() -> None:
    lines = printed(example("failing", "liaocheng", "hohhot"), 120)
    head = next(line for line in lines if re.search("聊城市 +呼和浩特市", line))
    start = cell_len(head[: head.index("聊城市")])
    row = next(line for line in lines if line.startswith("场地"))
    assert cell_len(row[: row.index("×")]) == start
    assert row.endswith("× 差45平方米")


def test_a_margin_is_exact_and_names_its_norm_where_several_share_the_cell() -> None:
    said = side_by_side(example("failing", "liaocheng"), "zh")
    shorts = {matter.title: [one.short for one in matter.cells[0].said if one.short] for matter in said.matters}
    assert shorts["场地"] == ["差45平方米"]
    assert shorts["研发费用（按年）"] == ["近三年研发费用总额：差150.01万元", "研发费用占主营业务收入的比例"]
    assert shorts["人员"] == ["专职固定科研人员：差1人", "自身研发人员占比：还差1人"]
    assert shorts["事故与问责记录"] == ["超出1次"]


def test_an_empty_cell_says_not_asked_and_never_met() -> None:
    said = side_by_side(example(), "en")
    cities = [head.city for head in said.heads]
    premises = next(matter for matter in said.matters if matter.title == "Premises")
    assert premises.cells[cities.index("Hohhot")].mark is None
    row = next(line for line in compared.markdown(example(), "en").splitlines() if line.startswith("| Premises"))
    assert row.split(" | ")[1 + cities.index("Hohhot")] == "not asked"


def test_a_way_in_that_is_not_the_applicants_shows_no_outcome_of_its_norms() -> None:
    found = compare(Dossier.from_file(EXAMPLES / "passing.yaml"), on=date(2026, 11, 21), question="operation")
    said = side_by_side(found, "zh")
    for place, head in enumerate(said.heads):
        if head.mark.sign == "—":
            assert {one.mark.sign for matter in said.matters for one in matter.cells[place].said} <= {"—"}
            assert head.asks == ()
            assert head.no_asks


def test_the_signs_are_in_gbk() -> None:
    text = "\n".join(printed(example(), 200)) + compared.summary(example())
    assert text.encode("gbk").decode("gbk") == text


def test_a_comparison_of_nothing_says_so_in_every_form() -> None:
    nothing = compare(Dossier.from_file(EXAMPLES / "passing.yaml"), [], on=date(2026, 11, 21))
    for text in (compared.html(nothing), compared.markdown(nothing), "\n".join(printed(nothing, 80))):
        assert "没有可比较的途径" in text
    assert str(nothing) == "各市并列比较  （资料未填报单位名称）"


def test_nothing_that_a_dossier_or_pack_says_becomes_markup() -> None:
    root = Parsed(compared.html(wild())).root
    assert not {node.tag for node in root.all()} & {"script", "img", "a", "iframe"}
    assert {key for node in root.all() for key in node.attributes} <= {"class", "lang", "scope", "aria-label"}
    assert "<img src=x onerror=alert(1)><script>" in root.text
    markdown = compared.markdown(wild()).replace("<br>", "")
    assert not set("<>`") & set(markdown)
    for text in (root.text, markdown, str(wild()), *printed(wild(), 80), *printed(wild(), 200)):
        assert not set("\x1b\x07\u202e\u200b") & set(text)


def test_the_table_is_a_grid_and_every_head_has_its_scope() -> None:
    for lang in LANGUAGES:
        for table in Parsed(compared.html(example(), lang)).root.all("table"):
            widths = {len(row.all("th", "td")) for row in table.all("tr")}
            assert len(widths) == 1
            assert all(head.attributes["scope"] in {"col", "row"} for head in table.all("th"))


def test_rich_prints_it_and_a_notebook_gets_three_forms() -> None:
    found = example("failing", "liaocheng")
    out = StringIO()
    Console(file=out, width=80).print(found)
    assert out.getvalue().splitlines() == printed(found, 80)
    assert set(found._repr_mimebundle_()) == {"text/plain", "text/markdown", "text/html"}
    assert found._repr_html_() == compared.html(found)
