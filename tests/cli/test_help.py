"""Every command explains itself in both languages, with examples that can be typed, at any width."""

from __future__ import annotations

import io
import re
import shlex
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from rich.cells import cell_len

from tests.cli.command import DEMO, ROOT, ran
from tic_rules import Dossier
from tic_rules.cli import program
from tic_rules.cli.entry import run
from tic_rules.cli.streams import Sink
from tic_rules.lifecycle import watching

HEADINGS = {"zh": ("用法：", "例如：", "选项：", "退出码："), "en": ("Usage: ", "Examples:", "Options:", "Exit codes:")}


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", program.COMMANDS)
def test_every_command_has_help_with_an_example_options_and_exit_codes(name: str, lang: str) -> None:
    done = ran(name, "--help", "--lang", lang)
    assert (done.code, done.err) == (0, "")
    assert all(heading in done.out for heading in HEADINGS[lang])
    assert f"  tic-rules {name}" in done.out
    assert "--lang" in done.out
    assert "--help" in done.out
    if lang == "en":
        about = done.out.partition("Examples:")[0]
        assert not re.search("[一-鿿]", about)


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", program.COMMANDS)
def test_the_examples_of_help_are_understood(name: str, lang: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """What they name may be missing here, and durable-rules too; that is the only complaint.

    One that would go on for ever is broken off where it first waits.
    """

    def broken_off(_: float) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(watching, "time", SimpleNamespace(sleep=broken_off))
    for example in program.COMMANDS[name].load().examples:
        words = shlex.split(example.typed.of(lang).partition(" > ")[0].partition(" < ")[0])
        assert words[0] == "tic-rules"
        assert set(ran(*words[1:]).codes) <= {"E036", "E062", "E080", "E101", "E111"}


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_each_of_the_four_tasks_of_the_bare_program_runs_as_it_is_printed(lang: str, folder: Path) -> None:
    """With the files that they name put in place: a shipped example, and a shipped pack."""
    example = (ROOT / "examples/dossiers/liaocheng/passing.yaml").read_bytes()
    pack = (ROOT / "policies/liaocheng.yaml").read_bytes()
    for name in ("资料.yaml", "dossier.yaml"):
        (folder / name).write_bytes(example)
    for name in ("我的规则.yaml", "my-pack.yaml"):
        (folder / name).write_bytes(pack)
    shown = ran("--lang", lang).out
    lines = [line.split() for line in shown.splitlines() if line.startswith("  tic-rules ")]
    assert [line[1] for line in lines] == ["ask", "check", "explain", "lint"]
    for _, *args in lines:
        done = ran(*args, "--lang", lang)
        assert done.err == ""
        # Nobody answers what is asked here, so that all is open.
        assert done.code == (3 if args[0] == "ask" else 0)
    assert Dossier.from_file(folder / "dossier-liaocheng.yaml").application is not None


HEAVY = {"pydantic", "pydantic_core", "rich", "yaml", "chinese_calendar", "stdnum"}
TELL = """
import sys
from tic_rules.cli import main
try:
    main()
finally:
    print(*sys.modules, file=sys.stderr)
"""


@pytest.mark.parametrize("args", [(), ("--help",), *((name, "--help") for name in program.COMMANDS), ("--version",)])
def test_help_loads_no_model_no_parser_and_no_screen(args: tuple[str, ...]) -> None:
    """What makes a program slow to explain itself is what it loads, whatever the machine."""
    done = subprocess.run([sys.executable, "-c", TELL, *args], capture_output=True, check=True, encoding="utf-8")
    assert done.stdout
    loaded = {name.partition(".")[0] for name in done.stderr.split()}
    assert "tic_rules" in loaded
    assert not loaded & HEAVY


class _Wide(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize("width", [40, 80, 200])
@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize(
    "args",
    [
        ("packs",),
        ("explain", "liaocheng"),
        ("explain", "liaocheng", "lc.rd-intensity"),
        ("coverage", "hohhot"),
        ("lint", str(DEMO)),
        ("explain", "--help"),
    ],
)
def test_no_line_is_wider_than_the_terminal(
    args: tuple[str, ...], lang: str, width: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    monkeypatch.setenv("TERM", "dumb")
    out, err = _Wide(), io.StringIO()
    run([*args, "--lang", lang], out=Sink(out), err=Sink(err))
    shown = out.getvalue().splitlines()
    commands = [line for line in shown if line.startswith(("  tic-rules", "用法", "Usage"))]
    assert all(cell_len(line) <= width for line in shown if line not in commands)
    assert all(line == line.rstrip() for line in shown)
