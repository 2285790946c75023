"""What travels with the library: packs, schemas and the page of error codes, in a wheel and in a checkout alike."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Final

_HERE: Final = files("tic_rules")


def _folder(name: str) -> Traversable:
    packaged = _HERE / name
    if packaged.is_dir():
        return packaged
    return Path(__file__).resolve().parents[2] / name


@cache
def pack_names() -> tuple[str, ...]:
    """The ids of the packs that travel with the library, sorted."""
    return tuple(
        sorted(
            entry.name.removesuffix(".yaml") for entry in _folder("policies").iterdir() if entry.name.endswith(".yaml")
        )
    )


def pack_bytes(name: str) -> bytes:
    """The text of a shipped pack, by a name out of ``pack_names()``; never by a path."""
    if name not in pack_names():
        raise KeyError(name)
    return (_folder("policies") / f"{name}.yaml").read_bytes()


def schema_text(name: str) -> str:
    """A published JSON Schema, by its file name in ``schema/``."""
    folder = _folder("schema")
    if name not in {entry.name for entry in folder.iterdir()}:
        raise KeyError(name)
    return (folder / name).read_text("utf-8")


def errors_page() -> str:
    """The page of error codes, ``docs/errors.md``."""
    return (_folder("docs") / "errors.md").read_text("utf-8")
