"""The one door through which every file and every dict enters, dossiers and packs alike.

What comes out has been read safely, holds nothing but text, whole numbers, true, false and days, and knows the line
and column of each. What those mean is for the models to say.
"""

from __future__ import annotations

import os
from typing import BinaryIO

from tic_rules.source.encodings import Text, decode
from tic_rules.source.files import read_file, read_stream
from tic_rules.source.json_text import parse_json
from tic_rules.source.limits import LIMITS, Limits
from tic_rules.source.nodes import Document, Mapping, Node, Scalar, Sequence, Value, place_of, plain, steps_of
from tic_rules.source.plain_data import plain_copy
from tic_rules.source.python_data import from_python
from tic_rules.source.writing import Writing
from tic_rules.source.yaml_text import parse_yaml

__all__ = [
    "LIMITS",
    "Document",
    "Limits",
    "Mapping",
    "Node",
    "Scalar",
    "Sequence",
    "Text",
    "Value",
    "Writing",
    "decode",
    "from_python",
    "parse_json",
    "parse_yaml",
    "place_of",
    "plain",
    "plain_copy",
    "read_bytes",
    "read_document",
    "read_text",
    "read_writing",
    "steps_of",
]


def read_document(path: str | os.PathLike[str], *, stdin: BinaryIO | None = None) -> Document:
    """The document in a file, or in standard input where the path is the text "-"; see read_writing.

    InputError names everything that is wrong.
    """
    return read_writing(path, stdin=stdin).document()


def read_writing(path: str | os.PathLike[str], *, stdin: BinaryIO | None = None) -> Writing:
    """The text in a file, or in standard input where the path is the text "-", and its form.

    A name that ends in .json is read as JSON, any other as YAML; standard input as JSON where it begins with { or [.
    InputError where it cannot be read. At most LIMITS.file_bytes are read.
    """
    if isinstance(path, str) and path == "-":
        text = decode(read_stream(stdin, path), path)
        is_json = text.text.lstrip(" \t\r\n").startswith(("{", "["))
    else:
        place = os.fspath(path)
        text = decode(read_file(place), os.fsdecode(place))
        is_json = text.source.lower().endswith(".json")
    return Writing(text, is_json)


def read_text(path: str, *, stdin: BinaryIO | None = None) -> Text:
    """The text of a file, or of standard input where the path is "-"; InputError where it cannot be read."""
    return decode(read_bytes(path, stdin=stdin), path)


def read_bytes(path: str, *, stdin: BinaryIO | None = None, most: int = LIMITS.file_bytes) -> bytes:
    """The bytes of a regular file, or of standard input where the path is "-"; InputError where there are too many."""
    return read_stream(stdin, path, most=most) if path == "-" else read_file(path, most=most)
