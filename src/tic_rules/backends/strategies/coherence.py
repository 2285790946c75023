"""What no dossier may say whatever a pack asks: days in the wrong order, figures from before a unit was there."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Final

from tic_rules.backends.strategies.draft import Draft, Known
from tic_rules.backends.strategies.reading import Reading
from tic_rules.ir import conditions as ir
from tic_rules.ir.pack import Pack

_LONGEST_YEAR: Final = 366
_NOTICE: Final = "procedure.publicity"
_RAISED: Final = f"{_NOTICE}.objection_raised"
_UPHELD: Final = f"{_NOTICE}.objection_upheld"
_IN_ORDER: Final = (
    (f"{_NOTICE}.first_day", f"{_NOTICE}.last_day"),
    ("agreement.signed_on", "agreement.ends_on"),
)

Total = ir.YearSum | ir.ListSum | ir.Count


def stated_totals(pack: Pack) -> dict[str, Total]:
    """The facts that may state a total beside or instead of a list or series, each with what it is the total of."""
    return {
        node.stated_as: node
        for node in pack.every_node
        if isinstance(node, (ir.YearSum, ir.ListSum, ir.Count)) and node.stated_as is not None
    }


def mended(draft: Draft) -> Draft:
    """The draft without an agreement that nobody is left to have made."""
    return draft.with_none("agreement") if draft.lists.get("partners") == () and _agreed(draft) else draft


def is_coherent(draft: Draft, reading: Reading, totals: dict[str, Total]) -> bool:
    """Whether a dossier may say what a draft says."""
    return (
        all(_in_order(draft.values.get(first), draft.values.get(last)) for first, last in _IN_ORDER)
        and all(_in_order(g.fields.get("first_day"), g.fields.get("last_day")) for g in draft.lists.get("bans", ()))
        and mended(draft) is draft
        and _registered_before_its_figures(draft)
        and reading.is_of_one_mind(draft)
        and not (draft.values.get(_RAISED) is False and draft.values.get(_UPHELD) is True)
        and all(_within_a_year(g.fields.get("days_worked_last_year")) for g in draft.lists.get("centre.staff", ()))
        and all(
            reading.amount(draft, total) == draft.values[path] for path, total in totals.items() if path in draft.values
        )
    )


def _in_order(first: object, last: object) -> bool:
    return not isinstance(first, date) or not isinstance(last, date) or first <= last


def _agreed(draft: Draft) -> bool:
    return draft.values.get("agreement") is not Known.NONE and draft.is_said("agreement")


def _registered_before_its_figures(draft: Draft) -> bool:
    for path, years in draft.series.items():
        registered = draft.values.get(f"{path.rpartition('.')[0]}.registered_on")
        if isinstance(registered, date) and any(amount and year < registered.year for year, amount in years.items()):
            return False
    return True


def _within_a_year(worked: object) -> bool:
    return not isinstance(worked, Fraction) or worked <= _LONGEST_YEAR
