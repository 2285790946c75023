"""The exit code says what was found: 0 all pass, 1 some fail, 3 something open, 2 bad input or usage."""

from __future__ import annotations

import pytest

from tests.cli.command import ON, PASSING, checked, ran

BEFORE = ("--on", "2025-12-31")


@pytest.mark.parametrize(
    ("files", "code"),
    [
        ("passing", 0),
        ("failing", 1),
        ("missing", 3),
        ("unfound", 3),
        ("refused", 2),
        ("passing passing", 0),
        ("passing failing", 1),
        ("missing failing", 1),
        ("passing missing unfound", 3),
        ("refused passing", 2),
        ("failing refused", 2),
        ("missing refused", 2),
        ("nowhere", 2),
    ],
)
def test_of_several_dossiers_the_exit_code_is_the_first_of_2_1_3_and_0(files: str, code: int) -> None:
    assert ran("check", *(f"{name}.yaml" for name in files.split()), *ON).code == code


@pytest.mark.parametrize("form", ["text", "json", "markdown"])
def test_the_form_of_the_output_does_not_change_the_exit_code(form: str) -> None:
    for name, code in {"passing": 0, "failing": 1, "missing": 3, "refused": 2}.items():
        assert ran("check", f"{name}.yaml", *ON, "--format", form).code == code


def test_nothing_applicable_is_3() -> None:
    done = checked(PASSING.replace("kind: 企业", "kind: 科研院所"))
    assert "不适用" in done.out
    assert done.code == 3


def test_a_question_that_the_pack_does_not_answer_is_3() -> None:
    assert checked(PASSING, "--question", "naming").code == 3


def test_a_pack_in_force_is_decided_under_in_force_only() -> None:
    assert checked(PASSING, "--in-force-only").code == 0
    assert checked(PASSING.replace("600平方米", "599平方米"), "--in-force-only").code == 1


@pytest.mark.parametrize("text", [PASSING, PASSING.replace("600平方米", "599平方米")], ids=["passing", "failing"])
def test_where_no_pack_is_in_force_the_answer_is_3_and_says_so(text: str) -> None:
    done = checked(text.replace("2026-11-01", "2025-11-01").replace("2026-11-02", "2025-11-02"), "--in-force-only")
    assert done.code == 3
    assert "--in-force-only" in done.out
    assert "符合  晨星" not in done.out


def test_a_bad_dossier_is_bad_input_whether_or_not_a_pack_is_in_force() -> None:
    assert ran("check", "refused.yaml", *ON[:2], *BEFORE, "--in-force-only").code == 2


@pytest.mark.parametrize(
    ("args", "code"),
    [
        ("check", "E014"),
        ("check - -", "E018"),
        ("check passing.yaml --formt json", "E004"),
        ("check passing.yaml --zzzzz", "E005"),
        ("check passing.yaml --city", "E006"),
        ("check passing.yaml --full=yes", "E007"),
        ("check passing.yaml --on 2026-11-21 --on 2026-11-22", "E008"),
        ("check passing.yaml --format xml", "E009"),
        ("check passing.yaml --lang fr", "E009"),
        ("--lang fr", "E009"),
        ("chekc passing.yaml", "E010"),
        ("zzz", "E011"),
        ("passing.yaml", "E012"),
        ("check passing.yaml --on 2026-02-29", "E144"),
        ("check passing.yaml --on yesterday", "E143"),
        ("check passing.yaml --on 1500-01-01", "E145"),
        ("check passing.yaml --pack nowhere.yaml", "E101"),
        ("check passing.yaml --pack passing.yaml", "E205"),
        ("check .", "E102"),
        ("check /dev/null", "E103"),
    ],
)
def test_bad_usage_is_2_with_its_code_and_nothing_on_standard_output(args: str, code: str) -> None:
    done = ran(*args.split())
    assert code in done.codes
    assert (done.code, done.out) == (2, "")


def test_everything_wrong_with_a_command_line_is_said_at_once() -> None:
    done = ran("check", "--format", "xml", "--on", "soon", "--city", "nowhere", "--question", "why")
    assert set(done.codes) == {"E001", "E003", "E009", "E014", "E143"}


def test_the_same_value_twice_is_no_contradiction() -> None:
    assert checked(PASSING, "--format", "text", "--format", "text", "--full", "--full").code == 0


@pytest.mark.parametrize("args", ["", "--help", "-h", "--version", "check --help", "--lang en", "check -h --lang en"])
def test_help_and_version_are_0_and_say_nothing_on_standard_error(args: str) -> None:
    done = ran(*args.split())
    assert done.out
    assert (done.code, done.err) == (0, "")
