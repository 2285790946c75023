"""What must hold between a pack and its provisions: nothing printed is left out, nothing is cited wrongly."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from tic_rules.errors import Place
from tic_rules.ir.lifecycle import Deemed, Duty, Ground, Move, Period
from tic_rules.ir.norms import Became, Citation, Norm, Provision, Relaxation, Term, Track
from tic_rules.ir.pack import Pack
from tic_rules.packs.form import Problems
from tic_rules.packs.head_reader import Head
from tic_rules.packs.names import named
from tic_rules.packs.wording import plain, prints

_FINGERPRINT: Final = re.compile("[0-9a-f]{64}")


_Thing = Norm | Relaxation | Term | Track | Move | Period | Duty | Deemed | Ground


class ProvisionChecks:
    """Checks the provisions of one pack, and every citation against them."""

    def __init__(self, pack: Pack, head: Head, problems: Problems) -> None:
        self.pack = pack
        self.head = head
        self.problems = problems
        things: list[_Thing] = [*pack.norms, *pack.relaxations, *pack.terms, *pack.tracks]
        things += () if pack.lifecycle is None else pack.lifecycle.cited
        self.drawn = {thing.id: thing for thing in things}
        self.listed = {_without_sentence(provision.cites) for provision in pack.provisions}
        self.of_article: dict[int, list[Provision]] = {}
        for provision in pack.provisions:
            self.of_article.setdefault(provision.cites.article, []).append(provision)

    def check(self) -> None:
        """Notes everything that is wrong; citations are left alone where a provision's own place could not be read."""
        for provision in self.pack.provisions:
            if provision.cites.is_read:
                self._provision(provision)
        if not all(provision.cites.is_read for provision in self.pack.provisions):
            return
        for thing in self.drawn.values():
            self._citations(thing)
        self._order()
        self._headings()

    def _add(self, code: str, place: Place, cited: Citation, **values: object) -> None:
        twice = cited.occurrence > 1
        texts = {"cited": cited.text("zh", twice=twice), "cited_en": cited.text("en", twice=twice)}
        self.problems.add(code, place, **texts, **values)

    def _provision(self, provision: Provision) -> None:
        """What became of it is said, and agrees with the norms that it names."""
        place, cites = provision.place, provision.cites
        if provision.text_sha256 and _FINGERPRINT.fullmatch(provision.text_sha256) is None:
            self._add("E253", place, cites)
        # What is decided on histories may be ruled as a whole by one provision, and only named by another.
        may_name = provision.became in {Became.NORMS, Became.HISTORY}
        if (provision.became is Became.NORMS and not provision.norms) or (provision.norms and not may_name):
            self._add("E254", place, cites)
        if provision.became is not Became.NORMS and provision.why is None:
            self._add("E255", place, cites)
        for name in provision.norms:
            if named("E256", name, self.drawn, place, self.problems) and not any(
                _covers(cites, citation) for citation in self.drawn[name].cites
            ):
                self._add("E257", place, cites, id=name)
        if provision.became is Became.NOTHING and provision.why is not None:
            told = prints([provision.why.zh])
            for word in provision.prints:
                if plain(word) not in told:
                    self._add("E258", place, cites, word=word)

    def _citations(self, thing: _Thing) -> None:
        """Each citation is of a provision that is listed, and every provision that it falls under names the thing."""
        if not thing.cites and not isinstance(thing, Track):
            self.problems.add("E251", thing.place)
        for citation in thing.cites:
            if not citation.is_read:
                continue
            if _without_sentence(citation) not in self.listed:
                self._add("E252", thing.place, citation)
            for provision in self.of_article.get(citation.article, ()):
                if _covers(provision.cites, citation) and thing.id not in provision.norms:
                    self._add("E259", thing.place, provision.cites, id=thing.id)

    def _order(self) -> None:
        """The entries stand as printed, each once, and none is left out between two of them."""
        seen: set[Citation] = set()
        for before, provision in zip((None, *self.pack.provisions), self.pack.provisions, strict=False):
            cites = provision.cites
            if cites in seen:
                self._add("E261", provision.place, cites)
            elif (follows := _follows(cites)) is not None and follows not in seen:
                twice = follows.occurrence > 1
                texts = {"left_out": follows.text("zh", twice=twice), "left_out_en": follows.text("en", twice=twice)}
                self._add("E288", provision.place, cites, **texts)
            elif before is not None and _rank(cites) < _rank(before.cites):
                self._add("E262", provision.place, cites)
            seen.add(cites)

    def _headings(self) -> None:
        """Every article that was printed is listed."""
        headings = [p.cites for p in self.pack.provisions if p.cites.item is None and p.cites.paragraph is None]
        place, not_printed = self.head.printed_place, set(self.head.not_printed)
        if self.head.headings and len(headings) != self.head.headings:
            self.problems.add("E260", place, listed=len(headings), printed=self.head.headings)
        articles = {citation.article for citation in headings}
        for number in range(1, max(articles, default=0) + 1):
            if number not in articles and number not in not_printed:
                self.problems.add("E263", place, article=number)
        for number in sorted(articles & not_printed):
            self.problems.add("E264", place, article=number)


def _rank(cites: Citation) -> tuple[int, int, int, int]:
    return cites.article, cites.occurrence, cites.paragraph or 0, cites.item or 0


def _follows(cites: Citation) -> Citation | None:
    """The entry that must stand before this one: the one that precedes it by number, else what it is a part of."""
    match cites:
        case Citation(item=int(item)):
            return replace(cites, item=item - 1 or None)
        case Citation(paragraph=int(paragraph)):
            return replace(cites, paragraph=paragraph - 1 if paragraph > 2 else None)
        case Citation(occurrence=int(occurrence)) if occurrence > 1:
            return replace(cites, occurrence=occurrence - 1)
        case _:
            return None


def _without_sentence(citation: Citation) -> Citation:
    return replace(citation, sentence=None)


def _covers(provision: Citation, citation: Citation) -> bool:
    """Whether a citation is of a provision or of a part of it: an article covers its paragraphs and items."""
    if (provision.article, provision.occurrence) != (citation.article, citation.occurrence):
        return False
    if provision.paragraph is None and provision.item is None:
        return True
    return provision.paragraph == citation.paragraph and provision.item in {None, citation.item}
