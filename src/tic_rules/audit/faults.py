"""What an audit finds: a place in the record, what is wrong there, what it says and what it should say."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Literal

MOST: Final = 1_000_000
"""The most values that a record may hold, and the most work that its tracks and readings may make."""
_SHOWN: Final = 200
"""The most characters of a found or expected value that are kept."""

SAYS: Final = {
    "form": ("不合判断记录的格式", "is not of the form of a record"),
    "amount": ("数值与所依据的资料不符", "is not what the amounts it is made of come to"),
    "truth": ("结论不能由下级得出", "does not follow from what stands below it"),
    "points": ("待定事项与下级不符", "does not name what is open below it"),
    "margin": ("与界限的差距不符", "is not how far the measure is from its bound"),
    "bound": ("界限与所印文字不符", "is not the bound that is written"),
    "day": ("日期推算不符", "is not the day reckoned from the others"),
    "read": ("资料的读取前后不一", "is not what is read of it elsewhere, or cannot be"),
    "finding": ("认定的记载不一致", "does not fit how the finding stands"),
    "status": ("规范的结果与其结论不符", "is not how the norm came out"),
    "reading": ("另一读法的结果不符", "is not what the other reading would change"),
    "names": ("名称与所列的不一致", "does not name what is listed"),
    "standing": ("施行状态与日期不符", "is not how the pack stands on the day tested"),
    "citation": ("所印出处与编号不符", "is not the citation in words"),
}
"""What can be wrong, in Chinese and in English."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing in a record that does not follow from the rest of it."""

    path: str
    """Where it stands, such as ``norms[3].step.truth``."""
    what: str
    """A key of SAYS."""
    found: str
    expected: str

    def says(self, lang: Literal["zh", "en"] = "zh") -> str:
        """The fault as one sentence."""
        zh, en = SAYS[self.what]
        if lang == "zh":
            return f"{self.path}：{zh}（记录为 {self.found}，应为 {self.expected}）。"
        return f"{self.path} {en} (recorded: {self.found}; should be: {self.expected})."


class EndlessError(Exception):
    """There is more in a record than anybody could have decided, or it goes round in a circle."""


class Faults:
    """The faults found so far."""

    def __init__(self) -> None:
        self.found: list[Fault] = []
        self._left = MOST

    def spend(self, work: int = 1) -> None:
        """Notes that so much more was looked at. Raises EndlessError once that is more than any record can need."""
        self._left -= work
        if self._left < 0:
            raise EndlessError

    def expect(self, what: str, path: str, found: object, expected: object) -> None:
        """Notes a fault unless what was found is what was expected."""
        if found != expected:
            self.found.append(Fault(path, what, _shown(found), _shown(expected)))

    def demand(self, holds: bool, what: str, path: str, found: object, expected: str) -> None:
        """Notes a fault unless a demand holds; ``expected`` says what would satisfy it."""
        if not holds:
            self.found.append(Fault(path, what, _shown(found), expected))

    def reckon(self, what: str, path: str, found: object, work_out: Callable[[], object]) -> None:
        """Expects what is worked out; what cannot be worked out is a fault too."""
        try:
            expected = work_out()
        except (ValueError, ArithmeticError, LookupError) as error:
            self.demand(False, what, path, found, f"({error})")
        else:
            self.expect(what, path, found, expected)


def _shown(value: object) -> str:
    """What was found, on one line, without signs that steer a terminal; the type alone of what cannot be written."""
    if isinstance(value, tuple):
        return f"({', '.join(map(_shown, value))})"
    try:
        text = value if isinstance(value, str) and value.isprintable() else repr(value)
    except ValueError:
        text = type(value).__name__
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
