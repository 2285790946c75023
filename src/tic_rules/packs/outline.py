"""The outline of a regulation's text: articles, their paragraphs and items, found line by line.

An article runs from its heading to the next heading; a chapter title belongs to none, nor does what stands before the
first heading. A line whose sentence is not over goes on in the next line, whatever blank line or page break lies
between. A line after a finished sentence that is neither heading nor item is a further paragraph of its article,
unless the items before it go on after it: then it is a part of its item.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from typing import Final

# All patterns are for lines as `_line` writes them: in NFKC but for ringed numbers, which NFKC makes bare digits.
_RINGED: Final = frozenset("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳")
_NUMERAL: Final = r"(?:[〇零一二三四五六七八九十百千]{1,9}|\d{1,4})"
_BOOKMARK: Final = re.compile(r"\[\s*bookmark\s*:\s*[A-Za-z0-9_]{1,40}\s*\]")
_HEADING: Final = re.compile(rf"第\s*(?P<number>{_NUMERAL})\s*条(?P<gap>\s+|$)?")
_CHAPTER: Final = re.compile(rf"(?:第\s*(?P<number>{_NUMERAL})\s*(?P<level>[章节编])[^,。;:]{{0,30}}|附\s*则)$")
_PAGE_NUMBER: Final = re.compile(r"[-–—]\s*\d{1,4}\s*[-–—]$")
_ITEM: Final = re.compile(
    r"(?:[-–•·*]+\s*)?(?P<marker>\(\s*(?P<han>[一二三四五六七八九十]{1,3})\s*\)|\(\s*(?P<bracket>\d{1,2})\s*\)"
    r"|(?P<point>\d{1,2})\s*[.、](?!\d)|(?P<comma>[一二三四五六七八九十]{1,3})、(?![一二三四五六七八九十])"
    r"|(?P<ring>[①-⑳]))\s*"
)
_PROSE: Final = re.compile(r"[,。;:]")
_SENTENCE_END: Final = ("。", ";", ":", "!", "?")
_CLOSING: Final = "”’」』)》】\"' "
# What follows the number of an article or of an item that is only referred to.
_CITES_ARTICLE: Final = re.compile(r"规定|所|的|之|[,、]|[款项](?!目)|[和或及与至]?第")
_CITES_ITEM: Final = re.compile(r"[,、至]|[款项](?!目)")


@dataclass(slots=True)
class Block:
    """A stretch of text that began on a line of its own, with the heading or item number it began with."""

    marker: str
    body: str


@dataclass(slots=True)
class Paragraph:
    """A paragraph of an article: what stands before its items, and its items by their printed numbers."""

    lead: list[Block]
    style: str = ""
    """How the items are numbered; an item numbered otherwise is a part of the item before it."""
    items: list[tuple[int, list[Block]]] = field(default_factory=list)

    @property
    def blocks(self) -> list[Block]:
        """All of its text in the order printed."""
        return [*self.lead, *(block for _, blocks in self.items for block in blocks)]


@dataclass(slots=True)
class Article:
    """What a heading and the text below it print; the first paragraph begins with the heading."""

    number: int
    paragraphs: list[Paragraph]


def outline(text: str) -> list[Article]:
    """The articles of a text in the order printed; none where it has no heading."""
    reader = _Reader()
    for printed in text.splitlines():
        line = _line(printed)
        if line and not _PAGE_NUMBER.match(line):
            reader.take(line)
    return reader.articles


def _line(printed: str) -> str:
    shown = (char for char in printed if unicodedata.category(char) != "Cf")
    signs = (char if char in _RINGED else unicodedata.normalize("NFKC", char) for char in shown)
    return _BOOKMARK.sub("", "".join(signs)).strip()


@dataclass(slots=True)
class _Reader:
    """Takes the lines of a regulation in their order."""

    articles: list[Article] = field(default_factory=list)
    last: Block | None = None
    """What an unfinished sentence goes on from: none before the first heading and after a chapter title."""
    chapters: dict[str, int] = field(default_factory=dict)
    """The last number of each level of chapter."""
    items: dict[str, int] = field(default_factory=dict)
    """The last item number of each style in this article."""

    def take(self, line: str) -> None:
        finished = self.last is None or self.last.body.rstrip(_CLOSING).endswith(_SENTENCE_END)
        if heading := self._heading(line, finished):
            self.last = Block(heading.group().rstrip(), line[heading.end() :])
            self.articles.append(Article(_integer(heading["number"]), [Paragraph([self.last])]))
            self.items = {}
        elif self._chapter(line, finished):
            self.last = None
        elif not self.articles or (self.last is None and not _PROSE.search(line)):
            return  # the preamble, or a chapter title's second line
        elif item := self._item(line, finished):
            style, self.items[item[0]], self.last = item
            self._place(style, self.items[style], self.last)
        elif self.last is None or finished:
            self.last = Block("", line)
            self.articles[-1].paragraphs.append(Paragraph([self.last]))
        else:
            self.last.body += line

    def _heading(self, line: str, finished: bool) -> re.Match[str] | None:
        """A heading at the start of a line; inside a sentence, or without a space after it, only if it counts on."""
        heading = _HEADING.match(line)
        if heading is None:
            return None
        spaced = heading["gap"] is not None
        counts_on = _integer(heading["number"]) == (self.articles[-1].number if self.articles else 0) + 1
        cited = not spaced and (not finished or _CITES_ARTICLE.match(line, heading.end()) is not None)
        return heading if (spaced and finished) or (counts_on and not cited) else None

    def _chapter(self, line: str, finished: bool) -> bool:
        """Whether the line is a chapter's title; inside a sentence only if it counts on."""
        chapter = _CHAPTER.match(line)
        if chapter is None or chapter["level"] is None:
            return chapter is not None and finished
        number = _integer(chapter["number"])
        if not finished and number != self.chapters.get(chapter["level"], 0) + 1:
            return False
        self.chapters[chapter["level"]] = number
        return True

    def _item(self, line: str, finished: bool) -> tuple[str, int, Block] | None:
        """The style, the number and the text of an item; inside a sentence only if it counts on."""
        item = _ITEM.match(line)
        if item is None:
            return None
        style, numeral = next((style, text) for style, text in item.groupdict().items() if text and style != "marker")
        number = _integer(numeral)
        counts_on = number in {1, self.items.get(style, 0) + 1} and not _CITES_ITEM.match(line, item.end())
        return (style, number, Block(item["marker"], line[item.end() :])) if finished or counts_on else None

    def _place(self, style: str, number: int, block: Block) -> None:
        """Puts an item into the list it counts on, below another item, or at the head of a new list."""
        paragraphs = self.articles[-1].paragraphs
        if paragraphs[-1].style != style and number > 1:
            for at, earlier in reversed(list(enumerate(paragraphs))):
                if earlier.style == style and earlier.items[-1][0] == number - 1:
                    earlier.items[-1][1].extend(block for later in paragraphs[at + 1 :] for block in later.blocks)
                    del paragraphs[at + 1 :]
                    break
        paragraph = paragraphs[-1]
        if paragraph.style in {"", style}:
            paragraph.style = style
            paragraph.items.append((number, [block]))
        else:
            paragraph.items[-1][1].append(block)


def _integer(numeral: str) -> int:
    """Reads 23, 二十三, 一百零二 and ⑳."""
    total = current = 0
    for char in numeral:
        value = int(unicodedata.numeric(char, 0))
        if value < 10:
            current = current * 10 + value
        else:
            total, current = total + (current or 1) * value, 0
    return total + current
