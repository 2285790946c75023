"""How an answer is read before it is held against its dossier."""

from __future__ import annotations

from dataclasses import replace

from tic_rules import source
from tic_rules.cli import replies
from tic_rules.cli.queries import FindingQuery, Query, ThingQuery, ValueQuery, YearQuery
from tic_rules.cli.replies import Typed
from tic_rules.errors import InputError, Place, Problem
from tic_rules.facts import read_value, words
from tic_rules.ir.catalogue import FactSpec
from tic_rules.ir.pack import Pack


def read(pack: Pack, query: Query, spec: FactSpec, typed: Typed) -> object:
    """The answer as a dossier writes it. Raises InputError where that can be said without the rest of the dossier.

    An answer that is told in several parts is held against the dossier only at its end, so each part is read here.
    """
    value = replies.written(spec, typed)
    if isinstance(query, (ValueQuery, YearQuery, ThingQuery)):
        return value
    import yaml

    try:
        source.parse_yaml(yaml.safe_dump({"answer": value}, allow_unicode=True))
    except InputError as error:
        raise InputError(replace(one, place=Place(path=spec.path)) for one in error.problems) from None
    as_read = read_value(spec, value)
    if isinstance(as_read, Problem):
        raise InputError([as_read])
    if isinstance(query, FindingQuery) and spec.path == "findings.by":
        _check_decider(pack, query, typed.text)
    return value


def _check_decider(pack: Pack, query: FindingQuery, by: str) -> None:
    """Only those whom the pack names decide: what anybody else says would not count."""
    deciders = [pack.authority_by_id[who] for who in query.finding.decided_by]
    if words.canonical(by) in {words.canonical(name) for who in deciders for name in who.names}:
        return
    zh, en = "、".join(who.title.zh for who in deciders), ", ".join(who.title.en for who in deciders)
    raise InputError([Problem.of("E034", by=by, known=zh, known_en=en)])
