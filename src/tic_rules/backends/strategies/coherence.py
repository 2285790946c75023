"""What no dossier may say whatever a pack asks: days in the wrong order, figures from before a unit was there."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from tic_rules.backends.strategies.draft import Draft, Known
from tic_rules.backends.strategies.reading import Reading
from tic_rules.ir import conditions as ir
from tic_rules.ir.pack import Pack
from tic_rules.ir.walk import Node, nodes

_IN_ORDER: Final = (
    ("procedure.publicity.first_day", "procedure.publicity.last_day"),
    ("agreement.signed_on", "agreement.ends_on"),
)
_REGISTERED: Final = "lead.registered_on"

Total = ir.YearSum | ir.ListSum | ir.Count


def conditions(pack: Pack) -> Iterator[Node]:
    """Every condition and measure that a pack is made of, those of other readings included."""
    for norm in pack.norms:
        yield norm.require
        if norm.when is not None:
            yield norm.when
        for reading in norm.readings:
            yield from (part for part in (reading.other_require, reading.other_when) if part is not None)
    for relaxation in pack.relaxations:
        yield relaxation.ground
    for term in pack.terms:
        yield from (part for part in (term.measure, term.condition) if part is not None)
    for track in pack.tracks:
        yield track.applies


def stated_totals(pack: Pack) -> dict[str, Total]:
    """The facts that may state a total beside or instead of a list or series, each with what it is the total of."""
    return {
        node.stated_as: node
        for condition in conditions(pack)
        for node in nodes(condition)
        if isinstance(node, (ir.YearSum, ir.ListSum, ir.Count)) and node.stated_as is not None
    }


def is_coherent(draft: Draft, reading: Reading, totals: dict[str, Total]) -> bool:
    """Whether a dossier may say what a draft says."""
    return (
        all(_in_order(draft.values.get(first), draft.values.get(last)) for first, last in _IN_ORDER)
        and all(_in_order(g.fields.get("first_day"), g.fields.get("last_day")) for g in draft.lists.get("bans", ()))
        and not (draft.lists.get("partners") == () and _agreed(draft))
        and _registered_before_its_figures(draft)
        and all(
            reading.amount(draft, total) == draft.values[path] for path, total in totals.items() if path in draft.values
        )
    )


def _in_order(first: object, last: object) -> bool:
    return not isinstance(first, date) or not isinstance(last, date) or first <= last


def _agreed(draft: Draft) -> bool:
    return draft.values.get("agreement") is not Known.NONE and draft.is_said("agreement")


def _registered_before_its_figures(draft: Draft) -> bool:
    registered = draft.values.get(_REGISTERED)
    return not isinstance(registered, date) or not any(
        amount and year < registered.year
        for path, years in draft.series.items()
        if path.startswith("lead.")
        for year, amount in years.items()
    )
