"""Text from outside, made harmless for the place where it is shown.

Names in a dossier come from anybody. Every renderer passes them through here, and nowhere else is text escaped.
"""

from __future__ import annotations

import unicodedata

_LONGEST = 2000


def visible(text: str) -> str:
    """The text with every control, format, private or unassigned character written out as ‹U+XXXX›, on one line."""
    shown = text[:_LONGEST]
    # What Python calls printable holds none of these characters.
    if not shown.isprintable():
        shown = "".join(_mark(char) if _hidden(char) else char for char in shown)
    return shown if len(text) <= _LONGEST else f"{shown}‹+{len(text) - _LONGEST}›"


def _hidden(char: str) -> bool:
    return unicodedata.category(char) in {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}


def _mark(char: str) -> str:
    return f"‹U+{ord(char):04X}›"


def for_html(text: str) -> str:
    """The text for an HTML element or a quoted attribute."""
    import html

    return html.escape(visible(text), quote=True)


_MARKDOWN = frozenset("\\`*_{}[]()#+-.!|<>~&$^:@/=")


def for_markdown(text: str) -> str:
    """The text for a Markdown line or table cell: no markup, link, image, heading or HTML can come of it.

    ASCII punctuation with a meaning is written as a character reference, which every Markdown dialect shows as itself.
    """
    return "".join(f"&#{ord(char)};" if char in _MARKDOWN else char for char in visible(text))
