"""What became of every provision of a regulation, and which norms a newer text of it touches."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from tic_rules.ir.norms import Citation, Norm, Provision, Relaxation, Term, Track
from tic_rules.ir.pack import Pack
from tic_rules.ir.walk import Node, nodes
from tic_rules.packs.text import Difference, DifferenceKind, PrintedProvision, differences


class ChangeKind(StrEnum):
    """What happened to a provision since the pack was written."""

    CHANGED = "changed"
    ADDED = "added"
    """It is printed, and the pack does not list it."""
    GONE = "gone"
    """The pack lists it, and it is not printed."""
    NAMED_OTHERWISE = "named otherwise"
    """Its text is the same, and the pack lists other duties or numbers than it prints: the pack is wrong."""


@dataclass(frozen=True, slots=True)
class Change:
    """One provision that is not as the pack lists it, and the norms that this touches."""

    kind: ChangeKind
    at: Citation
    norms: tuple[str, ...]
    """Norms drawn from this provision, by id, those that use a term or a relaxation drawn from it among them."""
    perhaps: tuple[str, ...]
    """Norms drawn from the provision as a whole where a part of it has changed: a reader must say."""
    has_changed_parts: bool = False
    """Whether parts of it have changed, which have entries of their own."""
    listed: tuple[str, ...] = ()
    """Duties and numbers that only the pack names."""
    printed: tuple[str, ...] = ()
    """Duties and numbers that only the text names."""


def changes(pack: Pack, printed: Iterable[PrintedProvision]) -> tuple[Change, ...]:
    """Every provision that a text prints otherwise than the pack lists it, in the order printed; then what is gone.

    Compared by fingerprint, so that a word changed anywhere counts. An article and its parts are provisions of their
    own: where a part has changed its article has too.
    """
    found: dict[Citation, list[Difference]] = {}
    for difference in differences(pack.provisions, printed):
        found.setdefault(_citation(difference), []).append(difference)
    listed = {provision.cites: provision for provision in pack.provisions}
    return tuple(_change(pack, at, told, listed.get(at), set(found)) for at, told in found.items())


def touched(made: Iterable[Change]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The norms that some changes touch for sure, and those that they touch perhaps, each once."""
    told = list(made)
    sure = tuple(dict.fromkeys(name for change in told for name in change.norms))
    perhaps = tuple(dict.fromkeys(name for change in told for name in change.perhaps if name not in sure))
    return sure, perhaps


def _citation(difference: Difference) -> Citation:
    return Citation(difference.article, difference.occurrence, difference.paragraph, difference.item)


def _change(
    pack: Pack, at: Citation, told: list[Difference], provision: Provision | None, changed: set[Citation]
) -> Change:
    kinds = {difference.kind for difference in told}
    prints = next((difference for difference in told if difference.kind is DifferenceKind.PRINTS), None)
    more = ((), ()) if prints is None else (prints.listed, prints.printed)
    parts = [other for other in changed if _is_part(other, at)]
    if DifferenceKind.MISSING in kinds:
        return Change(ChangeKind.ADDED, at, (), (), bool(parts), *more)
    drawn = () if provision is None else provision.norms
    if parts:
        # Each changed part has an entry of its own; here only what is drawn from the whole.
        whole = tuple(name for name in drawn if at in _cited(pack, name))
        return Change(_kind(kinds), at, (), tuple(_norms(pack, whole)), True, *more)
    return Change(_kind(kinds), at, tuple(_norms(pack, drawn)), (), False, *more)


def _kind(kinds: set[DifferenceKind]) -> ChangeKind:
    if DifferenceKind.EXTRA in kinds:
        return ChangeKind.GONE
    return ChangeKind.CHANGED if DifferenceKind.TEXT in kinds else ChangeKind.NAMED_OTHERWISE


def _is_part(inner: Citation, outer: Citation) -> bool:
    if inner == outer or (inner.article, inner.occurrence) != (outer.article, outer.occurrence) or outer.item:
        return False
    return outer.paragraph in {None, inner.paragraph}


def _cited(pack: Pack, name: str) -> set[Citation]:
    """The places from which a norm, relaxation, term or track is drawn."""
    things: tuple[Norm | Relaxation | Term | Track, ...] = (*pack.norms, *pack.relaxations, *pack.terms, *pack.tracks)
    return {Citation(c.article, c.occurrence, c.paragraph, c.item) for t in things if t.id == name for c in t.cites}


def _norms(pack: Pack, names: Iterable[str]) -> Iterator[str]:
    """The norms among some names, and those that rest on the terms, relaxations and tracks among them; each once."""
    seen: set[str] = set()
    for name in names:
        for norm in _resting_on(pack, name):
            if norm not in seen:
                seen.add(norm)
                yield norm


def _resting_on(pack: Pack, name: str) -> Iterator[str]:
    if name in pack.norm_by_id:
        yield name
    elif name in pack.term_by_id:
        yield from (norm.id for norm in pack.norms if name in _terms(pack, norm.id))
    else:
        relaxation = next((r for r in pack.relaxations if r.id == name), None)
        covered = relaxation.covers if relaxation is not None else ()
        yield from covered
        if relaxation is None:
            yield from (norm.id for norm in pack.norms if not norm.tracks or name in norm.tracks)


def _terms(pack: Pack, norm: str) -> set[str]:
    """The terms that a norm uses, and those that these use."""
    made = pack.norm_by_id[norm]
    found: set[str] = set()
    waiting: list[Node] = [part for part in (made.when, made.require) if part is not None]
    for reading in made.readings:
        waiting += [part for part in (reading.other_when, reading.other_require) if part is not None]
    while waiting:
        for node in nodes(waiting.pop()):
            name = getattr(node, "id", None)
            if name in pack.term_by_id and name not in found:
                found.add(name)
                waiting += pack.term_by_id[name].body
    return found
