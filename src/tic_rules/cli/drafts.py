"""The file of an interview: a dossier that is whole and valid after every answer, and keeps what was told in part."""

from __future__ import annotations

import copy
import errno
import json
import os
import re
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any, Final

from tic_rules import source
from tic_rules.cli.queries import Tree
from tic_rules.engine.decide import decide
from tic_rules.errors import InputError, Place, Problem, UsageError
from tic_rules.facts import Dossier
from tic_rules.ir.determination import Determination
from tic_rules.ir.norms import Question
from tic_rules.ir.pack import Pack

Unfinished = dict[str, list[str]]
"""By query, what was typed so far of an answer that takes several prompts."""

_MARK: Final = "# tic-rules ask: "
_MARKED: Final = re.compile(rb"^# tic-rules ask: (\{.*\})\r?$", re.MULTILINE)


class Draft:
    """A dossier file while it is filled in, by one pack, question, track and day.

    What is written is always what the loader has just read, and is put in place of the old file in one step, so that
    the file is valid at every moment, whenever the interview is left.
    """

    def __init__(
        self, path: str, pack: Pack, *, question: Question, tracks: Sequence[str], on: date, start: Mapping[str, Any]
    ) -> None:
        """Opens the file, or starts one with ``start`` in it; without a track, the one applied for in the city counts.

        Raises InputError where the file is no valid dossier, UsageError where it cannot be written.
        """
        self.path: Final = path
        self._pack = pack
        self._question = question
        self._tracks = tuple(tracks)
        self._on = on
        self.unfinished: Unfinished = {}
        self._bytes: bytes | None = None
        if path.lower().endswith(".json") or path == "-":
            raise UsageError([Problem.of("E031", Place(path))])
        if os.path.lexists(path):
            document = source.read_document(path)
            dossier = Dossier.from_document(document, cities=[pack.id])
            applied = dossier.application
            if not self._tracks and applied is not None and applied.track and applied.city in {None, pack.id}:
                self._tracks = (applied.track,)
            self.determination = self._decide(dossier)
            self._bytes = Path(path).read_bytes()
            self.unfinished = _unfinished_in(self._bytes)
            read = source.plain(document.root)
            self.tree: Tree = _texts(read) if isinstance(read, dict) else {}
            self._text = _yaml(self.tree)
        else:
            self.tree = copy.deepcopy(dict(start))
            self._text = _yaml(self.tree)
            self.determination = self._decide(Dossier.from_yaml(self._text, cities=[pack.id]))
            self.save()

    def take(self, tree: Tree) -> None:
        """Takes what was told and writes it. Raises InputError, with places that are paths alone, and changes nothing.

        It is held against the whole dossier and pack: a figure that another one contradicts is refused as any file is.
        """
        text = _yaml(tree)
        try:
            determination = self._decide(Dossier.from_yaml(text, cities=[self._pack.id]))
        except InputError as error:
            raise InputError(replace(one, place=Place(path=one.place.path)) for one in error.problems) from None
        self.tree, self._text, self.determination = tree, text, determination
        self.save()

    def keep(self, name: str, answers: Sequence[str]) -> None:
        """Writes what was told in part; nothing, where there is nothing more to keep."""
        if answers:
            self.unfinished[name] = list(answers)
        elif self.unfinished.pop(name, None) is None:
            return
        self.save()

    def save(self) -> None:
        """Puts the new file in place of the old one. Raises UsageError where it cannot, or somebody else wrote it."""
        kept = {name: answers for name, answers in self.unfinished.items() if answers}
        content = (f"{self._text}{_MARK}{json.dumps(kept)}\n" if kept else self._text).encode()
        new = ""
        try:
            target = Path(os.path.realpath(self.path))
            if (target.read_bytes() if target.exists() else None) != self._bytes:
                raise UsageError([Problem.of("E033", Place(self.path))])
            handle, new = tempfile.mkstemp(prefix=f".{target.name[:40]}.", dir=target.parent)
            with os.fdopen(handle, "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            Path(new).chmod(target.stat().st_mode & 0o777 if target.exists() else 0o644)
            Path(new).replace(target)
            new = ""
        except (OSError, ValueError) as fault:
            raise UsageError([Problem.of("E032", Place(self.path), reason=reason(fault))]) from None
        finally:
            if new:
                Path(new).unlink(missing_ok=True)
        self._bytes = content

    def _decide(self, dossier: Dossier) -> Determination:
        return decide(self._pack, dossier, on=self._on, question=self._question, tracks=self._tracks)


def _yaml(tree: Tree) -> str:
    import yaml

    return yaml.safe_dump(tree, allow_unicode=True, sort_keys=False, width=120)


def reason(fault: OSError | ValueError) -> str:
    """Why a file cannot be written, as the name of the system's error."""
    return errno.errorcode.get(getattr(fault, "errno", None) or errno.EINVAL, "EINVAL")


def _unfinished_in(content: bytes) -> Unfinished:
    """What the last line of ours keeps; what is not of our form is nobody's answer."""
    lines = _MARKED.findall(content)
    try:
        kept = json.loads(lines[-1]) if lines else {}
    except (ValueError, RecursionError):
        return {}
    return {
        name: answers
        for name, answers in kept.items()
        if isinstance(answers, list) and all(isinstance(answer, str) for answer in answers)
    }


def _texts(written: Any) -> Any:
    """The same data with days as text, which is how they are written again."""
    match written:
        case dict():
            return {key: _texts(below) for key, below in written.items()}
        case list():
            return [_texts(below) for below in written]
        case date():
            return written.isoformat()
        case _:
            return written
