"""Each limit at its last permitted value and one beyond, in each form."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from typing import Any

import pytest

from tests.unit.source.outcome import Reader, by_the_loader_in_python, codes
from tic_rules.errors import InputError
from tic_rules.source import LIMITS, Limits, from_python, parse_json, parse_yaml, plain

Nested = Callable[[int], Any]


def lists(depth: int) -> Any:
    data: Any = 1
    for _ in range(depth):
        data = [data]
    return data


FORMS: list[Any] = [
    pytest.param(parse_yaml, lambda n: "[" * n + "1" + "]" * n, id="flow"),
    pytest.param(by_the_loader_in_python, lambda n: "[" * n + "1" + "]" * n, id="flow-Python"),
    pytest.param(parse_yaml, lambda n: "- " * n + "1", id="block"),
    pytest.param(by_the_loader_in_python, lambda n: "- " * n + "1", id="block-Python"),
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


@pytest.mark.parametrize("read", [parse_yaml, by_the_loader_in_python, parse_json])
@pytest.mark.parametrize("number", ["{}", "-{}", "1.{}", "-0.{}", "{}e1", "1e{}", "1e-{}"])
def test_digits_of_a_number(read: Reader, number: str) -> None:
    others = sum(map(str.isdigit, number))
    assert codes(read, f"[{number.format('9' * (LIMITS.digits - others))}]") == set()
    assert codes(read, f"[{number.format('9' * (LIMITS.digits - others + 1))}]") == {"E115"}


@pytest.mark.parametrize("read", [parse_yaml, by_the_loader_in_python, parse_json])
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
