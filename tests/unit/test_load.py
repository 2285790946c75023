"""Loading a pack leaves the process as it was."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest

from tic_rules import PackError, load_pack

GOOD = Path(__file__).parents[1] / "packs" / "lighthouse.yaml"


@pytest.fixture(params=[True, False], ids=["collected", "not collected"])
def collects(request: pytest.FixtureRequest) -> Iterator[bool]:
    before = gc.isenabled()
    (gc.enable if request.param else gc.disable)()
    yield request.param
    (gc.enable if before else gc.disable)()


def test_garbage_is_looked_for_after_loading_as_it_was_before(collects: bool, tmp_path: Path) -> None:
    bad = tmp_path / "bad.yaml"
    bad.write_text("pack: 7\n", "utf-8")
    assert load_pack(GOOD).id == "lighthouse"
    assert gc.isenabled() is collects
    for path in (bad, tmp_path / "none.yaml"):
        with pytest.raises(PackError):
            load_pack(path)
        assert gc.isenabled() is collects
