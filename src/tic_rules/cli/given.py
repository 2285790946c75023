"""Answers that are given with the command: each names what it answers, and all are taken or none."""

from __future__ import annotations

import difflib
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, Final

from tic_rules.cli import answering, replies
from tic_rules.cli.edits import found, standing, steps_to, told, untold
from tic_rules.cli.queries import (
    FINDING_FIELDS,
    FindingQuery,
    ListQuery,
    Query,
    ThingQuery,
    Tree,
    ValueQuery,
    YearQuery,
    query_of,
)
from tic_rules.cli.replies import Typed, Word
from tic_rules.errors import InputError, Place, Problem
from tic_rules.ir.pack import Pack
from tic_rules.truth import OpenPoint, PointKind

OPTION: Final = "--answer"
_MEMBER: Final = re.compile(r"\[[0-9]+\]")
_PARTS: Final = tuple(field.path.rpartition(".")[2] for field in FINDING_FIELDS)


def with_answers(tree: Tree, written: Sequence[str], pack: Pack, as_of: date) -> Tree:
    """The dossier with all answers in it, each written ``PATH=VALUE``; the one given is left as it is.

    Raises InputError with everything that is wrong with them, as far as it can be said without reading the dossier.
    """
    wrong: list[Problem] = []
    for text in written:
        name, _, value = text.partition("=")
        try:
            tree = _with(tree, name.strip(), value.strip(), pack, as_of)
        except InputError as error:
            place = Place(OPTION, path=name.strip())
            wrong += [replace(problem, place=place) for problem in error.problems]
    if wrong:
        raise InputError(wrong)
    return tree


def _with(tree: Tree, name: str, value: str, pack: Pack, as_of: date) -> Tree:
    if not name or not value:
        raise InputError([Problem.of("E026")])
    query = _query(name, pack, as_of)
    steps = steps_to(query)
    if any(isinstance(step, int) and found(tree, steps[: at + 1]) is None for at, step in enumerate(steps)):
        raise InputError([Problem.of("E028", name=name)])
    typed = replies.typed(value)
    before = standing(tree, query)
    if typed.word is Word.UNKNOWN:
        return tree if before is None else untold(tree, query)
    answers = _answers(query, typed, pack)
    made = told(tree, query, answers, pack)
    if isinstance(query, FindingQuery) and before is not None and before == standing(made, query):
        return tree  # recorded already: a decision that is told twice was made once
    return made


def _query(name: str, pack: Pack, as_of: date) -> Query:
    """What a name asks for: the path of a fact or of a year, or a finding with the place of a member behind ``@``."""
    finding, _, about = name.partition("@")
    if finding in pack.finding_by_id:
        return FindingQuery(pack.finding_by_id[finding], about)
    # ``[]`` stands for every member in the catalogue, and for none in a dossier.
    query = None if "[]" in name else query_of(pack, OpenPoint(PointKind.FACT, name), as_of)
    if query is None:
        known = [*pack.catalogue, *pack.finding_by_id]
        near = difflib.get_close_matches(_MEMBER.sub("[]", name)[:200], known, n=1, cutoff=0.6)
        raise InputError([Problem.unknown("E027", name, known, None, near=near[0] if near else None)])
    return query


def _answers(query: Query, typed: Typed, pack: Pack) -> list[object]:
    match query:
        case ListQuery():
            members = [] if replies.is_empty_list(typed) else _parsed(typed)
            if not isinstance(members, list) or not all(isinstance(one, (str, type(None))) for one in members):
                raise InputError([Problem.of("E029", wanted='["……", "……"]', wanted_en='["...", "..."]')])
            return [
                None if one is None else answering.read(pack, query, query.key, Typed(one, True)) for one in members
            ]
        case FindingQuery():
            return list(_finding(query, _parsed(typed), pack))
        case ValueQuery(_, spec) | YearQuery(_, spec) | ThingQuery(_, spec):
            return [answering.read(pack, query, spec, typed)]


def _finding(query: FindingQuery, parts: Any, pack: Pack) -> Iterator[object]:
    if (
        not isinstance(parts, dict)
        or set(parts) != set(_PARTS)
        or not isinstance(parts["answer"], bool)
        or not all(isinstance(parts[name], str) for name in _PARTS[1:])
    ):
        zh = '{"answer": true, "by": "认定单位", "day": "2026-03-01", "basis": "依据"}'
        en = '{"answer": true, "by": "WHO", "day": "2026-03-01", "basis": "ON WHAT BASIS"}'
        raise InputError([Problem.of("E029", wanted=zh, wanted_en=en)])
    for spec, name in zip(FINDING_FIELDS, _PARTS, strict=True):
        part = parts[name]
        yield part if isinstance(part, bool) else answering.read(pack, query, spec, Typed(part, quoted=True))


def _parsed(typed: Typed) -> Any:
    """The JSON value that was written; None, which is no answer, for anything else."""
    if typed.quoted:
        return None
    try:
        return json.loads(typed.text)
    except (ValueError, RecursionError):
        return None
