"""One program: the truths of all norms that a question asks in some tracks, as one Python function."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from tic_rules import identity
from tic_rules.backends.python import runtime
from tic_rules.backends.python.conditions import Conditions
from tic_rules.backends.python.many import Many
from tic_rules.backends.python.place import Program
from tic_rules.backends.python.points import Unknown
from tic_rules.backends.python.writer import Block, joined
from tic_rules.engine.view import SUBMITTED
from tic_rules.facts import words, written_form
from tic_rules.facts.fields import NONE
from tic_rules.ir import conditions as ir
from tic_rules.ir.norms import Norm, Question, Strength, Track
from tic_rules.ir.pack import Pack
from tic_rules.ir.walk import Node, nodes
from tic_rules.truth import OpenPoint, Truth

Numbers = tuple[int | None, tuple[int | None, ...], tuple[int, ...]]
"""Of the city and of each track: the truth, None where it is not this applicant's. Of each norm three: its truth,
whether it applies, and its requirement alone."""

CALLED: Final[dict[str, Any]] = {
    "NONE": NONE,
    "__builtins__": {"str": str, "enumerate": enumerate},
    "date": date,
    "canonical": words.canonical,
    "written_form": written_form,
    "could_lie_in": identity.could_lie_in,
    "window": runtime.window,
    "years": runtime.years,
    "with_stated": runtime.with_stated,
    "age": runtime.age,
    "least": runtime.least,
    "between": runtime.between,
    "disagree": runtime.disagree,
    "elapsed": runtime.elapsed,
    "recorded": runtime.recorded,
}
"""All that generated code may call."""


@dataclass(frozen=True, slots=True)
class Machine:
    """A program ready to run, with what its numbers stand for."""

    norms: tuple[Norm, ...]
    tracks: tuple[Track, ...]
    points: tuple[OpenPoint, ...]
    facts: int
    """The bits of missing facts."""
    run: Callable[[Any, date, dict[Any, int], dict[Any, date], dict[str, Any], Unknown], Numbers]
    truths: dict[int, Truth]
    """Truths that were read before."""
    source: str
    """The code that runs; no word of it is from the pack."""


def machine(pack: Pack, question: Question, tracks: tuple[Track, ...]) -> Machine:
    """The program of a question in some tracks of a pack."""
    return _Making(pack, question, tracks).machine()


class _Making:
    def __init__(self, pack: Pack, question: Question, tracks: tuple[Track, ...]) -> None:
        self._pack = pack
        self._tracks = tracks
        self._asked = [{norm.id for norm in pack.norms_for(question, track.id)} for track in tracks]
        wanted = set().union(*self._asked)
        self._norms = tuple(norm for norm in pack.norms if norm.id in wanted)
        self._program = Program(pack)
        self._conditions = Conditions(self._program)
        self._block = Block(self._program.writer)

    def machine(self) -> Machine:
        """Writes the function and makes it."""
        program, block = self._program, self._block
        Many(program, self._conditions).walk(self._roots(), block)
        self._contradictions()
        norms = {norm.id: self._norm(norm) for norm in self._norms}
        tracks = [self._track(track, asked, norms) for track, asked in zip(self._tracks, self._asked, strict=True)]
        city = block.begin("None")
        for name in tracks:
            block.line(f"if {name} is not None:")
            block.line(f"if {city} is None: {city} = {name}", 1)
            block.line(f"elif {name} == 0: {city} = 0", 1)
            block.line(f"elif {city} < 0: {city} = {name}", 1)
            block.line(f"elif {city} and {name} > 0: {city} |= {name}", 1)
        of_norms = "".join(f"{name}, " for names in norms.values() for name in names)
        of_tracks = "".join(f"{name}, " for name in tracks)
        block.line(f"return {city}, ({of_tracks}), ({of_norms})")
        submitted = program.reads.fact(SUBMITTED)
        windows = program.windows()
        lines = [*program.reads.written(), f"applied = as_of if {submitted} is NONE else {submitted}", *windows]
        lines += block.lines
        source = "\n".join(["def run(d, as_of, answers, days, local, unknown):", *(f" {line}" for line in lines), ""])
        table = {**CALLED, **program.writer.table}
        # The source holds names that the writer made up, numbers, fields of our own models and the words above.
        exec(compile(source, "<a pack's norms>", "exec"), table)  # noqa: S102
        return Machine(self._norms, self._tracks, tuple(program.bits), program.bits.facts, table["run"], {}, source)

    # --- what is worked out --------------------------------------------------------------------------------------

    def _roots(self) -> Iterator[Node]:
        """Every node that the program works out."""
        for track in self._tracks:
            yield track.applies
        for norm in self._norms:
            if norm.when is not None:
                yield norm.when
            yield norm.require
            for relaxation in self._pack.relaxations_of(norm.id):
                yield relaxation.ground
        yield from self._contradictable()

    def _contradictable(self) -> Iterator[ir.Compare | ir.Every | ir.FindingHolds]:
        """What the reference engine would look at, too, and may then find the dossier to contradict itself."""
        yield from self._pack.contradictable
        for norm in self._norms:
            for reading in norm.readings:
                for condition in (reading.other_when, reading.other_require):
                    for node in () if condition is None else self._below(condition):
                        if isinstance(node, (ir.Every, ir.FindingHolds)) and self._can_contradict(node):
                            yield node

    def _can_contradict(self, node: ir.Every | ir.FindingHolds) -> bool:
        if isinstance(node, ir.FindingHolds):
            return self._pack.finding_by_id[node.id].recorded_in is not None
        return any(isinstance(below, (ir.Age, ir.Proportion)) for below in self._below(node))

    def _below(self, node: Node) -> Iterator[Node]:
        for below in nodes(node):
            yield below
            if isinstance(below, (ir.TermRef, ir.TermHolds)):
                for part in self._pack.term_by_id[below.id].body:
                    yield from self._below(part)

    def _contradictions(self) -> None:
        measures, block = self._conditions.measures, self._block
        for node in self._contradictable():
            left = node.left if isinstance(node, ir.Compare) else None
            match left:
                # The finding that decides of nothing may itself be contradicted: then all of it is worked out.
                case None | ir.Elapsed() | ir.Proportion(asks=str()):
                    self._conditions.truth(node, block)
                case ir.Proportion():
                    sides = measures.amount(left.part, block, None), measures.amount(left.whole, block, None)
                    if left.kind is ir.ProportionKind.SHARE:
                        measures.within(*sides, block)
                case _:
                    measures.amount(left, block, None)

    def _norm(self, norm: Norm) -> tuple[str, str, str]:
        """The names of a norm's truth, of whether it applies, and of its requirement alone."""
        conditions, block = self._conditions, self._block
        require = conditions.truth(norm.require, block)
        excuses = []
        if norm.strength is Strength.IN_PRINCIPLE:
            excuses.append(self._program.finding(norm.departure, block, None))
        for relaxation in self._pack.relaxations_of(norm.id):
            accepted = self._program.finding(relaxation.acceptance(norm.id), block, None)
            excuses.append(conditions.every_of([conditions.truth(relaxation.ground, block), accepted], block))
        step = conditions.excused(require, conditions.any_of(excuses, block), block) if excuses else require
        if norm.when is None:
            return step, "0", require
        when = conditions.truth(norm.when, block)
        return conditions.any_of([conditions.opposite(when, block), step], block), when, require

    def _track(self, track: Track, asked: set[str], norms: dict[str, tuple[str, str, str]]) -> str:
        """The name of a track's truth; None where it is not this applicant's, or nothing is asked."""
        block = self._block
        applies = self._conditions.truth(track.applies, block)
        counting = [norm for norm in self._norms if norm.id in asked and norm.strength is not Strength.PREFERENCE]
        always = [norms[norm.id][0] for norm in counting if norm.when is None]
        made = block.begin(joined([applies, *always], "|"))
        some = "True" if always else block.begin("False")
        for norm in counting:
            if norm.when is not None:
                truth, when, _ = norms[norm.id]
                # A norm that does not apply is true: it may as well be joined.
                block.line(f"{made} |= {truth}")
                if not always:
                    block.line(f"if {when} != -1: {some} = True")
        block.line(f"if {applies} == -1 or not {some}: {made} = None")
        return made
