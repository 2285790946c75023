"""What must hold of a pack before anybody is judged by it: every check is made, every problem is told."""

from __future__ import annotations

from collections.abc import Iterator

from tic_rules.errors import Place
from tic_rules.ir import conditions as ir
from tic_rules.ir.catalogue import FactKind
from tic_rules.ir.lifecycle import Deemed, Duty, Ground, Move, Period
from tic_rules.ir.norms import Finding, Norm, Reading, Relaxation, Strength, Term, Track
from tic_rules.ir.operators import BARE
from tic_rules.ir.pack import Pack
from tic_rules.ir.walk import Node, children
from tic_rules.packs.condition_checks import ConditionChecks
from tic_rules.packs.form import Problems
from tic_rules.packs.head_reader import Head
from tic_rules.packs.lifecycle_checks import LifecycleChecks
from tic_rules.packs.names import named
from tic_rules.packs.provision_checks import ProvisionChecks


def check(pack: Pack, head: Head, places: dict[int, Place], problems: Problems) -> None:
    """Notes everything that is wrong with a pack that could be read."""
    _Checks(pack, head, places, problems).run()
    ProvisionChecks(pack, head, problems).check()


class _Checks:
    def __init__(self, pack: Pack, head: Head, places: dict[int, Place], problems: Problems) -> None:
        self.pack = pack
        self.head = head
        self.places = places
        self.problems = problems
        self.conditions = ConditionChecks(pack, places, problems)
        self.declared = tuple(finding for finding in pack.findings if not finding.is_implied)

    def run(self) -> None:
        self._ids()
        self._tracks()
        self._terms()
        self._norms()
        self._relaxations()
        self._findings()
        self._lifecycle()
        self._use()

    def _lifecycle(self) -> None:
        """What comes after approval is as well typed; it may ask for findings of its own."""
        if self.pack.lifecycle is not None:
            checks = LifecycleChecks(self.pack, self.pack.lifecycle, self.places, self.problems)
            self.conditions.findings_asked |= checks.check()

    def _ids(self) -> None:
        """No id stands for two things."""
        pack = self.pack
        seen: set[str] = set()
        things: list[Norm | Relaxation | Term | Track | Finding | Move | Period | Duty | Deemed | Ground] = [
            *pack.norms,
            *pack.relaxations,
            *pack.terms,
            *pack.tracks,
            *self.declared,
            *(() if pack.lifecycle is None else pack.lifecycle.cited),
        ]
        for thing in things:
            if thing.id and thing.id in seen:
                self.problems.add("E240", thing.place, id=thing.id)
            seen.add(thing.id)

    def _authorities(self, names: tuple[str, ...], place: Place) -> None:
        for name in names:
            named("E242", name, self.pack.authority_by_id, place, self.problems)

    def _tracks(self) -> None:
        """Each way in says for whom it is."""
        for track in self.pack.tracks:
            self.conditions.check(track.applies)
            self._bare(track, (track.applies,), ())

    def _terms(self) -> None:
        """Terms do not stand on themselves."""
        for term in self.pack.terms:
            for body in term.body:
                self.conditions.check(body)
                below = self._all_below(body, set())
                if any(isinstance(node, (ir.TermRef, ir.TermHolds)) and node.id == term.id for node in below):
                    self.problems.add("E243", term.place, id=term.id)

    def _all_below(self, node: Node, through: set[str]) -> Iterator[Node]:
        """A node and all that it stands on, the bodies of terms included."""
        yield node
        below = children(node)
        if isinstance(node, (ir.TermRef, ir.TermHolds)) and node.id in self.pack.term_by_id and node.id not in through:
            through.add(node.id)
            below = self.pack.term_by_id[node.id].body
        for child in below:
            yield from self._all_below(child, through)

    def _bare(
        self, thing: Norm | Relaxation | Track, conditions: tuple[ir.Condition, ...], readings: tuple[Reading, ...]
    ) -> None:
        """A boundary that the text prints as a bare number is a reading, wherever it stands."""
        below = (node for condition in conditions for node in self._all_below(condition, set()))
        bare = [node for node in below if isinstance(node, (ir.Compare, ir.CompareLevel)) and node.printed == BARE]
        if bare and not readings:
            self.problems.add("E246", thing.place, id=thing.id)

    def _norms(self) -> None:
        """Each norm is well typed, and asked by tracks that exist."""
        known = [track.id for track in self.pack.tracks]
        for norm in self.pack.norms:
            for track in norm.tracks:
                named("E244", track, known, norm.place, self.problems)
            self._authorities(norm.departs_by, norm.place)
            self.conditions.check(norm.require)
            if norm.when is not None:
                self.conditions.check(norm.when)
                self.conditions.check_negated(norm.when)
            for reading in norm.readings:
                self._reading(reading, norm)
            self._bare(norm, tuple(part for part in (norm.when, norm.require) if part is not None), norm.readings)

    def _reading(self, reading: Reading, norm: Norm) -> None:
        """The other reading is as well typed as the one taken, and differs from it."""
        self.conditions.totals_needed = False
        for other in (reading.other_require, reading.other_when):
            if other is not None:
                self.conditions.check(other)
        self.conditions.totals_needed = True
        if reading.other_when is not None:
            self.conditions.check_negated(reading.other_when)
        pairs: tuple[tuple[str, object, object], ...] = (
            ("other_when", reading.other_when, norm.when),
            ("other_require", reading.other_require, norm.require),
            ("other_strength", reading.other_strength, norm.strength),
        )
        for key, written, taken in pairs:
            if written is not None and written == taken:
                self.problems.add("E245", norm.place, id=norm.id, key=key)

    def _relaxations(self) -> None:
        """Each relaxation covers norms that exist and are no mere preference."""
        for relaxation in self.pack.relaxations:
            self.conditions.check(relaxation.ground)
            for name in relaxation.covers:
                found = named("E247", name, self.pack.norm_by_id, relaxation.place, self.problems)
                if found and self.pack.norm_by_id[name].strength is Strength.PREFERENCE:
                    self.problems.add("E248", relaxation.place, id=name)
            self._authorities(relaxation.accepted_by, relaxation.place)
            self._bare(relaxation, (relaxation.ground,), relaxation.readings)

    def _findings(self) -> None:
        """Each finding is decided by authorities of the pack, and recorded where a step of the procedure stands."""
        self._authorities((self.pack.authority,), self.head.authority_place)
        for finding in self.declared:
            self._authorities(finding.decided_by, finding.place)
            if finding.recorded_in is not None:
                spec = self.pack.catalogue.get(finding.recorded_in)
                if spec is None or spec.kind is not FactKind.THING or f"{spec.path}.outcome" not in self.pack.catalogue:
                    self.problems.add("E250", finding.place, path=finding.recorded_in)

    def _use(self) -> None:
        """What nothing asks for was forgotten, or is asked for by another name."""
        for finding in self.declared:
            if finding.id and finding.id not in self.conditions.findings_asked:
                self.problems.add("E249", finding.place, id=finding.id)
        for term in self.pack.terms:
            if term.id and term.id not in self.conditions.terms_used:
                self.problems.add("E289", term.place, id=term.id)
