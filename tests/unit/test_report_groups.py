"""The same fact or finding open of many members of a list is told once, with the members in the order of the list."""

from __future__ import annotations

import json
from datetime import date
from functools import cache
from pathlib import Path
from typing import Final

import pytest

from tests.unit.reports import LANGUAGES, printed
from tic_rules import Determination, Dossier, compare, decide, load_pack, next_questions
from tic_rules.analysis.comparison import Column
from tic_rules.errors import Lang
from tic_rules.report import file, markdown, page
from tic_rules.report.asks import asks
from tic_rules.report.contents import document
from tic_rules.report.document import Entry, Members
from tic_rules.report.groups import Member
from tic_rules.report.selection import Selection
from tic_rules.report.side_by_side import side_by_side
from tic_rules.report.summary import summary

EXAMPLE: Final = Path(__file__).parents[2] / "examples" / "dossiers" / "jinzhong" / "passing.yaml"


@cache
def unanswered(*, fixed: bool = True, name: bool = True) -> Determination:
    """Nobody has answered anything yet; who is fixed staff, or what each is called, is left out where asked."""
    written = Dossier.from_file(EXAMPLE).to_dict()
    del written["findings"]
    for person in written["centre"]["staff"]:
        if not fixed:
            del person["fixed"]
        if not name:
            del person["name"]
    return decide(load_pack("jinzhong"), Dossier.from_dict(written), on=date(2025, 3, 10))


def told(determination: Determination, count: int) -> Entry:
    entries = [entry for part in document(determination, "zh").sections for entry in part.entries]
    return next(entry for entry in entries if entry.stands_for == count)


def test_one_entry_tells_the_question_how_many_and_the_first_names() -> None:
    shown = told(unanswered(), 27)
    assert shown.text == "该人员是否属于中青年？（共27项）"
    assert shown.members is not None
    assert shown.members.few == (
        "研究员01（centre.staff[0]）、研究员02（centre.staff[1]）、研究员03（centre.staff[2]）等，另有24项"
    )
    assert shown.notes == (("由谁认定", "晋中市科学技术局、评审专家组"), ("涉及要求", "中青年人员占比"))


def test_members_stand_in_the_order_of_their_list() -> None:
    (group,) = [each for each in Selection(unanswered()).finding_groups if each.members]
    assert group.members == tuple(Member(f"centre.staff[{n}]", f"研究员{n + 1:02}") for n in range(27))


def test_members_without_a_name_are_told_by_their_place() -> None:
    shown = told(unanswered(name=False), 27).members
    assert shown is not None
    assert shown.few == "centre.staff[0]、centre.staff[1]、centre.staff[2]等，另有24项"


def test_headings_and_sentences_count_the_questions_and_not_the_entries() -> None:
    said = document(unanswered(), "zh")
    (part,) = [part for part in said.sections if part.name == "findings"]
    assert part.title == "待有权单位认定的事项（54）"
    assert sum(entry.stands_for for entry in part.entries) == 54
    assert len(part.entries) == 28
    assert "54项" in said.meaning
    assert "另有52项未定" in summary(unanswered())


@pytest.mark.parametrize("lang", LANGUAGES)
def test_short_reports_name_the_first_and_whole_ones_all(lang: Lang) -> None:
    shown = unanswered()
    for whole, text in (
        (False, printed(shown, lang=lang)),
        (True, printed(shown, lang=lang, full=True)),
        (False, markdown.render(shown, lang=lang)),
        (True, markdown.render(shown, lang=lang, full=True)),
        (True, page.render(shown, lang=lang)),
        (True, file.render(shown, lang=lang)),
    ):
        # The trace of the norm, which the whole report has, comes last and gives no names of open members twice.
        head = text.split("全部要求" if lang == "zh" else "All requirements")[0]
        assert "研究员03" in head
        assert ("研究员27" in head) is whole


def test_a_page_folds_the_names_and_a_file_for_paper_does_not() -> None:
    named = "逐一针对：研究员01（centre.staff[0]）"
    assert f"<details><summary>{named}" in page.render(unanswered())
    assert "研究员27（centre.staff[26]）</li>" in page.render(unanswered())
    assert named not in file.render(unanswered())
    assert "<dt>逐一针对：</dt><dd>研究员01（centre.staff[0]）" in file.render(unanswered())


def test_the_same_fact_missing_of_many_members_is_told_once_too() -> None:
    groups = [group for group in Selection(unanswered(fixed=False)).fact_groups if group.members]
    assert groups
    for group in groups:
        assert [member.path for member in group.members] == [f"centre.staff[{n}]" for n in range(27)]
        assert ("填报位置", "centre.staff[].fixed") in told(unanswered(fixed=False), 27).notes


def test_the_record_still_names_each_point() -> None:
    points = json.loads(unanswered().to_json())["truth"]["points"]
    assert len([point for point in points if point["about"].startswith("centre.staff[")]) == 27


def test_so_many_names_that_a_renderer_would_cut_them_stand_in_several_notes() -> None:
    entry = Entry("x", members=Members("label", "few", tuple(f"{n:0100}" for n in range(30))))
    notes = entry.notes_with_members("zh", full=True)
    assert [label for label, _ in notes] == ["label"] * 4
    assert "、".join(text for _, text in notes).split("、") == [f"{n:0100}" for n in range(30)]
    assert entry.notes_with_members("zh", full=False) == (("label", "few"),)


def test_a_comparison_asks_the_same_about_many_members_once() -> None:
    shown = unanswered(fixed=False)
    asked = asks(Column(shown, next_questions(load_pack("jinzhong"), shown)), "zh")
    few = "研究员01（centre.staff[0]）、研究员02（centre.staff[1]）、研究员03（centre.staff[2]）等，另有24项"
    (finding,) = [text for text in asked if "中青年" in text]
    assert finding == f"待认定：该人员是否属于中青年？（共27项）〔{few}〕（由晋中市科学技术局、评审专家组认定）"
    (fact,) = [text for text in asked if text.startswith("缺少资料") and few in text]
    assert "（centre.staff[].fixed；" in fact or "（centre.staff[].fixed）" in fact
    assert len(asked) == len(Selection(shown).finding_groups) + len(Selection(shown).fact_groups)


def test_a_comparison_counts_each_member() -> None:
    written = Dossier.from_file(EXAMPLE).to_dict()
    del written["findings"]
    found = compare(Dossier.from_dict(written), ["jinzhong"], on=date(2025, 3, 10))
    (head,) = side_by_side(found, "zh").heads
    assert head.outcome == "还有54项未定"
    assert len(head.asks) == 28
