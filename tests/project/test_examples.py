"""Every example of the documentation does what its page says; every link of it leads somewhere."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import pytest

from tests.project.examples import ROOT, Reader, agrees, blocks, copied

DOCS = ROOT / "docs"
PAGES = sorted(
    [DOCS / "index.md", DOCS / "tutorial.md", DOCS / "explanation.md", *(DOCS / "howto").glob("*.md")],
    key=lambda page: page.name,
)
LINKED = sorted([*DOCS.rglob("*.md"), *ROOT.glob("*.md")])


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_example_of_a_page_comes_to_what_the_page_says(
    page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(copied(tmp_path))
    disagreements = Reader(tmp_path).read(page)
    if disagreements:
        pytest.fail("\n\n".join(map(str, disagreements)), pytrace=False)


@pytest.mark.parametrize(
    ("wanted", "came", "agree"),
    [
        ("", "", True),
        ("", "one", False),
        ("one", "one", True),
        ("one", "one\ntwo", False),
        ("one\n…", "one", True),
        ("one\n…", "one\ntwo\nthree", True),
        ("one\n…\nthree", "one\ntwo\nthree", True),
        ("one\n…\nthree", "one\ntwo", False),
        ("sha256:86…", "sha256:8613", True),
        ("1 failed in …s", "1 failed in 0.5s", True),
        ("a.b", "axb", False),
    ],
)
def test_what_comes_out_is_compared_line_by_line_and_an_ellipsis_stands_for_the_rest(
    wanted: str, came: str, agree: bool
) -> None:
    assert agrees(wanted, came) is agree


def test_an_example_that_disagrees_is_told_with_its_page_and_line(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("# A page\n\n```pycon\n>>> 1 + 1\n3\n>>> 1 / 0\n0\n```\n", "utf-8")
    first, second = Reader(tmp_path).read(page)
    assert (first.page, first.line, first.typed, first.wanted, first.came) == ("page.md", 3, ">>> 1 + 1", "3", "2")
    assert second.came.splitlines()[-1] == "ZeroDivisionError: division by zero"


def test_a_block_that_nobody_runs_is_refused(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("```yaml\nlead: {}\n```\n", "utf-8")
    with pytest.raises(ValueError, match="without a title"):
        Reader(tmp_path).read(page)


def test_commands_that_are_not_run_only_fetch_and_install() -> None:
    unrun = [line for page in PAGES for block in blocks(page.read_text("utf-8")) if block.kind == "sh"
             for line in block.body.splitlines() if line]  # fmt: skip
    known = ("python -m venv ", "python -m pip ", ".venv/bin/python -m pip ", ". .venv/bin/activate")
    assert [line for line in unrun if not line.startswith(known)] == []


@pytest.mark.parametrize("page", LINKED, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_inside_the_repository_leads_to_a_file_and_to_a_heading_of_it(page: Path) -> None:
    text = re.sub(r"^```.*?^```$|`[^`\n]*`", "", page.read_text("utf-8"), flags=re.MULTILINE | re.DOTALL)
    links = re.findall(r"\]\((?!https?:|mailto:)([^)#\s]*)(?:#([^)\s]+))?\)", text)
    assert [link for link in links if not _leads_somewhere(page, *link)] == []


def _leads_somewhere(page: Path, name: str, anchor: str) -> bool:
    target = (page.parent / name).resolve() if name else page
    return target.exists() and (not anchor or anchor in _anchors(target))


def _anchors(page: Path) -> set[str]:
    """The anchors of a page's headings that the repository's pages and the site both give them."""
    text = re.sub(r"^```.*?^```$", "", page.read_text("utf-8"), flags=re.MULTILINE | re.DOTALL)
    found = set()
    for heading in re.findall(r"^#+ (.*)$", text, re.MULTILINE):
        kept = re.sub(r"[^\w\s-]", "", heading.replace("`", "")).strip().lower()
        plain = re.sub(r"[^\w\s-]", "", unicodedata.normalize("NFKD", kept).encode("ascii", "ignore").decode())
        if kept.replace(" ", "-") == re.sub(r"[-\s]+", "-", plain.strip()):
            found.add(kept.replace(" ", "-"))
    return found


def test_every_decision_record_is_listed_and_none_that_is_not_there() -> None:
    folder = DOCS / "decisions"
    listed = re.findall(r"^\| \[(\d{4})\]\((\1-[\w-]+\.md)\)", (folder / "README.md").read_text("utf-8"), re.MULTILINE)
    there = sorted(path.name for path in folder.glob("[0-9]*.md"))
    assert [name for _, name in listed] == there
    for name in there:
        assert (folder / name).read_text("utf-8").startswith(f"# {name[:4]}: ")
