"""Standard output and standard error as the commands use them: in UTF-8, and calm when nobody reads on."""

from __future__ import annotations

import codecs
import errno
import io
import os
import sys
import unicodedata
from collections.abc import Iterable
from typing import Final, TextIO

# Windows says EINVAL where others say EPIPE.
_READER_GONE: Final = {errno.EPIPE, errno.ESHUTDOWN, *((errno.EINVAL,) if sys.platform == "win32" else ())}

_PLAINER: Final = "tic_rules.plainer"


def _plainer(error: UnicodeError) -> tuple[str, int]:
    """What a terminal is shown for a character that its encoding lacks: the plain form (m2 for m²), else ``?``."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    lacked = error.object[error.start : error.end]
    plain = unicodedata.normalize("NFKC", lacked).encode(error.encoding, "replace").decode(error.encoding)
    return plain, error.end


codecs.register_error(_PLAINER, _plainer)


def prepare(stream: TextIO | None) -> TextIO | None:
    """The stream so set that writing to it never fails on a character.

    A terminal keeps its encoding. A file or a pipe gets UTF-8 with plain line ends whatever the machine's locale says,
    so that the bytes are the same everywhere.
    """
    if isinstance(stream, io.TextIOWrapper):
        if stream.isatty():
            stream.reconfigure(errors=_PLAINER)
        else:
            stream.reconfigure(encoding="utf-8", errors="replace", newline="\n")
    return stream


class Sink(io.TextIOBase):
    """A stream that takes everything: when its reader is gone or its disk is full, the rest is dropped.

    The command goes on to its end, so that its exit code says what it found.
    """

    def __init__(self, stream: TextIO | None) -> None:
        super().__init__()
        self._stream = stream
        self.fault = ""
        """Why something could not be written, such as ENOSPC; empty where all was, or where the reader went away."""

    @property
    def encoding(self) -> str:  # type: ignore[override]
        """The encoding of what is below."""
        return getattr(self._stream, "encoding", None) or "utf-8"

    def isatty(self) -> bool:
        """Whether somebody sits there."""
        return self._stream is not None and not self._stream.closed and self._stream.isatty()

    def fileno(self) -> int:
        """The descriptor of what is below; OSError where there is none."""
        if self._stream is None:
            raise OSError(errno.EBADF, "no stream")
        return self._stream.fileno()

    def writable(self) -> bool:
        """Always."""
        return True

    def write(self, text: str) -> int:
        """Writes the text, or drops it."""
        if self._stream is not None:
            try:
                self._stream.write(text)
            except OSError as error:
                self._give_up(self._stream, error)
        return len(text)

    def flush(self) -> None:
        """Sends on what was written."""
        if self._stream is not None:
            try:
                self._stream.flush()
            except OSError as error:
                self._give_up(self._stream, error)

    def say(self, lines: Iterable[str]) -> None:
        """Writes each line."""
        for line in lines:
            self.write(f"{line}\n")

    def _give_up(self, stream: TextIO, error: OSError) -> None:
        if error.errno not in _READER_GONE:
            self.fault = errno.errorcode.get(error.errno or 0, str(error.errno))
        self._stream = None
        # What is still in the buffer would fail once more when Python ends, with a message of its own: it goes nowhere.
        try:
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, stream.fileno())
            os.close(nowhere)
        except OSError:
            pass
