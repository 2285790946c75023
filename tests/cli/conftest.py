"""A folder with dossiers of every fate, which is the working directory of each test."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli import command


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("passing", "failing", "missing", "unfound", "refused"):
        (tmp_path / f"{name}.yaml").write_text(getattr(command, name.upper()), "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path
