"""Who decides the moves and grounds of the packs that are watched: rules in a process of their own, asked over a pipe.

What follows from some facts follows from them always, so each question is asked once and its answer kept: there are as
many as the pack's leaves have combinations of truths, and not as many as there are events.
"""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
import threading
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Any, Final

from tic_rules.errors import Problem, TicRulesError
from tic_rules.ir.status import GroundState
from tic_rules.lifecycle.joins import EVENT, STAGE, STAY, GroundJoin, Joins, MoveJoin

_SECONDS: Final = 30.0
"""How long an answer may take: a question takes less than a millisecond, and an endless loop must end."""
_ATTEMPTS: Final = 2
_MOST_KEPT: Final = 20_000
PROGRAM: Final = Path(__file__).with_name("ruleset.py")

Said = frozenset[tuple[str, str, str]]


class WatchError(TicRulesError):
    """The rules could not be decided."""


class NotThereError(WatchError):
    """durable-rules is not installed, or cannot be imported."""


class Rules:
    """A process in which rules are decided. Started when it is first asked; ``close`` ends it."""

    def __init__(self, *, seconds: float = _SECONDS, program: Path = PROGRAM) -> None:
        self._seconds = seconds
        self._program = program
        self._process: subprocess.Popen[str] | None = None
        self._answers: SimpleQueue[str | None] = SimpleQueue()
        self._loaded: dict[str, list[dict[str, Any]]] = {}
        self._kept: dict[tuple[str, tuple[tuple[int, str], ...]], Said] = {}
        self.questions = 0
        """How many questions the process has answered."""
        self.starts = 0

    def __enter__(self) -> Rules:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def process_id(self) -> int | None:
        """The id of the process, where it runs."""
        return None if self._process is None else self._process.pid

    def start(self) -> None:
        """Starts the process. Raises NotThereError where durable-rules is not there."""
        if self._process is not None:
            return
        self.starts += 1
        # -P: the program's own folder is no place to import from. Faults are for the one who asks, not for the screen.
        self._process = subprocess.Popen(  # noqa: S603  (this interpreter, and a file of ours)
            [sys.executable, "-P", str(self._program)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            encoding="utf-8",
        )
        self._answers = SimpleQueue()
        threading.Thread(target=_read, args=(self._process, self._answers), daemon=True).start()
        ready = self._answer()
        if ready is None or not ready.get("ready"):
            self.close()
            raise NotThereError([Problem.of("E080", detail=str((ready or {}).get("why", "")))])
        for name, rules in self._loaded.items():
            answer = self._exchange(json.dumps({"ruleset": name, "rules": rules}, ensure_ascii=False))
            if answer is None or "error" in answer:
                self.close()
                raise _failed(str((answer or {}).get("error", "the process of durable-rules ended")))

    def close(self) -> None:
        """Ends the process."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.wait()
            for pipe in (process.stdin, process.stdout):
                if pipe is not None:
                    # What was not written any more cannot be: the pipe is let go all the same.
                    with suppress(OSError):
                        pipe.close()

    def load(self, joins: Joins) -> str:
        """Makes rules known, under a name by their content. Raises WatchError where they are refused."""
        rules = joins.to_data()
        name = "r" + hashlib.sha256(json.dumps(rules, ensure_ascii=False).encode()).hexdigest()
        if name not in self._loaded:
            self._told({"ruleset": name, "rules": rules})
            self._loaded[name] = rules
        return name

    def follows(self, name: str, facts: Iterable[tuple[int, str]]) -> Said:
        """What follows from facts: ``(ground | move, id, word)``. Raises WatchError."""
        asked = tuple(facts)
        kept = self._kept.get((name, asked))
        if kept is None:
            if len(self._kept) >= _MOST_KEPT:
                self._kept.clear()
            kept = self._kept[name, asked] = self._asked(name, asked)
        return kept

    def _asked(self, name: str, facts: Sequence[tuple[int, str]]) -> Said:
        answer = self._told({"ruleset": name, "facts": facts})
        self.questions += 1
        try:
            return frozenset((str(what), str(about), str(word)) for what, about, word in answer["follows"])
        except (KeyError, TypeError, ValueError):
            raise _failed(f"answer: {answer}") from None

    def _told(self, said: dict[str, Any]) -> dict[str, Any]:
        """The answer to a message. A process that ends is started again once: it holds nothing between questions."""
        for _ in range(_ATTEMPTS):
            self.start()
            answer = self._exchange(json.dumps(said, ensure_ascii=False))
            if answer is not None:
                if "error" in answer:
                    raise _failed(str(answer["error"]))
                return answer
            self.close()
        raise _failed("the process of durable-rules ended, or did not answer")

    def _exchange(self, line: str) -> dict[str, Any] | None:
        process = self._process
        if process is None or process.stdin is None:
            raise AssertionError("the process was started")
        try:
            process.stdin.write(line + "\n")
            process.stdin.flush()
        except OSError:
            return None
        return self._answer()

    def _answer(self) -> dict[str, Any] | None:
        """The next answer; None where the process ended, or took too long."""
        try:
            line = self._answers.get(timeout=self._seconds)
            answer = None if line is None else json.loads(line)
        except (Empty, ValueError):
            return None
        return answer if isinstance(answer, dict) else None


def _read(process: subprocess.Popen[str], answers: SimpleQueue[str | None]) -> None:
    if process.stdout is not None:
        try:
            for line in process.stdout:
                answers.put(line)
        except (OSError, ValueError):
            pass
    answers.put(None)


def _failed(detail: str) -> WatchError:
    return WatchError([Problem.of("E081", detail=detail)])


class Decider:
    """Decides for one pack."""

    def __init__(self, rules: Rules, joins: Joins) -> None:
        self._rules = rules
        self._name = rules.load(joins)

    def ground(self, joined: GroundJoin, arises: str, leaves: Iterable[str]) -> GroundState:
        """How a ground stands, by the truths of its parts. Raises WatchError unless the rules say one thing."""
        facts = [
            (joined.arises, arises),
            *((leaf.slot, word) for leaf, word in zip(joined.leaves, leaves, strict=True)),
        ]
        said = self._rules.follows(self._name, facts)
        states = [word for what, about, word in said if what == "ground" and about == joined.ground.id]
        if len(states) != 1:
            raise _failed(f"{joined.ground.id}: {states}")
        return GroundState(states[0])

    def move(self, stage: str, kind: str, moves: Sequence[MoveJoin], truths: Sequence[str]) -> dict[str, str]:
        """Which moves lead on, each whether certainly, and ``stay`` where it may remain. Raises WatchError."""
        facts = [(STAGE, stage), (EVENT, kind)]
        facts += [(m.slot, word) for m, word in zip(moves, truths, strict=True) if m.slot is not None]
        said = {about: word for what, about, word in self._rules.follows(self._name, facts) if what == "move"}
        if not said or not set(said) <= {STAY, *(joined.move.id for joined in moves)}:
            raise _failed(f"{stage}, {kind}: {sorted(said)}")
        return said
