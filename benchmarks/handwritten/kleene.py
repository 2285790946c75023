"""Kleene values in the cheapest form that keeps all they say: True, False, or the names of what is not known.

A name is the path of a missing fact or the id of a needed finding; no fact is called as a finding is.
"""

from __future__ import annotations

from collections.abc import Iterable

Open = frozenset[str]
Kleene = bool | Open


def unknown(*names: str) -> Open:
    """Open, for what the names say."""
    return frozenset(names)


def both(left: Kleene, right: Kleene) -> Kleene:
    """False if one is false, else open if one is open."""
    if left is False or right is False:
        return False
    if left is True:
        return right
    return left if right is True else left | right


def either(left: Kleene, right: Kleene) -> Kleene:
    """True if one is true, else open if one is open."""
    if left is True or right is True:
        return True
    if left is False:
        return right
    return left if right is False else left | right


def opposite(value: Kleene) -> Kleene:
    """True for false and false for true."""
    if value is True:
        return False
    return True if value is False else value


def given(when: Kleene, require: Kleene) -> Kleene:
    """What is asked only where ``when`` holds."""
    if when is True:
        return require
    if when is False or require is True:
        return True
    return when if require is False else when | require


def every(values: Iterable[Kleene]) -> Kleene:
    """All of many."""
    names: set[str] = set()
    for value in values:
        if value is True:
            continue
        if value is False:
            return False
        names |= value
    return frozenset(names) if names else True


def is_true(flag: bool | None, if_missing: Open) -> Kleene:
    """A flag that has to be true."""
    return if_missing if flag is None else flag


def is_false(flag: bool | None, if_missing: Open) -> Kleene:
    """A flag that has to be false."""
    return if_missing if flag is None else not flag
