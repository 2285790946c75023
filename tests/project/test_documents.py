"""The documents at the top of the repository agree with each other and with the Makefile."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from tic_rules import Dossier
from tic_rules.cli import schema

ROOT = Path(__file__).parents[2]
FRAGMENTS = sorted(path for path in (ROOT / "changelog.d").glob("*.md"))


def _blocks(name: str, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", (ROOT / name).read_text("utf-8"), re.MULTILINE | re.DOTALL)


def _targets() -> set[str]:
    return set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))


@pytest.mark.parametrize("name", ["README.md", "README.zh.md"])
def test_the_first_commands_are_the_demo_and_the_tests(name: str) -> None:
    assert _blocks(name, "sh")[:2] == ["make demo\n", "make test\n"]


@pytest.mark.parametrize("name", ["README.md", "README.zh.md", "CONTRIBUTING.md"])
def test_every_make_command_in_the_documents_is_a_target(name: str) -> None:
    asked = set(re.findall(r"^make ([a-z]+)|`make ([a-z]+)", (ROOT / name).read_text("utf-8"), re.MULTILINE))
    named = {target for pair in asked for target in pair if target}
    assert named
    assert named <= _targets()


def test_both_readmes_give_the_same_commands() -> None:
    assert _blocks("README.zh.md", "sh") == _blocks("README.md", "sh")


@pytest.mark.parametrize("name", ["README.md", "README.zh.md"])
def test_a_readme_names_every_schema_that_there_is(name: str) -> None:
    (row,) = re.findall(r"^\| `tic-rules schema ([^ ]+) ", (ROOT / name).read_text("utf-8"), re.MULTILINE)
    published = {path.name.partition(".")[0] for path in (ROOT / "schema").glob("*.schema.json")}
    assert tuple(row.split("\\|")) == schema.NAMES
    assert set(schema.NAMES) == published


@pytest.mark.parametrize("name", ["README.md", "README.zh.md", "CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md"])
def test_links_inside_the_repository_lead_somewhere(name: str) -> None:
    links = re.findall(r"\]\((?!https?:)([^)#]+)", (ROOT / name).read_text("utf-8"))
    assert [link for link in links if not (ROOT / link).exists()] == []


@pytest.mark.parametrize("path", FRAGMENTS, ids=lambda path: path.name)
def test_a_news_fragment_says_it_in_english_and_then_in_chinese(path: Path) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    types = {entry["directory"] for entry in project["tool"]["towncrier"]["type"]}
    assert path.suffixes[0].removeprefix(".") in types
    english, chinese = path.read_text("utf-8").splitlines()
    assert not re.search(r"[一-鿿]", english)
    assert re.search(r"[一-鿿]", chinese)


@pytest.mark.parametrize("name", ["README.md", "README.zh.md"])
def test_the_python_of_a_readme_runs(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its first block prints what it says, and the tests of its last block pass."""
    monkeypatch.chdir(ROOT)
    first, last = _blocks(name, "python")
    told: dict[str, Any] = {}
    exec(first, told)
    assert f"print(result.verdict)                             # {told['result'].verdict.value}" in first
    exec(last.replace("@settings(deadline=None)", "@settings(deadline=None, max_examples=10)"), told)
    tests = [made for called, made in told.items() if called.startswith("test_")]
    assert len(tests) == 2
    for test in tests:
        test()


@pytest.mark.parametrize("name", ["README.md", "README.zh.md"])
def test_the_dossier_of_a_readme_can_be_read(name: str) -> None:
    (written,) = _blocks(name, "yaml")
    assert Dossier.from_yaml(written).lead is not None


def test_both_readmes_have_the_same_code() -> None:
    def code(name: str) -> list[str]:
        return [re.sub(r"(?<=  )#.*", "#", block) for block in _blocks(name, "python") + _blocks(name, "yaml")]

    assert [block.replace(".text.zh", ".text.en") for block in code("README.zh.md")] == code("README.md")
