"""Norms and what stands beside them: citations, readings, relaxations, findings, terms, tracks, provisions."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from tic_rules.errors import Place
from tic_rules.ir.catalogue import Text
from tic_rules.ir.conditions import Condition, Measure


@dataclass(frozen=True, slots=True, order=True)
class Citation:
    """A place in a regulation as printed."""

    article: int
    occurrence: int = 1
    """Which of several articles printed under the same number."""
    paragraph: int | None = None
    item: int | None = None
    sentence: int | None = None

    @property
    def is_read(self) -> bool:
        """Whether it could be read: a pack in which one could not is refused, and its article is then 0."""
        return self.article > 0

    def text(self, lang: str = "zh", *, twice: bool = False) -> str:
        """第八条（二） or Art. 8(2); ``twice``: the number is printed more than once, so the occurrence is told."""
        if lang == "zh":
            which = f"〔第{self.occurrence}次出现〕" if twice else ""
            paragraph = f"第{chinese_number(self.paragraph)}款" if self.paragraph else ""
            item = f"（{chinese_number(self.item)}）" if self.item else ""
            sentence = f"第{chinese_number(self.sentence)}句" if self.sentence else ""
            return f"第{chinese_number(self.article)}条{which}{paragraph}{item}{sentence}"
        which = f" [occurrence {self.occurrence}]" if twice else ""
        paragraph = f" para. {self.paragraph}" if self.paragraph else ""
        item = f"({self.item})" if self.item else ""
        sentence = f" sentence {self.sentence}" if self.sentence else ""
        return f"Art. {self.article}{which}{paragraph}{item}{sentence}"


_DIGITS = "零一二三四五六七八九"


def chinese_number(number: int) -> str:
    """A number from 1 to 999 in Chinese, as articles are numbered."""
    if not 1 <= number <= 999:
        raise ValueError(f"no article number: {number}")
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    text = f"{_DIGITS[hundreds]}百" if hundreds else ""
    if tens:
        text += ("" if tens == 1 and not hundreds else _DIGITS[tens]) + "十"
    elif hundreds and ones:
        text += "零"
    return text + (_DIGITS[ones] if ones else "")


class Question(StrEnum):
    """What a determination answers; one at a time."""

    ENTRY = "entry"
    """May this applicant enter by this track?"""
    PROCEDURE = "procedure"
    """Was each step taken, and by whom?"""
    OPERATION = "operation"
    """Does the running centre keep the rules?"""
    NAMING = "naming"
    """Does it bear the printed name?"""


class Strength(StrEnum):
    """How strictly a norm binds."""

    HARD = "hard"
    IN_PRINCIPLE = "in principle"
    """原则上, 一般: the authority may depart from it, by a finding of its own."""
    PREFERENCE = "preference"
    """优先, 鼓励: shown, and changes no verdict."""


@dataclass(frozen=True, slots=True)
class Reading:
    """Where the text leaves room: the reading taken, the other one, and why."""

    taken: Text
    other: Text
    why: Text
    other_when: Condition | None = None
    other_require: Condition | None = None
    other_strength: Strength | None = None

    @property
    def is_evaluated(self) -> bool:
        """Whether the other reading is written as a condition, so that it is evaluated too."""
        return self.other_when is not None or self.other_require is not None or self.other_strength is not None


@dataclass(frozen=True, slots=True)
class Norm:
    """A unit of meaning drawn from provisions: ``any: [not when, require]``, with a strength."""

    id: str
    cites: tuple[Citation, ...]
    question: Question
    title: Text
    explain: Text
    require: Condition
    when: Condition | None = None
    tracks: tuple[str, ...] = ()
    """The tracks that ask it; none named: all."""
    strength: Strength = Strength.HARD
    departs_by: tuple[str, ...] = ()
    """For a norm in principle: the authorities whose finding excuses it."""
    readings: tuple[Reading, ...] = ()
    remedy: Text | None = None
    place: Place = Place()

    @property
    def departure(self) -> str:
        """The id of the finding that the authority departs from this norm."""
        return f"{self.id}:departs"


@dataclass(frozen=True, slots=True)
class Relaxation:
    """可适当放宽: on its ground the authority may accept less of the norms it covers."""

    id: str
    cites: tuple[Citation, ...]
    title: Text
    covers: tuple[str, ...]
    ground: Condition
    accepted_by: tuple[str, ...]
    readings: tuple[Reading, ...] = ()
    place: Place = Place()

    def acceptance(self, norm: str) -> str:
        """The id of the finding that less is accepted of that norm."""
        return f"{self.id}:{norm}"


@dataclass(frozen=True, slots=True)
class Finding:
    """A named question that only a person can decide, and who decides it."""

    id: str
    ask: Text
    decided_by: tuple[str, ...]
    """Ids of authorities of the pack."""
    recorded_in: str | None = None
    """The act of the procedure whose recorded outcome is this finding."""
    place: Place = Place()

    @property
    def is_implied(self) -> bool:
        """Whether it follows from a norm in principle or a relaxation: those ids alone hold a colon."""
        return ":" in self.id


@dataclass(frozen=True, slots=True)
class Authority:
    """Somebody who decides, applies or receives something, with the names it goes by."""

    id: str
    title: Text
    also: tuple[str, ...] = ()
    """Further Chinese names."""

    @property
    def names(self) -> tuple[str, ...]:
        """All names it goes by."""
        return (self.title.zh, self.title.en, *self.also)


@dataclass(frozen=True, slots=True)
class Term:
    """A measure or a condition defined once, with its citation."""

    id: str
    cites: tuple[Citation, ...]
    title: Text
    measure: Measure | None = None
    condition: Condition | None = None
    place: Place = Place()

    @property
    def body(self) -> tuple[Measure | Condition, ...]:
        """The one thing that it defines."""
        return tuple(part for part in (self.measure, self.condition) if part is not None)


@dataclass(frozen=True, slots=True)
class Track:
    """A way in, for those of whom ``applies`` holds."""

    id: str
    title: Text
    applies: Condition
    cites: tuple[Citation, ...] = ()
    place: Place = Place()


class Became(StrEnum):
    """What became of a provision that no norm was drawn from, or that norms do not exhaust."""

    NORMS = "norms"
    PEOPLE = "people"
    """Left to people: nothing in it can be held against a dossier."""
    ELSEWHERE = "elsewhere"
    """Ruled by another text, which is named."""
    HISTORY = "history"
    """Decided on the history of an approved centre: deadlines, evaluations, revocation, transition."""
    NOTHING = "nothing"
    """Nothing to decide."""


@dataclass(frozen=True, slots=True)
class Provision:
    """A unit of the text as printed, with its fingerprint, and what became of it."""

    cites: Citation
    text_sha256: str
    prints: tuple[str, ...]
    """The numbers and words of duty (应, 须, 不得) that its text holds."""
    became: Became
    norms: tuple[str, ...] = ()
    """Ids of the norms, relaxations and terms drawn from it."""
    why: Text | None = None
    place: Place = Place()

    @property
    def article(self) -> int:
        """The article's printed number."""
        return self.cites.article

    @property
    def occurrence(self) -> int:
        """Which of several articles printed under that number."""
        return self.cites.occurrence

    @property
    def paragraph(self) -> int | None:
        """The paragraph, where the provision is one."""
        return self.cites.paragraph

    @property
    def item(self) -> int | None:
        """The item, where the provision is one."""
        return self.cites.item
