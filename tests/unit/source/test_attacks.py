"""What files made to exhaust a reader cost, at the largest size that is read; and any bytes whatever."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.source.outcome import by_the_fast_loader, by_the_loader_in_python, outcome
from tic_rules.source import LIMITS, Document, from_python, parse_json, plain

SIZE = LIMITS.file_bytes


def doubling(start: str, line: str) -> bytes:
    """A hundred lines of which each names the one before twice."""
    return (start + "".join(line.format(this=f"a{n}", last=f"a{n - 1}") for n in range(1, 100))).encode()


def filled(before: bytes, piece: bytes, after: bytes = b"") -> bytes:
    """The piece as often as the largest file takes it."""
    return before + piece * ((SIZE - len(before) - len(after)) // len(piece)) + after


def unfolding(count: int) -> bytes:
    """Keys of which each becomes eighteen times as long when its twins are looked for."""
    return ('{"a":1' + "".join(f',"{"ﷺ" * 3}{n}":1' for n in range(count)) + "}").encode()


def below_long_keys(count: int) -> bytes:
    """Values of which each has a path as long as all keys above it."""
    return (('{"' + "\U0002000b" * 900 + '":') * 62 + "[" + "1," * count + "1]" + "}" * 62).encode()


ATTACKS: dict[str, Callable[[], bytes]] = {
    "nothing but numbers.yaml": lambda: filled(b"[", b"1,", b"]"),
    "nothing but numbers.json": lambda: filled(b"[", b"1,", b"1]"),
    "a list of lines.yaml": lambda: filled(b"", b"- 1\n"),
    "brackets.yaml": lambda: filled(b"", b"["),
    "brackets.json": lambda: filled(b"", b"["),
    "mappings.yaml": lambda: filled(b"", b"{a: "),
    "mappings.json": lambda: filled(b"", b'{"a":'),
    "dashes and spaces.yaml": lambda: filled(b"", b"- "),
    "questions.yaml": lambda: filled(b"", b"? "),
    "colons.yaml": lambda: filled(b"", b": "),
    "exclamation marks.yaml": lambda: filled(b"", b"!"),
    "one long line.yaml": lambda: filled(b"a: ", b"x"),
    "one long number.yaml": lambda: filled(b"- ", b"9"),
    "one long number.json": lambda: filled(b"[", b"9", b"]"),
    "one long text of escapes.json": lambda: filled(b'["', b"\\n", b'"]'),
    "one long text of escapes.yaml": lambda: filled(b'- "', b"\\n", b'"'),
    "one long tag.yaml": lambda: filled(b"- !", b"t", b" x"),
    "one long block.yaml": lambda: filled(b"a: |\n", b" x\n"),
    "one long folded text.yaml": lambda: filled(b"a:\n", b" x\n\n"),
    "an open quote.yaml": lambda: filled(b"a: '", b"''"),
    "an open quote.json": lambda: filled(b'"', b"\\\\"),
    "one long comment.yaml": lambda: filled(b"", b"#", b"\n: :"),
    "empty lines and a fault.yaml": lambda: filled(b"", b"\n", b"a: b: c"),
    "lone returns and a fault.json": lambda: filled(b"", b"\r", b"[1, 2:]"),
    "wide colons.yaml": lambda: filled(b"", "甲：\n".encode()),
    # libyaml compares each of these lines with all before it: minutes for this file.
    "directives.yaml": lambda: b"".join(b"%%TAG !e%d! tag:e\n" % n for n in range(SIZE // 24)),
    "documents.yaml": lambda: filled(b"", b"---\n"),
    "anchors and aliases.yaml": lambda: filled(b"", b"- &a x\n- *a\n"),
    "aliases that double.yaml": lambda: doubling("a0: &a0 [x]\n", "{this}: &{this} [*{last}, *{last}]\n"),
    "merge keys that double.yaml": lambda: doubling("a0: &a0 {x: 1}\n", "{this}: &{this} {{<<: [*{last}, *{last}]}}\n"),
    "one key again and again.yaml": lambda: filled(b"", b"a: 1\n"),
    "one key again and again.json": lambda: filled(b"{", b'"a":1,', b'"a":1}'),
    "as many keys as allowed.json": lambda: str({f"k{n}": "x" * 24 for n in range(99_999)}).replace("'", '"').encode(),
    "keys that unfold.json": lambda: unfolding(90_000),
    "long keys above many values.json": lambda: below_long_keys(199_000),
    "control characters.yaml": lambda: filled(b"", b"\x01\n"),
    "bytes that are nothing.yaml": lambda: filled(b"", b"\xff"),
    "Chinese UTF-8 with a fault at its end.yaml": lambda: filled(b"name: ", "溪口".encode(), b"\xff"),
    "GB18030 with a fault at its end.yaml": lambda: filled(b"name: ", "溪口".encode("gb18030"), b"\xff"),
    "GB18030 on one line.yaml": lambda: filled(b"name: ", "溪口".encode("gb18030")),
}

CHILD = """
import sys, time
from tic_rules.errors import InputError
from tic_rules.source import read_document
began = time.process_time()
try:
    read_document(sys.argv[1])
    said = ""
except InputError as error:
    said = str(error)
seconds = time.process_time() - began
status = open("/proc/self/status").read()
print(seconds, status.split("VmHWM:")[1].split()[0], len(said.encode()))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="counts memory as Linux does")
@pytest.mark.parametrize("name", ATTACKS)
def test_no_file_of_the_largest_size_takes_much_memory_time_or_words(name: str, tmp_path: Path) -> None:
    """The figures aimed at are 256 MiB and about one second; the clock here is a watchdog for busy machines."""
    path = tmp_path / name
    path.write_bytes(ATTACKS[name]())
    assert path.stat().st_size <= SIZE
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    command: list[str | Path] = [sys.executable, "-c", CHILD, path]
    run = subprocess.run(
        command, capture_output=True, text=True, check=False, timeout=60, env=environment, cwd=tmp_path
    )
    path.unlink()
    assert run.returncode == 0, run.stderr
    seconds, kibibytes, said = map(float, run.stdout.split())
    assert kibibytes < 256 * 1024
    assert said < 20_000
    assert seconds < 10


@given(st.binary(max_size=80) | st.text(max_size=60).map(lambda text: text.encode("utf-8", "surrogatepass")))
def test_any_bytes_give_a_document_or_problems_and_never_another_error(data: bytes) -> None:
    for read in (by_the_fast_loader, by_the_loader_in_python, parse_json):
        got = outcome(read, data)
        if isinstance(got, Document):
            assert plain(from_python(plain(got.root)).root) == plain(got.root)
        else:
            assert got
