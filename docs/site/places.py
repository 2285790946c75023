"""Where each made page of the site stands, so that pages can lead to each other."""

from __future__ import annotations

from typing import Final

from tic_rules.ir.pack import Pack

NORMS: Final = "reference/norms/index.md"
FACTS: Final = "reference/facts/index.md"
LANGUAGE: Final = "reference/language.md"
COMMANDS: Final = "reference/commands/index.md"
SCHEMAS: Final = "reference/schemas/index.md"
MODULES: Final = ("tic_rules", "tic_rules.testing")
"""The public modules."""


def city(pack: Pack) -> str:
    """The page of a pack."""
    return f"reference/norms/{pack.id}/index.md"


def norm(pack: Pack, name: str) -> str:
    """The page of a norm."""
    return f"reference/norms/{pack.id}/{name}.md"


def findings(pack: Pack) -> str:
    """The page of a pack's findings, terms and relaxations."""
    return f"reference/norms/{pack.id}/findings.md"


def lifecycle(pack: Pack) -> str:
    """The page of what a pack rules after approval."""
    return f"reference/norms/{pack.id}/lifecycle.md"


def fact(path: str) -> str:
    """The page on which a fact stands: that of its group, or of the pack that alone states it."""
    group = path.split(".", maxsplit=1)[0].split("[", maxsplit=1)[0]
    return "reference/facts/dossier.md" if group == "stated_on" else f"reference/facts/{group}.md"


def module(name: str) -> str:
    """The page of a module of the Python API."""
    return f"reference/api/{name}.md"


def command(name: str) -> str:
    """The page of a command."""
    return f"reference/commands/{name}.md"
