"""The two languages of the report: both whole, naming the same values, and neither leaking into the other."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from fractions import Fraction
from pathlib import Path
from string import Formatter
from typing import Any

import pytest

import tic_rules.report
from tests.unit.reports import ALL, EXAMPLES, LANGUAGES, example, excused, printed
from tic_rules import Dossier, Question, Verdict, load_pack
from tic_rules.ir.determination import Standing, StandingKind
from tic_rules.ir.steps import State
from tic_rules.report import values
from tic_rules.report.catalogue import TEMPLATES
from tic_rules.report.catalogue.count import Count
from tic_rules.report.contents import document
from tic_rules.report.standing import application_text, standing_text

HERE = Path(str(tic_rules.report.__file__)).parent
CHINESE = re.compile("[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]")

_FACT = ("choice", "flag", "has", "level", "name", "seat", "value", "window")
MADE = {
    *(f"{kind}-{how}" for kind in _FACT for how in ("holds", "fails", "open")),
    *(f"{kind}-none" for kind in _FACT if kind != "has"),
    *(f"{kind}-{how}" for kind in ("share", "ratio") for how in ("percent", "about", "open")),
    *(f"window-{window}" for window in ("application-year", "last-full-year", "last-year")),
    *(f"question-{question.value}" for question in Question),
    *(f"meaning-{verdict.value}" for verdict in (Verdict.FAIL, Verdict.UNKNOWN, Verdict.REVIEW)),
}
"""The keys that are put together as the report is made."""


def _named(call: str, position: int) -> set[str]:
    """The literal arguments at one position of every call of a function in the report."""
    calls = (node for file in HERE.glob("*.py") for node in ast.walk(ast.parse(file.read_text("utf-8"))))
    found: set[str] = set()
    for node in calls:
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == call:
            found |= {str(part.value) for part in ast.walk(node.args[position]) if isinstance(part, ast.Constant)}
    return found


def _literals() -> set[str]:
    trees = (ast.parse(file.read_text("utf-8")) for file in HERE.glob("*.py"))
    nodes = (node for tree in trees for node in ast.walk(tree))
    return {node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)}


def test_every_template_is_used_and_every_one_used_is_there() -> None:
    labels = {f"label-{name}" for name in _named("label", 0)}
    sections = {f"section-{name}" for name in (*_named("_section", 0), "failures", "failed-tracks") if name}
    used = MADE | labels | sections | (_literals() & set(TEMPLATES))
    assert used == set(TEMPLATES)


@pytest.mark.parametrize("key", sorted(TEMPLATES))
def test_a_template_has_both_languages_and_they_name_the_same_values(key: str) -> None:
    text = TEMPLATES[key]
    names = [{name for _, name, _, _ in Formatter().parse(each) if name} for each in (text.zh, text.en)]
    assert names[0] == names[1]
    assert text.zh.strip()
    assert text.en.strip()
    assert not CHINESE.search(text.en.replace("(至)", ""))
    assert not re.search("[A-Za-z]", re.sub(r"\{\w+\}|--full", "", text.zh))


def test_no_space_stands_between_chinese_words_and_figures() -> None:
    spaced = {key for key, text in TEMPLATES.items() if re.search(r"[\u4e00-\u9fff] \{|\} [\u4e00-\u9fff]", text.zh)}
    assert spaced == {"pack", "pack-numbered"}


# --- whole reports ---------------------------------------------------------------------------------------------------


def _own_words(text: str) -> str:
    """A report without what is quoted: names and findings from the dossier, boundary words of the text."""
    names = {name for file in EXAMPLES.glob("*.yaml") for name in _texts(Dossier.from_file(file).to_dict())}
    names |= {
        name for authority in load_pack("liaocheng").authorities for name in (authority.title.zh, *authority.also)
    }
    for name in sorted(names, key=len, reverse=True):
        text = text.replace(name, "")
    return re.sub(r"\([\u4e00-\u9fff]{1,4}\)|“[^”]*”|？(?= [A-Za-z])", "", text)


def _texts(part: Any) -> Iterator[str]:
    match part:
        case dict():
            yield from (text for inner in part.values() for text in _texts(inner))
        case list():
            yield from (text for inner in part for text in _texts(inner))
        case str() if CHINESE.search(part):
            yield part


@pytest.mark.parametrize(("name", "question"), ALL)
def test_no_chinese_is_left_in_an_english_report(name: str, question: Question) -> None:
    text = _own_words(printed(example(name, question), "en", width=4000, full=True))
    assert [line.strip() for line in text.splitlines() if CHINESE.search(line)] == []


@pytest.mark.parametrize(("name", "question"), ALL)
def test_no_english_is_left_in_a_chinese_report(name: str, question: Question) -> None:
    text = printed(example(name, question), width=4000, full=True)
    text = re.sub(r"〔[^〕]*〕|[a-z_]+[.\[][a-z_.\[\]0-9-]+|sha256:\w+|liaocheng", "", text)
    again = f"判断事项：{question.value}"
    words = set(re.findall(r"[A-Za-z]{2,}", text.replace(again, "")))
    assert words <= {"PCT"}


@pytest.mark.parametrize(("name", "question"), ALL)
def test_both_languages_say_the_same_things_in_the_same_order(name: str, question: Question) -> None:
    shown = example(name, question)
    chinese, english = (document(shown, lang) for lang in LANGUAGES)
    shape = [
        [
            (part.name, part.sign, [(len(entry.cites), len(entry.notes), len(entry.trace)) for entry in part.entries])
            for part in (*said.sections, said.rest)
        ]
        for said in (chinese, english)
    ]
    assert shape[0] == shape[1]
    assert len(chinese.asked) == len(english.asked)
    assert len(chinese.again) == len(english.again)


def test_an_excused_failure_reads_in_english_as_in_chinese() -> None:
    said = document(excused(), "en")
    [entry] = next(part for part in said.sections if part.name == "excused").entries
    assert "accepted less on 2026-11-12" in entry.text
    assert entry.cites == ("Art. 8 [occurrence 1](3)",)


# --- standing --------------------------------------------------------------------------------------------------------

DAY, START, END = date(2026, 10, 15), date(2026, 1, 1), date(2028, 12, 31)
STANDINGS = [
    (StandingKind.IN_FORCE, START, None, "现行有效：自2026年1月1日起施行（核对日期：2026年10月15日）"),
    (StandingKind.IN_FORCE, START, END, "现行有效：有效期自2026年1月1日至2028年12月31日（核对日期：2026年10月15日）"),
    (StandingKind.DRAFT, None, None, "征求意见稿，尚未施行：以下仅依其文本作出判断"),
    (StandingKind.NOT_YET, END, None, "尚未施行：自2028年12月31日起施行（核对日期：2026年10月15日）"),
    (
        StandingKind.NOT_YET,
        None,
        None,
        "尚未施行：文本未载明确切的施行日期，核对日期2026年10月15日早于可能的最早施行日",
    ),
    (StandingKind.LAPSED, START, DAY, "已失效：有效期至2026年10月15日（核对日期：2026年10月15日）"),
    (StandingKind.START_UNKNOWN, None, None, "施行日期不明：文本未载明自何日起施行，是否有效须向发文机关核实"),
    (StandingKind.DAY_UNKNOWN, START, None, "申报日未填报，无法判断是否在有效期内"),
]


def test_a_pack_that_has_lapsed_since_the_application_is_said_to_have() -> None:
    standing = Standing(StandingKind.IN_FORCE, DAY, START, END)
    assert standing_text(standing, END, "zh").startswith("现行有效")
    said = standing_text(standing, date(2029, 1, 1), "zh")
    assert said == "申报日2026年10月15日在有效期内（自2026年1月1日至2028年12月31日）；截至评定基准日已失效"


@pytest.mark.parametrize(("kind", "start", "end", "expected"), STANDINGS)
def test_each_standing_is_said_first(kind: StandingKind, start: date | None, end: date | None, expected: str) -> None:
    standing = Standing(kind, DAY, start, end)
    assert standing_text(standing, DAY, "zh") == expected
    shown = replace(example("passing"), standing=standing)
    assert printed(shown, width=200).splitlines()[0] == expected
    assert str(shown).splitlines()[0] == expected
    assert not CHINESE.search(standing_text(standing, DAY, "en"))


def test_the_application_day_or_what_stands_in_for_it_is_told() -> None:
    given = example("passing")
    none = replace(given, application_state=State.NONE, application_day=None)
    missing = replace(given, application_state=State.MISSING, application_day=None)
    assert [application_text(each, "zh") for each in (given, none, missing)] == [
        "2026年10月15日",
        "尚未提交，以评定基准日2026年11月21日代替",
        "未填报",
    ]


@pytest.mark.parametrize(("number", "said"), [(0, "0 errors"), (1, "1 error"), (2, "2 errors"), (11, "11 errors")])
def test_a_count_takes_the_noun_that_fits_it_and_is_plain_where_none_is_named(number: int, said: str) -> None:
    assert f"{Count(number):error|errors}" == said
    assert f"{Count(number)}" == str(number)


@pytest.mark.parametrize("amount", ["1", "-1", "2", "1.5", "0"])
def test_one_percentage_point_is_one(amount: str) -> None:
    noun = "percentage point" if amount in {"1", "-1"} else "percentage points"
    assert values.points(Fraction(amount) / 100, "en") == f"{amount} {noun}"
    assert values.points(Fraction(amount) / 100, "zh") == f"{amount}个百分点"
