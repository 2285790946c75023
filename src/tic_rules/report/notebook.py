"""A determination that shows itself: in a notebook by its richest form, in a plain console by its summary."""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping
from types import MappingProxyType
from typing import Final

from tic_rules.ir.determination import Determination
from tic_rules.report import markdown, page
from tic_rules.report.summary import summary

_FORMS: Final[Mapping[str, Callable[[Determination], str]]] = MappingProxyType(
    {"text/plain": summary, "text/markdown": markdown.render, "text/html": page.render}
)


def mimebundle(
    determination: Determination, include: Container[str] | None = None, exclude: Container[str] | None = None
) -> dict[str, str]:
    """The report by media type, as Jupyter asks for it: only those included, none of those excluded."""
    return {
        media: form(determination)
        for media, form in _FORMS.items()
        if (not include or media in include) and not (exclude and media in exclude)
    }
