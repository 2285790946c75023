"""A page of the site in Markdown, and the few forms of markup that the made pages use."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tic_rules.inert import for_markdown
from tic_rules.ir.catalogue import Text


@dataclass(frozen=True, slots=True)
class Page:
    """A file of the site: its path below the root, with ``/`` between folders, and its Markdown."""

    path: str
    text: str


def made(path: str, blocks: Iterable[str]) -> Page:
    """A page of blocks with a blank line between each two; empty blocks are left out."""
    return Page(path, "\n\n".join(block for block in blocks if block) + "\n")


def both(text: Text) -> str:
    """Chinese, then English, in one line."""
    return for_markdown(f"{text.zh} · {text.en}")


def stacked(text: Text) -> str:
    """Chinese, and English below it, in a cell."""
    return f"{for_markdown(text.zh)}<br>{english(text.en)}"


def english(text: str) -> str:
    """English words among Chinese ones, said to be so: a screen reader and a browser then treat them rightly."""
    return f'<span lang="en">{for_markdown(text)}</span>'


def code(text: str) -> str:
    """What can be typed or is written in a file; also right within a table."""
    return f"<code>{for_markdown(text)}</code>"


def link(label: str, here: str, there: str, anchor: str = "") -> str:
    """A link from one page to another; the label is Markdown already."""
    target = posixpath.relpath(there, posixpath.dirname(here) or ".") if there != here else ""
    return f"[{label}]({target}{'#' + anchor if anchor else ''})"


def heading(level: int, text: str, anchor: str = "") -> str:
    """A heading; the text is Markdown already."""
    return f"{'#' * level} {text}" + (f" {{ #{anchor} }}" if anchor else "")


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table; empty where there are no rows."""
    lines = [f"| {' | '.join(cells)} |" for cells in rows]
    return "\n".join([f"| {' | '.join(head)} |", f"|{' --- |' * len(head)}", *lines]) if lines else ""


def bullets(items: Iterable[str]) -> str:
    """A list."""
    return "\n".join(f"- {item}" for item in items)


def fenced(text: str, language: str = "") -> str:
    """Lines as they stand."""
    fence = "```"
    while fence in text:
        fence += "`"
    return f"{fence}{language}\n{text.rstrip()}\n{fence}"


def anchor_of(name: str) -> str:
    """The anchor of a fact, a finding or a term on its page."""
    return name.replace("[]", "").replace(".", "-").replace(":", "--")
