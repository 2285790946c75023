"""How a determination, a pack and a dossier show themselves."""

from __future__ import annotations

import copy
import pickle
import subprocess
import sys
from datetime import date
from io import StringIO
from unittest.mock import ANY

from rich.console import Console

from tests.unit.reports import EXAMPLES, NAMES, example, hostile, printed
from tic_rules import Determination, Dossier, compare, load_pack, next_questions
from tic_rules.inert import one_line
from tic_rules.report import markdown, page
from tic_rules.report.notebook import mimebundle
from tic_rules.report.summary import summary


def test_a_notebook_gets_the_report_in_three_forms() -> None:
    shown = example("failing")
    assert shown._repr_mimebundle_() == {
        "text/plain": summary(shown),
        "text/markdown": markdown.render(shown),
        "text/html": page.render(shown),
    }
    assert shown._repr_html_() == page.render(shown)


def test_a_notebook_gets_what_it_asks_for() -> None:
    shown = example("failing")
    assert mimebundle(shown, include=["text/plain"]) == {"text/plain": summary(shown)}
    assert mimebundle(shown, exclude=["text/html", "text/markdown"]) == {"text/plain": summary(shown)}
    assert mimebundle(shown, include=["image/png"]) == {}
    assert set(mimebundle(shown, include=None, exclude=None)) == {"text/plain", "text/markdown", "text/html"}


def test_print_gives_a_summary_that_begins_with_standing_and_verdict() -> None:
    lines = str(example("failing")).splitlines()
    assert lines[:4] == [
        "征求意见稿，尚未施行：以下仅依其文本作出判断",
        "× 不符合  远岚示例材料有限公司：有7项要求未满足",
        (
            "聊城市技术创新中心管理办法（征求意见稿）（liaocheng 0.1.0）；"
            "申报条件；评定基准日2026年11月21日；申报日2026年10月15日"
        ),
        "  近三年研发费用总额849.99万元，要求不少于1000万元，差150.01万元（第八条〔第1次出现〕（二））",
    ]
    assert lines[5:] == ["另有5项不满足；共36项要求：满足24项、不满足7项、不适用3项、优先条件2项"]


def test_the_summary_is_short_in_both_languages() -> None:
    for name in NAMES:
        for lang in ("zh", "en"):
            lines = summary(example(name), lang).splitlines()
            assert len(lines) == (4 if name == "passing" else 6)


def test_a_list_of_determinations_shows_a_line_for_each() -> None:
    shown = [example("passing"), example("failing"), example("open-for-a-fact"), example("open-for-a-finding")]
    assert [repr(each) for each in shown] == [
        "<Determination √ 符合 PASS: 晨星示例装备有限公司, liaocheng 0.1.0, entry, 2026-11-21>",
        "<Determination × 不符合 FAIL: 远岚示例材料有限公司, liaocheng 0.1.0, entry, 2026-11-21, not met: 7>",
        "<Determination ？ 资料不足 UNKNOWN: 青禾示例农机有限公司, liaocheng 0.1.0, entry, 2026-11-21, open: 2>",
        "<Determination ○ 待认定 REVIEW: 云杉示例软件有限公司, liaocheng 0.1.0, entry, 2026-11-21, open: 4>",
    ]
    assert repr(shown) == f"[{', '.join(repr(each) for each in shown)}]"


def test_rich_prints_the_whole_report() -> None:
    out = StringIO()
    Console(file=out, width=80).print(example("failing"))
    assert out.getvalue() == printed(example("failing"), width=80)


def test_a_copied_pickled_or_recorded_determination_shows_itself_too() -> None:
    shown = example("failing")
    for again in (
        copy.copy(shown),
        copy.deepcopy(shown),
        pickle.loads(pickle.dumps(shown)),
        Determination.from_json(shown.to_json()),
    ):
        assert again == shown
        assert str(again) == str(shown)


def test_every_form_of_a_hostile_determination_is_one_line_or_plain_lines() -> None:
    shown = hostile("failing")
    assert repr(shown).isprintable()
    assert all(line.isprintable() for line in str(shown).split("\n"))
    assert len(str(shown).split("\n")) == 6


def test_a_pack_and_a_dossier_show_themselves_in_a_line() -> None:
    pack, dossier = load_pack("liaocheng"), Dossier.from_file(EXAMPLES / "failing.yaml")
    shown = f"liaocheng 0.1.0, 聊城市技术创新中心管理办法（征求意见稿）, consultation draft, {len(pack.norms)} norms"
    assert str(pack) == repr(pack) == f"<Pack {shown}>"
    assert str(dossier) == repr(dossier) == "<Dossier 远岚示例材料有限公司, 371502, liaocheng, 2026-10-15>"
    assert repr(Dossier.from_dict({})) == "<Dossier (no name), (no seat)>"
    assert repr(Dossier.model_construct()) == "<Dossier (no name), (no seat)>"
    assert pickle.loads(pickle.dumps(dossier)) == dossier


def test_what_a_console_shows_of_the_parts_is_one_short_line_each() -> None:
    shown, pack = example("open-for-a-finding"), load_pack("liaocheng")
    asked = next_questions(pack, shown)
    assert repr(example("failing").failed[0]) == (
        "<NormResult lc.rd-total, not met: 近三年研发费用总额 (第八条〔第1次出现〕（二）)>"
    )
    assert repr(asked[0]) == (
        "<NextQuestion finding lc.team-found: 团队是否结构合理、素质较高？ (settles 1, touches 1)>"
    )
    dossier = Dossier.from_file(EXAMPLES / "failing.yaml")
    compared = compare(dossier, on=date(2026, 11, 21))
    assert repr(compared) == "<Comparison 远岚示例材料有限公司, entry, 2026-11-21: 7 FAIL, 1 UNKNOWN>"
    for each in (*shown.norms, *asked, *hostile("failing").norms, hostile("failing"), compared, pack, dossier):
        assert repr(each).startswith(f"<{type(each).__name__} ")
        assert repr(each).isprintable()
        assert len(repr(each)) <= 160


def test_a_long_line_keeps_its_beginning_and_its_end() -> None:
    assert one_line("x" * 160) == "x" * 160
    assert one_line(f"{'a' * 150}{'b' * 150}") == f"{'a' * 119}…{'b' * 40}"


def test_the_import_brings_no_report_along_and_the_first_showing_brings_rich_only_where_it_prints() -> None:
    code = (
        "import sys, tic_rules as t, datetime; loaded = lambda: [name in sys.modules for name in "
        "('tic_rules.report.page', 'tic_rules.report.summary', 'rich')]; print(loaded());"
        f"r = t.decide(t.load_pack('liaocheng'), t.Dossier.from_file({str(EXAMPLES / 'passing.yaml')!r}),"
        "on=datetime.date(2026, 11, 21)); print(loaded()); r._repr_mimebundle_(); print(loaded())"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split("\n")
    assert told[:3] == ["[False, False, False]", "[False, False, False]", "[True, True, False]"]
    assert told == [ANY, ANY, ANY, ""]
