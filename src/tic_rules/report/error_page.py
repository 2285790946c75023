"""The page of error codes, docs/errors.md, read: for each code what is said, why, and a wrong and a right example."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

ENTRY: Final = re.compile(r"^### ([EW][0-9]{3})\n(.*?)(?=^##|\Z)", re.MULTILINE | re.DOTALL)
_EXAMPLE: Final = re.compile(
    r"^\*\*(Wrong · 错误|Right · 正确)\*\*\n\n```([^\n]*)\n(.*?)^```$", re.MULTILINE | re.DOTALL
)


@dataclass(frozen=True, slots=True)
class Example:
    """A fenced block: what it holds (``yaml dossier``, ``sh``), and its text."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Entry:
    """What the page says of one code."""

    code: str
    paragraphs: tuple[str, ...]
    """What is said and what would be right, in Chinese and in English; then why, in Chinese and in English."""
    wrong: Example | None
    right: Example | None


def entries(page: str) -> list[Entry]:
    """The entries of the page, in its order."""
    return [_entry(found[1], found[2]) for found in ENTRY.finditer(page)]


def _entry(code: str, body: str) -> Entry:
    examples = {label: Example(kind, text) for label, kind, text in _EXAMPLE.findall(body)}
    prose = body.split("**Wrong", maxsplit=1)[0]
    paragraphs = tuple(part.replace("\n", " ").strip() for part in prose.strip().split("\n\n") if part.strip())
    return Entry(code, paragraphs, examples.get("Wrong · 错误"), examples.get("Right · 正确"))
