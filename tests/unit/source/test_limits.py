"""Each limit at its last permitted value and one beyond, in each form; and what attacks on them cost."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from tic_rules.errors import InputError
from tic_rules.source import LIMITS, Document, Limits, from_python, parse_json, parse_yaml, plain
from tic_rules.source.yaml_text import parse_yaml as parse_yaml_with

Reader = Callable[[Any], Document]
Nested = Callable[[int], Any]


def in_python(text: Any) -> Document:
    return parse_yaml_with(text, loader=yaml.SafeLoader)


def codes(read: Reader, data: Any) -> set[str]:
    try:
        read(data)
    except InputError as error:
        return {one.code for one in error.problems}
    return set()


def lists(depth: int) -> Any:
    data: Any = 1
    for _ in range(depth):
        data = [data]
    return data


FORMS: list[Any] = [
    pytest.param(parse_yaml, lambda n: "[" * n + "1" + "]" * n, id="flow"),
    pytest.param(in_python, lambda n: "[" * n + "1" + "]" * n, id="flow-Python"),
    pytest.param(parse_yaml, lambda n: "- " * n + "1", id="block"),
    pytest.param(in_python, lambda n: "- " * n + "1", id="block-Python"),
    pytest.param(parse_json, lambda n: "[" * n + "1" + "]" * n, id="JSON"),
    pytest.param(from_python, lists, id="data"),
]


def test_the_limits_are_these() -> None:
    assert Limits(8_000_000, 64, 200_000, 2_000, 40, 1_000, 200) == LIMITS


@pytest.mark.parametrize(("read", "nested"), FORMS)
def test_depth(read: Reader, nested: Nested) -> None:
    assert plain(read(nested(LIMITS.depth)).root) == lists(LIMITS.depth)
    assert codes(read, nested(LIMITS.depth + 1)) == {"E112"}


@pytest.mark.parametrize(
    ("read", "of_entries"),
    [
        pytest.param(parse_yaml, lambda n: "\n".join(f"{i}: 1" for i in range(n)), id="YAML"),
        pytest.param(parse_json, lambda n: "{" + ",".join(f'"{i}":1' for i in range(n)) + "}", id="JSON"),
        pytest.param(from_python, lambda n: {str(i): 1 for i in range(n)}, id="data"),
    ],
)
def test_nodes_keys_included(read: Reader, of_entries: Callable[[int], Any]) -> None:
    """One mapping with n entries is 2n + 1 nodes."""
    document = read(of_entries(LIMITS.nodes // 2 - 1))
    assert len(plain(document.root)) == LIMITS.nodes // 2 - 1  # type: ignore[arg-type]
    assert codes(read, of_entries(LIMITS.nodes // 2)) == {"E113"}


@pytest.mark.parametrize("char", ["x", "中", "\U0002000b"])
def test_characters_of_a_text_and_of_a_key(char: str) -> None:
    most, more = char * LIMITS.text, char * (LIMITS.text + 1)
    assert plain(parse_yaml(f"- {most}").root) == plain(parse_yaml(f"- '{most}'").root) == [most]
    assert plain(parse_json(f'{{"{most}": "{most}"}}').root) == plain(from_python({most: most}).root) == {most: most}
    for text in (f"- {more}", f"- '{more}'", f"- |\n  {more}"):
        assert codes(parse_yaml, text) == {"E114"}
    assert codes(parse_json, f'["{more}"]') == codes(parse_json, f'{{"{more}": 1}}') == {"E114"}
    assert codes(from_python, more) == codes(from_python, {more: 1}) == {"E114"}


def test_escapes_count_as_the_characters_they_make() -> None:
    assert codes(parse_json, '["' + "\\u4e2d" * LIMITS.text + '"]') == set()
    assert codes(parse_json, '["' + "\\ud840\\udc0b" * (LIMITS.text + 1) + '"]') == {"E114"}
    assert codes(parse_yaml, '["' + "\\x41" * LIMITS.text + '"]') == set()
    assert codes(parse_yaml, '["' + "\\x41" * (LIMITS.text + 1) + '"]') == {"E114"}


@pytest.mark.parametrize("read", [parse_yaml, in_python, parse_json])
@pytest.mark.parametrize("number", ["{}", "-{}", "1.{}", "-0.{}", "{}e1", "1e{}", "1e-{}"])
def test_digits_of_a_number(read: Reader, number: str) -> None:
    others = sum(map(str.isdigit, number))
    assert codes(read, f"[{number.format('9' * (LIMITS.digits - others))}]") == set()
    assert codes(read, f"[{number.format('9' * (LIMITS.digits - others + 1))}]") == {"E115"}


@pytest.mark.parametrize("read", [parse_yaml, in_python, parse_json])
def test_problems(read: Reader) -> None:
    last = LIMITS.problems - 1
    assert codes(read, "[" + ",".join(["null"] * last) + "]") == {"E116"}
    with pytest.raises(InputError) as caught:
        read("[" + ",".join(["null"] * 100_000) + "]")
    assert len(caught.value.problems) == LIMITS.problems + 1
    assert caught.value.problems[-1].code == "E122" or caught.value.problems[-2].code == "E122"
    assert len(str(caught.value).encode()) < 20_000


def test_the_deepest_document_fits_a_thread_with_a_small_stack_and_a_low_recursion_limit() -> None:
    results: list[object] = []

    def work() -> None:
        for form in FORMS:
            read, nested = form.values
            document = read(nested(LIMITS.depth))
            results.append((plain(document.root) == lists(LIMITS.depth), hash(document) != 0, len(repr(document)) > 0))
            results.append(document == read(nested(LIMITS.depth)))
            results.append(codes(read, nested(5_000 if read is not from_python else LIMITS.depth + 1)))

    before, recursion = threading.stack_size(512 * 1024), sys.getrecursionlimit()
    try:
        sys.setrecursionlimit(400)
        thread = threading.Thread(target=work)
        thread.start()
        thread.join()
    finally:
        sys.setrecursionlimit(recursion)
        threading.stack_size(before)
    assert results == [(True, True, True), True, {"E112"}] * len(FORMS)


SIZE = LIMITS.file_bytes
ATTACKS: dict[str, tuple[str, str]] = {
    "nothing but numbers": ("yaml", 'b"[" + b"1," * (SIZE // 2 - 1) + b"]"'),
    "nothing but numbers in JSON": ("json", 'b"[" + b"1," * (SIZE // 2 - 1) + b"]"'),
    "a list of lines": ("yaml", 'b"- 1\\n" * (SIZE // 4)'),
    "brackets": ("yaml", 'b"[" * SIZE'),
    "brackets in JSON": ("json", 'b"[" * SIZE'),
    "dashes and spaces": ("yaml", 'b"- " * (SIZE // 2)'),
    "questions": ("yaml", 'b"? " * (SIZE // 2)'),
    "colons": ("yaml", 'b": " * (SIZE // 2)'),
    "exclamation marks": ("yaml", 'b"!" * SIZE'),
    "one long line": ("yaml", 'b"a: " + b"x" * (SIZE - 3)'),
    "one long number": ("yaml", 'b"- " + b"9" * (SIZE - 2)'),
    "one long number in JSON": ("json", 'b"[" + b"9" * (SIZE - 2) + b"]"'),
    "one long text of escapes": ("json", "b'[\"' + b'\\\\n' * (SIZE // 2 - 2) + b'\"]'"),
    "one long tag": ("yaml", 'b"- !" + b"t" * (SIZE - 3)'),
    "an open quote": ("yaml", """b"a: '" + b"''" * (SIZE // 2 - 2)"""),
    "an open quote in JSON": ("json", """b'"' + b"\\\\" * (SIZE - 1)"""),
    "empty lines and a fault": ("yaml", 'b"\\n" * (SIZE - 7) + b"a: b: c"'),
    "lone returns and a fault": ("json", 'b"\\r" * (SIZE - 7) + b"[1, 2:]"'),
    # libyaml compares each %TAG line with all before it.
    "directives": ("yaml", 'b"".join(b"%%TAG !e%d! tag:e\\n" % i for i in range(SIZE // 24))'),
    "documents": ("yaml", 'b"---\\n" * (SIZE // 4)'),
    "aliases that double": ("yaml", 'b"a0: &a0 [x]\\n" + b"".join(b"a%d: &a%d [*a%d, *a%d]\\n" % (i, i, i - 1, i - 1) for i in range(1, 99))'),
    "merge keys that double": ("yaml", 'b"a0: &a0 {x: 1}\\n" + b"".join(b"a%d: &a%d {<<: [*a%d, *a%d]}\\n" % (i, i, i - 1, i - 1) for i in range(1, 99))'),
    "one key again and again": ("yaml", 'b"a: 1\\n" * (SIZE // 5)'),
    "one key again and again in JSON": ("json", 'b"{" + b\'"a":1,\' * (SIZE // 6 - 1) + b"}"'),
    "as many keys as allowed": ("json", 'b"{" + b",".join(b\'"k%d":"%s"\' % (i, b"x" * 24) for i in range(99_999)) + b"}"'),
    "keys that unfold": ("json", '("{" + ",".join(\'"%s%d":1\' % ("\\ufdfa" * 3, i) for i in range(90_000)) + "}").encode()'),
    "long keys above many values": ("json", '("".join(\'{"%s":\' % ("\\U0002000b" * 1999) for _ in range(62)) + "[" + ",".join(["1"] * 199_000) + "]" + "}" * 62).encode()'),
    "control characters": ("yaml", 'b"\\x01\\n" * (SIZE // 2)'),
    "bytes that are nothing": ("yaml", 'b"\\xff" * SIZE'),
    "Chinese UTF-8 with a fault at its end": ("yaml", '("name: " + "溪口" * (SIZE // 6 - 2)).encode() + b"\\xff"'),
    "GB18030 with a fault at its end": ("yaml", '("name: " + "溪口" * (SIZE // 4 - 3)).encode("gb18030") + b"\\xff"'),
}  # fmt: skip

CHILD = """
import resource, sys, time
from tic_rules.errors import InputError
from tic_rules.source import LIMITS, parse_json, parse_yaml
SIZE = LIMITS.file_bytes
data = eval(sys.argv[2])
assert len(data) <= SIZE, len(data)
began = time.process_time()
try:
    {"yaml": parse_yaml, "json": parse_json}[sys.argv[1]](data)
    said = ""
except InputError as error:
    said = str(error)
print(time.process_time() - began, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, len(said.encode()))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="counts memory as Linux does")
@pytest.mark.parametrize("name", ATTACKS)
def test_no_file_of_the_largest_size_takes_much_memory_time_or_words(name: str, tmp_path: Path) -> None:
    """The figures aimed at are 256 MiB and one second; the clock here is a watchdog for busy machines."""
    form, expression = ATTACKS[name]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "PYTHONUTF8": "1"}
    run = subprocess.run(
        [sys.executable, "-c", CHILD, form, expression],
        capture_output=True, text=True, check=False, timeout=60, env=environment, cwd=tmp_path,
    )  # fmt: skip
    assert run.returncode == 0, run.stderr
    seconds, kilobytes, said = map(float, run.stdout.split())
    assert kilobytes < 256 * 1024
    assert said < 20_000
    assert seconds < 10


@given(st.binary(max_size=80) | st.text(max_size=60).map(lambda text: text.encode("utf-8", "surrogatepass")))
def test_any_bytes_give_a_document_or_problems_and_never_another_error(data: bytes) -> None:
    for read in (parse_yaml, in_python, parse_json):
        try:
            document = read(data)
        except InputError as error:
            assert str(error)
        else:
            assert from_python(plain(document.root)).root.place.path == ""
