"""HTML as elements: a text becomes HTML here and nowhere else, and always escaped."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from tic_rules.inert import for_html

_WITHIN_A_LINE: Final = frozenset({"span", "strong", "code", "summary", "dt"})


@dataclass(frozen=True, slots=True)
class Element:
    """An element with its attributes and what stands in it: texts and elements."""

    tag: str
    children: tuple[str | Element, ...]
    attributes: tuple[tuple[str, str], ...]

    def html(self) -> str:
        """The element as HTML; elements that are no part of a line stand on lines of their own."""
        attributes = "".join(f' {name}="{for_html(value)}"' for name, value in self.attributes if value)
        inner = "".join(child.html() if isinstance(child, Element) else for_html(child) for child in self.children)
        end = "" if self.tag in _WITHIN_A_LINE else "\n"
        return f"<{self.tag}{attributes}>{inner}</{self.tag}>{end}"


def made(
    tag: str, *children: str | Element, css: str = "", lang: str = "", scope: str = "", called: str = ""
) -> Element:
    """An element of the given children; ``css`` is its class, ``called`` what a screen reader calls it.

    None has an id, so that any number of reports may stand on one page.
    """
    return Element(tag, children, (("class", css), ("lang", lang), ("scope", scope), ("aria-label", called)))
