"""The official text of a regulation, read into provisions that a pack's own list can be checked against.

A pack lists every provision with the fingerprint of its text, never the text. Whoever holds the text recomputes the
list from it and sees what the pack left out, or what the authority has changed since.
"""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol, TypeAlias

from tic_rules.packs.outline import Block, outline
from tic_rules.packs.wording import plain, prints

_Place: TypeAlias = tuple[int, int, int | None, int | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedProvision:
    """One provision as printed: its place, the fingerprint of its text, and what in it could decide something.

    An article covers all that stands up to the next heading or chapter: its items and further paragraphs too. A
    further paragraph covers its own items. Fingerprint and prints are of that same text, its number included in the
    fingerprint and left out of the prints.
    """

    article: int
    """The number printed."""
    occurrence: int = 1
    """Which of the headings that print this number, from 1."""
    paragraph: int | None = None
    """From 2: the first paragraph is the heading's own and has no entry, and its items have no paragraph."""
    item: int | None = None
    """The number printed; what is numbered below an item is a part of it."""
    text_sha256: str
    prints: tuple[str, ...]
    """The duties 应, 须, 不得, then each number with what it counts, as printed but in NFKC, each once."""


def read_regulation(text: str) -> tuple[PrintedProvision, ...]:
    """The provisions of a regulation in the order printed; none where the text has no heading.

    Each article is followed by the items of its first paragraph, then by each further paragraph and its items.
    """
    occurrences: Counter[int] = Counter()
    provisions: list[PrintedProvision] = []
    for article in outline(text):
        occurrences[article.number] += 1
        heading = (article.number, occurrences[article.number])
        whole = [block for paragraph in article.paragraphs for block in paragraph.blocks]
        provisions.append(_provision((*heading, None, None), whole))
        for at, paragraph in enumerate(article.paragraphs, start=1):
            number = at if at > 1 else None
            if number is not None:
                provisions.append(_provision((*heading, number, None), paragraph.blocks))
            provisions.extend(_provision((*heading, number, item), blocks) for item, blocks in paragraph.items)
    return tuple(provisions)


def _provision(place: _Place, blocks: list[Block]) -> PrintedProvision:
    article, occurrence, paragraph, item = place
    return PrintedProvision(
        article=article,
        occurrence=occurrence,
        paragraph=paragraph,
        item=item,
        text_sha256=fingerprint("".join(block.marker + block.body for block in blocks)),
        prints=prints(block.body for block in blocks),
    )


def fingerprint(text: str) -> str:
    """The SHA-256 of the text's plain form, in hexadecimal: white space, page breaks and editor's marks are no change.

    The plain form is NFKC without white space, zero-width characters, bookmarks, a stray `and` between Chinese
    characters, and list dashes before bracketed numbers; it is hashed as UTF-8.
    """
    return hashlib.sha256(plain(text).encode("utf-8", "surrogatepass")).hexdigest()


class ListedProvision(Protocol):
    """What a pack lists of one provision; every part means what it means in a `PrintedProvision`."""

    @property
    def article(self) -> int:
        """The number printed."""

    @property
    def occurrence(self) -> int:
        """Which of the headings that print this number, from 1."""

    @property
    def paragraph(self) -> int | None:
        """From 2, or none."""

    @property
    def item(self) -> int | None:
        """The number printed, or none."""

    @property
    def text_sha256(self) -> str:
        """The fingerprint of its text."""

    @property
    def prints(self) -> Sequence[str]:
        """The duties and numbers in its text, in any order."""


class DifferenceKind(StrEnum):
    """How a pack's list and the printed text disagree on one provision."""

    MISSING = "missing"
    """Printed, but not listed."""
    EXTRA = "extra"
    """Listed, but not printed."""
    TEXT = "text"
    """The fingerprints differ."""
    PRINTS = "prints"
    """The list names other duties or numbers than the text."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One disagreement between a pack's list and the printed text."""

    kind: DifferenceKind
    article: int
    occurrence: int
    paragraph: int | None
    item: int | None
    listed: tuple[str, ...] = ()
    """TEXT: the fingerprint listed. PRINTS: what only the list names. Else empty."""
    printed: tuple[str, ...] = ()
    """TEXT: the fingerprint of the text. PRINTS: what only the text names. Else empty."""


def differences(listed: Iterable[ListedProvision], printed: Iterable[PrintedProvision]) -> list[Difference]:
    """Every disagreement: in the order printed, then what is listed and not printed, in the order listed.

    Where a place occurs more than once, the first listed is compared with the first printed, and so on. Full-width and
    half-width signs in a list's prints are one.
    """
    waiting: defaultdict[_Place, deque[ListedProvision]] = defaultdict(deque)
    for entry in listed:
        waiting[_place(entry)].append(entry)
    found: list[Difference] = []
    for provision in printed:
        place = _place(provision)
        if not waiting[place]:
            found.append(Difference(DifferenceKind.MISSING, *place))
            continue
        entry = waiting[place].popleft()
        if entry.text_sha256 != provision.text_sha256:
            found.append(Difference(DifferenceKind.TEXT, *place, (entry.text_sha256,), (provision.text_sha256,)))
        named = tuple(dict.fromkeys(plain(text) for text in entry.prints))
        only_listed = tuple(text for text in named if text not in provision.prints)
        only_printed = tuple(text for text in provision.prints if text not in named)
        if only_listed or only_printed:
            found.append(Difference(DifferenceKind.PRINTS, *place, only_listed, only_printed))
    found.extend(Difference(DifferenceKind.EXTRA, *place) for place, entries in waiting.items() for _ in entries)
    return found


def _place(entry: ListedProvision) -> _Place:
    return entry.article, entry.occurrence, entry.paragraph, entry.item
