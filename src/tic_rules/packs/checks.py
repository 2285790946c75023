"""What must hold of a pack before anybody is judged by it: every check is made, every problem is told."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator

from tic_rules.errors import Place
from tic_rules.ir import conditions as ir
from tic_rules.ir.catalogue import FactKind
from tic_rules.ir.norms import Became, Citation, Finding, Norm, Relaxation, Strength, Term, Track
from tic_rules.ir.pack import Pack
from tic_rules.ir.walk import Node, nodes
from tic_rules.packs.condition_checks import ConditionChecks
from tic_rules.packs.form import Problems
from tic_rules.packs.pack_reader import Head


def check(pack: Pack, head: Head, places: dict[int, Place], problems: Problems) -> None:
    """Notes everything that is wrong with a pack that could be read."""
    _Checks(pack, head, places, problems).run()


class _Checks:
    def __init__(self, pack: Pack, head: Head, places: dict[int, Place], problems: Problems) -> None:
        self.pack = pack
        self.head = head
        self.problems = problems
        self.conditions = ConditionChecks(pack, places, problems)
        self.top = Place(pack.source, 1, 1)

    def run(self) -> None:
        self._ids()
        self._authorities()
        self._tracks()
        self._terms()
        self._norms()
        self._relaxations()
        self._findings()
        self._provisions()
        self._headings()

    def _ids(self) -> None:
        """No id stands for two things."""
        pack = self.pack
        seen: set[str] = set()
        things: list[Norm | Relaxation | Term | Track | Finding] = [
            *pack.norms,
            *pack.relaxations,
            *pack.terms,
            *pack.tracks,
            *(f for f in pack.findings if ":" not in f.id),
        ]
        for thing in things:
            if thing.id in seen:
                self.problems.add("E240", thing.place, id=thing.id)
            seen.add(thing.id)
            if not thing.id or not all(
                part.replace("-", "").isalnum() and part.isascii() and part == part.lower()
                for part in thing.id.split(".")
            ):
                self.problems.add("E241", thing.place, id=thing.id)
        paths: set[str] = set()
        for spec in pack.facts:
            if spec.path in paths:
                self.problems.add("E240", self.top, id=spec.path)
            paths.add(spec.path)

    def _authorities(self) -> None:
        """Whoever decides is one of the pack's authorities."""
        known = [authority.id for authority in self.pack.authorities]
        for name in sorted({name for name in known if known.count(name) > 1}):
            self.problems.add("E240", self.top, id=name)
        self._named("E242", self.pack.authority, known, self.top)
        for finding in self.pack.findings:
            for name in finding.decided_by:
                self._named("E242", name, known, finding.place)

    def _named(self, code: str, name: str, known: Iterable[str], place: Place) -> bool:
        """Whether a name exists; notes a problem if not."""
        names = list(known)
        if name in names:
            return True
        near = difflib.get_close_matches(name, names, n=1)
        self.problems.add(code, place, name=name, known="、".join(near or names), known_en=", ".join(near or names))
        return False

    def _tracks(self) -> None:
        """Each way in says for whom it is."""
        if not self.pack.tracks:
            self.problems.add("E205", self.top, key="tracks")
        for track in self.pack.tracks:
            self.conditions.check(track.applies)
            self._cites(track.cites, track.place, needed=False)

    def _terms(self) -> None:
        """Terms are cited and do not stand on themselves."""
        for term in self.pack.terms:
            self._cites(term.cites, term.place)
            body = term.measure if term.measure is not None else term.condition
            if body is not None:
                self.conditions.check(body)
                if term.id in self._below(body, set()):
                    self.problems.add("E243", term.place, id=term.id)

    def _below(self, node: Node, seen: set[str]) -> set[str]:
        """The ids of all terms that a node stands on."""
        for found in nodes(node):
            if isinstance(found, (ir.TermRef, ir.TermHolds)) and found.id not in seen:
                seen.add(found.id)
                term = self.pack.term_by_id.get(found.id)
                body = None if term is None else term.measure if term.measure is not None else term.condition
                if body is not None:
                    self._below(body, seen)
        return seen

    def _norms(self) -> None:
        """Each norm is cited, well typed, and asked by tracks that exist."""
        known = [track.id for track in self.pack.tracks]
        for norm in self.pack.norms:
            self._cites(norm.cites, norm.place)
            for track in norm.tracks:
                self._named("E244", track, known, norm.place)
            for name in norm.departs_by:
                self._named("E242", name, (a.id for a in self.pack.authorities), norm.place)
            self.conditions.check(norm.require)
            if norm.when is not None:
                self.conditions.check(norm.when)
                self.conditions.check_negated(norm.when)
            self.conditions.totals_needed = False
            for reading in norm.readings:
                for other in (reading.other_require, reading.other_when):
                    if other is not None:
                        self.conditions.check(other)
                if reading.other_when is not None:
                    self.conditions.check_negated(reading.other_when)
                if reading.other_strength is norm.strength:
                    self.problems.add("E245", norm.place, id=norm.id)
            self.conditions.totals_needed = True
            bare = [n for part in (norm.require, norm.when) if part is not None for n in nodes(part) if _is_bare(n)]
            if bare and not norm.readings:
                self.problems.add("E246", norm.place, id=norm.id)

    def _relaxations(self) -> None:
        """Each relaxation covers norms that exist and are no mere preference."""
        known = [norm.id for norm in self.pack.norms]
        for relaxation in self.pack.relaxations:
            self._cites(relaxation.cites, relaxation.place)
            self.conditions.check(relaxation.ground)
            for name in relaxation.covers:
                found = self._named("E247", name, known, relaxation.place)
                if found and self.pack.norm_by_id[name].strength is Strength.PREFERENCE:
                    self.problems.add("E248", relaxation.place, id=name)
            for name in relaxation.accepted_by:
                self._named("E242", name, (a.id for a in self.pack.authorities), relaxation.place)

    def _findings(self) -> None:
        """Each finding is asked by something, and is recorded where a step of the procedure stands."""
        asked = self.conditions.findings_asked
        for finding in self.pack.findings:
            if ":" not in finding.id and finding.id not in asked:
                self.problems.add("E249", finding.place, id=finding.id)
            if finding.recorded_in is not None:
                spec = self.pack.catalogue.get(finding.recorded_in)
                if spec is None or spec.kind is not FactKind.THING or f"{spec.path}.outcome" not in self.pack.catalogue:
                    self.problems.add("E250", finding.place, path=finding.recorded_in)

    def _cites(self, citations: tuple[Citation, ...], place: Place, *, needed: bool = True) -> None:
        """Each citation is of a provision that the pack lists."""
        if needed and not citations:
            self.problems.add("E251", place)
        listed = {_without_sentence(provision.cites) for provision in self.pack.provisions}
        for citation in citations:
            if _without_sentence(citation) not in listed:
                self.problems.add(
                    "E252",
                    place,
                    cited=citation.text("zh", twice=citation.occurrence > 1),
                    cited_en=citation.text("en"),
                )

    def _provisions(self) -> None:
        """Norms and provisions name each other, and nothing is left out without a reason."""
        cited_things: list[Norm | Relaxation | Term] = [*self.pack.norms, *self.pack.relaxations, *self.pack.terms]
        drawn: dict[str, Norm | Relaxation | Term | Track] = {thing.id: thing for thing in cited_things}
        drawn |= {track.id: track for track in self.pack.tracks}
        accounted: set[str] = set()
        for provision in self.pack.provisions:
            cited = provision.cites.text("zh")
            if len(provision.text_sha256) != 64 or not all(
                char in "0123456789abcdef" for char in provision.text_sha256
            ):
                self.problems.add("E253", provision.place, cited=cited)
            if (provision.became is Became.NORMS) is not bool(provision.norms):
                self.problems.add("E254", provision.place, cited=cited)
            if provision.became is not Became.NORMS and provision.why is None:
                self.problems.add("E255", provision.place, cited=cited)
            for name in provision.norms:
                if self._named("E256", name, drawn, provision.place):
                    accounted.add(name)
                    if not any(_covers(provision.cites, citation) for citation in drawn[name].cites):
                        self.problems.add("E257", provision.place, id=name, cited=cited)
            if provision.became is Became.NOTHING and provision.why is not None:
                for word in provision.prints:
                    if word not in provision.why.zh:
                        self.problems.add("E258", provision.place, word=word, cited=cited)
        for drawn_thing in cited_things:
            if drawn_thing.id not in accounted:
                self.problems.add("E259", drawn_thing.place, id=drawn_thing.id)

    def _headings(self) -> None:
        """Every article that was printed is listed once, in order."""
        headings = [p for p in self.pack.provisions if p.cites.item is None and p.cites.paragraph is None]
        if len(headings) != self.head.headings:
            self.problems.add("E260", self.top, listed=len(headings), printed=self.head.headings)
        seen: set[tuple[int, int]] = set()
        last = (0, 1)
        for provision in headings:
            here = (provision.cites.article, provision.cites.occurrence)
            if here in seen:
                self.problems.add("E261", provision.place, cited=provision.cites.text("zh", twice=here[1] > 1))
            elif here < last:
                self.problems.add("E262", provision.place, cited=provision.cites.text("zh", twice=here[1] > 1))
            seen.add(here)
            last = max(last, here)
        articles = {article for article, _ in seen}
        for number in _gaps(articles, set(self.head.not_printed)):
            self.problems.add("E263", self.top, article=number)
        for number in sorted(articles & set(self.head.not_printed)):
            self.problems.add("E264", self.top, article=number)


def _gaps(articles: set[int], not_printed: set[int]) -> Iterator[int]:
    for number in range(1, max(articles, default=0) + 1):
        if number not in articles and number not in not_printed:
            yield number


def _is_bare(node: Node) -> bool:
    return isinstance(node, (ir.Compare, ir.CompareLevel)) and node.printed == "bare"


def _without_sentence(citation: Citation) -> tuple[int, int, int | None, int | None]:
    return citation.article, citation.occurrence, citation.paragraph, citation.item


def _covers(provision: Citation, citation: Citation) -> bool:
    if (provision.article, provision.occurrence) != (citation.article, citation.occurrence):
        return False
    if provision.paragraph is None and provision.item is None:
        return True
    return (provision.paragraph, provision.item) == (citation.paragraph, citation.item)
