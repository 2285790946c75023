"""What can go wrong, said in Chinese and in English: a code, a place, one sentence and a help."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final, Literal

from tic_rules.inert import visible
from tic_rules.messages import MESSAGES

Lang = Literal["zh", "en"]

PRINTED_AT_MOST: Final = 20
"""How many problems of one file are printed; the rest are counted."""


def nearest(name: str, known: Iterable[str], *, most: int = 1, alike: float = 0.6) -> list[str]:
    """The names most like one that is none of them, the most alike first."""
    # Needed only where something is wrong.
    import difflib

    return difflib.get_close_matches(name, list(known), n=most, cutoff=alike)


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where a problem is: a file or input as named by the user, a line and column from 1, a path in the document."""

    source: str = ""
    line: int = 0
    column: int = 0
    path: str = ""

    def __str__(self) -> str:
        spot = ":".join(
            part for part in (visible(self.source), *(str(n) for n in (self.line, self.column) if n)) if part
        )
        return " ".join(part for part in (spot, visible(self.path)) if part)


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing that is wrong, with all that is needed to put it right."""

    place: Place
    code: str
    values: tuple[tuple[str, str], ...] = field(default=())

    @classmethod
    def of(cls, code: str, place: Place | None = None, /, **values: object) -> Problem:
        """A problem of a known code; the values fill the code's message."""
        if code not in MESSAGES:
            raise KeyError(f"no message for code {code}")
        return cls(place or Place(), code, tuple(sorted((name, str(value)) for name, value in values.items())))

    @classmethod
    def unknown(
        cls,
        code: str,
        name: object,
        known: Iterable[str],
        place: Place | None = None,
        /,
        *,
        near: str | None = None,
        **more: object,
    ) -> Problem:
        """A problem with a name that is none of those known: its values say all of them, and the nearest one.

        ``near`` is the one that was meant, where that is not a matter of spelling.
        """
        names = list(known)
        if near is None:
            near = next(iter(nearest(str(name), names)), None)
        asked = {} if near is None else {"near": f"是否为“{near}”？", "near_en": f"Did you mean “{near}”? "}
        told = {"near": "", "near_en": "", **asked, "known": "、".join(names), "known_en": ", ".join(names)}
        return cls.of(code, place, name=name, **told, **more)

    def sentence(self, lang: Lang = "zh") -> str:
        """What is wrong, as one sentence."""
        return self._fill(MESSAGES[self.code].zh if lang == "zh" else MESSAGES[self.code].en)

    def help(self, lang: Lang = "zh") -> str:
        """What would be right, as one sentence."""
        return self._fill(MESSAGES[self.code].help_zh if lang == "zh" else MESSAGES[self.code].help_en)

    def text(self, lang: Lang = "zh") -> str:
        """Code, place, sentence and help on one line."""
        head = " ".join(part for part in (self.code, str(self.place)) if part)
        mark = "：" if lang == "zh" else ": "
        gap = "" if lang == "zh" else " "
        return f"{head}{mark}{self.sentence(lang)}{gap}{self.help(lang)}"

    def _fill(self, template: str) -> str:
        return template.format_map({name: visible(value) for name, value in self.values})


class TicRulesError(Exception):
    """The base of all errors of this library: one or more problems, all that were found, in order of place."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems: Final = tuple(sorted(set(problems)))
        if not self.problems:
            raise ValueError("an error names at least one problem")
        super().__init__(self.problems)

    def lines(self, lang: Lang = "zh") -> list[str]:
        """The problems, a line each, at most PRINTED_AT_MOST; a last line counts the rest."""
        shown = [problem.text(lang) for problem in self.problems[:PRINTED_AT_MOST]]
        rest = len(self.problems) - len(shown)
        if rest:
            shown.append(f"另有{rest}处" if lang == "zh" else f"and {rest} more")
        return shown

    def __str__(self) -> str:
        return "\n".join([*self.lines("zh"), *self.lines("en")])


class InputError(TicRulesError):
    """A dossier, or a value in it, is refused."""


class PackError(TicRulesError):
    """A policy pack is refused."""


class RecordError(TicRulesError):
    """A recorded determination is refused."""


class UsageError(TicRulesError):
    """What was asked for does not exist: an unknown city, track, question, date or file."""


class ExtraMissingError(UsageError, ImportError):
    """A part of the library was imported whose optional dependency is not installed."""
