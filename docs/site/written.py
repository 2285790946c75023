"""The pages that are written by hand: taken as they stand, their links leading where the site has the page."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from docs.site.nav import Leaf
from docs.site.page import Page

_LINK: Final = re.compile(r"\[([^\]\n]*)\]\((?![a-z]+:|#)([^)#\s]+)(#[^)\s]*)?\)")
_FENCED: Final = re.compile(r"^(```+|~~~+).*?^\1\s*$", re.MULTILINE | re.DOTALL)
_ELSEWHERE: Final = {"CHANGELOG.md": "changelog.md"}
"""Files outside docs/ that the site has, and where."""


class LinkError(Exception):
    """A page leads to a file that is not there."""


def pages(root: Path) -> Iterator[Page]:
    """Every Markdown file of docs/, and the changelog."""
    for file, path in _files(root).items():
        yield Page(path, _led(root, file, path, (root / file).read_text("utf-8")))


def decisions(root: Path) -> list[Leaf]:
    """The decision records by their numbers, after the page that lists them."""
    found = [path for path in _files(root).values() if path.startswith("decisions/")]
    names = {path: Path(path).stem.partition("-") for path in found if not path.endswith("index.md")}
    numbered = [Leaf(f"{number} {words.replace('-', ' ')}", path) for path, (number, _, words) in sorted(names.items())]
    return [Leaf("全部 All records", "decisions/index.md"), *numbered]


def _files(root: Path) -> dict[str, str]:
    """The files by their path in the repository, with their path in the site."""
    below = sorted(path.relative_to(root).as_posix() for path in (root / "docs").rglob("*.md"))
    found = {path: path.removeprefix("docs/") for path in below if not path.startswith("docs/site/")}
    # A folder's README is what a web server shows for the folder.
    return {path: re.sub(r"README\.md$", "index.md", there) for path, there in found.items()} | _ELSEWHERE


def _led(root: Path, file: str, path: str, text: str) -> str:
    """The text with each link outside fenced blocks leading to the page in the site, or named as a file."""
    kept, at = [], 0
    for block in _FENCED.finditer(text):
        kept += [_links(root, file, path, text[at : block.start()]), block[0]]
        at = block.end()
    return "".join([*kept, _links(root, file, path, text[at:])])


def _links(root: Path, file: str, path: str, text: str) -> str:
    known = _files(root)

    def led(found: re.Match[str]) -> str:
        label, target, anchor = found[1], found[2], found[3] or ""
        named = posixpath.normpath(posixpath.join(posixpath.dirname(file), target))
        if named in known:
            there = posixpath.relpath(known[named], posixpath.dirname(path) or ".")
            return f"[{label}]({there}{anchor})"
        if named.startswith("docs/reference/"):  # made, and so not among the files; the build checks that it is there
            return found[0]
        if not (root / named).exists():
            raise LinkError(f"{file}: {target}")
        return f"{label} (`{named}`)" if label.strip("`") != named else f"`{named}`"

    return _LINK.sub(led, text)
