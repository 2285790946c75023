"""The program as a process: streams that break, encodings, Ctrl-C, and nothing of the machine in its output."""

from __future__ import annotations

import io
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.command import FAILING, ON, checked
from tic_rules.cli.streams import Sink, prepare

PROGRAM = [sys.executable, "-m", "tic_rules"]
CHECK = [*PROGRAM, "check", "passing.yaml", "failing.yaml", *ON]


def _process(*args: str, **env: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([*PROGRAM, *args], capture_output=True, check=False, env={**os.environ, **env})


def test_nothing_of_the_machine_changes_the_bytes(folder: Path) -> None:
    """Hash seed, time zone, locale, encoding, terminal, folder: and colour never comes into a pipe."""
    ways = [
        {"PYTHONHASHSEED": "1", "TZ": "America/New_York", "LANG": "C", "LC_ALL": "C", "PYTHONIOENCODING": "ascii"},
        {"PYTHONHASHSEED": "2", "TZ": "Asia/Tokyo", "LC_ALL": "zh_CN.GBK", "PYTHONIOENCODING": "gbk", "COLUMNS": "40"},
        {"PYTHONUTF8": "0", "LANG": "de_DE.UTF-8", "FORCE_COLOR": "1", "TERM": "xterm-256color", "LANGUAGE": "en"},
    ]
    elsewhere = folder / "elsewhere"
    elsewhere.mkdir()
    for form in ("text", "json"):
        args = ["check", "-", *ON, "--format", form]
        stdin = (folder / "failing.yaml").read_bytes()
        answers = {
            subprocess.run(
                [*PROGRAM, *args], input=stdin, capture_output=True, cwd=cwd, env={**os.environ, **way}, check=False
            ).stdout
            for way, cwd in zip(ways, [folder, elsewhere, folder], strict=True)
        }
        [answer] = answers
        assert "晨星示例公司".encode() in answer


@pytest.mark.parametrize("encoding", ["ascii", "gbk", "latin-1"])
def test_messages_are_written_whatever_the_encoding_of_the_machine(encoding: str) -> None:
    done = _process("check", "refused.yaml", *ON, PYTHONIOENCODING=encoding)
    assert done.returncode == 2
    assert "E132 refused.yaml:11:12" in done.stderr.decode()
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize("encoding", ["gbk", "gb18030", "ascii", "cp936:strict"])
def test_a_pipe_of_any_encoding_keeps_the_marks_of_the_verdicts(encoding: str) -> None:
    """A pipe is written in UTF-8 whatever is said of it, so that no mark is lost and the bytes are the same."""
    for name, mark in {"passing": "√", "failing": "×", "missing": "？", "unfound": "○"}.items():
        done = _process("check", f"{name}.yaml", *ON, PYTHONIOENCODING=encoding)
        assert done.stderr == b""
        assert f"\n{mark} " in done.stdout.decode("utf-8")


def test_a_reader_who_goes_away_changes_neither_exit_code_nor_peace() -> None:
    with subprocess.Popen(CHECK, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        said = process.stderr.read()
    assert (process.returncode, said) == (1, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_a_full_disk_is_said_and_is_2() -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(CHECK, stdout=full, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 2
    assert done.stderr.count(b"E019") == 2
    assert b"Traceback" not in done.stderr


@pytest.mark.skipif(os.name == "nt", reason="a shell's way to close a stream")
@pytest.mark.parametrize(("closed", "code"), [(">&-", 1), ("2>&-", 1), (">&- 2>&-", 1), ("<&-", 1)])
def test_a_stream_that_was_never_open_is_no_fault(closed: str, code: int) -> None:
    line = " ".join([*(f"'{arg}'" for arg in CHECK), closed])
    done = subprocess.run(["sh", "-c", line], capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (code, b"")


@pytest.mark.skipif(os.name == "nt", reason="signals of a shell")
def test_ctrl_c_is_130_and_two_lines() -> None:
    with subprocess.Popen(
        [*PROGRAM, "check", "passing.yaml", "-", *ON],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
        # Whoever runs the tests in the background may have them ignore the signal, and a child inherits that.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),  # noqa: PLW1509
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(1)  # the first dossier is decided, and the second waits for input
        process.send_signal(signal.SIGINT)
        process.wait(timeout=60)
        said = process.stderr.read().decode()
    assert process.returncode == 130
    assert said.strip().splitlines()[0].startswith("E048")
    assert "Traceback" not in said


EARLY = """
import sys
class Interrupted:
    def find_spec(name, path=None, target=None):
        if name == {name!r}:
            raise KeyboardInterrupt
sys.meta_path.insert(0, Interrupted)
from tic_rules.cli import main
main()
"""


@pytest.mark.parametrize("name", ["click", "tic_rules.cli.entry", "tic_rules.errors", "pydantic"])
def test_ctrl_c_while_the_program_loads_is_130_without_a_traceback(name: str) -> None:
    done = subprocess.run([sys.executable, "-c", EARLY.format(name=name), *CHECK[3:]], capture_output=True, check=False)
    assert done.returncode == 130
    assert b"Traceback" not in done.stderr
    assert done.stdout == b""


def test_a_fault_of_the_program_is_two_lines_without_data() -> None:
    broken = "from tic_rules.cli import check, main; check.askings = lambda *_: 1 / 0; main()"
    done = subprocess.run([sys.executable, "-c", broken, *CHECK[3:]], capture_output=True, check=False)
    assert done.returncode == 2
    lines = done.stderr.decode().splitlines()
    assert [line[:4] for line in lines] == ["E049", "E049"]
    assert "ZeroDivisionError" in lines[0]


class _Terminal(io.BytesIO):
    def isatty(self) -> bool:
        return True


def test_a_gbk_terminal_shows_every_mark_of_a_report() -> None:
    raw = _Terminal()
    sink = Sink(prepare(io.TextIOWrapper(raw, "gbk")))
    said = "".join(checked(FAILING, "--full", "--lang", lang).out for lang in ("zh", "en"))
    sink.write(said)
    sink.flush()
    shown = raw.getvalue().decode("gbk")
    assert shown.count("?") == said.count("?")
    assert "600 m2" in shown  # GBK has no m²
