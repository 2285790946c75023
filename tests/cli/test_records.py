"""`verify` confirms a record from the record alone; `replay` decides it again: the same bytes, or what differs."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.cli.command import DEMO, FAILING, ON, PASSING, ROOT, checked, ran

LIAOCHENG = ROOT / "examples/dossiers/liaocheng/passing.yaml"


@pytest.fixture
def record(folder: Path) -> Path:
    """The record of the passing dossier, as check wrote it."""
    path = folder / "record.json"
    path.write_text(checked(PASSING, "--format", "json").out, "utf-8", newline="")
    return path


def altered(record: Path, change: Any) -> Path:
    """The record with a change, in the layout in which it was written."""
    data = json.loads(record.read_text("utf-8"))
    change(data)
    path = record.with_name("altered.json")
    path.write_text(json.dumps(data, ensure_ascii=False), "utf-8")
    return path


# --- verify ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("dossier", ["passing", "failing", "missing", "unfound"])
def test_what_check_wrote_is_confirmed(folder: Path, dossier: str) -> None:
    out = ran("check", f"{dossier}.yaml", *ON, "--format", "json").out
    done = ran("verify", "-", stdin=out)
    assert (done.code, done.err) == (0, "")
    told = ran("verify", "-", "--format", "json", stdin=out).json["records"]
    assert [(one["confirmed"], one["faults"]) for one in told] == [(True, [])]


def test_every_record_of_several_outcomes_is_checked(folder: Path) -> None:
    out = ran("check", "passing.yaml", "refused.yaml", "failing.yaml", *ON, "--format", "json").out
    told = ran("verify", "-", "--format", "json", stdin=out).json["records"]
    assert [one["record"] for one in told] == ["- outcomes[0].determination", "- outcomes[2].determination"]
    assert all(one["confirmed"] for one in told)


def test_an_altered_verdict_is_a_fault_with_its_path(record: Path) -> None:
    path = altered(record, lambda data: data.update(verdict="FAIL"))
    told = ran("verify", path, "--format", "json")
    assert told.code == 1
    assert "verdict" in [fault["path"] for fault in told.json["records"][0]["faults"]]
    for lang in ("zh", "en"):
        said = ran("verify", path, "--lang", lang)
        assert said.code == 1
        assert "verdict" in said.out


def test_an_altered_figure_is_a_fault(record: Path) -> None:
    text = record.read_text("utf-8").replace('"600', '"601', 1)
    assert ran("verify", "-", stdin=text).code == 1


def test_of_several_files_each_is_told_and_the_worst_decides(record: Path) -> None:
    path = altered(record, lambda data: data.update(verdict="FAIL"))
    assert ran("verify", record, path).code == 1
    done = ran("verify", record, path, "nowhere.json", "--format", "json")
    assert done.code == 2
    assert [sorted(one) for one in done.json["records"]][-1] == ["file", "problems"]
    assert done.codes == ["E101"]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", 2),
        (b"\xff", 2),
        (b"{", 2),
        (b'{"a": NaN}', 2),
        (b'{"a": 1e999}', 1),
        (b'{"a": 1, "a": 2}', 2),
        (b"[" * 100_000, 2),
        (b"1" * 5000, 2),
        (b"{}", 1),
        (b"[]", 1),
        (b"null", 1),
        (b'"\\ud800"', 1),
        (b'{"outcomes": []}', 1),
        (b'{"outcomes": [1, {"determination": null}]}', 1),
        ('{"format": "1", "\u202e": "\u202e"}'.encode(), 1),
    ],
)
def test_what_is_no_record_is_a_fault_or_an_error_and_never_a_traceback(content: bytes, code: int) -> None:
    for form in ("text", "json"):
        done = ran("verify", "-", "--format", form, stdin=content)
        assert done.code == code
        assert bool(done.err) == (code == 2)
        assert "\u202e" not in done.out + done.err
        done.out.encode()
    assert ran("replay", "-", "passing.yaml", stdin=content).code == 2


# --- replay ----------------------------------------------------------------------------------------------------------


def test_a_record_of_a_pack_file_is_replayed_with_that_file(record: Path) -> None:
    done = ran("replay", record, "passing.yaml", "--pack", DEMO)
    assert (done.code, done.err) == (0, "")
    told = ran("replay", record, "passing.yaml", "--pack", DEMO, "--format", "json").json
    assert (told["same"], told["differences"]) == (True, [])


def test_a_record_of_a_shipped_pack_needs_no_file(folder: Path) -> None:
    for more in ((), ("--question", "operation"), ("--track", "establishment")):
        args = ("check", LIAOCHENG, "--city", "liaocheng", "--on", "2026-11-21", *more)
        out = ran(*args, "--format", "json").out
        assert ran("replay", "-", LIAOCHENG, stdin=out).code == 0


@pytest.mark.parametrize(
    ("zone", "locale", "seed"), [("Asia/Shanghai", "C", "0"), ("Pacific/Kiritimati", "C.UTF-8", "7")]
)
def test_the_bytes_are_the_same_under_other_zones_locales_hash_seeds_and_folders(
    folder: Path, zone: str, locale: str, seed: str
) -> None:
    out = ran("check", LIAOCHENG, "--city", "liaocheng", "--on", "2026-11-21", "--format", "json").out
    (folder / "kept.json").write_bytes(out.encode())
    elsewhere = folder / "elsewhere"
    elsewhere.mkdir()
    world = {**os.environ, "TZ": zone, "LC_ALL": locale, "PYTHONHASHSEED": seed}
    line = [sys.executable, "-m", "tic_rules", "replay", "../kept.json", str(LIAOCHENG)]
    done = subprocess.run(line, capture_output=True, env=world, cwd=elsewhere, check=False)
    assert (done.returncode, done.stderr) == (0, b"")


def test_an_unknown_digest_is_said_and_no_other_version_is_taken(record: Path) -> None:
    done = ran("replay", record, "passing.yaml")
    assert (done.code, done.out, done.codes) == (2, "", ["E053"])
    edited = record.with_name("edited.yaml")
    edited.write_text(DEMO.read_text("utf-8").replace("600平方米", "700平方米"), "utf-8")
    again = ran("replay", record, "passing.yaml", "--pack", edited)
    assert (again.code, again.out, again.codes) == (2, "", ["E053"])


def test_another_dossier_is_named_as_the_reason(record: Path) -> None:
    done = ran("replay", record, "failing.yaml", "--pack", DEMO, "--format", "json")
    assert done.code == 1
    assert done.json["reasons"] == ["dossier"]
    assert {"path": "verdict", "recorded": "PASS", "now": "FAIL"} in done.json["differences"]
    for lang in ("zh", "en"):
        assert "verdict" in ran("replay", record, "failing.yaml", "--pack", DEMO, "--lang", lang).out


def test_a_record_that_was_altered_differs_where_it_was_altered(record: Path) -> None:
    path = altered(record, lambda data: data.update(applicant="别的公司"))
    done = ran("replay", path, "passing.yaml", "--pack", DEMO, "--format", "json")
    assert done.code == 1
    assert [change["path"] for change in done.json["differences"]] == ["applicant"]


def test_another_layout_is_told_apart_from_another_content(record: Path) -> None:
    path = altered(record, lambda data: None)
    done = ran("replay", path, "passing.yaml", "--pack", DEMO, "--format", "json")
    assert (done.code, done.json["same"], done.json["layout_only"], done.json["differences"]) == (1, False, True, [])
    assert "排版" in ran("replay", path, "passing.yaml", "--pack", DEMO).out


@pytest.mark.parametrize(
    ("args", "code"),
    [
        ((), "E020"),
        (("record.json",), "E020"),
        (("record.json", "passing.yaml", "failing.yaml"), "E021"),
        (("-", "-"), "E018"),
        (("passing.yaml", "record.json"), "E050"),
        (("record.json", "nowhere.yaml", "--pack", str(DEMO)), "E101"),
        (("record.json", "refused.yaml", "--pack", str(DEMO)), "E132"),
        (("record.json", "passing.yaml", "--pack", "nowhere.yaml"), "E101"),
        (("record.json", "passing.yaml", "--pack", "passing.yaml"), "E205"),
    ],
)
def test_what_cannot_be_replayed_is_said(record: Path, args: tuple[str, ...], code: str) -> None:
    done = ran("replay", *args)
    assert (done.code, done.out) == (2, "")
    assert code in done.codes


def test_outcomes_of_several_are_no_record_to_replay(folder: Path) -> None:
    out = ran("check", "passing.yaml", "failing.yaml", *ON, "--format", "json").out
    assert ran("replay", "-", "passing.yaml", stdin=out).codes == ["E054"]


def test_a_track_that_the_pack_does_not_have_is_said(record: Path) -> None:
    path = altered(record, lambda data: data.update(asked_tracks=["nowhere"]))
    done = ran("replay", path, "passing.yaml", "--pack", DEMO)
    assert (done.code, done.codes) == (2, ["E002"])


def test_the_failing_record_replays_too(folder: Path) -> None:
    out = checked(FAILING, "--format", "json").out
    assert ran("replay", "-", "failing.yaml", "--pack", DEMO, stdin=out).code == 0
