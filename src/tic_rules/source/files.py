"""Bytes from a file or from standard input, without waiting for ever and without more than the limit."""

from __future__ import annotations

import errno
import os
import stat
import sys
from typing import BinaryIO, Final

from tic_rules.errors import InputError, Place, Problem
from tic_rules.source.encodings import too_large
from tic_rules.source.limits import LIMITS

_CODES: Final = {
    errno.ENOENT: "E101", errno.ENOTDIR: "E101", errno.EISDIR: "E102", errno.ENXIO: "E103",
    errno.ELOOP: "E104", errno.EACCES: "E105", errno.EPERM: "E105",
}  # fmt: skip
_FLAGS: Final = os.O_RDONLY | sum(getattr(os, name, 0) for name in ("O_NONBLOCK", "O_CLOEXEC", "O_NOCTTY", "O_BINARY"))
"""Never wait for a writer, never become the owner of a terminal, never change line ends."""
_CHUNK: Final = 1 << 20


def read_file(path: str | bytes, *, most: int = LIMITS.file_bytes) -> bytes:
    """The bytes of a regular file; InputError where it is none, cannot be read, or has more than ``most`` bytes."""
    name = os.fsdecode(path)
    try:
        # Looked at before opening, since opening a device can already do something; and again after, since it may
        # have been exchanged meanwhile.
        _regular(os.stat(path), name)  # noqa: PTH116  (a Path cannot spell every name)
        handle = os.open(path, _FLAGS)
        try:
            _regular(os.fstat(handle), name)
            return _bounded(handle, name, most)
        finally:
            os.close(handle)
    except OSError as fault:
        raise _failed(fault, name) from None
    except ValueError:
        # A name with a zero character, or one that this system cannot spell.
        raise InputError([Problem.of("E106", Place(name), reason="EINVAL")]) from None


def read_stream(stream: BinaryIO | None, name: str, *, most: int = LIMITS.file_bytes) -> bytes:
    """The bytes of a stream, by default standard input; InputError where it cannot be read or is too large."""
    if stream is None:
        # Without a console, as under pythonw, there is no standard input.
        stream = sys.stdin.buffer if sys.stdin is not None else None
    if stream is None:
        raise InputError([Problem.of("E106", Place(name), reason="EBADF")])
    data = bytearray()
    try:
        while len(data) <= most:
            part = stream.read(min(_CHUNK, most + 1 - len(data)))
            if not part:
                return bytes(data)
            data += part
    except OSError as fault:
        raise _failed(fault, name) from None
    except ValueError:
        raise InputError([Problem.of("E106", Place(name), reason="EBADF")]) from None
    raise too_large(name, most)


def _bounded(handle: int, name: str, most: int) -> bytes:
    data = bytearray()
    while len(data) <= most:
        part = os.read(handle, min(_CHUNK, most + 1 - len(data)))
        if not part:
            return bytes(data)
        data += part
    raise too_large(name, most)


def _regular(status: os.stat_result, name: str) -> None:
    if not stat.S_ISREG(status.st_mode):
        code = "E102" if stat.S_ISDIR(status.st_mode) else "E103"
        raise InputError([Problem.of(code, Place(name))])


def _failed(fault: OSError, name: str) -> InputError:
    number = fault.errno or 0
    code = _CODES.get(number)
    if code is None:
        return InputError([Problem.of("E106", Place(name), reason=errno.errorcode.get(number, str(number)))])
    return InputError([Problem.of(code, Place(name))])
