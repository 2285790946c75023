"""Python data from a caller, copied and checked as a file would be."""

from __future__ import annotations

import datetime as dt
from typing import Final

from tic_rules.source.builder import Builder, excerpt
from tic_rules.source.limits import LIMITS
from tic_rules.source.nodes import Document

_TOO_LONG: Final = 10**LIMITS.digits


def from_python(data: object, source: str = "") -> Document:
    """A document of dicts, lists, str, int, bool and datetime.date; InputError with everything else that is in it.

    Nothing of the caller's is kept: a later change to the data changes nothing, and what a subclass overrides is not
    asked. A key may be a whole number and then counts as its digits, as in YAML. Places have a path but no line.
    """
    builder = Builder(source)
    _walk(data, builder)
    return builder.finish("")


def _walk(data: object, builder: Builder) -> None:
    # Recursion ends at the depth limit, also for data that contain themselves.
    match data:
        case str():
            builder.scalar(str.__str__(data), quoted=True)
        case bool():
            builder.scalar("true" if data else "false", quoted=False, value=data)
        case int():
            _whole(int.__int__(data), builder)
        case dt.date() if not isinstance(data, dt.datetime):
            day = dt.date.fromordinal(dt.date.toordinal(data))
            builder.scalar(day.isoformat(), quoted=False, value=day)
        case dict():
            builder.open(mapping=True)
            for key, below in list(dict.items(data)):
                _key(key, builder)
                _walk(below, builder)
            builder.close()
        case list():
            builder.open(mapping=False)
            for below in list(list.__iter__(data)):
                _walk(below, builder)
            builder.close()
        case None:
            builder.refuse("E116", builder.place(), written="None")
            builder.filler(0, 0)
        case _:
            builder.refuse("E129", builder.place(), type=excerpt(type(data).__name__))
            builder.filler(0, 0)


def _whole(number: int, builder: Builder) -> None:
    if -_TOO_LONG < number < _TOO_LONG:
        builder.scalar(str(number), quoted=False, value=number)
    else:
        builder.refuse("E115", builder.place(), most=LIMITS.digits)
        builder.filler(0, 0)


def _key(key: object, builder: Builder) -> None:
    match key:
        case str():
            builder.scalar(str.__str__(key), quoted=True)
        case int() if not isinstance(key, bool) and -_TOO_LONG < key < _TOO_LONG:
            builder.scalar(str(int.__int__(key)), quoted=True)
        case _:
            builder.refuse("E118", builder.place())
            builder.filler(0, 0)
