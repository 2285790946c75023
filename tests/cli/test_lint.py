"""`lint`: errors of a pack file as loading finds them, and warnings on how it is written."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.command import DEMO, ROOT, ran
from tic_rules import PackError, load_pack

TEXT = DEMO.read_text("utf-8")
FLOW = "title: {zh: 办法, en: A}"


def test_every_shipped_pack_is_clean() -> None:
    done = ran("lint", *sorted((ROOT / "policies").glob("*.yaml")))
    assert (done.code, done.err) == (0, "")
    assert done.out.count("没有问题") == 5


@pytest.mark.parametrize(
    ("old", "new", "code", "line"),
    [
        ("version: '1'", 'version: "1"', "W302", 3),
        ("version: '1'\n", "", "E205", 2),
        ("printed: 有效期2年", "printed: 有效期２年", "W307", 19),
        ("zh: 示例市技术创新中心管理办法", "zh: Measures", "W305", 5),
        ("en: Measures of Example City", "en: 示例市的办法", "W306", 6),
        ("  zh: 示例市\n  en: Example City\n", "  en: Example City\n  zh: 示例市\n", "W303", 9),
        ("title:\n  zh: 示例市技术创新中心管理办法\n  en: Measures of Example City", FLOW, "W301", 4),
    ],
)
def test_each_departure_is_told_with_its_line(folder: Path, old: str, new: str, code: str, line: int) -> None:
    assert TEXT.count(old) == 1
    (folder / "own.yaml").write_text(TEXT.replace(old, new), "utf-8")
    done = ran("lint", "own.yaml", "--format", "json")
    assert done.code == (1 if code[0] == "W" else 2)
    [file] = done.json["files"]
    [problem] = file["warnings"] or file["problems"]
    assert (problem["code"], problem["line"]) == (code, line)
    assert set(problem["sentence"]) == set(problem["help"]) == {"zh", "en"}
    for lang in ("zh", "en"):
        said = ran("lint", "own.yaml", "--lang", lang)
        assert f"{code} own.yaml:{line}:" in (said.out if code[0] == "W" else said.err)
        assert f"tic-rules explain {code}" in said.out + said.err


def test_an_id_of_another_prefix_is_told(folder: Path) -> None:
    (folder / "own.yaml").write_text(TEXT.replace("demo.strength", "other.strength"), "utf-8")
    assert {w["code"] for w in ran("lint", "own.yaml", "--format", "json").json["files"][0]["warnings"]} == {"W304"}


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("version: '1'", 'version: "1"', "own.yaml: 0 errors, 1 warning."),
        ("version: '1'\n", "", "own.yaml: 1 error, 0 warnings."),
    ],
)
def test_the_last_line_counts_errors_and_warnings(folder: Path, old: str, new: str, said: str) -> None:
    (folder / "own.yaml").write_text(TEXT.replace(old, new), "utf-8")
    assert ran("lint", "own.yaml", "--lang", "en").out.splitlines()[-1] == said


def test_two_errors_need_one_run_and_each_shows_its_line(folder: Path) -> None:
    broken = TEXT.replace("600平方米", "600").replace("code: '139900'", "code: '1399'").replace("'1'", '"1"')
    (folder / "own.yaml").write_text(broken, "utf-8")
    done = ran("lint", "own.yaml")
    assert done.code == 2
    assert len(done.codes) >= 2
    assert "    | " in done.err
    assert "^" in done.err
    assert "W302" in done.out


def test_lint_says_what_loading_says(folder: Path) -> None:
    (folder / "own.yaml").write_text(TEXT.replace("lead.kind", "lead.knd"), "utf-8")
    with pytest.raises(PackError) as refused:
        load_pack(folder / "own.yaml")
    told = ran("lint", "own.yaml", "--format", "json").json["files"][0]["problems"]
    assert [problem["code"] for problem in told] == [problem.code for problem in refused.value.problems]


def test_of_several_files_the_worst_decides_and_all_are_told(folder: Path) -> None:
    (folder / "warned.yaml").write_text(TEXT.replace("'1'", '"1"'), "utf-8")
    assert ran("lint", DEMO, "warned.yaml").code == 1
    done = ran("lint", "nowhere.yaml", DEMO, "warned.yaml", "--format", "json")
    assert done.code == 2
    assert [file["file"] for file in done.json["files"]] == ["nowhere.yaml", str(DEMO), "warned.yaml"]
    assert done.codes == ["E101"]


def test_a_json_pack_has_no_style(folder: Path) -> None:
    import json

    from tic_rules import source

    plain = source.plain(source.parse_yaml(TEXT).root)
    (folder / "own.json").write_text(json.dumps(plain, ensure_ascii=False, default=str), "utf-8")
    for name in ("own.json", "-"):
        done = ran("lint", name, "--format", "json", stdin=_bytes(folder))
        assert done.json["files"][0]["warnings"] == []


def _bytes(folder: Path) -> bytes:
    return (folder / "own.json").read_bytes()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\x00",
        b"\xff\xfe",
        b"a: &x 1\nb: *x\n",
        b"- " * 200,
        b"[" * 500,
        b"{a: {b: [",
        b"norms: 1\n",
        b"norms:\n  - 1\n  - id: [x]\n",
        b"? [a]\n: b\n",
        b"{}\n",
        b"[]\n",
        b"'\\u202e'\n",
        "pack: \u202ex\ntitle: \u2028\n".encode(),
        b"!!python/object:os.system x\n",
        b"a: 1\n---\nb: 2\n",
        b"id: 1\nid: 2\n",
        b"lead:\n  kind: \xc6\xf3\xd2\xb5\n",
    ],
)
@pytest.mark.parametrize("form", ["text", "json"])
def test_hostile_files_end_in_errors_and_no_traceback(content: bytes, form: str) -> None:
    done = ran("lint", "-", "--format", form, stdin=content)
    assert done.code == 2
    assert done.codes
    assert "\u202e" not in done.out + done.err
    assert "Traceback" not in done.err
