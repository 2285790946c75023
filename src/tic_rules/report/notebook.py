"""A determination that shows itself: in a notebook by its richest form, in a plain console by its summary."""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from tic_rules.ir.determination import Determination
from tic_rules.report import markdown, page
from tic_rules.report import summary as short

if TYPE_CHECKING:
    from tic_rules.report.terminal import TerminalReport

_FORMS: Final[Mapping[str, Callable[[Determination], str]]] = MappingProxyType(
    {"text/plain": short.summary, "text/markdown": markdown.render, "text/html": page.render}
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


class DeterminationLooks:
    """How determinations look, for ``tic_rules.ir.shown``; what prints in a terminal is loaded when it is asked for."""

    line = staticmethod(short.line)
    text = staticmethod(short.summary)
    html = staticmethod(page.render)
    mimebundle = staticmethod(mimebundle)

    @staticmethod
    def terminal(determination: Determination) -> TerminalReport:
        """The whole report, as a rich console prints it."""
        from tic_rules.report import terminal

        return terminal.render(determination)
