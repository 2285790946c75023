"""A compiled pack, and the decisions it makes: the verdict at once, the open points and the whole trace when read."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from threading import Lock
from typing import NamedTuple, NoReturn

from pydantic_core import PydanticCustomError

from tic_rules.backends.python.answers import Answer, Answered, Subject
from tic_rules.backends.python.outcomes import status_of, verdict_of
from tic_rules.backends.python.place import decider_names
from tic_rules.backends.python.points import FAILS, HOLDS, Unknown
from tic_rules.backends.python.program import Machine, Numbers, machine
from tic_rules.backends.python.runtime import DisagreementError
from tic_rules.backends.python.traced import Tracer, tracer
from tic_rules.engine.asked import Asked, Asking
from tic_rules.engine.decide import decide
from tic_rules.engine.subjects import subject
from tic_rules.engine.view import View
from tic_rules.errors import InputError, Problem, UsageError
from tic_rules.facts import Dossier, reader_of, words
from tic_rules.facts.problems import not_a_dossier
from tic_rules.ir.determination import Determination, Status
from tic_rules.ir.norms import Question
from tic_rules.ir.pack import Pack
from tic_rules.truth import Truth, Verdict


class NormDecision(NamedTuple):
    """How one norm came out."""

    id: str
    status: Status
    truth: Truth


class TrackDecision(NamedTuple):
    """What came of one way in."""

    id: str
    verdict: Verdict
    """NOT_APPLICABLE where it is not this applicant's."""
    truth: Truth


class Decision:
    """What a compiled pack decides: what a determination says, of which only the verdict has been worked out yet.

    Truths with their open points are made when they are first read, and so is the determination with its whole trace,
    equal to the reference engine's. It never changes, and may be read by several threads.
    """

    __slots__ = ("_asked", "_by", "_determination", "_machine", "_numbers", "_read", "_unknown", "dossier", "verdict")

    def __init__(
        self,
        by: Compiled,
        dossier: Dossier,
        asked: Asked,
        made: Machine,
        unknown: Unknown,
        numbers: Numbers,
        read: tuple[Dossier, Answered, dict[str, object]],
    ) -> None:
        self.dossier = dossier
        """The dossier that was decided."""
        self.verdict = verdict_of(numbers[0], unknown.facts)
        """PASS, FAIL, UNKNOWN or REVIEW; NOT_APPLICABLE where no track is this applicant's."""
        self._by = by
        self._read = read
        self._asked = asked
        self._machine = made
        self._unknown = unknown
        self._numbers = numbers
        self._determination: Determination | None = None

    def __repr__(self) -> str:
        """The verdict, in one plain line."""
        return f"<Decision {self.verdict.value}, {self._by.pack.id}, {self._asked.question.value}, {self._asked.as_of}>"

    @property
    def truth(self) -> Truth:
        """The truth behind the verdict, with every open point; false where no track is this applicant's."""
        return self._unknown.truth(FAILS if self._numbers[0] is None else self._numbers[0])

    @property
    def tracks(self) -> tuple[TrackDecision, ...]:
        """The ways in that were tried, in the order of the pack."""
        numbers, of = self._numbers[1], self._unknown
        return tuple(
            TrackDecision(track.id, verdict_of(number, of.facts), of.truth(FAILS if number is None else number))
            for track, number in zip(self._machine.tracks, numbers, strict=True)
        )

    @property
    def norms(self) -> tuple[NormDecision, ...]:
        """The norms that were asked, in the order of the pack."""
        numbers, of = iter(self._numbers[2]), self._unknown
        return tuple(
            NormDecision(norm.id, status_of(truth, when, require, of.facts), of.truth(truth))
            for norm, truth, when, require in zip(self._machine.norms, numbers, numbers, numbers, strict=True)
        )

    @property
    def determination(self) -> Determination:
        """The determination with its whole trace, equal to the reference engine's; made once."""
        if self._determination is None:
            self._determination = self._by.traced(self._asked, *self._read)
        return self._determination


class Compiled:
    """A pack made into Python functions, one for each question and choice of tracks that is asked; safe to share."""

    def __init__(self, pack: Pack) -> None:
        self.pack = pack
        """The pack that it was made of."""
        self._machines: dict[tuple[Question, tuple[str, ...]], Machine] = {}
        self._tracers: dict[tuple[Question, tuple[str, ...]], Tracer | None] = {}
        self._making = Lock()
        self._findings = {
            finding.id: (decider_names(pack, finding.id), None in pack.lists_asked_of[finding.id])
            for finding in pack.findings
        }
        """Who may decide each finding, and whether it is asked of the whole."""
        self._deciders = {name: deciders for name, (deciders, _) in self._findings.items()}
        self._readers = {spec.path.partition(".")[2]: reader_of(spec) for spec in pack.facts}
        self._prefixes = {finding.id.partition(".")[0] for finding in pack.findings}

    def __repr__(self) -> str:
        """Which pack it is, in one plain line."""
        return f"<Compiled {self.pack!r}>"

    def decide(
        self,
        dossier: Dossier,
        *,
        on: date | None = None,
        question: Question | str = Question.ENTRY,
        tracks: Collection[str] = (),
    ) -> Decision:
        """The same answer as ``tic_rules.decide`` for the same arguments, as fast as rules written by hand.

        Raises what that raises: InputError and UsageError.
        """
        asking = Asking.of("decide", self.pack, on, question, tracks)
        if not isinstance(dossier, Dossier):
            raise UsageError([not_a_dossier(type(dossier).__name__)])
        checked = Dossier.checked(dossier)
        try:
            asked = asking.about(self.pack, checked)
            made = self._machine(asked)
            unknown = Unknown(made.points, made.facts, made.truths)
            answered = self._answers(checked, asked.as_of)
            local = self._local(checked)
            numbers = made.run(checked, asked.as_of, answered[0], answered[1], local, unknown)
        except (InputError, DisagreementError):
            self._refuse(dossier, asking)
        return Decision(self, dossier, asked, made, unknown, numbers, (checked, answered, local))

    def source(self, question: Question | str = Question.ENTRY, tracks: Collection[str] = ()) -> str:
        """The Python that decides a question, for whoever wants to read it; no word of it is from the pack."""
        asking = Asking.of("source", self.pack, None, question, tracks)
        tried = tuple(track for track in self.pack.tracks if not asking.named or track.id in asking.named)
        return self._machine(Asked(asking.question, tried, bool(asking.named), asking.as_of)).source

    def traced(self, asked: Asked, dossier: Dossier, answered: Answered, local: dict[str, object]) -> Determination:
        """The determination of a dossier that was decided; by the reference engine where only that can tell all."""
        made = self._tracer(asked)
        if made is not None:
            try:
                return made.determination(dossier, asked, answered, local, self._deciders)
            except DisagreementError:
                pass
        return decide(self.pack, dossier, on=asked.as_of, question=asked.question, tracks=asked.names)

    def _tracer(self, asked: Asked) -> Tracer | None:
        key = (asked.question, tuple(track.id for track in asked.tracks))
        if key not in self._tracers:
            with self._making:
                if key not in self._tracers:
                    self._tracers[key] = tracer(self.pack, asked.question, asked.tracks)
        return self._tracers[key]

    def _machine(self, asked: Asked) -> Machine:
        key = (asked.question, tuple(track.id for track in asked.tracks))
        made = self._machines.get(key)
        if made is None:
            with self._making:
                made = self._machines.get(key) or machine(self.pack, asked.question, asked.tracks)
                self._machines[key] = made
        return made

    def _refuse(self, dossier: Dossier, asking: Asking) -> NoReturn:
        """Has the reference engine say what is wrong with the dossier."""
        decide(self.pack, dossier, on=asking.as_of, question=asking.question, tracks=asking.named)
        raise AssertionError("a dossier is refused that the reference engine takes")

    def _local(self, dossier: Dossier) -> dict[str, object]:
        """The facts that the pack declares, by path."""
        readers = self._readers
        for city, facts in dossier.local:
            if city == self.pack.id:
                try:
                    return {f"{city}.{name}": readers[name](written) for name, written in facts}
                except (KeyError, PydanticCustomError):
                    raise DisagreementError from None
        return {}

    def _answers(self, dossier: Dossier, as_of: date) -> Answered:
        """Which answer counts for each finding, and its day: the latest by who may decide, up to the as-of day."""
        answers: dict[Subject, int] = {}
        days: dict[Subject, date] = {}
        said: list[Answer] = []
        given: dict[tuple[Subject, date | None], bool | None] = {}
        view: View | None = None
        for index, entry in enumerate(dossier.findings or ()):
            name, day = entry.finding or "", entry.day
            known = self._findings.get(name)
            if known is None:
                if name.partition(".")[0] in self._prefixes:
                    raise DisagreementError
                said.append((None, entry, False))
                continue
            deciders, of_whole = known
            key: Subject = name
            if entry.about is not None or not of_whole:
                view = view or View(dossier, self.pack, as_of)
                about = subject(entry, f"findings[{index}]", self.pack, view)
                if isinstance(about, Problem):
                    raise DisagreementError
                if about is not None:
                    listed, _, number = about.rpartition("[")
                    key = (name, listed, int(number[:-1]))
            may_decide = words.canonical(entry.by or "") in deciders
            said.append((key, entry, may_decide))
            if not may_decide:
                continue
            answer = entry.answer
            if given.setdefault((key, day), answer) is not answer:
                raise DisagreementError
            if day is not None and day <= as_of and (key not in days or day > days[key]):
                answers[key] = HOLDS if answer else FAILS
                days[key] = day
        return answers, days, said


def compiled(pack: Pack) -> Compiled:
    """A pack compiled, for whoever decides many dossiers by it; what is asked is made when it is first asked."""
    return Compiled(pack)
