"""What an answer does to a dossier as plain data: told, told anew, taken back."""

from __future__ import annotations

import copy
from collections.abc import Sequence
from typing import Any, assert_never

from tic_rules.cli.queries import FindingQuery, ListQuery, Query, Step, ThingQuery, Tree, ValueQuery, YearQuery
from tic_rules.facts.fields import NONE
from tic_rules.ir.catalogue import FactSpec
from tic_rules.ir.pack import Pack
from tic_rules.source import steps_of


def steps_to(query: Query) -> tuple[Step, ...]:
    """Where in the dossier the answer goes."""
    if isinstance(query, FindingQuery):
        return ("findings",)
    return tuple(steps_of(query.path))


def told(tree: Tree, query: Query, answers: Sequence[object], pack: Pack) -> Tree:
    """The dossier with the answer in it; the one given is left as it is.

    ``none`` for a field of what cannot itself be none says it of the thing that the field belongs to, as long as
    nothing else is told of that thing.
    """
    made = copy.deepcopy(tree)
    match query:
        case FindingQuery(finding, about):
            _record(made, finding.id, about, answers)
        case YearQuery():
            _set_year(made, query, answers[0])
        case ThingQuery():
            # Said once more that there is one: what is told of it stays.
            if not (answers[0] == {} and isinstance(found(made, steps_to(query)), dict)):
                _put(made, steps_to(query), answers[0])
        case ListQuery():
            _put(made, steps_to(query), _members(made, query, answers))
        case ValueQuery():
            _put(made, _target(made, query, answers[0], pack), answers[0])
        case _:
            assert_never(query)
    return made


def untold(tree: Tree, query: Query) -> Tree:
    """The dossier without what was told last for the query, which must be there."""
    made = copy.deepcopy(tree)
    match query:
        case FindingQuery(finding, about):
            entries = list(_entries(found(made, ("findings",))))
            # Only the last: one that somebody else gave before stays on record.
            entries.remove([entry for entry in entries if _is_about(entry, finding.id, about)][-1])
            _put(made, ("findings",), entries)
        case YearQuery():
            entries = [entry for entry in found(made, steps_to(query)) or () if not _is_of(entry, query.year)]
            _put(made, steps_to(query), entries)
        case ValueQuery() | ThingQuery() | ListQuery():
            above = found(made, steps_to(query)[:-1])
            if isinstance(above, dict):
                above.pop(str(steps_to(query)[-1]), None)
        case _:
            assert_never(query)
    return made


def standing(tree: Tree, query: Query) -> object:
    """What the dossier says of it at present; None where it says nothing."""
    match query:
        case FindingQuery(finding, about):
            entries = found(tree, ("findings",))
            return next((entry for entry in reversed(_entries(entries)) if _is_about(entry, finding.id, about)), None)
        case YearQuery():
            entries = found(tree, steps_to(query))
            entry = next((entry for entry in _entries(entries) if _is_of(entry, query.year)), None)
            return None if entry is None else entry.get("amount")
        case ValueQuery() | ThingQuery() | ListQuery():
            return found(tree, steps_to(query))
        case _:
            assert_never(query)


def found(tree: object, steps: Sequence[Step]) -> Any:
    """What stands there; None where nothing does."""
    here: Any = tree
    for step in steps:
        match here, step:
            case dict(), str():
                here = here.get(step)
            case list(), int() if step < len(here):
                here = here[step]
            case _:
                return None
    return here


def may_be_none_above(tree: Tree, query: Query, pack: Pack) -> FactSpec | None:
    """The thing, known not to exist, for which ``none`` stands as the answer of one of its fields."""
    if not isinstance(query, ValueQuery) or query.spec.may_be_none or "[" in query.path:
        return None
    above = [path for path in pack.catalogue.may_be_none_at(query.path) if path != query.path]
    free = [path for path in above if found(tree, tuple(steps_of(path))) in (None, {})]
    return pack.catalogue[max(free)] if free else None


def _target(tree: Tree, query: ValueQuery, answer: object, pack: Pack) -> tuple[Step, ...]:
    above = may_be_none_above(tree, query, pack) if answer == NONE else None
    return steps_to(query) if above is None else tuple(steps_of(above.path))


def _put(tree: Tree, steps: Sequence[Step], value: object) -> None:
    """Puts a value where it belongs, with the things above it that were not there yet."""
    here: Any = tree
    for step in steps[:-1]:
        if isinstance(step, int):
            here = here[step]
        else:
            if not isinstance(here.get(step), (dict, list)):
                here[step] = {}
            here = here[step]
    here[steps[-1]] = value


def _members(tree: Tree, query: ListQuery, answers: Sequence[object]) -> list[Tree]:
    """The members as they were listed; what was told of one that is listed again stays, findings about it too."""
    name = query.key.path.rpartition(".")[2]
    left = dict(enumerate(_entries(found(tree, steps_to(query)))))
    moved: dict[str, str] = {}
    made = []
    for place, answer in enumerate(answers):
        before = next((at for at, entry in left.items() if answer is not None and entry.get(name) == answer), None)
        if before is None:
            made.append({} if answer is None else {name: answer})
        else:
            made.append(left.pop(before))
            moved[f"{query.path}[{before}]"] = f"{query.path}[{place}]"
    gone = {f"{query.path}[{at}]" for at in left}
    if "findings" in tree:
        kept = [entry for entry in _entries(tree["findings"]) if entry.get("about") not in gone]
        # Findings name a member by its place, and must follow it to its new one.
        tree["findings"] = [
            {**entry, "about": moved[entry["about"]]} if entry.get("about") in moved else entry for entry in kept
        ]
    return made


def _set_year(tree: Tree, query: YearQuery, amount: object) -> None:
    """Tells the figure of a year; of one that is over it is asked for, and written, as that of the whole year."""
    series = found(tree, steps_to(query))
    entries = list(series) if isinstance(series, list) else []
    entry: Tree = next((entry for entry in entries if _is_of(entry, query.year)), {})
    if not entry:
        entry["year"] = query.year
        entries.append(entry)
    entry["amount"] = amount
    if query.is_over:
        entry["until"] = f"{query.year}-12-31"
    _put(tree, steps_to(query), sorted(entries, key=lambda one: one["year"]))


def _record(tree: Tree, name: str, about: str, answers: Sequence[object]) -> None:
    answer, by, day, basis = answers
    entry: Tree = {"finding": name}
    if about:
        entry["about"] = about
    entry |= {"answer": answer, "by": by, "day": day, "basis": basis}
    _put(tree, ("findings",), [*_entries(found(tree, ("findings",))), entry])


def _entries(written: object) -> list[Tree]:
    return written if isinstance(written, list) else []


def _is_about(entry: Tree, name: str, about: str) -> bool:
    return bool(entry.get("finding") == name and entry.get("about", "") == about)


def _is_of(entry: Tree, year: int) -> bool:
    return bool(entry.get("year") == year)
