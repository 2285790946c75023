"""The norms of a pack that somebody names: by an id, or by a place of the regulation in any way of writing it."""

from __future__ import annotations

import difflib
import re
import unicodedata
from dataclasses import dataclass
from typing import Final

from tic_rules.errors import Problem, UsageError
from tic_rules.ir.norms import Norm, chinese_number
from tic_rules.ir.pack import Pack

_NUMBER: Final = {chinese_number(number): number for number in range(1, 1000)} | {str(n): n for n in range(1, 1000)}
_N: Final = "([0-9一二三四五六七八九十百零]{1,7})"
_PLACE: Final = re.compile(rf"第?{_N}条?(?:第?{_N}款)?(?:\.?\(?{_N}\)?项?)?")


@dataclass(frozen=True, slots=True)
class _Place:
    """Where in a regulation, as somebody typed it."""

    article: int
    paragraph: int | None
    item: int | None

    def holds(self, norm: Norm) -> bool:
        """Whether a norm is drawn from here."""
        return any(
            cites.article == self.article
            and self.paragraph in {None, cites.paragraph}
            and self.item in {None, cites.item}
            for cites in norm.cites
        )


def norms_named(pack: Pack, name: str) -> tuple[Norm, ...]:
    """The norm of that id, or all that are drawn from that place. Raises UsageError where there is none."""
    if name in pack.norm_by_id:
        return (pack.norm_by_id[name],)
    place = _place(name)
    if place is None:
        known = list(pack.norm_by_id)
        near = difflib.get_close_matches(name, known, n=3, cutoff=0.4) or known[:3]
        told = {"near": "、".join(near), "near_en": ", ".join(near)}
        raise UsageError([Problem.of("E041", None, pack=pack.id, name=name, **told)])
    found = tuple(norm for norm in pack.norms if place.holds(norm))
    if not found:
        numbers = sorted({cites.article for norm in pack.norms for cites in norm.cites})
        known_zh = "、".join(chinese_number(number) for number in numbers)
        known_en = ", ".join(str(number) for number in numbers)
        asked = {"place": name, "place_en": name, "known": known_zh, "known_en": known_en}
        raise UsageError([Problem.of("E023", None, pack=pack.id, **asked)])
    return found


def _place(name: str) -> _Place | None:
    """The place that a text names, in any width, with Chinese or Arabic numbers; None where it names none."""
    plain = "".join(unicodedata.normalize("NFKC", name[:60]).split())
    found = _PLACE.fullmatch(plain)
    if found is None:
        return None
    numbers = [_NUMBER.get(part) for part in found.groups(default="")]
    article, paragraph, item = numbers
    if article is None or any(part and number is None for part, number in zip(found.groups(""), numbers, strict=True)):
        return None
    return _Place(article, paragraph, item)


def is_narrow(name: str) -> bool:
    """Whether a name is that of a paragraph or item, and not of a whole article."""
    place = _place(name)
    return place is not None and (place.item or place.paragraph) is not None
