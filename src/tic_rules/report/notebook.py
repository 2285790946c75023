"""What shows itself: in a notebook by its richest form, in a plain console by a few lines."""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, TypeVar, cast

from tic_rules.analysis.comparison import Comparison
from tic_rules.errors import Lang
from tic_rules.facts import Dossier
from tic_rules.ir.determination import Determination
from tic_rules.ir.pack import Pack
from tic_rules.ir.shown import Looks, Shown
from tic_rules.ir.status import CentreStatus
from tic_rules.report import compared, dossier_shown, file, life, markdown, pack_shown, page
from tic_rules.report import summary as short

if TYPE_CHECKING:
    from tic_rules.report.terminal import TerminalReport

_T = TypeVar("_T")

_FORMS: Final[Mapping[str, Callable[[Determination], str]]] = MappingProxyType(
    {"text/plain": short.summary, "text/markdown": markdown.render, "text/html": page.render}
)


def looks(shown: Shown) -> Looks:
    """What makes the looks of a thing. Raises TypeError for what has none."""
    match shown:
        case Determination():
            return DeterminationLooks()
        case Comparison():
            return SheetLooks(compared.summary, compared.markdown, compared.html)
        case Pack():
            return SheetLooks(pack_shown.summary, pack_shown.markdown, pack_shown.html)
        case Dossier():
            return SheetLooks(dossier_shown.summary, dossier_shown.markdown, dossier_shown.html)
        case CentreStatus():
            return LifeLooks(life.summary, life.markdown, life.html)
        case _:
            raise TypeError(type(shown).__name__)


def mimebundle(
    determination: Determination, include: Container[str] | None = None, exclude: Container[str] | None = None
) -> dict[str, str]:
    """The report by media type, as Jupyter asks for it: only those included, none of those excluded."""
    return _bundle(determination, _FORMS, include, exclude)


def _bundle(
    shown: _T,
    forms: Mapping[str, Callable[[_T], str]],
    include: Container[str] | None,
    exclude: Container[str] | None,
) -> dict[str, str]:
    return {
        media: form(shown)
        for media, form in forms.items()
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

    @staticmethod
    def file(determination: Determination, path: Path, *, lang: Lang, overwrite: bool) -> None:
        """The report as a file of its own."""
        file.write(determination, path, lang=lang, overwrite=overwrite)


class SheetLooks:
    """How packs, dossiers and comparisons look: a line of their own making, and three forms."""

    def __init__(
        self, text: Callable[[Any], str], to_markdown: Callable[[Any], str], html: Callable[[Any], str]
    ) -> None:
        self._forms: Mapping[str, Callable[[Any], str]] = {
            "text/plain": text,
            "text/markdown": to_markdown,
            "text/html": html,
        }

    def line(self, shown: object) -> str:
        """One plain line."""
        return repr(shown)

    def text(self, shown: object) -> str:
        """A few plain lines."""
        return self._forms["text/plain"](shown)

    def html(self, shown: object) -> str:
        """HTML."""
        return self._forms["text/html"](shown)

    def mimebundle(
        self, shown: object, include: Container[str] | None = None, exclude: Container[str] | None = None
    ) -> dict[str, str]:
        """The forms by media type."""
        return _bundle(shown, self._forms, include, exclude)

    def terminal(self, shown: object) -> object:
        """What a rich console prints."""
        from rich.text import Text

        if isinstance(shown, Comparison):
            from tic_rules.report import compared_terminal

            return compared_terminal.render(shown)
        return Text(self.text(shown))


class LifeLooks(SheetLooks):
    """How the status of a centre looks."""

    def line(self, shown: object) -> str:
        """One plain line."""
        return life.line(cast(CentreStatus, shown))
