"""Killed anywhere, a watcher goes on so that its file is, byte for byte, what it would have been."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from tests.watched.engines import CITIES, engine, pack_of
from tests.watched.lines import Lines
from tic_rules.errors import Problem, UsageError
from tic_rules.lifecycle.decider import Rules
from tic_rules.lifecycle.position import Position, PositionFile
from tic_rules.lifecycle.watcher import Report
from tic_rules.lifecycle.watching import Asked, Watching

UNTIL = date(2024, 6, 30)


def _register(path: Path, events: int = 40) -> Path:
    """Two centres of two cities: reports, evaluations, a record that is late and one that is corrected."""
    lines = Lines(path)
    names = [f"{city}-{number}" for city in CITIES[:2] for number in (1, 2)]
    for name in names:
        lines.add(name, "enrolled", {"city": name.split("-")[0]})
    kinds = ("approved", "recognised", "complete", "annual_report", "evaluation", "self_evaluation")
    for number in range(events):
        kind = kinds[number // len(names) % len(kinds)]
        day = date(2018 + number * 6 // events, 1 + number % 12, 1 + number % 28)
        said = {
            "kind": kind,
            "day": "2018-02-01" if number % 7 == 3 else day.isoformat(),
            "by": "某局",
            "basis": "文件",
        }
        said["recorded_on"] = day.isoformat()
        match kind:
            case "annual_report" | "self_evaluation":
                lines.add(names[number % len(names)], "event", {**said, "year": day.year - 1})
                continue
            case "evaluation":
                said |= {"grade": "不合格" if number % 3 else "合格", "type": "综合"}
            case "complete":
                lines.add(names[number % len(names)], "event", {**said, "to": "2021-12-31", "kinds": ["all"]})
                continue
            case _:
                pass
        lines.add(names[number % len(names)], "event", said)
    return path


class _Tells:
    """Counts down to the moment at which the process is killed."""

    def __init__(self, left: int = -1) -> None:
        self.left = left
        self.written: list[str] = []
        self.problems: list[Problem] = []

    def problem(self, problem: Problem) -> None:
        self.problems.append(problem)

    def waits_for(self, register: Path) -> None:
        raise AssertionError(register)

    def render(self, report: Report) -> str:
        self.count()
        return f"{report}\n"

    def write(self, text: str) -> None:
        self.written.append(text)

    def flush(self) -> None:
        pass

    def count(self) -> None:
        """One step further."""
        self.left -= 1
        if self.left == 0:
            os.kill(os.getpid(), signal.SIGKILL)


def _watch(folder: Path, register: Path, tells: _Tells, rules: Rules | None = None) -> None:
    asked = Asked(register, UNTIL, out=folder / "out", form="test")
    Watching(asked, pack_of, rules, tells).run(lines=7)


def _killed(what: Callable[[], None]) -> bool:
    """Runs something in a process of its own; whether it was killed before it was done."""
    child = os.fork()
    if child == 0:
        try:
            what()
        finally:
            os._exit(0)
    return os.waitpid(child, 0)[1] == signal.SIGKILL


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, bytes]:
    """A register, and what an uninterrupted watcher writes of it."""
    folder = tmp_path_factory.mktemp("whole")
    register = _register(folder / "register.jsonl")
    _watch(folder, register, _Tells(), engine())
    return register, (folder / "out").read_bytes()


def test_the_register_gives_much_to_report(whole: tuple[Path, bytes]) -> None:
    assert whole[1].count(b"\n") > 100
    assert b"withdrawn" in whole[1]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no fork here")
@pytest.mark.parametrize("after", [1, 2, 3, 10, 33, 77, 150])
def test_killed_while_it_reports(whole: tuple[Path, bytes], tmp_path: Path, after: int) -> None:
    """Again and again, until it comes to the end."""
    register, expected = whole
    killed = 0
    while _killed(partial(_watch, tmp_path, register, _Tells(after + killed * 20))):
        killed += 1
    assert killed >= 1
    assert (tmp_path / "out").read_bytes() == expected


@pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no fork here")
@pytest.mark.parametrize("moment", ["before", "beside", "after"])
@pytest.mark.parametrize("which", [1, 2, 5])
def test_killed_while_it_saves(
    whole: tuple[Path, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, moment: str, which: int
) -> None:
    """Before the position is saved, with the new one beside the old one, and just after."""
    register, expected = whole
    tells, save, replace = _Tells(which), PositionFile.save, Path.replace

    def saving(self: PositionFile, position: Position) -> None:
        if moment == "before":
            tells.count()
        save(self, position)
        if moment == "after":
            tells.count()

    def replacing(self: Path, target: Path) -> Path:
        if moment == "beside":
            tells.count()
        return replace(self, target)

    def run() -> None:
        monkeypatch.setattr(PositionFile, "save", saving)
        monkeypatch.setattr(Path, "replace", replacing)
        _watch(tmp_path, register, _Tells())

    assert _killed(run)
    _watch(tmp_path, register, _Tells())
    assert (tmp_path / "out").read_bytes() == expected


def test_what_was_written_after_the_position_is_cut_back(whole: tuple[Path, bytes], tmp_path: Path) -> None:
    register, expected = whole
    _watch(tmp_path, register, _Tells())
    with (tmp_path / "out").open("ab") as file:
        file.write(b"half a li")
    _watch(tmp_path, register, _Tells())
    assert (tmp_path / "out").read_bytes() == expected


def test_the_register_may_grow_between_two_runs(tmp_path: Path) -> None:
    """With a line that is only half there at first."""
    register = _register(tmp_path / "register.jsonl")
    data = register.read_bytes()
    cut = data.index(b"\n", len(data) // 2) - 40
    register.write_bytes(data[:cut])
    (tmp_path / "grown").mkdir()
    tells = _Tells()
    asked = Asked(register, date(2018, 1, 2), out=tmp_path / "grown/out", form="test")
    Watching(asked, pack_of, None, tells).run()
    register.write_bytes(data)
    Watching(asked, pack_of, None, tells).run()
    assert tells.problems == []
    Watching(Asked(register, date(2018, 1, 2), out=tmp_path / "out", form="test"), pack_of, None, tells).run()
    assert (tmp_path / "grown/out").read_bytes() == (tmp_path / "out").read_bytes()


def test_without_a_file_the_reports_keep_their_numbers(whole: tuple[Path, bytes], tmp_path: Path) -> None:
    register, expected = whole
    first, again = _Tells(), _Tells()
    asked = Asked(register, UNTIL, position=tmp_path / "kept", form="test")
    Watching(asked, pack_of, None, first).run()
    Watching(asked, pack_of, None, again).run()
    assert "".join(first.written).encode() == expected
    assert again.written == []


def _refused(folder: Path, register: Path, code: str) -> None:
    with pytest.raises(UsageError) as caught:
        _watch(folder, register, _Tells())
    assert [problem.code for problem in caught.value.problems] == [code]


def test_a_register_that_was_altered_behind_the_position_is_refused(whole: tuple[Path, bytes], tmp_path: Path) -> None:
    register = _register(tmp_path / "register.jsonl")
    _watch(tmp_path, register, _Tells())
    data = register.read_bytes()
    register.write_bytes(data[: data.rindex(b"\n", 0, -1) + 1])
    _refused(tmp_path, register, "E082")


@pytest.mark.parametrize("position", ["", "{}", "[1]", '{"format": "position-1", "offset": -1}', "\xff"])
def test_a_position_that_is_none_is_refused(whole: tuple[Path, bytes], tmp_path: Path, position: str) -> None:
    (tmp_path / "out.position").write_text(position, "latin-1")
    _refused(tmp_path, whole[0], "E082")


def test_a_file_that_is_somebodys_is_not_written_over(whole: tuple[Path, bytes], tmp_path: Path) -> None:
    (tmp_path / "out").write_text("mine")
    _refused(tmp_path, whole[0], "E083")
    assert (tmp_path / "out").read_text() == "mine"


def test_a_file_that_was_made_shorter_is_refused(whole: tuple[Path, bytes], tmp_path: Path) -> None:
    _watch(tmp_path, whole[0], _Tells())
    (tmp_path / "out").write_bytes(whole[1][:-1])
    _refused(tmp_path, whole[0], "E082")
