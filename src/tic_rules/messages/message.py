"""What one code says."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Message:
    """The sentence and the help of one code, in both languages."""

    zh: str
    en: str
    help_zh: str
    help_en: str
