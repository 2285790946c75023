"""How a determination shows itself: in a notebook, to ``print``, to rich, and as one of a list.

``ir`` is below ``report`` and may not import it, so a Determination is given these methods from above, when the package
is imported. Each of them loads the report when it is first called, so that the import brings along neither the report
nor rich. The methods stand on the class: a copied, pickled or recorded determination has them as well.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from rich.console import RenderableType

    from tic_rules.ir.determination import Determination


def _text(self: Determination) -> str:
    """The summary in Chinese."""
    from tic_rules.report.summary import summary

    return summary(self)


def _line(self: Determination) -> str:
    """One line, such as stands in a list: what was asked of whom, and the verdict in both languages."""
    from tic_rules.report.summary import line

    return line(self)


def _mimebundle(self: Determination, include: Any = None, exclude: Any = None) -> dict[str, str]:
    """The report by media type, as Jupyter asks for it."""
    from tic_rules.report.notebook import mimebundle

    return mimebundle(self, include, exclude)


def _html(self: Determination) -> str:
    """The report as HTML, for what asks for nothing else."""
    from tic_rules.report import page

    return page.render(self)


def _rich(self: Determination) -> RenderableType:
    """The report as a rich console prints it."""
    from tic_rules.report import terminal

    return terminal.render(self)


_METHODS: Final[Mapping[str, Callable[..., object]]] = MappingProxyType(
    {
        "__repr__": _line,
        "__str__": _text,
        "__rich__": _rich,
        "_repr_html_": _html,
        "_repr_mimebundle_": _mimebundle,
    }
)


def shows_itself(determination: type[Determination]) -> None:
    """Gives the class of determinations its methods for showing itself."""
    for name, method in _METHODS.items():
        setattr(determination, name, method)
