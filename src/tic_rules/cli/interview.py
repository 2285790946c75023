"""An interview: one open point after the other, in the order in which the engine would ask them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from enum import Enum
from typing import BinaryIO

from tic_rules.cli import answering, replies
from tic_rules.cli.agenda import Turn, agenda, instead, name_of
from tic_rules.cli.drafts import Draft
from tic_rules.cli.edits import standing, told, untold
from tic_rules.cli.interview_screen import InterviewScreen
from tic_rules.cli.queries import (
    FindingQuery,
    ListQuery,
    Query,
    ThingQuery,
    ValueQuery,
    YearQuery,
    prompts,
)
from tic_rules.cli.replies import Typed, Word
from tic_rules.cli.streams import Sink
from tic_rules.errors import InputError, Lang, Problem
from tic_rules.ir.catalogue import FactSpec
from tic_rules.ir.pack import Pack
from tic_rules.truth import OpenPoint


class _After(Enum):
    """How it goes on."""

    ON = "on"
    BACK = "back"
    LEFT = "left"


class Interview:
    """Asks what can still change the verdict until nothing can, or until it is left; the draft holds what was told.

    Each point is asked once; what was skipped is asked again by the next interview on the same file.
    """

    def __init__(self, draft: Draft, pack: Pack, *, as_of: date, out: Sink, stdin: BinaryIO | None, lang: Lang) -> None:
        self._draft = draft
        self._pack = pack
        self._as_of = as_of
        self._stdin = stdin
        self._screen = InterviewScreen(pack, out, lang)
        self._asked: set[OpenPoint] = set()
        self._recorded: set[str] = set()
        """The findings recorded in this interview: told anew, they are put right and not answered twice."""
        self._turn: Turn | None = None
        """The question that was put last; the one named by the engine, or what is told instead of it."""

    def run(self) -> None:
        """Asks. Raises KeyboardInterrupt where it is broken off; the file is then as after the last answer."""
        self._screen.begin(self._draft.path)
        turns: list[Turn] = []
        turn = self._next()
        while turn is not None or turns:
            match _After.LEFT if turn is None else self._ask(turn):
                case _After.LEFT if turn is None and self._goes_back():
                    turn = turns.pop()
                case _After.LEFT:
                    return
                case _After.BACK if turns:
                    turn = turns.pop()
                case _After.BACK:
                    self._screen.nothing_before()
                case _After.ON if turn is not None:
                    self._asked.add(turn.question.point)
                    turns.append(self._turn or turn)
                    turn = self._next()

    def _goes_back(self) -> bool:
        """Whether, with nothing left to ask, somebody would rather put the last answer right."""
        self._screen.settled()
        typed = self._line()
        return typed is not None and typed.word is Word.BACK

    def _next(self) -> Turn | None:
        """The first question that was not asked yet."""
        return next(iter(agenda(self._pack, self._draft, self._as_of, self._asked)), None)

    # --- one question ----------------------------------------------------------------------------------------------

    def _ask(self, turn: Turn) -> _After:
        self._turn = turn
        query = turn.query
        name = name_of(query)
        before = standing(self._draft.tree, query)
        others = self._others(turn)
        if begun := next((other for other in others if name_of(other) in self._draft.unfinished), None):
            return self._ask(replace(turn, query=begun))
        self._screen.ask(turn.question, query, self._draft.tree, turn.left, others=others)
        typed_so_far: list[str] = []
        answers: list[object] = []
        if kept := self._draft.unfinished.get(name):
            typed_so_far, answers = self._taken_up(query, kept)
            self._screen.taken_up(typed_so_far)
        while (spec := prompts(query, len(answers))) is not None:
            self._screen.prompt(query, spec, len(answers))
            typed = self._line()
            if typed is None:
                return _After.LEFT
            match self._word(typed, turn):
                case Word.HELP:
                    self._screen.help(turn.question, query)
                    continue
                case Word.QUIT:
                    return _After.LEFT
                case Word.BACK if answers:
                    answers.pop()
                    typed_so_far.pop()
                    self._draft.keep(name, typed_so_far)
                    continue
                case Word.BACK:
                    return _After.BACK
                case Word.LIST | Word.TOTAL:
                    return self._ask(replace(turn, query=others[0]))
                case (Word.SKIP | Word.UNKNOWN) as word if not (isinstance(query, ListQuery) and answers):
                    if word is Word.UNKNOWN and before is not None and not answers:
                        return self._forget(query)
                    return _After.ON
                case Word.SKIP:
                    if self._take(query, answers, name):
                        return self._done(turn)
                    continue
                case Word.UNKNOWN:
                    answers.append(None)
                case _ if isinstance(query, ListQuery) and not answers and replies.is_empty_list(typed):
                    if self._take(query, [], name):
                        return self._done(turn)
                    continue
                case _:
                    try:
                        answers.append(self._read(query, spec, typed))
                    except InputError as error:
                        self._screen.refuse(error)
                        continue
            typed_so_far.append(typed.text if not typed.quoted else f'"{typed.text}"')
            if prompts(query, len(answers)) is not None:
                self._draft.keep(name, typed_so_far)
            elif not self._take(query, answers, name):
                answers.pop()
                typed_so_far.pop()
        return self._done(turn)

    def _word(self, typed: Typed, turn: Turn) -> Word | None:
        """The command that was typed; those that lead elsewhere are none where there is nothing else to ask."""
        word = typed.word
        if word in {Word.LIST, Word.TOTAL}:
            others = self._others(turn)
            wanted = ListQuery if word is Word.LIST else ValueQuery
            return word if others and isinstance(others[0], wanted) else None
        return word

    def _others(self, turn: Turn) -> tuple[Query, ...]:
        return instead(self._pack, self._draft.tree, turn)

    def _taken_up(self, query: Query, kept: list[str]) -> tuple[list[str], list[object]]:
        """What an earlier interview was told of an answer in part, as far as it is still right."""
        lines: list[str] = []
        answers: list[object] = []
        for line in kept:
            typed = replies.typed(line)
            spec = prompts(query, len(answers))
            if spec is None or prompts(query, len(answers) + 1) is None:
                break
            try:
                answers.append(None if typed.word is Word.UNKNOWN else self._read(query, spec, typed))
            except InputError:
                break
            lines.append(line)
        return lines, answers

    # --- one answer ------------------------------------------------------------------------------------------------

    def _read(self, query: Query, spec: FactSpec, typed: Typed) -> object:
        return answering.read(self._pack, query, spec, typed)

    def _take(self, query: Query, answers: list[object], name: str) -> bool:
        """Writes the answer; says why, and that it was not taken, where the dossier would then be refused."""
        tree = untold(self._draft.tree, query) if name in self._recorded else self._draft.tree
        kept = self._draft.unfinished.pop(name, None)
        try:
            self._draft.take(told(tree, query, answers, self._pack))
        except InputError as error:
            if kept is not None:
                self._draft.unfinished[name] = kept
            self._screen.refuse(error)
            return False
        match query:
            case FindingQuery():
                self._recorded.add(name)
            case ListQuery(path=path) | ThingQuery(path=path):
                # What stands below may be another member's now, so it is asked again as far as it is open.
                below = (f"{path}[", f"{path}.")
                self._asked = {p for p in self._asked if not (p.name.startswith(below) or p.about.startswith(below))}
            case ValueQuery() | YearQuery():
                pass
        return True

    def _forget(self, query: Query) -> _After:
        """Takes out what was told; where the rest of the dossier needs it, it stays."""
        self._recorded.discard(name_of(query))
        try:
            self._draft.take(untold(self._draft.tree, query))
        except InputError as error:
            self._screen.refuse(error)
        return _After.ON

    def _done(self, turn: Turn) -> _After:
        if turn.question.point in self._draft.determination.truth.points:
            self._screen.still_open()
        return _After.ON

    def _line(self) -> Typed | None:
        """What is typed next; None where nobody types any more."""
        while self._stdin is not None:
            try:
                line = replies.next_line(self._stdin)
            except (replies.TooLongError, replies.NotTextError):
                self._screen.refuse(InputError([Problem.of("E035", most=replies.LONGEST)]))
                self._screen.again()
                continue
            except (OSError, ValueError):
                return None
            if line is not None and not self._stdin.isatty():
                self._screen.echo(line)
            return None if line is None else replies.typed(line)
        return None
