"""The lock and the project file: what anyone can install, and nothing of the machine that wrote it."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]


def _toml(name: str) -> dict[str, Any]:
    return tomllib.loads((ROOT / name).read_text("utf-8"))


def _name(requirement: str) -> str:
    found = re.match(r"[A-Za-z0-9._-]+", requirement)
    assert found is not None
    return re.sub(r"[-_.]+", "-", found[0]).lower()


def test_the_lock_names_the_public_index_and_nothing_else() -> None:
    packages = _toml("uv.lock")["package"]
    sources = {tuple(sorted(package["source"].items())) for package in packages if package["name"] != "tic-rules"}
    assert sources == {(("registry", "https://pypi.org/simple"),)}
    files = [file for package in packages for file in [*package.get("wheels", []), package.get("sdist")] if file]
    assert {file["url"].split("/packages/")[0] for file in files} == {"https://files.pythonhosted.org"}
    assert all(file["hash"].startswith("sha256:") for file in files)


def test_every_dependency_has_both_bounds() -> None:
    project = _toml("pyproject.toml")
    asked = [
        *project["build-system"]["requires"],
        *project["project"]["dependencies"],
        *(entry for extra in project["project"]["optional-dependencies"].values() for entry in extra),
        *(entry for group in project["dependency-groups"].values() for entry in group if isinstance(entry, str)),
    ]
    assert [entry for entry in asked if not re.fullmatch(r"[a-z-]+>=[0-9.]+,<[0-9.]+", entry)] == []


def test_docs_say_of_each_dependency_why_it_is_there() -> None:
    project = _toml("pyproject.toml")
    asked = {
        "Always installed": project["project"]["dependencies"],
        **{f"The extra `{name}`": asked for name, asked in project["project"]["optional-dependencies"].items()},
        "For those who change the code": [
            entry for name in ("dev", "test", "docs") for entry in project["dependency-groups"][name]
        ],
        "For the benchmarks": project["dependency-groups"]["bench"],
        "To build": project["build-system"]["requires"],
    }
    sections = (ROOT / "docs/dependencies.md").read_text("utf-8").split("\n## ")[1:]
    explained = {part.split("\n")[0]: set(re.findall(r"^- `([a-z-]+)`: \w", part, re.MULTILINE)) for part in sections}
    named = {title: {_name(entry) for entry in entries if isinstance(entry, str)} for title, entries in asked.items()}
    for name in project["project"]["optional-dependencies"]:
        named["For those who change the code"] -= named[f"The extra `{name}`"]
    assert explained == named


def test_declared_pythons_are_those_that_ci_runs() -> None:
    project = _toml("pyproject.toml")["project"]
    declared = [line.rsplit(" ", 1)[1] for line in project["classifiers"] if re.search(r":: 3\.\d+$", line)]
    ran = re.search(r"^declared=\((.*)\)$", (ROOT / ".ci/run").read_text("utf-8"), re.MULTILINE)
    assert ran is not None
    assert declared == ran[1].split() == ["3.11", "3.12", "3.13"]
    assert project["requires-python"] == ">=3.11,<3.14"
