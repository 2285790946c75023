"""What shows itself: in a notebook, to ``print``, to rich, and as one of a list.

How it looks is made by the report, which stands above and which nothing down here may import. So the package names the
one who makes it as it is imported; nothing of it is loaded before something first shows itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:  # the whole library stands on this: it brings nothing along
    from collections.abc import Callable, Container
    from pathlib import Path

    from tic_rules.errors import Lang


class Looks(Protocol):
    """What makes the looks of a thing."""

    def line(self, shown: Any) -> str:
        """One plain line, such as stands in a list."""

    def text(self, shown: Any) -> str:
        """A few plain lines."""

    def html(self, shown: Any) -> str:
        """HTML."""

    def mimebundle(
        self, shown: Any, include: Container[str] | None = None, exclude: Container[str] | None = None
    ) -> dict[str, str]:
        """Its forms by media type: those included, none of those excluded."""

    def terminal(self, shown: Any) -> object:
        """What a rich console prints."""


class Filed(Looks, Protocol):
    """What makes the looks of a thing that can be a file of its own."""

    def file(self, shown: Any, path: Path, *, lang: Lang, overwrite: bool) -> None:
        """Writes it. Raises UsageError where it cannot be written, or is there already."""


class Shown:
    """A thing that shows itself; copied, pickled or read from a record, it does so as well."""

    __slots__ = ()

    def __repr__(self) -> str:
        """One plain line, such as stands in a list."""
        return looks_of(self).line(self)

    def __str__(self) -> str:
        """A few plain lines."""
        return looks_of(self).text(self)

    def __rich__(self) -> object:
        """What a rich console prints."""
        return looks_of(self).terminal(self)

    def _repr_html_(self) -> str:
        """HTML, for what asks for nothing else."""
        return looks_of(self).html(self)

    def _repr_mimebundle_(
        self, include: Container[str] | None = None, exclude: Container[str] | None = None
    ) -> dict[str, str]:
        """Its forms by media type, as Jupyter asks for them."""
        return looks_of(self).mimebundle(self, include, exclude)


_makers: list[Callable[[Shown], Looks]] = []


def shown_by(maker: Callable[[Shown], Looks]) -> None:
    """Says who makes the looks of a thing; it is called when something shows itself."""
    _makers[:] = [maker]


def looks_of(shown: Shown) -> Looks:
    """What makes the looks of a thing."""
    return _makers[0](shown)
