"""A program that tells why: the steps of all norms that a question asks in some tracks, as one Python function."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from tic_rules.backends.python.conditions import Conditions
from tic_rules.backends.python.many import Many
from tic_rules.backends.python.place import Here, ManyNode, Program
from tic_rules.backends.python.program import CALLED
from tic_rules.backends.python.steps import Steps, UntoldError
from tic_rules.backends.python.thresholds import due, year_steps
from tic_rules.backends.python.writer import Block
from tic_rules.engine.view import SUBMITTED, name_of
from tic_rules.ir import conditions as ir
from tic_rules.ir.norms import Norm, Question, Strength, Track
from tic_rules.ir.pack import Pack
from tic_rules.ir.walk import Node
from tic_rules.truth import OpenPoint

Weighed = tuple[int, int, int, Any, Any]
"""A norm as the function gives it: the numbers of its truth, of whether it applies and of its requirement alone, and
the steps of ``when`` and of the requirement. A plain tuple, since there are many."""


@dataclass(frozen=True, slots=True)
class Tracing:
    """A function that gives steps, with what its numbers stand for."""

    norms: tuple[Norm, ...]
    tracks: tuple[Track, ...]
    points: tuple[OpenPoint, ...]
    facts: int
    """The bits of missing facts."""
    asked: frozenset[str]
    """The findings that are asked for and are not the outcome of an act on record."""
    run: Callable[..., tuple[bool, Any, Any, tuple[tuple[int, Any], ...], tuple[tuple[Weighed, ...], ...]]]
    """Gives whether a calendar was read; what the submission day says, and the application day; of each track whether
    it applies; of each norm how it was weighed, and then the same of its other readings."""
    source: str


def tracing(pack: Pack, question: Question, tracks: tuple[Track, ...]) -> Tracing | None:
    """The tracing function of a question in some tracks; None where only the reference engine can tell all.

    That is where nodes that are equal are written in different units, and where a calendar is read for each member of a
    list, whichever member it is: nobody reads it then where there is no member.
    """
    first: dict[Node, str] = {}
    if any(first.setdefault(node, repr(node)) != repr(node) for node in pack.every_node):
        return None
    try:
        return _Making(pack, question, tracks).tracing()
    except UntoldError:
        return None


class _Making:
    def __init__(self, pack: Pack, question: Question, tracks: tuple[Track, ...]) -> None:
        self._pack = pack
        self._tracks = tracks
        wanted = {norm.id for track in tracks for norm in pack.norms_for(question, track.id)}
        self._norms = tuple(norm for norm in pack.norms if norm.id in wanted)
        self._program = Program(pack)
        self._conditions = Conditions(self._program)
        self._steps = Steps(self._program, self._conditions)
        self._block = Block(self._program.writer)

    def tracing(self) -> Tracing:
        """Writes the function and makes it."""
        program, block, steps = self._program, self._block, self._steps
        _ToldMany(program, self._conditions, steps).walk(self._roots(), block)
        tracks = [
            f"({self._conditions.truth(track.applies, block)}, {steps.step(track.applies, block)})"
            for track in self._tracks
        ]
        norms = []
        for norm in self._norms:
            made = [self._norm(norm, norm.strength, norm.when, norm.require)]
            for other in norm.readings:
                if not other.is_evaluated:
                    continue
                strength = other.other_strength or norm.strength
                made.append(
                    self._norm(norm, strength, other.other_when or norm.when, other.other_require or norm.require)
                )
            norms.append(f"({', '.join(made)},)")
        submitted = program.reads.fact(SUBMITTED)
        of_tracks, of_norms = (", ".join([*names, ""]) for names in (tracks, norms))
        block.line(f"return reads_calendar, {submitted}, applied, ({of_tracks}), ({of_norms})")
        lines = ["truth = unknown.truth", "reads_calendar = False", *program.reads.written()]
        lines += [f"applied = as_of if {submitted} is NONE else {submitted}", *program.windows(), *block.lines]
        head = "def run(d, as_of, answers, days, local, unknown, told, recorded_step):"
        source = "\n".join([head, *(f" {line}" for line in lines), ""])
        table = {
            **CALLED,
            **program.writer.table,
            "name_of": name_of,
            "due": due,
            "year_steps": year_steps,
        }
        table["__builtins__"] = {**CALLED["__builtins__"], "tuple": tuple}
        # As in ``program``: no word of the source is from the pack.
        exec(compile(source, "<a pack's steps>", "exec"), table)  # noqa: S102
        return Tracing(
            self._norms,
            self._tracks,
            tuple(program.bits),
            program.bits.facts,
            frozenset(steps.asked),
            table["run"],
            source,
        )

    def _roots(self) -> Iterator[Node]:
        """Every node of which there is a step."""
        for track in self._tracks:
            yield track.applies
        for norm in self._norms:
            yield norm.require
            if norm.when is not None:
                yield norm.when
            for reading in norm.readings:
                yield from (node for node in (reading.other_when, reading.other_require) if node is not None)
            for relaxation in self._pack.relaxations_of(norm.id):
                yield relaxation.ground

    def _norm(self, norm: Norm, strength: Strength, when: ir.Condition | None, require: ir.Condition) -> str:
        """The expression of a norm as it was weighed."""
        conditions, steps, block = self._conditions, self._steps, self._block
        truth, made = conditions.truth(require, block), steps.step(require, block)
        required = truth
        excuses: list[tuple[str, str]] = []
        if strength is Strength.IN_PRINCIPLE:
            departure = ir.FindingHolds(norm.departure)
            excuses.append((conditions.truth(departure, block), steps.step(departure, block)))
        for relaxation in self._pack.relaxations_of(norm.id):
            excuse = ir.All((relaxation.ground, ir.FindingHolds(relaxation.acceptance(norm.id))))
            excuses.append((conditions.truth(excuse, block), steps.step(excuse, block)))
        if excuses:
            excused = conditions.any_of([mask for mask, _ in excuses], block)
            told = (
                excuses[0][1]
                if len(excuses) == 1
                else steps.all_of([of for _, of in excuses], excused, block, "AnyStep")
            )
            truth = conditions.excused(required, excused, block)
            made = block.put(f"ExcusedStep({made}, {told}, {steps.truth(truth, block)})")
        if when is None:
            return f"({truth}, 0, {required}, None, {made})"
        applies = conditions.truth(when, block)
        truth = conditions.any_of([conditions.opposite(applies, block), truth], block)
        return f"({truth}, {applies}, {required}, {steps.step(when, block)}, {made})"


class _ToldMany(Many):
    """Walks over lists that tell of each member."""

    def __init__(self, program: Program, conditions: Conditions, steps: Steps) -> None:
        super().__init__(program, conditions)
        self._steps = steps

    def _begin(self, node: ManyNode, block: Block, unknown: list[str]) -> None:
        super()._begin(node, block, unknown)
        self._steps.members[node] = block.begin("[]")

    def _member(self, node: ManyNode, body: Block, here: Here) -> None:
        super()._member(node, body, here)
        conditions, steps = self._conditions, self._steps
        parts: list[ir.Condition] = []
        if node.over is not None:
            dated = self._program.pack.catalogue[node.list].dated or "day"
            parts.append(ir.FallsWithin(ir.Its(dated), node.over))
        if node.where is not None:
            parts.append(node.where)
        meant = conditions.every_of([conditions.truth(part, body, here) for part in parts], body)
        made = [steps.step(part, body, here) for part in parts]
        counts = steps.always if not made else made[0] if len(made) == 1 else steps.all_of(made, meant, body)
        name = body.put(f"name_of({here.member})")
        if isinstance(node, ir.Every):
            truth = conditions.any_of(
                [conditions.opposite(meant, body), conditions.truth(node.holds, body, here)], body
            )
            path, holds = self._steps.path(here, body), steps.step(node.holds, body, here)
            told = f"EveryMember({path}, {name}, {counts}, {holds}, {steps.truth(truth, body)})"
        else:
            told = steps.measured.added(node, counts, body, here, name)
        body.line(f"{steps.members[node]}.append({told})")
