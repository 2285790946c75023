"""What an interview has to ask: the engine's questions that somebody could answer, in the engine's order."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass
from datetime import date

from tic_rules.analysis.needs import lists_behind, totals_of
from tic_rules.cli.drafts import Draft
from tic_rules.cli.edits import found, standing
from tic_rules.cli.queries import FindingQuery, Query, Tree, ValueQuery, YearQuery, query_at, query_of
from tic_rules.engine.questions import NextQuestion, next_questions
from tic_rules.ir.pack import Pack
from tic_rules.source import steps_of
from tic_rules.truth import OpenPoint


@dataclass(frozen=True, slots=True)
class Turn:
    """One question of the interview: the open point behind it, and the query that it became."""

    question: NextQuestion
    query: Query
    left: int
    """How many questions there are to ask at that moment, this one among them."""


def agenda(pack: Pack, draft: Draft, as_of: date, asked: Container[OpenPoint] = frozenset()) -> list[Turn]:
    """The questions that are left; those ``asked`` already are not among them."""
    queries = []
    for question in next_questions(pack, draft.determination):
        query = query_of(pack, question.point, as_of)
        if question.point not in asked and query is not None and not _is_running(query, draft.tree):
            queries.append((question, query))
    return [Turn(question, query, len(queries) - place) for place, (question, query) in enumerate(queries)]


def instead(pack: Pack, tree: Tree, turn: Turn) -> tuple[Query, ...]:
    """What can be told instead: the members for a total, the total for the figures of single years."""
    query = turn.query
    paths: tuple[str, ...] = ()
    if isinstance(query, ValueQuery):
        paths = lists_behind(pack, query.path)
    elif isinstance(query, YearQuery):
        paths = totals_of(pack, query.path, turn.question.touches)
    made = [query_at(pack, path) for path in paths if found(tree, steps_of(path)) is None]
    return tuple(one for one in made if one is not None)


def name_of(query: Query) -> str:
    """How a query is called: its path, or the finding and the place of the member that it is about."""
    match query:
        case FindingQuery(finding, about):
            return f"{finding.id}@{about}" if about else finding.id
        case YearQuery(path, _, year, _):
            return f"{path}[{year}]"
        case _:
            return query.path


def _is_running(query: Query, tree: Tree) -> bool:
    """A year that is not over has no whole figure, so that nothing can be added to the one that is there."""
    return isinstance(query, YearQuery) and not query.is_over and standing(tree, query) is not None
