"""The notebook is run from its first cell to its last, and what it shows is what its text says."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
NOTEBOOK = ROOT / "examples/notebooks/eligibility.ipynb"

RUN = """
import sys
import nbformat
from nbclient import NotebookClient

book = nbformat.read(sys.argv[1], as_version=4)
nbformat.validate(book)
NotebookClient(book, timeout=120, kernel_name="python3", resources={"metadata": {"path": sys.argv[2]}}).execute()
nbformat.write(book, sys.argv[3])
"""


@pytest.fixture(scope="module")
def outputs(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, Any]]:
    """What each code cell shows: its forms by media type, or under ``stream`` what it printed."""
    place = tmp_path_factory.mktemp("notebook")
    after = place / "after.ipynb"
    folder = {"IPYTHONDIR": str(place), "JUPYTER_RUNTIME_DIR": str(place), "JUPYTER_CONFIG_DIR": str(place)}
    # A process of its own, for the tests themselves may not open any connection, not even to a kernel beside them.
    ran = subprocess.run(
        [sys.executable, "-c", RUN, str(NOTEBOOK), str(NOTEBOOK.parent), str(after)],
        check=False,
        capture_output=True,
        text=True,
        cwd=place,
        env={**os.environ, **folder, "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), *sys.path])},
    )
    assert ran.returncode == 0, ran.stderr[-4000:]
    shown = []
    for cell in json.loads(after.read_text("utf-8"))["cells"]:
        if cell["cell_type"] == "code":
            made: dict[str, str] = {}
            for output in cell["outputs"]:
                assert output["output_type"] in {"execute_result", "stream"}, output
                # What is printed may come in several pieces.
                for media, text in output.get("data", {"stream": output.get("text")}).items():
                    made[media] = made.get(media, "") + "".join(text)
            shown.append(made)
    return shown


def test_what_is_named_last_shows_itself_in_three_forms_and_nothing_goes_to_standard_error(
    outputs: list[dict[str, Any]],
) -> None:
    forms = {"text/plain", "text/markdown", "text/html"}
    printed = {3, 5, 7, 9, 11, 13, 14}
    both = {15}
    assert [at for at, shown in enumerate(outputs) if set(shown) != forms] == sorted(printed | both)
    assert all(set(outputs[at]) == forms | {"stream"} for at in both)
    assert all(set(outputs[at]) == {"stream"} for at in printed)
    assert all("<script" not in shown.get("text/html", "") for shown in outputs)


def test_the_check_goes_from_unknown_over_review_and_fail_to_pass(outputs: list[dict[str, Any]]) -> None:
    _, _, first, asked, second, asked_again, third, remedy, fourth, verdicts, compared, kept, *_ = outputs
    assert verdicts["stream"] == "UNKNOWN REVIEW FAIL PASS\n"
    assert "？ 资料不足  青禾示例农机有限公司" in first["text/plain"]
    assert _named(asked) == ["lead.rd_spending[2023]", "liaocheng.equipment_value"]
    assert "○ 待认定" in second["text/plain"]
    assert _named(asked_again) == ["lc.strategic-deployment", "lc.strategic:lc.rd-total"]
    assert "差13万元" in third["text/plain"]
    assert remedy["stream"].startswith("第八条〔第1次出现〕（二） 近三年研发费用总额：")
    assert "√ 符合" in fourth["text/plain"]
    assert "√ 符合  聊城市 · 组建申报" in compared["text/plain"]
    assert kept["stream"].startswith("report.html ")


def test_the_story_of_a_centre_shows_itself_and_is_told_day_by_day(outputs: list[dict[str, Any]]) -> None:
    stands, told = outputs[12:14]
    assert "呼和浩特市虚构风机技术创新中心" in stands["text/plain"]
    assert "没有已具备的撤销情形" in stands["text/plain"]
    assert "逾期履行" in stands["text/html"]
    assert [line.split(" ", 1) for line in told["stream"].splitlines()] == [
        ["2024-01-31", "Running"],
        ["2024-02-01", "Running"],
        ["2025-07-10", "Rectifying"],
        ["2026-05-20", "Rectifying"],
        ["2026-06-30", "Running"],
    ]


def test_a_bar_from_a_history_counts_in_a_dossier(outputs: list[dict[str, Any]]) -> None:
    bars, decided = outputs[14:]
    assert bars["stream"].splitlines() == ["Art. 30(1) 2025-09-29 2028-09-29", "2028-09-30"]
    assert decided["stream"] == "PASS\n"
    assert "× 不符合" in decided["text/plain"]
    assert "不在禁止重新申报的期间" in decided["text/html"]


def _named(shown: dict[str, Any]) -> list[str]:
    """What is asked for, by name."""
    return [line.removeprefix("  -> ") for line in shown["stream"].splitlines() if line.startswith("  -> ")]


def test_the_notebook_is_kept_without_outputs_and_every_text_stands_in_both_languages() -> None:
    cells = json.loads(NOTEBOOK.read_text("utf-8"))["cells"]
    for cell in cells:
        text = "".join(cell["source"])
        if cell["cell_type"] == "code":
            assert cell["outputs"] == []
            assert cell["execution_count"] is None
        else:
            assert any("\u4e00" <= char <= "\u9fff" for char in text)
            assert any(line[:1].isascii() and len(line) > 20 for line in text.split("\n"))
