"""Every file that must be refused, with every word that is said about it: tests/golden/bad/files."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.source.outcome import by_the_fast_loader, by_the_loader_in_python, outcome
from tic_rules.errors import InputError
from tic_rules.messages import LOADING
from tic_rules.source import Document, parse_json, read_document

HERE = Path(__file__).parent
FOLDER = HERE.parents[1] / "golden" / "bad" / "files"
FILES = sorted(path for path in FOLDER.iterdir() if path.suffix in {".yaml", ".json"})


def expected(path: Path) -> str:
    """What is printed about the file, in Chinese and then in English; written by hand-checked runs, kept for ever."""
    return path.with_name(path.name + ".expected").read_text(encoding="utf-8")


def test_each_file_has_its_words_and_no_words_are_left_over() -> None:
    assert len(FILES) > 100
    assert {path.name + ".expected" for path in FILES} == {path.name for path in FOLDER.glob("*.expected")}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_bad_file_is_refused_in_these_words(
    path: Path, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    monkeypatch.chdir(path.parent)
    with pytest.raises(InputError) as caught:
        read_document(path.name)
    assert f"{caught.value}\n" == expected(path)
    assert not (path.parent / "canary").exists()
    assert not list(tmp_path_factory.getbasetemp().rglob("canary"))


@pytest.mark.parametrize("path", [path for path in FILES if path.suffix == ".yaml"], ids=lambda path: path.name)
@pytest.mark.parametrize("read", [by_the_loader_in_python, by_the_fast_loader])
def test_both_loaders_of_pyyaml_lead_to_the_same_words(path: Path, read: Callable[[bytes, str], Document]) -> None:
    with pytest.raises(InputError) as caught:
        read(path.read_bytes(), path.name)
    assert f"{caught.value}\n" == expected(path)


def test_the_codes_in_the_source_are_those_of_the_catalogue() -> None:
    package = HERE.parents[2] / "src" / "tic_rules" / "source"
    named = {code for path in package.glob("*.py") for code in re.findall(r'"(E[0-9]{3})"', path.read_text("utf-8"))}
    assert named == set(LOADING)


SEEDS = [path.read_bytes() for path in FILES if path.stat().st_size < 2000]
SIGNS = [bytes([char]) for char in b"{}[],'\"#!%|~\t\r\n\\\xff\0"]
SIGNS += [
    b": ",
    b"- ",
    b"&a ",
    b"*a",
    b"? ",
    b"---\n",
    b"\\u",
    b"\xef\xbb\xbf",
    b"\xc2\x85",
    b"null",
    b"<<",
    b"2024-01-01",
]


@st.composite
def mutated(draw: st.DrawFn) -> bytes:
    """A file of the corpus with a few pieces put in, taken out, or taken from another."""
    body = bytearray(draw(st.sampled_from(SEEDS)))
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(body)))
        match draw(st.sampled_from(["in", "out", "other", "byte"])):
            case "in":
                body[at:at] = draw(st.sampled_from(SIGNS))
            case "out":
                del body[at : at + draw(st.integers(1, 6))]
            case "other":
                body[at:] = draw(st.sampled_from(SEEDS))[at:]
            case _:
                body[at : at + 1] = draw(st.binary(min_size=1, max_size=1))
    return bytes(body)


@given(mutated())
def test_what_is_like_a_bad_file_gives_a_document_or_problems(data: bytes) -> None:
    by_python, by_c = outcome(by_the_loader_in_python, data), outcome(by_the_fast_loader, data)
    if isinstance(by_python, Document) and isinstance(by_c, Document):
        assert by_python == by_c
    assert outcome(parse_json, data)
