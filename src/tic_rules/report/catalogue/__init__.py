"""The catalogue of sentences: for each case one template in Chinese and one in English, filled by name.

A template is filled with values (an amount, a day, a title, a citation) and with whole clauses, never with half a
sentence; a test holds that both languages of a template name the same values.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from tic_rules.errors import Lang
from tic_rules.inert import visible
from tic_rules.ir.catalogue import Text
from tic_rules.report.catalogue.amounts import AMOUNTS
from tic_rules.report.catalogue.count import Count
from tic_rules.report.catalogue.facts import FACTS
from tic_rules.report.catalogue.life import LIFE
from tic_rules.report.catalogue.norms import NORMS
from tic_rules.report.catalogue.reports import REPORTS
from tic_rules.report.catalogue.shown import SHOWN
from tic_rules.report.catalogue.steps import STEPS
from tic_rules.report.catalogue.thresholds import THRESHOLDS
from tic_rules.report.catalogue.watch import WATCH

TEMPLATES: Final[Mapping[str, Text]] = MappingProxyType(
    {**AMOUNTS, **THRESHOLDS, **FACTS, **STEPS, **NORMS, **REPORTS, **SHOWN, **LIFE, **WATCH}
)
"""Every template by its key."""

LONGEST: Final = 120
"""How many characters of one text from a dossier are shown; the rest is counted."""


def fill(key: str, lang: Lang, **values: str | Count) -> str:
    """A template of the catalogue, filled; every value is made inert."""
    return (
        TEMPLATES[key]
        .of(lang)
        .format_map({name: visible(value) if isinstance(value, str) else value for name, value in values.items()})
    )


def quoted(text: str) -> str:
    """A text that a dossier brought, inert and of bounded length, the characters cut off being counted."""
    shown = visible(text[:LONGEST])
    return shown if len(text) <= LONGEST else f"{shown}‹+{len(text) - LONGEST}›"


def listed(items: list[str], lang: Lang, *, most: int = 8) -> str:
    """Names one after the other, at most so many; the rest is counted."""
    return ("、" if lang == "zh" else ", ").join(_counted(items, lang, most))


def joined(items: list[str], lang: Lang, *, most: int = 4) -> str:
    """Clauses one after the other, at most so many; the rest is counted."""
    return ("；" if lang == "zh" else "; ").join(_counted(items, lang, most))


def _counted(items: list[str], lang: Lang, most: int) -> list[str]:
    rest = len(items) - most
    return [*items[:most], fill("and-more", lang, count=str(rest))] if rest > 0 else items
