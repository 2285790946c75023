"""The examples of a page of the documentation, run in order, as a reader would who types each of them.

What a fenced block means is told by its language, and every block of a page has one of these:

``console``  after ``$``, a command line; below it, what comes out
``pycon``    after ``>>>``, Python; below it, what comes out; a page has one set of names from top to bottom
``python``   Python that prints nothing
``diff``     with a title: an edit of the file of that name
any          with a title: that file, as it is written
``sh``       not run, for it needs the network or another machine

In an output ``…`` stands for what is left out: on a line of its own for any lines, else for the rest within a line.
``python -m tests.project.examples PAGE...`` writes into the pages what came out where it disagrees, for the author to
read and shorten.
"""

from __future__ import annotations

import io
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
import traceback
from collections.abc import Iterator
from contextlib import redirect_stdout
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from tic_rules.cli.entry import run
from tic_rules.cli.streams import Sink

ROOT: Final = Path(__file__).parents[2]
_FENCE: Final = re.compile(
    r'^```(?P<kind>\w*)(?: title="(?P<title>[^"]+)")?\n(?P<body>.*?)^```$', re.MULTILINE | re.DOTALL
)
_STARTS: Final = {"console": "$ ", "pycon": ">>> "}
_TYPED: Final = re.compile(r"^(?:  [^>\n]+)?> ?(.*)$", re.MULTILINE)
_NOT_RUN: Final = {"sh"}


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block and where it stands."""

    kind: str
    title: str | None
    body: str
    line: int
    span: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Example:
    """What is typed, and what the page says comes out."""

    typed: str
    wanted: str


@dataclass(frozen=True, slots=True)
class Disagreement:
    """An example that comes to something else than its page says."""

    page: str
    line: int
    typed: str
    wanted: str
    came: str

    def __str__(self) -> str:
        return f"{self.page}:{self.line}\n{self.typed}\n--- the page says\n{self.wanted}\n--- came out\n{self.came}"


def blocks(text: str) -> list[Block]:
    """The fenced blocks of a page, in order."""
    found = _FENCE.finditer(text)
    return [
        Block(one["kind"], one["title"], one["body"], text.count("\n", 0, one.start()) + 1, one.span("body"))
        for one in found
    ]


def examples(block: Block) -> list[Example]:
    """The examples of a block, each with all that is typed and all that is said to come out."""
    start = _STARTS[block.kind]
    made: list[tuple[list[str], list[str]]] = []
    for line in block.body.splitlines():
        if line.startswith(start):
            made.append(([line], []))
        elif made and not made[-1][1] and _goes_on(made[-1][0][-1], line, block.kind):
            made[-1][0].append(line)
        elif made:
            made[-1][1].append(line.rstrip())
        else:
            raise ValueError(f"line {block.line}: a block starts with {start!r}, not {line!r}")
    return [Example("\n".join(typed), "\n".join(wanted).strip("\n")) for typed, wanted in made]


def agrees(wanted: str, came: str) -> bool:
    """Whether what came out is what the page says, where ``…`` stands for anything."""
    said = "".join(
        r"(?:[^\n]*\n)*?" if line.strip() == "…" else r"[^\n]*".join(map(re.escape, line.split("…"))) + r"\n"
        for line in wanted.splitlines()
    )
    return re.fullmatch(said, came + "\n" if came else "") is not None


@dataclass(slots=True)
class Reader:
    """Somebody who goes through a page in a folder and types what it says."""

    folder: Path
    names: dict[str, Any] = field(default_factory=lambda: {"__name__": "__main__"})
    last_code: int = 0

    def read(self, page: Path) -> list[Disagreement]:
        """All that disagrees in a page."""
        return [
            Disagreement(page.name, block.line, example.typed, example.wanted, came)
            for block in blocks(page.read_text("utf-8"))
            for example, came in self.take(block)
            if not agrees(example.wanted, came)
        ]

    def take(self, block: Block) -> Iterator[tuple[Example, str]]:
        """Does what a block asks for: each example, with what came out."""
        if block.kind == "diff" and block.title:
            self._edit(self.folder / block.title, block.body)
        elif block.title:
            (self.folder / block.title).parent.mkdir(parents=True, exist_ok=True)
            (self.folder / block.title).write_text(block.body, "utf-8")
        elif block.kind == "console":
            for example in examples(block):
                yield example, _clean(self._command(example))
        elif block.kind == "pycon":
            for example in examples(block):
                source = "\n".join(line[4:] for line in example.typed.splitlines()) + "\n"
                yield example, _clean(self._python(source, "single"))
        elif block.kind == "python":
            yield Example(block.body, ""), _clean(self._python(block.body, "exec"))
        elif block.kind not in _NOT_RUN:
            raise ValueError(f"line {block.line}: nothing can be done with {block.kind!r} without a title")

    def _edit(self, path: Path, diff: str) -> None:
        text = path.read_text("utf-8")
        old = "".join(f"{line[1:]}\n" for line in diff.splitlines() if line[:1] != "+")
        new = "".join(f"{line[1:]}\n" for line in diff.splitlines() if line[:1] != "-")
        if text.count(old) != 1:
            raise ValueError(f"{path.name}: {text.count(old)} places to edit, not one:\n{old}")
        path.write_text(text.replace(old, new), "utf-8")

    def _command(self, example: Example) -> str:
        words = shlex.split(example.typed.replace("\\\n", " ").removeprefix("$ "))
        came, onto, given = io.StringIO(), None, ""
        if words[-2:-1] == [">"]:
            *words, _, onto = words
        if words[-2:-1] == ["<"]:
            *words, _, source = words
            given = (self.folder / source).read_text("utf-8")
        out = io.StringIO() if onto else came
        if words[:2] == ["tic-rules", "ask"]:
            given = "".join(f"{line}\n" for line in _TYPED.findall(example.wanted))
        match words:
            case ["echo", "$?"]:
                out.write(f"{self.last_code}\n")
            case ["cat", name]:
                out.write((self.folder / name).read_text("utf-8"))
            case ["cp", source, target]:
                shutil.copy(self.folder / source, self.folder / target)
            case ["tic-rules", *args]:
                typed = io.BytesIO(given.encode())
                self.last_code = run(args, out=Sink(out), err=Sink(came), stdin=typed)
            case ["pytest" | "python" as name, *args]:
                done = subprocess.run(
                    [sys.executable, *(["-m", "pytest", "-p", "no:cacheprovider"] if name == "pytest" else []), *args],
                    check=False,
                    cwd=self.folder,
                    env={**os.environ, "PYTHONPATH": str(ROOT / "src"), "COLUMNS": "80"},
                    stdout=subprocess.PIPE,
                    stderr=subprocess.STDOUT,
                    text=True,
                )
                out.write(done.stdout)
                self.last_code = done.returncode
            case _:
                raise ValueError(f"no such command here: {words}")
        if onto:
            (self.folder / onto).write_text(out.getvalue(), "utf-8")
        return came.getvalue()

    def _python(self, source: str, mode: str) -> str:
        came = io.StringIO()
        with redirect_stdout(came):
            try:
                exec(compile(source, "<page>", mode), self.names)
            except Exception as error:  # noqa: BLE001  (whatever it is, it is what comes out)
                came.write("Traceback (most recent call last):\n")
                came.write("".join(traceback.format_exception_only(error)))
        return came.getvalue()


def copied(folder: Path) -> Path:
    """A folder with what a clone has that the pages read."""
    for name in ("examples/dossiers", "examples/registers", "policies"):
        shutil.copytree(ROOT / name, folder / name)
    return folder


def redrawn(page: Path, folder: Path) -> str:
    """The page with what came out in place of what it wrongly says."""
    text, reader = page.read_text("utf-8"), Reader(folder)
    parts, done = [], 0
    for block in blocks(text):
        parts.append(text[done : block.span[0]])
        shown = [
            f"{example.typed}\n{example.wanted if agrees(example.wanted, came) else came}".rstrip("\n")
            for example, came in reader.take(block)
        ]
        apart = "\n\n" if block.kind == "console" else "\n"
        parts.append(apart.join(shown) + "\n" if block.kind in _STARTS else block.body)
        done = block.span[1]
    return "".join([*parts, text[done:]])


def _goes_on(above: str, line: str, kind: str) -> bool:
    return above.endswith("\\") if kind == "console" else line.startswith("...")


def _clean(came: str) -> str:
    return "\n".join(line.rstrip() for line in came.splitlines()).strip("\n")


if __name__ == "__main__":
    for name in sys.argv[1:]:
        with tempfile.TemporaryDirectory() as place:
            page = Path(name).resolve()
            os.chdir(copied(Path(place)))
            page.write_text(redrawn(page, Path(place)), "utf-8")
        os.chdir(ROOT)
