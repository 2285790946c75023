"""What is written in each form and language, for one dossier and for several."""

from __future__ import annotations

import json

import pytest

from tests.cli.command import MISSING, ON, PASSING, REFUSED, ROOT, checked, ran
from tic_rules import Determination, Dossier, decide

# Escape sequences, HTML, a formula, a direction mark, a line separator: as JSON, which can hold them all escaped.
HOSTILE = "\u001b[31m<script>alert(1)</script>![x](http://x.example)=cmd|\u202e\u2066\u009b2J`"


def test_one_dossier_by_one_pack_is_the_bare_record_that_can_be_read_back() -> None:
    done = checked(PASSING, "--format", "json")
    again = Determination.from_json(done.out)
    assert again.verdict == "PASS"
    assert again.to_json() == done.out


def test_the_record_is_what_python_is_given() -> None:
    from datetime import date

    from tests.cli.command import DEMO
    from tic_rules import load_pack

    made = decide(load_pack(DEMO), Dossier.from_yaml(PASSING, cities=("demo",)), on=date(2026, 11, 21))
    assert checked(PASSING, "--format", "json").out == made.to_json()


def test_several_dossiers_are_one_document_in_the_order_of_the_command_line() -> None:
    files = ["failing.yaml", "refused.yaml", "passing.yaml", "nowhere.yaml"]
    done = ran("check", *files, *ON, "--format", "json")
    assert [outcome["dossier"] for outcome in done.json["outcomes"]] == files
    assert [sorted(set(outcome) - {"dossier"}) for outcome in done.json["outcomes"]] == [
        ["determination"],
        ["problems"],
        ["determination"],
        ["problems"],
    ]
    assert done.json["outcomes"][0]["determination"]["verdict"] == "FAIL"
    assert done.codes == ["E132", "E101"]


def test_a_problem_for_programs_has_its_code_its_place_and_both_languages() -> None:
    done = checked(REFUSED, "--format", "json")
    [problem] = done.json["outcomes"][0]["problems"]
    assert problem["code"] == "E132"
    assert (problem["source"], problem["line"], problem["column"]) == ("-", 11, 12)
    assert problem["path"] == "demo.rd_area"
    assert set(problem["sentence"]) == set(problem["help"]) == {"zh", "en"}


def test_more_than_twenty_problems_are_counted_for_people_and_all_given_to_programs() -> None:
    many = "lead:\n" + "".join(f"  zz{number}: 1\n" for number in range(25))
    done = checked(many, "--format", "json")
    assert len(done.json["outcomes"][0]["problems"]) == 25
    assert done.err.splitlines()[20:] == ["另有5处"]


def test_a_dossier_left_out_is_named_with_its_pack_and_its_standing() -> None:
    early = PASSING.replace("2026-11-01", "2025-11-01").replace("2026-11-02", "2025-11-02")
    [outcome] = checked(early, "--in-force-only", "--format", "json").json["outcomes"]
    assert outcome["not_in_force"]["pack"]["id"] == "demo"
    assert outcome["not_in_force"]["standing"]["kind"] != "in force"


@pytest.mark.parametrize("form", ["text", "markdown"])
def test_several_dossiers_are_told_apart_by_their_files(form: str) -> None:
    done = ran("check", "failing.yaml", "refused.yaml", "passing.yaml", *ON, "--format", form)
    said = done.out.replace("&#46;", ".")
    assert [part in said for part in ("failing.yaml", "refused.yaml", "passing.yaml")] == [True, False, True]
    assert "refused.yaml" in done.err
    assert said.index("failing.yaml") < said.index("passing.yaml")


@pytest.mark.parametrize("form", ["text", "markdown"])
def test_full_says_every_norm(form: str) -> None:
    short, full = (checked(PASSING, *more, "--format", form).out for more in ((), ("--full",)))
    assert "科研人员数" not in short
    assert "科研人员数" in full


def test_json_is_always_whole() -> None:
    assert checked(PASSING, "--format", "json").out == checked(PASSING, "--format", "json", "--full").out


@pytest.mark.parametrize("form", ["text", "markdown"])
def test_english_is_english(form: str) -> None:
    done = checked(MISSING.replace("晨星示例公司", "Example"), "--format", form, "--lang", "en", "--full")
    assert "UNKNOWN" in done.out.upper() or "Missing" in done.out
    assert "资料不足" not in done.out


def test_json_does_not_depend_on_the_language() -> None:
    assert checked(PASSING, "--format", "json", "--lang", "en").out == checked(PASSING, "--format", "json").out


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_problems_are_said_in_the_language_asked_for_wherever_it_stands(lang: str) -> None:
    sentence = {"zh": "没有这个文件", "en": "There is no such file"}[lang]
    for args in (
        ("check", "x.yaml", "--lang", lang),
        ("--lang", lang, "check", "x.yaml"),
        ("check", f"--lang={lang}", "x.yaml"),
    ):
        assert sentence in ran(*args).err


def test_after_two_dashes_everything_is_a_file() -> None:
    assert "没有这个文件" in ran("check", *ON, "--", "--lang", "en").err


@pytest.mark.parametrize("form", ["text", "markdown"])
@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("full", [(), ("--full",)])
def test_hostile_names_are_inert(form: str, lang: str, full: tuple[str, ...]) -> None:
    dossier = json.loads(
        json.dumps({"lead": {"name": "名" + HOSTILE, "kind": "企业"}, "application": {"submitted_on": "2026-11-01"}})
    )
    done = checked(json.dumps(dossier), "--format", form, "--lang", lang, *full)
    assert done.code in {1, 2, 3}
    for said in (done.out, done.err):
        assert not set(said) & set("\u001b\u202e\u2066\u009b")
    if form == "markdown":
        assert "<script" not in done.out
        assert "![x](" not in done.out


def test_a_hostile_file_name_is_inert() -> None:
    done = ran("check", HOSTILE.replace("/", ""), "passing.yaml", *ON, "--format", "json")
    assert not set(done.out + done.err) & set("\u001b\u202e\u2066\u009b")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_the_encoding_of_a_dossier_does_not_change_its_answer(encoding: str) -> None:
    assert checked(PASSING.encode(encoding), "--format", "json").out == checked(PASSING, "--format", "json").out


def test_a_dossier_by_its_file_and_by_standard_input_is_answered_alike() -> None:
    assert ran("check", "passing.yaml", *ON).out == checked(PASSING).out


def test_a_dossier_in_json_is_read(folder: object) -> None:
    text = (ROOT / "examples/dossiers/liaocheng/passing.yaml").read_text("utf-8")
    assert text
    assert checked('{"lead": {"kind": "企业"}, "demo": {"rd_area": "10平方米"}}').code in {1, 3}


def test_markdown_of_several_is_parted_by_a_rule() -> None:
    assert "\n---\n" in ran("check", "passing.yaml", "failing.yaml", *ON, "--format", "markdown").out
