"""`tic-rules watch`: reports on standard output or in a file, which engine runs, and what is refused."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from tests.cli.command import ran
from tests.watched.engines import CITIES, PLAIN
from tests.watched.lines import Lines
from tic_rules.cli import watch
from tic_rules.lifecycle import watching
from tic_rules.lifecycle.decider import Rules

CITY = CITIES[0]
UNTIL = ("--until", "2024-01-01")


@pytest.fixture
def register(tmp_path: Path) -> Path:
    """A centre that was approved, stated to be complete, and reported late."""
    lines = Lines(tmp_path / "register.jsonl")
    lines.add("one", "enrolled", {"city": "hohhot", "name": "虚构中心"})
    said = {"by": "市科技局", "basis": "文件"}
    lines.add("one", "event", {"kind": "approved", "day": "2022-06-18", **said})
    lines.add("one", "event", {"kind": "complete", "day": "2022-06-18", "to": "2030-12-31", "kinds": ["all"], **said})
    late = {"kind": "self_evaluation", "day": "2023-01-31", "recorded_on": "2023-03-01", "year": 2022}
    lines.add("one", "event", {**late, **said})
    return lines.path


@pytest.fixture(autouse=True)
def _plain_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watch, "Rules", partial(Rules, program=PLAIN))


def test_each_change_is_a_line_with_its_number(register: Path) -> None:
    found = ran("watch", str(register), *UNTIL, "--format", "json")
    assert found.code == 0, found.err
    lines = [json.loads(line) for line in found.out.splitlines()]
    assert [line["seq"] for line in lines] == list(range(1, len(lines) + 1))
    about = [line for line in lines if line["id"] == "hh.duty-self-evaluation" and line["of"] == "2022"]
    assert [(line["day"], line["change"], line["state"], line["line"]) for line in about] == [
        ("2022-06-18", "began", "open", 2),
        ("2022-06-18", "ended", "open", 3),
        ("2022-06-18", "began", "due", 3),
        ("2023-02-01", "ended", "due", None),
        ("2023-02-01", "began", "missed", None),
        ("2023-03-01", "withdrawn", "missed", 4),
        ("2023-03-01", "began", "done", 4),
    ]
    assert about[-1]["done_on"] == "2023-01-31"
    assert about[-1]["title"] == {"zh": "自评价工作报告", "en": "Self-evaluation report"}
    assert {"第二十三条", "第二十四条"} <= {place["zh"] for place in about[-1]["cites"]}


def test_for_people_it_is_said_in_their_language(register: Path) -> None:
    zh, en = (ran("--lang", lang, "watch", str(register), *UNTIL) for lang in ("zh", "en"))
    assert "2023-03-01 one 撤回：义务“自评价工作报告”2022年度：× 未履行" in zh.out
    assert "2023-03-01 one withdrawn: duty “Self-evaluation report” 2022: × missed" in en.out
    assert len(zh.out.splitlines()) == len(en.out.splitlines())


def test_both_engines_write_the_same_and_say_which_they_are(register: Path) -> None:
    rules = ran("watch", str(register), *UNTIL)
    replayed = ran("watch", str(register), *UNTIL, "--engine", "replay")
    assert rules.out == replayed.out != ""
    assert "durable-rules" in rules.err
    assert "逐次重算" in replayed.err


def test_without_durable_rules_it_replays_and_says_how_to_install_it(
    register: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "not_there.py"
    path.write_text('print(\'{"ready": false, "why": "ImportError"}\')', "utf-8")
    expected = ran("watch", str(register), *UNTIL)
    monkeypatch.setattr(watch, "Rules", partial(Rules, program=path))
    found = ran("watch", str(register), *UNTIL)
    assert (found.code, found.out) == (0, expected.out)
    assert "CPPFLAGS=-DPyEval_CallObject=PyObject_CallObject pip install 'tic-rules[watch]'" in found.err
    assert "逐次重算" in found.err


def test_into_a_file_and_on_from_there(register: Path, tmp_path: Path) -> None:
    out, whole = tmp_path / "changes.jsonl", tmp_path / "whole.jsonl"
    for until in ("2022-12-31", "2023-02-15", "2024-01-01"):
        assert ran("watch", str(register), "--until", until, "--out", str(out), "--format", "json").out == ""
    assert ran("watch", str(register), *UNTIL, "--out", str(whole), "--format", "json").code == 0
    told = [json.loads(line) for line in out.read_text("utf-8").splitlines()]
    assert [line["seq"] for line in told] == list(range(1, len(told) + 1))
    again = ran("watch", str(register), *UNTIL, "--out", str(out), "--format", "json")
    assert again.code == 0
    assert len(out.read_text("utf-8").splitlines()) == len(told)


def test_a_file_goes_on_in_its_own_form_only(register: Path, tmp_path: Path) -> None:
    out = str(tmp_path / "changes.txt")
    assert ran("watch", str(register), *UNTIL, "--out", out).code == 0
    other = ran("watch", str(register), *UNTIL, "--out", out, "--format", "json")
    assert (other.code, other.codes) == (2, ["E082"])


def test_bad_lines_are_said_and_the_rest_goes_on(register: Path) -> None:
    data = register.read_bytes()
    lines = data.splitlines(keepends=True)
    register.write_bytes(b"".join([*lines[:2], b"half a li\n", *lines[2:]]))
    found = ran("watch", str(register), *UNTIL)
    assert found.code == 2
    assert "E063" in found.err
    assert "2023-03-01 one 撤回" in found.out


def test_a_record_that_fits_nowhere_is_said_with_its_line(tmp_path: Path) -> None:
    lines = Lines(tmp_path / "register.jsonl")
    said = {"kind": "approved", "day": "2022-06-18", "by": "市科技局", "basis": "文件"}
    lines.add("nobody", "event", said)
    lines.add("elsewhere", "enrolled", {"city": "atlantis"})
    lines.add("elsewhere", "event", said)
    lines.add("one", "enrolled", {"city": CITY})
    lines.add("one", "event", {**said, "corrects": "9"})
    found = ran("watch", str(lines.path), *UNTIL)
    assert found.code == 2
    assert found.out == ""
    assert [f"register.jsonl:{line}:" in found.err for line in (1, 2, 5)] == [True] * 3
    assert {"E067", "E195"} <= set(found.codes)


# --- a register that is not there yet --------------------------------------------------------------------------------


class _Naps:
    """Stands for time: at each nap something is done, and after the last somebody breaks off."""

    def __init__(self, *doings: Callable[[], object]) -> None:
        self.doings = list(doings)

    def sleep(self, _: float) -> None:
        """A nap."""
        if not self.doings:
            raise KeyboardInterrupt
        self.doings.pop(0)()


def _nothing() -> None:
    pass


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("zh", "登记簿还不存在，等它出现：later.jsonl"),
        ("en", "There is no register yet; waiting for it: later.jsonl"),
    ],
)
def test_following_waits_for_a_register_that_is_not_there_yet(
    register: Path, folder: Path, monkeypatch: pytest.MonkeyPatch, lang: str, said: str
) -> None:
    """That is said once; nothing is written before the register is there, and then all that it holds."""
    expected = ran("watch", register, *UNTIL, "--out", "expected.txt", "--lang", lang)
    assert expected.code == 0

    def comes() -> None:
        assert not (folder / "changes.txt").exists()
        register.rename(folder / "later.jsonl")

    monkeypatch.setattr(watching, "time", _Naps(_nothing, _nothing, comes))
    found = ran("watch", "later.jsonl", "--follow", *UNTIL, "--out", "changes.txt", "--lang", lang)
    assert (found.code, found.out) == (0, "")
    assert (folder / "changes.txt").read_bytes() == (folder / "expected.txt").read_bytes() != b""
    assert found.err.splitlines().count(said) == 1


def test_who_breaks_off_while_waiting_leaves_nothing_behind(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = list(folder.iterdir())
    monkeypatch.setattr(watching, "time", _Naps(_nothing))
    assert ran("watch", "later.jsonl", "--follow", "--out", "changes.txt").code == 0
    assert list(folder.iterdir()) == before


def test_following_waits_for_no_register_that_is_there_and_cannot_be_read(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "later.jsonl").mkdir()
    monkeypatch.setattr(watching, "time", _Naps())
    found = ran("watch", "later.jsonl", "--follow")
    assert (found.code, found.codes) == (2, ["E062"])


def test_a_register_that_goes_while_it_is_followed_is_an_error(register: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was read is gone: that is not for waiting, for it may not come back the same."""
    monkeypatch.setattr(watching, "time", _Naps(register.unlink))
    found = ran("watch", register, "--follow", *UNTIL)
    assert (found.code, found.codes) == (2, ["E062"])
    assert "2023-03-01 one 撤回" in found.out


def test_what_is_no_register_is_refused(tmp_path: Path) -> None:
    refused = ran("watch", "history.yaml", "--lang", "en")
    assert refused.codes == ["E072"]
    assert "watch reads a register alone; a centre's history is for tic-rules status." in " ".join(refused.err.split())
    assert ran("watch", str(tmp_path / "none.jsonl"), *UNTIL).codes == ["E062"]
    assert ran("watch", "a.jsonl", "--until", "yesterday").code == 2
    assert ran("watch", "a.jsonl", "--engine", "magic").codes == ["E009"]


def test_who_follows_tells_once_of_a_line_that_stays_half_written(
    register: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not at the first look: somebody may be writing it."""
    whole = register.read_bytes()
    number = whole.count(b"\n")

    def goes_on() -> None:
        register.write_bytes(whole)

    register.write_bytes(whole[:-1])
    monkeypatch.setattr(watching, "time", _Naps(goes_on))
    assert (ran("watch", register, "--follow", *UNTIL).err.count("E075"), register.read_bytes()) == (0, whole)
    register.write_bytes(whole[:-1])
    monkeypatch.setattr(watching, "time", _Naps(_nothing, _nothing, _nothing))
    told = ran("watch", register, "--follow", *UNTIL)
    assert (told.code, told.codes) == (2, ["E075"])
    assert f":{number}:1" in told.err


def _written(path: Path, *events: dict[str, object]) -> list[str]:
    """What watching a register of one centre of Shijiazhuang says of records that do not count, with both engines."""
    lines = Lines(path)
    lines.add("one", "enrolled", {"city": "shijiazhuang", "name": "虚构中心"})
    for said in events:
        lines.add("one", "event", {"by": "市科技局", "basis": "文件", **said})
    both = [ran("watch", str(path), *UNTIL, "--engine", engine, "--lang", "en") for engine in ("rules", "replay")]
    assert [found.code for found in both] == [0, 0]
    told = [[line for line in found.err.splitlines() if line.startswith("one  line ")] for found in both]
    assert told[0] == told[1]
    return told[0]


APPROVED: dict[str, object] = {"kind": "approved", "day": "2022-06-18"}
REVOKED: dict[str, object] = {"kind": "revoked", "day": "2023-02-01", "grounds": ["sjz.ground-fraud"]}
GRADED: dict[str, object] = {"kind": "evaluation", "day": "2023-05-10", "grade": "优秀"}
NO_SUCH_GRADE = "a grade that the printed scale does not have"


@pytest.mark.parametrize(
    ("events", "expected"),
    [
        ([APPROVED, GRADED], []),
        ([GRADED], [(2, "before the centre was approved")]),
        ([APPROVED, {**GRADED, "day": "2022-06-17"}], [(3, "before the centre was approved")]),
        ([APPROVED, {**GRADED, "grade": "昏暗"}], [(3, NO_SUCH_GRADE)]),
        ([APPROVED, {**GRADED, "grade": "昏暗", "recorded_on": "2024-01-02"}], []),
        ([APPROVED, REVOKED, GRADED], [(4, "after the centre's end")]),
        ([APPROVED, REVOKED, {**GRADED, "day": "2023-01-31"}], []),
        ([APPROVED, {**REVOKED, "grounds": ["sjz.ground-frauds"]}],
         [(3, "it names a ground that the pack does not have")]),
        ([APPROVED, {"kind": "notice", "day": "2023-01-05", "duty": "sjz.none", "year": 2022, "due": "2023-03-01"}],
         [(3, "it names a duty that the pack does not have")]),
        ([{"kind": "listed", "day": "2022-01-01", "list_name": "经营异常名录"}, APPROVED], []),
        ([APPROVED, {"kind": "complete", "day": "2022-06-01", "to": "2022-05-31", "kinds": ["all"]}], []),
    ],
)  # fmt: skip
def test_a_record_that_does_not_count_is_said_with_its_line(
    tmp_path: Path, events: list[dict[str, object]], expected: list[tuple[int, str]]
) -> None:
    """On standard error: the line is as it should be, and the exit code stays."""
    told = _written(tmp_path / "register.jsonl", *events)
    assert [(int(line.split()[2]), line.rpartition(", ")[2]) for line in told] == expected


def test_a_record_that_does_not_count_is_said_again_by_no_later_run(tmp_path: Path) -> None:
    path, out = tmp_path / "register.jsonl", str(tmp_path / "out.txt")
    lines = Lines(path)
    lines.add("one", "enrolled", {"city": "shijiazhuang", "name": "虚构中心"})
    for said in (APPROVED, {**GRADED, "grade": "昏暗"}):
        lines.add("one", "event", {"by": "市科技局", "basis": "文件", **said})
    asked = ("watch", str(path), *UNTIL, "--out", out, "--lang", "zh")
    assert ran(*asked).err.count("等次不在办法所列之内") == 1
    lines.add("one", "event", {"by": "市科技局", "basis": "文件", **GRADED, "day": "2022-06-17"})
    again = ran(*asked).err
    assert (again.count("等次不在办法所列之内"), again.count("登记簿第4行，编号“4”：2022年6月17日")) == (0, 1)


def test_of_a_duty_it_is_said_which_cycle_it_is(tmp_path: Path) -> None:
    """A year, or which event of its kind it follows."""
    path = tmp_path / "register.jsonl"
    lines = Lines(path)
    lines.add("one", "enrolled", {"city": "hohhot", "name": "虚构中心"})
    poor = {"kind": "evaluation", "day": "2023-05-10", "grade": "不合格", "type": "综合"}
    for said in (APPROVED, poor):
        lines.add("one", "event", {"by": "市科技局", "basis": "文件", **said})
    english, chinese = (ran("watch", str(path), *UNTIL, "--lang", lang).out for lang in ("en", "zh"))
    assert "now: duty “Rectification” (after “Evaluation” no. 1 on record): " in english
    assert "now: duty “Self-evaluation report” 2022: ？ open" in english
    assert "义务“整改”（所登记的第1次“评估或评价”之后）：" in chinese
    assert "义务“自评价工作报告”2022年度：" in chinese
