"""HTML as elements: a text becomes HTML here and nowhere else, and always escaped."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from tic_rules.inert import for_html

_INLINE: Final = frozenset({"span", "strong", "code", "summary", "dt", "dd", "p", "h3", "h4"})


@dataclass(frozen=True, slots=True)
class Element:
    """An element with its class, its language and what stands in it: texts and elements."""

    tag: str
    children: tuple[str | Element, ...] = ()
    css: str = ""
    lang: str = ""

    def html(self) -> str:
        """The element as HTML; elements that are no part of a line stand on lines of their own."""
        attributes = "".join(
            f' {name}="{for_html(value)}"' for name, value in (("class", self.css), ("lang", self.lang)) if value
        )
        inner = "".join(child.html() if isinstance(child, Element) else for_html(child) for child in self.children)
        end = "" if self.tag in _INLINE - {"p", "h3", "h4", "dd"} else "\n"
        return f"<{self.tag}{attributes}>{inner}</{self.tag}>{end}"


def made(tag: str, *children: str | Element, css: str = "", lang: str = "") -> Element:
    """An element of the given children."""
    return Element(tag, children, css, lang)
