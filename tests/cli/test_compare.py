"""`tic-rules compare`: verdict and standing of each way in first, then matter by matter, then what is still asked."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.command import ROOT, Ran, ran
from tests.project.test_schemas import complaints
from tic_rules import Dossier, compare, pack_names
from tic_rules.calendar import parse_day

EXAMPLES = ROOT / "examples/dossiers/liaocheng"
FAILING, PASSING, OPEN = (EXAMPLES / f"{name}.yaml" for name in ("failing", "passing", "open-for-a-fact"))
ON = ("--on", "2026-11-21")


def compared(path: Path | str, *args: str) -> Ran:
    return ran("compare", path, *ON, *args)


@pytest.mark.parametrize(
    ("path", "cities", "code"),
    [
        (PASSING, ("liaocheng",), 0),
        (PASSING, ("liaocheng", "hohhot"), 0),
        (FAILING, ("liaocheng", "hohhot"), 1),
        (OPEN, ("liaocheng",), 3),
        (OPEN, ("liaocheng", "hohhot"), 3),
        (FAILING, ("chongqing",), 3),
    ],
)
def test_the_exit_code_says_whether_some_way_in_passes_all_fail_or_something_is_open(
    path: Path, cities: tuple[str, ...], code: int
) -> None:
    assert compared(path, *(f"--city={name}" for name in cities)).code == code


def test_no_way_in_that_is_the_applicants_is_no_pass() -> None:
    assert compared(PASSING, "--city", "liaocheng", "--question", "naming").code == 3


def test_of_several_dossiers_a_bad_one_decides_the_exit_code_and_the_rest_are_compared() -> None:
    told = ran("compare", PASSING, "refused.yaml", "no-such.yaml", *ON, "--city", "liaocheng")
    assert told.code == 2
    assert "资料文件：" in told.out
    assert "√ 符合  聊城市 · 组建申报" in told.out
    assert len(told.codes) >= 2
    assert ran("compare", PASSING, FAILING, *ON, "--city", "liaocheng").code == 1


@pytest.mark.parametrize(
    "args",
    [
        (),
        (FAILING, "--city", "atlantis"),
        (FAILING, "--on", "2026-02-30"),
        (FAILING, "--question", "entrance"),
        (FAILING, "--format", "pdf"),
        (FAILING, "--lang", "fr"),
        (FAILING, "--track", "establishment"),
        ("-", "-"),
    ],
)
def test_bad_usage_is_2_with_a_code_and_nothing_on_standard_output(args: tuple[str | Path, ...]) -> None:
    told = ran("compare", *args)
    assert told.code == 2
    assert told.codes
    assert told.out == ""


def test_verdict_and_standing_come_first_then_the_matters_then_what_is_asked() -> None:
    out = compared(FAILING, "--city", "liaocheng", "--city", "chongqing").out
    parts = [
        "× 不符合  聊城市 · 组建申报\n    征求意见稿，尚未施行",
        "？ 资料不足  重庆市 · 筹建综合类技术创新中心\n    征求意见稿，尚未施行",
        "逐项比较\n",
        "研发费用（按年）\n    近三年研发费用总额849.99万元，要求不少于1000万元，差150.01万元",
        "\n未要求\n",
        "各途径还要什么\n",
        "结论已定：7项不满足，补充资料或认定不会改变结论",
        "   1  ",
    ]
    at = [out.index(part) for part in parts]
    assert at == sorted(at)


def test_piped_it_is_plain_and_at_most_eighty_columns_wide() -> None:
    from rich.cells import cell_len

    for lang in ("zh", "en"):
        out = compared(FAILING, "--lang", lang).out
        assert "\x1b" not in out
        assert max(map(cell_len, out.splitlines())) <= 80
        assert [line for line in out.splitlines() if line != line.rstrip()] == []


def test_one_dossier_is_a_bare_comparison_and_several_are_outcomes_and_both_keep_the_schema() -> None:
    bare = compared(PASSING, "--city", "liaocheng", "--format", "json")
    again = compare(Dossier.from_file(PASSING), ["liaocheng"], on=parse_day("2026-11-21"))
    assert bare.out == again.to_json()
    both = ran("compare", PASSING, "refused.yaml", *ON, "--city", "liaocheng", "--format", "json")
    assert [set(each) for each in both.json["outcomes"]] == [{"dossier", "comparison"}, {"dossier", "problems"}]
    assert both.json["outcomes"][0]["comparison"] == bare.json
    for draft in ("2020-12", "draft-07"):
        assert complaints("comparison", draft, bare.json) == []
        assert complaints("outcomes", draft, both.json) == []
        assert complaints("comparison", draft, {**bare.json, "more": 1}) != []


def test_in_the_json_form_every_cell_names_norms_of_its_columns_determination() -> None:
    told = compared(OPEN, "--format", "json").json
    assert told["format"] == "1"
    assert {column["city"] for column in told["columns"]} == set(pack_names())
    for place, column in enumerate(told["columns"]):
        named = [name for row in told["rows"] for name in row["cells"][place]]
        assert sorted(named) == sorted(norm["id"] for norm in column["determination"]["norms"])
        assert column["verdict"] == column["determination"]["verdict"]
    asked = next(column for column in told["columns"] if column["city"] == "liaocheng")["still_asks"]
    assert [entry["name"] for entry in asked] == ["lead.rd_spending[2023]", "liaocheng.equipment_value"]
    assert json.dumps(told)


def test_markdown_has_a_table_with_a_column_for_each_way_in() -> None:
    out = compared(FAILING, "--city", "liaocheng", "--city", "hohhot", "--format", "markdown", "--lang", "en").out
    assert "| Matter | Liaocheng · Establishment | Hohhot · Establishment |\n| --- | --- | --- |" in out
    assert "| Premises | × not met CNY" not in out
    assert "| Premises | × not met 45 m² short | not asked |" in out


def test_help_speaks_both_languages_with_an_example() -> None:
    for lang, word in (("zh", "退出码："), ("en", "Exit codes:")):
        out = ran("compare", "--help", "--lang", lang).out
        assert word in out
        assert "tic-rules compare" in out
