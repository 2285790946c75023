"""How much one document may hold: the one table of budgets for files, texts and Python data alike."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Limits:
    """The most that is read; one more of anything is refused, with the place where it happened."""

    file_bytes: int = 8_000_000
    """Bytes of a file, of standard input, or of a text once encoded in UTF-8."""
    depth: int = 64
    """Collections inside one another; the outermost counts as one."""
    nodes: int = 200_000
    """Mappings, lists, values and keys together."""
    text: int = 2_000
    """Characters of one value or key, after escapes are read."""
    digits: int = 40
    """Digits of one number that is not in quotes."""
    problems: int = 1_000
    """Problems collected before reading stops."""
    path: int = 200
    """Characters of a place's path; of a longer one the end is kept, as long keys in deep nesting would fill memory."""


LIMITS: Final = Limits()
"""The limits in force. They are not options: a document that is read here is read everywhere."""
