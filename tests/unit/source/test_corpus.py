"""Every file that must be refused, with every word that is said about it: tests/golden/bad/files."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from tic_rules.errors import InputError
from tic_rules.messages import LOADING
from tic_rules.source import parse_json, parse_yaml, read_document
from tic_rules.source.yaml_text import parse_yaml as parse_yaml_with

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
@pytest.mark.parametrize("loader", [yaml.SafeLoader, yaml.CSafeLoader])
def test_both_loaders_of_pyyaml_lead_to_the_same_words(path: Path, loader: Any) -> None:
    with pytest.raises(InputError) as caught:
        parse_yaml_with(path.read_bytes(), path.name, loader=loader)
    assert f"{caught.value}\n" == expected(path)


def test_the_codes_in_the_source_are_those_of_the_catalogue() -> None:
    package = HERE.parents[2] / "src" / "tic_rules" / "source"
    named = {code for path in package.glob("*.py") for code in re.findall(r'"(E[0-9]{3})"', path.read_text("utf-8"))}
    assert named == set(LOADING)


SEEDS = [path.read_bytes() for path in FILES if path.stat().st_size < 2000]
SIGNS = [b": ", b"\n", b"- ", b"{", b"}", b"[", b"]", b",", b"'", b'"', b"#", b"&a ", b"*a", b"!", b"%", b"|", b">", b"? ", b"---\n",
         b"\t", b"\r", b"\\", b"\\u", b"\xef\xbb\xbf", b"\xc2\x85", b"null", b"~", b"<<", b"2024-01-01", b"\xff", b"\0", "中".encode()]  # fmt: skip


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
    found = []
    for loader in (yaml.SafeLoader, yaml.CSafeLoader):
        try:
            found.append(parse_yaml_with(data, loader=loader))
        except InputError as error:
            assert str(error)
    assert len(found) < 2 or found[0] == found[1]
    try:
        parse_json(data)
    except InputError as error:
        assert str(error)
    assert parse_yaml(b"a: 1")
