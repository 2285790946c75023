"""The report in a terminal: what comes first, how wide it is, and that it is plain where nobody sits."""

from __future__ import annotations

import re
import subprocess
import sys
import unicodedata
from io import StringIO

import pytest
from rich.console import Console

from tests.unit.reports import ALL, EXAMPLES, LANGUAGES, example, excused, hostile, printed
from tic_rules import Question
from tic_rules.errors import Lang
from tic_rules.report import terminal

WIDTHS = (40, 80, 200)

FAILURES_ZH = [
    ("第八条〔第1次出现〕（二）", "近三年研发费用总额849.99万元，要求不少于1000万元，差150.01万元"),
    (
        "第八条〔第1次出现〕（二）",
        "研发费用占主营业务收入的比例约2.70%（849.99万元比31500万元），要求不低于3%，折合945万元，差95.01万元",
    ),
    ("第八条〔第1次出现〕（三）", "中心科研开发用房面积455平方米，要求不少于500平方米，差45平方米"),
    ("第八条〔第1次出现〕（四）", "专职固定科研人员19人，要求不少于20人，差1人"),
    ("第八条〔第1次出现〕（五）", "联合共建单位数4家，要求不超过3家，超出1家"),
    (
        "第八条〔第1次出现〕（五）",
        "自身研发人员占比约57.89%（11人/19人），要求60%以上，其他不变时须增加1人",
    ),
    ("第八条〔第1次出现〕（六）", "近三年无安全生产责任事故、生态环境问责等：有1次，要求为零"),
]
FAILURES_EN = [
    (
        "Art. 8 [occurrence 1](2)",
        "CNY 8,499,900; required at least CNY 10,000,000 (不少于); short by CNY 1,500,100",
    ),
    (
        "Art. 8 [occurrence 1](2)",
        "against CNY 315,000,000); required at least 3% (不低于), which is CNY 9,450,000; short by CNY 950,100",
    ),
    ("Art. 8 [occurrence 1](3)", "455 m²; required at least 500 m² (不少于); short by 45 m²"),
    ("Art. 8 [occurrence 1](4)", "19 people; required at least 20 people (不少于); short by 1 person"),
    ("Art. 8 [occurrence 1](5)", "4 units; required at most 3 units (不超过); over by 1 unit"),
    (
        "Art. 8 [occurrence 1](5)",
        "57.89% (11 people of 19 people); required at least 60% (以上); needs 1 person more, the rest staying as it is",
    ),
    ("Art. 8 [occurrence 1](6)", "1 time, and there must be none"),
]


def columns(line: str) -> int:
    """How many columns a line takes: wide characters two, combining ones none."""
    wide = sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in line)
    return wide - sum(1 for char in line if unicodedata.combining(char))


def test_standing_comes_first_then_the_verdict_what_it_means_and_what_was_asked() -> None:
    assert printed(example("failing")).splitlines()[:8] == [
        "征求意见稿，尚未施行：以下仅依其文本作出判断",
        "× 不符合  远岚示例材料有限公司",
        "有7项要求未满足",
        "",
        "依据：聊城市技术创新中心管理办法（征求意见稿）（聊城市科学技术局），规则包",
        "liaocheng 0.1.0",
        "判断事项：申报条件",
        "评定基准日：2026年11月21日",
    ]
    assert printed(example("failing"), "en").splitlines()[:3] == [
        "Consultation draft, not in force: what follows only applies its text",
        "× FAIL  远岚示例材料有限公司",
        "Requirements not met: 7",
    ]


@pytest.mark.parametrize(("lang", "expected"), [("zh", FAILURES_ZH), ("en", FAILURES_EN)])
def test_each_failing_norm_has_a_line_with_its_article_and_margin(lang: Lang, expected: list[tuple[str, str]]) -> None:
    lines = printed(example("failing"), lang, width=300).splitlines()
    start = next(at for at, line in enumerate(lines) if line.startswith("× ") and ("（7）" in line or "(7)" in line))
    end = lines.index("", start)
    cited = [line.strip() for line in lines[start + 1 : end] if line.strip().startswith(("第", "Art."))]
    assert len(cited) == len(expected)
    for line, (cite, said) in zip(cited, expected, strict=True):
        assert line.startswith(f"{cite}  ")
        assert said in line


def test_failures_stand_before_preferences_and_the_rest_is_counted() -> None:
    text = printed(example("failing"), width=200)
    order = ["× 不符合", "× 不满足的要求（7）", "□ 优先条件（2）", "共36项要求：", "复核信息"]
    assert sorted(order, key=text.index) == order
    assert "共36项要求：满足24项、不满足7项、不适用3项、优先条件2项" in text


def test_a_missing_fact_says_where_it_goes_what_proves_it_and_what_waits_for_it() -> None:
    lines = [line.strip() for line in printed(example("open-for-a-fact"), width=200).splitlines()]
    assert lines[1:3] == ["？ 资料不足  青禾示例农机有限公司", "缺少资料2项，补齐前无法作出结论"]
    at = lines.index("第八条〔第1次出现〕（二）  研发费用（按年），2023年（单位：元）")
    assert lines[at - 1] == "？ 缺少的资料（2）"
    assert lines[at + 1 : at + 4] == [
        "填报位置：lead.rd_spending[2023]",
        "证明材料：研发费用专项审计报告",
        "涉及要求：近三年研发费用总额",
    ]


def test_a_needed_finding_says_whom_to_ask_and_that_a_stranger_s_answer_does_not_count() -> None:
    lines = [line.strip() for line in printed(example("open-for-a-finding"), width=200).splitlines()]
    at = lines.index("第八条〔第1次出现〕（四）  团队是否结构合理、素质较高？")
    assert lines[at + 1 : at + 4] == [
        "由谁认定：聊城市科学技术局、评审专家组、第三方评审机构",
        "目前：已有答复并非由有权单位作出",
        "涉及要求：研究和成果推广应用团队",
    ]


def test_an_excused_failure_is_told_with_who_accepted_less_when_and_on_what_basis() -> None:
    text = printed(excused(), width=200)
    assert "△ 已同意例外或放宽的要求（1）" in text
    assert "聊城市科学技术局于2026年11月12日决定放宽标准（依据：批复（虚构））" in text


def test_full_unfolds_every_norm_with_what_was_read_and_where() -> None:
    short, full = printed(example("failing"), width=200), printed(example("failing"), width=200, full=True)
    assert "加 --full" in short
    assert "加 --full" not in full
    assert "全部要求（36）" in full
    assert "2024年：289.99万元〔lead.rd_spending[2024]〕" in full
    assert full.count("适用前提") > 5
    titles = {norm.title.zh for norm in example("failing").norms}
    assert {title for title in titles if title in full} == titles


@pytest.mark.parametrize(("name", "question"), ALL)
def test_no_line_is_wider_than_the_terminal(name: str, question: Question) -> None:
    """Where it is narrowest under every question; wider ones under that which has most to say."""
    for lang in LANGUAGES:
        report = terminal.render(example(name, question), lang=lang, full=True)
        for width in WIDTHS if question is Question.ENTRY else WIDTHS[:1]:
            out = StringIO()
            Console(file=out, width=width).print(report)
            lines = out.getvalue().splitlines()
            assert len(lines) > 10
            assert [line for line in lines if columns(line) > width] == []


@pytest.mark.parametrize("width", WIDTHS)
def test_a_citation_is_never_cut(width: int) -> None:
    text = printed(example("failing"), width=width, full=True)
    for norm in example("failing").norms:
        if norm.status != "not applicable":
            assert all(place.text.zh in text for place in norm.cites)


def test_below_sixty_columns_citations_stand_above_their_text() -> None:
    narrow = printed(example("failing"), width=40).splitlines()
    at = narrow.index("  第八条〔第1次出现〕（四）")
    assert narrow[at + 1 : at + 3] == ["    专职固定科研人员19人，要求不少于", "    20人，差1人"]


@pytest.mark.parametrize(("name", "question"), ALL)
def test_chinese_text_can_be_written_in_gbk(name: str, question: Question) -> None:
    text = printed(example(name, question), full=True)
    assert text.encode("gbk").decode("gbk") == text


def test_every_sign_can_be_written_in_gbk() -> None:
    from tic_rules.report import marks

    shown = [*marks.OF_VERDICT.values(), *marks.OF_STATUS.values(), marks.OPEN_FACT, marks.OPEN_FINDING]
    assert all(mark.sign.encode("gbk") and mark.word.zh and mark.word.en for mark in shown)
    assert len({mark.sign for mark in marks.OF_VERDICT.values()}) == len(marks.OF_VERDICT)


def test_a_colour_is_never_the_only_sign() -> None:
    coloured = printed(example("failing"), width=80, tty=True)
    assert "\x1b[" in coloured
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == printed(example("failing"), width=80)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_piped_it_has_no_escape_no_blank_at_a_line_s_end_and_eighty_columns(lang: Lang) -> None:
    code = (
        "import tic_rules as t, datetime; from tic_rules.report import terminal; p = t.load_pack('liaocheng');"
        f"d = t.Dossier.from_file({str(EXAMPLES / 'failing.yaml')!r});"
        f"terminal.show(t.decide(p, d, on=datetime.date(2026, 11, 21)), lang={lang!r}, full=True)"
    )
    environment = {"PYTHONUTF8": "1", "TERM": "xterm-256color", "PATH": ""}
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, env=environment, check=True)
    text = ran.stdout.decode()
    assert "\x1b" not in text
    assert text == printed(example("failing"), lang, width=80, full=True)
    assert [line for line in text.splitlines() if line != line.rstrip()] == []


@pytest.mark.parametrize("name", ["failing", "open-for-a-finding"])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_hostile_text_moves_no_cursor_turns_no_text_round_and_breaks_no_line(name: str, lang: Lang) -> None:
    for width in WIDTHS if lang == "zh" else WIDTHS[:1]:
        text = printed(hostile(name), lang, width=width, full=True)
        lines = text.split("\n")
        assert {char for char in text if unicodedata.category(char) in {"Cc", "Cf", "Zl", "Zp"}} == {"\n"}
        assert max(columns(line) for line in lines) <= width
        assert "‹U+001B›" in text
        assert [line for line in lines if line.startswith(("=", "# ", "- h"))] == []
