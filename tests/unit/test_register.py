"""A register: what was done to its lines is found, what was cut short is no record, and nothing is lost."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tic_rules import Event, InputError, Register, UsageError, calendar, load_pack, status
from tic_rules.facts.findings import RecordedFinding
from tic_rules.lifecycle.line import FIRST, MOST_BYTES_A_LINE, Line, LineState, digest_of

BY = {"by": "市科技局", "basis": "文书"}


def event(kind: str, day: str, **more: object) -> Event:
    """An event with what every event has."""
    return Event.model_validate({"kind": kind, "day": day, "recorded_on": day, **BY, **more})


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A register of one centre, of five lines."""
    file = tmp_path / "register.jsonl"
    register = Register(file)
    register.enrol("hh-001", "hohhot", "呼和浩特市虚构技术创新中心")
    register.append("hh-001", event("approved", "2022-06-18"))
    register.append("hh-001", event("self_evaluation", "2023-01-20", year=2022))
    register.append("hh-001", event("self_evaluation", "2024-01-20", year=2023))
    register.append("hh-001", event("complete", "2024-02-01", to="2024-01-31", kinds=["all"]))
    return file


def states(path: Path) -> list[str]:
    """How each line stands."""
    return [line.state.value for line in Register(path).lines()]


def told(path: Path) -> list[tuple[str, int]]:
    """The codes of what is wrong, each with its line."""
    return [(problem.code, problem.place.line) for problem in Register(path).problems()]


def kinds(path: Path) -> list[str | None]:
    """The kinds of the events that count."""
    (history,) = Register(path).histories()
    return [one.kind for one in history.events or ()]


def written(path: Path) -> list[bytes]:
    """The lines as they stand in the file."""
    return path.read_bytes().splitlines(keepends=True)


def line_of(before: Line | None, entry: dict[str, Any], **more: object) -> bytes:
    """A line that another program might write, chained as it should be."""
    seq, digest = (0, FIRST) if before is None else (before.seq, before.digest)
    data: dict[str, Any] = {"seq": seq + 1, "before": digest, "centre": "hh-001", **entry, **more}
    data["digest"] = digest_of(data)
    return json.dumps(data).encode() + b"\n"


def last(path: Path) -> Line:
    """The last line."""
    return list(Register(path).lines())[-1]


def test_what_was_recorded_is_read_again(path: Path) -> None:
    assert told(path) == []
    assert [line.seq for line in Register(path).lines()] == [1, 2, 3, 4, 5]
    (history,) = Register(path).histories()
    assert (history.centre, history.city, history.name) == ("hh-001", "hohhot", "呼和浩特市虚构技术创新中心")
    assert [(one.id, one.kind, one.day) for one in history.events or ()] == [
        ("2", "approved", date(2022, 6, 18)),
        ("3", "self_evaluation", date(2023, 1, 20)),
        ("4", "self_evaluation", date(2024, 1, 20)),
        ("5", "complete", date(2024, 2, 1)),
    ]


def test_each_line_holds_the_digest_of_the_one_before(path: Path) -> None:
    rows = [json.loads(line) for line in written(path)]
    assert [row["before"] for row in rows] == [FIRST, *(row["digest"] for row in rows[:-1])]
    assert all(row["digest"] == digest_of(row) for row in rows)


def test_an_altered_line_is_one_problem_and_the_rest_counts(path: Path) -> None:
    lines = written(path)
    lines[2] = lines[2].replace(b"2023-01-20", b"2023-01-19")
    path.write_bytes(b"".join(lines))
    assert told(path) == [("E064", 3)]
    assert kinds(path) == ["approved", "self_evaluation", "complete"]


def test_an_altered_line_with_a_digest_made_to_fit_breaks_the_chain_after_it(path: Path) -> None:
    lines = written(path)
    row = json.loads(lines[2])
    row["event"]["day"] = "2023-01-19"
    row["digest"] = digest_of(row)
    lines[2] = json.dumps(row, ensure_ascii=False).encode() + b"\n"
    path.write_bytes(b"".join(lines))
    assert told(path) == [("E065", 4)]


@pytest.mark.parametrize(
    ("edit", "expected"),
    [
        pytest.param(lambda lines: lines[:2] + lines[3:], [("E065", 3)], id="removed"),
        pytest.param(lambda lines: lines[1:], [("E065", 1), ("E067", 2), ("E067", 3), ("E067", 4)], id="first removed"),
        pytest.param(
            lambda lines: [*lines[:2], lines[3], lines[2], lines[4]],
            [("E065", 3), ("E065", 4), ("E065", 5)],
            id="reordered",
        ),
        pytest.param(lambda lines: [*lines[:3], lines[2], *lines[3:]], [("E065", 4)], id="twice"),
        pytest.param(lambda lines: [*lines[:3], b"x\n", *lines[3:]], [("E063", 4)], id="inserted"),
        pytest.param(
            lambda lines: [*lines[:3], line_of(None, {"enrolled": {"city": "hohhot"}}), *lines[3:]],
            [("E065", 4), ("E065", 5)],
            id="inserted whole",
        ),
        pytest.param(lambda lines: [*lines[:3], b"\n", *lines[3:]], [("E063", 4)], id="an empty line"),
    ],
)
def test_lines_removed_moved_or_put_in_are_found_where_it_was_done(
    path: Path, edit: Callable[[list[bytes]], list[bytes]], expected: list[tuple[str, int]]
) -> None:
    path.write_bytes(b"".join(edit(written(path))))
    assert [found for found in told(path) if found[0] != "E067"] == [one for one in expected if one[0] != "E067"]


def test_a_key_written_twice_is_found_though_one_of_them_fits_the_digest(path: Path) -> None:
    lines = written(path)
    lines[2] = lines[2].replace(b'{"seq":3,', b'{"seq":3,"centre":"hh-009",', 1)
    path.write_bytes(b"".join(lines))
    assert told(path) == [("E063", 3), ("E065", 4)]


def test_lines_cut_off_at_the_end_are_told_by_whoever_goes_on_from_the_last(path: Path) -> None:
    """A chain cannot know what was after its end; who kept the last line can."""
    whole = list(Register(path).lines())
    path.write_bytes(b"".join(written(path)[:3]))
    assert told(path) == []
    assert list(Register(path).lines(whole[4].end, whole[4])) == []


# --- lines that were cut short ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("cut", [1, 2, 40, 200])
def test_a_last_line_without_its_newline_is_no_record_and_the_next_writer_closes_it(path: Path, cut: int) -> None:
    whole = path.read_bytes()
    path.write_bytes(whole[:-cut])
    assert len(states(path)) == 4
    assert told(path) == []
    line = Register(path).append("hh-001", event("bankrupt", "2024-03-01"))
    assert line.seq == 5
    assert states(path) == ["whole"] * 4 + ["torn", "whole"]
    assert told(path) == [("E063", 5)]
    assert path.read_bytes().startswith(whole[:-cut])
    assert kinds(path) == ["approved", "self_evaluation", "self_evaluation", "bankrupt"]


def test_a_file_of_half_a_line_can_be_gone_on_with(tmp_path: Path) -> None:
    path = tmp_path / "register.jsonl"
    path.write_bytes(b'{"seq":1,"bef')
    assert list(Register(path).lines()) == []
    assert Register(path).enrol("hh-001", "hohhot").seq == 1
    assert told(path) == [("E063", 1)]
    assert states(path) == ["torn", "whole"]


def test_an_empty_file_is_a_register_of_nothing(tmp_path: Path) -> None:
    (tmp_path / "empty.jsonl").touch()
    assert list(Register(tmp_path / "empty.jsonl").histories()) == []
    assert Register(tmp_path / "empty.jsonl").enrol("hh-001", "hohhot").seq == 1


DEEP = b'{"seq":6,"event":' + b"[" * 9_000 + b"]" * 9_000 + b"}\n"


@pytest.mark.parametrize(
    "raw",
    [
        pytest.param(b"\xff\xfe\x00\n", id="not UTF-8"),
        pytest.param("市科技局".encode("gb18030") + b"\n", id="another encoding"),
        pytest.param(DEEP, id="deep"),
        *(pytest.param(DEEP.replace(b"[" * 9_000, b"[" * n).replace(b"]" * 9_000, b"]" * n), id=f"deep {n}")
          for n in (100, 400, 900, 950, 990, 1_000, 2_000)),
        pytest.param(b'{"seq":6,"note":"' + b"x" * MOST_BYTES_A_LINE + b'"}\n', id="too long"),
        pytest.param(b"x" * (3 * MOST_BYTES_A_LINE) + b"\n", id="much too long"),
        pytest.param(b'{"seq":6,"centre":"\\ud800"}\n', id="half a character"),
        pytest.param(b'{"seq":' + b"9" * 5_000 + b"}\n", id="a huge number"),
        pytest.param(b"[]\n", id="a list"),
        pytest.param(b"null\n", id="null"),
        pytest.param(b"\0" * 100 + b"\n", id="zeros"),
    ],
)  # fmt: skip
def test_whatever_stands_in_a_line_the_others_count(path: Path, raw: bytes) -> None:
    lines = written(path)
    path.write_bytes(b"".join([*lines[:3], raw, *lines[3:]]))
    found = told(path)
    assert {line for _, line in found} <= {4, 5}
    assert found[0][0] in {"E063", "E064"}
    assert states(path)[:3] == ["whole"] * 3
    line = Register(path).append("hh-001", event("bankrupt", "2024-03-01"))
    assert last(path).state is LineState.WHOLE
    assert last(path).digest == line.digest


@pytest.mark.parametrize(
    ("entry", "code"),
    [
        ({}, "E066"),
        ({"event": {"kind": "bankrupt", "day": "2024-03-01", **BY}, "enrolled": {"city": "hohhot"}}, "E066"),
        ({"event": {"kind": "bankrupt", "day": "2024-03-01", **BY}, "note": "x"}, "E066"),
        ({"enrolled": {"name": "x"}}, "E066"),
        ({"enrolled": "hohhot"}, "E066"),
        ({"event": {"kind": "bankrupt", "day": "2024-03-01", **BY}, "centre": ""}, "E066"),
        ({"event": {"kind": "bankrupt", "day": "2024-03-01", **BY}, "centre": 7}, "E066"),
        ({"event": {"kind": "lighted", "day": "2024-03-01", **BY}}, "E161"),
        ({"event": {"kind": "bankrupt", "day": "2024-02-30", **BY}}, "E144"),
        ({"event": {"kind": "bankrupt", "day": "2024-03-01", "grade": "x", **BY}}, "E191"),
        ({"event": {"kind": "bankrupt", "day": "2024-03-01", "corrects": "no", **BY}}, "E195"),
        ({"event": {"kind": "bankrupt", "day": "2024-03-01", "corrects": "2", **BY}}, "E196"),
        ({"event": {"kind": "bankrupt", "day": "2024-03-01", "id": "2", **BY}}, "E194"),
        ({"event": {"kind": "bankrupt", "day": "2024-03-01", **BY}, "centre": "hh-002"}, "E067"),
        ({"enrolled": {"city": "hohhot"}}, "E074"),
        ({"finding": {"finding": "hh.x"}}, "E169"),
    ],
)
def test_a_line_of_another_program_that_cannot_stand_is_told_with_its_line_and_the_rest_counts(
    path: Path, entry: dict[str, Any], code: str
) -> None:
    before = kinds(path)
    with path.open("ab") as file:
        file.write(line_of(last(path), entry))
    assert {found[0] for found in told(path)} == {code}
    assert {found[1] for found in told(path)} == {6}
    for problem in Register(path).problems():
        assert problem.text("zh").startswith(f"{code} {path}:6:1")
        assert problem.text("en")
    Register(path).append("hh-001", event("self_evaluation", "2025-01-20", year=2024))
    assert kinds(path) == [*before, "self_evaluation"]


def test_a_correction_of_what_stood_in_a_broken_line_is_told_and_mends_nothing_else(path: Path) -> None:
    register = Register(path)
    register.append("hh-001", event("withdrawn", "2024-03-01", corrects="3"))
    lines = written(path)
    lines[2] = lines[2].replace(b"2023-01-20", b"2023-01-19")
    path.write_bytes(b"".join(lines))
    assert told(path) == [("E064", 3), ("E195", 6)]
    assert kinds(path) == ["approved", "self_evaluation", "complete"]


# --- writing ---------------------------------------------------------------------------------------------------------


def test_what_does_not_fit_is_not_written(path: Path) -> None:
    whole = path.read_bytes()
    register = Register(path)
    refused: list[tuple[Callable[[], Line], str]] = [
        (lambda: register.append("hh-002", event("bankrupt", "2024-03-01")), "E067"),
        (lambda: register.append("hh-001", event("bankrupt", "2024-03-01", corrects="9")), "E195"),
        (lambda: register.append("hh-001", event("bankrupt", "2024-03-01", corrects="2")), "E196"),
        (lambda: register.append("hh-001", event("bankrupt", "2024-03-01", id="3")), "E194"),
        (lambda: register.enrol("hh-001", "hohhot"), "E074"),
        (lambda: register.enrol("", "hohhot"), "E066"),
        (
            lambda: register.append("hh-002", RecordedFinding.model_validate(
                {"finding": "hh.x", "answer": True, "day": "2024-03-01", "by": "市科技局", "basis": "意见"}
            )),
            "E067",
        ),
    ]  # fmt: skip
    for act, code in refused:
        with pytest.raises(InputError) as caught:
            act()
        assert [problem.code for problem in caught.value.problems] == [code]
    assert path.read_bytes() == whole


def test_an_event_with_an_id_of_its_own_is_corrected_by_it(path: Path) -> None:
    register = Register(path)
    register.append("hh-001", event("evaluation", "2025-06-10", id="look", grade="合格"))
    register.append("hh-001", event("evaluation", "2025-06-11", corrects="look", grade="不合格"))
    register.append("hh-001", event("evaluation", "2025-06-12", corrects="7", grade="优秀"))
    (history,) = register.histories()
    found = status(load_pack("hohhot"), history, on=date(2025, 7, 1))
    (evaluation,) = [one for one in found.events if one.kind == "evaluation"]
    assert (evaluation.day, dict(evaluation.said)["grade"]) == (date(2025, 6, 12), "优秀")


def test_a_late_correction_changes_what_is_known_from_its_day_on(path: Path) -> None:
    register = Register(path)
    register.append("hh-001", event("evaluation", "2025-06-10", id="look", grade="合格"))
    mended = event("evaluation", "2025-06-10", corrects="look", grade="不合格", recorded_on="2025-09-01")
    register.append("hh-001", mended)
    (history,) = register.histories()
    stages = []
    for known_on in (date(2025, 8, 31), date(2025, 9, 1)):
        found = status(load_pack("hohhot"), history, on=date(2025, 9, 1), known_on=known_on)
        stages.append([stage.id for stage in found.stages])
    assert stages == [["running"], ["rectifying"]]


def test_what_is_recorded_without_a_day_of_knowledge_is_known_from_today_on(tmp_path: Path) -> None:
    register = Register(tmp_path / "register.jsonl")
    register.enrol("hh-001", "hohhot")
    register.append("hh-001", Event.model_validate({"kind": "approved", "day": "2022-06-18", **BY}))
    (history,) = register.histories()
    (approved,) = history.events or ()
    assert approved.recorded_on == calendar.today_in_china()


def test_two_objects_on_one_file_go_on_from_each_other(path: Path) -> None:
    one, other = Register(path), Register(path)
    for year in range(2024, 2034, 2):
        one.append("hh-001", event("self_evaluation", f"{year + 1}-01-20", year=year))
        other.append("hh-001", event("self_evaluation", f"{year + 2}-01-20", year=year + 1))
    assert told(path) == []
    assert [line.seq for line in Register(path).lines()] == list(range(1, 16))


def test_a_file_put_in_place_of_a_longer_one_is_read_anew(path: Path) -> None:
    register = Register(path)
    register.append("hh-001", event("bankrupt", "2024-03-01"))
    path.write_bytes(b"".join(written(path)[:1]))
    assert register.append("hh-001", event("approved", "2022-06-18")).seq == 2
    assert told(path) == []


_WRITER = """
import sys
from tic_rules import Event, Register
path, centre = sys.argv[1:]
register = Register(path)
for number in range(200):
    register.append(centre, Event.model_validate(
        {"kind": "annual_report", "day": "2024-01-20", "year": 2023, "about": str(number), "by": centre, "basis": "x"}
    ))
"""


def test_two_processes_that_write_at_once_lose_nothing(path: Path) -> None:
    Register(path).enrol("hh-002", "hohhot")
    writers = [subprocess.Popen([sys.executable, "-c", _WRITER, str(path), centre]) for centre in ("hh-001", "hh-002")]
    assert [writer.wait(timeout=120) for writer in writers] == [0, 0]
    lines = list(Register(path).lines())
    assert told(path) == []
    assert [line.seq for line in lines] == list(range(1, 407))
    for centre in ("hh-001", "hh-002"):
        mine = [line.entry for line in lines[6:] if line.centre == centre]
        assert [one.about for one in mine if isinstance(one, Event)] == [str(number) for number in range(200)]


_FULL = """
import resource, sys
from tic_rules import Event, Register, UsageError
path, room = sys.argv[1], int(sys.argv[2])
resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))
try:
    Register(path).append("hh-001", Event.model_validate(
        {"kind": "bankrupt", "day": "2024-03-01", "by": "x", "basis": "y"}
    ))
except UsageError as error:
    print(error.problems[0].code)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no such limit there")
@pytest.mark.parametrize("room", [0, 1, 50])
def test_where_there_is_no_room_nothing_is_recorded_and_nothing_is_lost(path: Path, room: int) -> None:
    whole = path.read_bytes()
    done = subprocess.run(
        [sys.executable, "-c", _FULL, str(path), str(len(whole) + room)], capture_output=True, text=True, check=False
    )
    assert done.stdout.strip() == "E068", done.stderr
    assert path.read_bytes()[: len(whole)] == whole
    assert told(path) == []
    assert Register(path).append("hh-001", event("bankrupt", "2024-03-01")).seq == 6
    assert [line.state for line in Register(path).lines() if line.state is not LineState.TORN] == [LineState.WHOLE] * 6
    assert kinds(path)[-1] == "bankrupt"


def test_where_the_file_cannot_be_had_nothing_is_recorded(tmp_path: Path) -> None:
    for bad in (tmp_path, tmp_path / "nowhere" / "register.jsonl"):
        with pytest.raises(UsageError) as caught:
            Register(bad).enrol("hh-001", "hohhot")
        assert [problem.code for problem in caught.value.problems] == ["E068"]
    with pytest.raises(UsageError) as caught:
        list(Register(tmp_path / "nowhere.jsonl").lines())
    assert [problem.code for problem in caught.value.problems] == ["E062"]


_READ_ONLY = """
import os, sys
from tic_rules import Register, UsageError
if hasattr(os, "geteuid") and os.geteuid() == 0:
    os.setuid(65534)
try:
    Register(sys.argv[1]).enrol("hh-002", "hohhot")
except UsageError as error:
    print(error.problems[0].code)
"""


def test_a_read_only_register_is_read_and_not_written(path: Path) -> None:
    whole = path.read_bytes()
    path.chmod(0o444)
    for folder in list(path.parents)[:3]:
        if str(folder) != "/tmp":
            folder.chmod(folder.stat().st_mode | 0o055)
    done = subprocess.run([sys.executable, "-c", _READ_ONLY, str(path)], capture_output=True, text=True, check=False)
    assert done.stdout.strip() == "E068", done.stderr
    assert path.read_bytes() == whole
    assert len(kinds(path)) == 4
