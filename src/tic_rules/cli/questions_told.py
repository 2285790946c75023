"""The questions of an interview for programs: how each is answered, and what it matters for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final, assert_never

from tic_rules.cli import forms
from tic_rules.cli.agenda import Turn, instead, name_of
from tic_rules.cli.drafts import Draft
from tic_rules.cli.edits import standing
from tic_rules.cli.field_forms import form_of_one
from tic_rules.cli.interview_words import called
from tic_rules.cli.queries import FindingQuery, ListQuery, Query, ThingQuery, Tree, ValueQuery, YearQuery
from tic_rules.engine.decide import cited
from tic_rules.facts import words
from tic_rules.inert import visible
from tic_rules.ir.catalogue import FactKind, FactSpec, Text
from tic_rules.ir.pack import Pack
from tic_rules.ir.record import record_of
from tic_rules.quantity.units import symbols

_HEAD: Final = ("pack", "as_of", "question", "asked_tracks", "verdict")
_MEMBERS: Final = Text(
    'JSON 数组，每项写{key}，不知道的写 null，如 ["……", null]；一项也没有写 []',
    'a JSON array with the field “{key}” of each, null if not known, such as ["...", null]; [] if there is none',
)
_FINDING: Final = Text(
    'JSON 对象，只记录已经作出的认定：{"answer": true 或 false, "by": 认定单位, "day": 日期, "basis": 依据}',
    'a JSON object, of what was decided only: {"answer": true or false, "by": who, "day": the day, "basis": on what}',
)
_THING: Final = Text("有写 true，确知没有写 none", "true if there is one, none if known not to exist")


def plain(pack: Pack, draft: Draft, turns: Sequence[Turn]) -> dict[str, Any]:
    """What is decided so far, and every question that is left, the next one first."""
    record = record_of(draft.determination)
    return {
        "dossier": visible(draft.path),
        **{key: record[key] for key in _HEAD},
        "questions": [_question(pack, draft.tree, turn) for turn in turns],
    }


def _question(pack: Pack, tree: Tree, turn: Turn) -> dict[str, Any]:
    query = turn.query
    ask = Text(called(pack, turn.question, query, tree, "zh"), called(pack, turn.question, query, tree, "en"))
    return {
        "path": name_of(query),
        "title": {"zh": visible(ask.zh), "en": visible(ask.en)},
        **_answer(pack, query),
        "now": standing(tree, query),
        "instead": [name_of(other) for other in instead(pack, tree, turn)],
        "norms": len(turn.question.touches),
        "matters_for": [_norm(pack, name) for name in turn.question.touches],
    }


def _answer(pack: Pack, query: Query) -> dict[str, Any]:
    """What kind of answer is wanted, and how it is written behind ``--answer PATH=``."""
    match query:
        case FindingQuery(finding):
            deciders = [{"id": who, "title": forms.both(pack.authority_by_id[who].title)} for who in finding.decided_by]
            return {"kind": "finding", "form": forms.both(_FINDING), "decided_by": deciders}
        case ListQuery(_, spec, key):
            form = Text(_MEMBERS.zh.replace("{key}", key.title.zh), _MEMBERS.en.replace("{key}", key.title.en))
            return {"kind": spec.kind.value, "form": forms.both(form), **_fact(spec)}
        case ThingQuery(_, spec):
            return {"kind": spec.kind.value, "form": forms.both(_THING), **_fact(spec)}
        case YearQuery(_, spec) | ValueQuery(_, spec):
            # Of a series one year is asked for, which is an amount.
            kind = FactKind.QUANTITY if spec.kind is FactKind.YEARLY else spec.kind
            units = () if spec.unit is None else symbols((spec.unit,))
            form = Text(form_of_one(spec, "zh"), form_of_one(spec, "en"))
            return {"kind": kind.value, "form": forms.both(form), "units": list(units), **_fact(spec)}
        case _:
            assert_never(query)


def _fact(spec: FactSpec) -> dict[str, Any]:
    return {
        "choices": [{"value": word, "en": words.ENGLISH.get(word)} for word in spec.values],
        "may_be_none": spec.may_be_none,
        "evidence": forms.both(spec.evidence),
    }


def _norm(pack: Pack, name: str) -> dict[str, Any]:
    norm = pack.norm_by_id[name]
    cites = [forms.both(cited(pack, citation).text) for citation in norm.cites]
    return {"id": name, "title": forms.both(norm.title), "cites": cites}
