"""Makers of frozen records: the same objects as their classes make, at the cost of plain ones.

A frozen class sets each field of a new object by way of a guard. Here a twin of the class, with the same slots and no
guard, takes the fields, and then becomes one of the class; from there on it is frozen like any other.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import MISSING, fields
from typing import Any, TypeVar

_Made = TypeVar("_Made")


def maker(cls: type[_Made]) -> Callable[..., _Made]:
    """What makes objects of a frozen class with slots, from the same arguments.

    Raises TypeError for a class that does more when it makes an object than take its fields.
    """
    made = _made.get(cls)
    if made is None:
        made = _made[cls] = _maker(cls)
    return made


_made: dict[type, Callable[..., Any]] = {}


def _maker(cls: type[Any]) -> Callable[..., Any]:
    known = fields(cls)
    names = tuple(field.name for field in known)
    if hasattr(cls, "__post_init__") or cls.__dict__.get("__slots__") != names or cls.__mro__[1:] not in _PLAIN:
        raise TypeError(f"{cls.__name__} does not only take its fields")
    table: dict[str, Any] = {"twin": type("Twin", cls.__bases__, {"__slots__": names}), "cls": cls}
    parameters = []
    for field in known:
        if field.default is MISSING:
            parameters.append(field.name)
        else:
            table[f"default_{field.name}"] = field.default
            parameters.append(f"{field.name}=default_{field.name}")
    lines = [f"def make({', '.join(parameters)}):", " made = twin()", *(f" made.{name} = {name}" for name in names)]
    lines += [" made.__class__ = cls", " return made", ""]
    # The source holds the names of the fields of our own classes.
    exec("\n".join(lines), table)  # noqa: S102
    made: Callable[..., Any] = table["make"]
    return made


_PLAIN = ((object,),)
