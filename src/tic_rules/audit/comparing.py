"""Comparisons with a bound worked out anew: amounts, proportions, periods, windows, levels; and their margins."""

from __future__ import annotations

import re
from datetime import date
from fractions import Fraction

from tic_rules.audit.amounts import HOLDS, PRINTED, ZERO, Value, changed, compared, due, spare, window_of, written
from tic_rules.audit.form import Node, day_of, points_of, truth_of
from tic_rules.audit.ledger import SUBMITTED, Ledger, missing, unknown
from tic_rules.audit.measures import Step, audit_measure
from tic_rules.truth import FALSE, OpenPoint, Truth, open_for, settled


def audit_compare(ledger: Ledger, node: Node, path: str, member: str, step: Step) -> Truth:
    """A measure against its bound: false where it does not exist, open where the bound lies within its interval."""
    value = audit_measure(ledger, node["left"], f"{path}.left", member, step)
    ledger.expect("amount", f"{path}.unit", node["unit"], value.unit)
    bound, upper = _bounds(ledger, node, path, node["unit"])
    if not value.exists:
        _margin(ledger, node, path, (None, None, None))
        return FALSE
    _margin(ledger, node, path, (*spare(node["op"], value.lo, value.hi, bound, upper), None))
    holds = compared(node["op"], value.lo, value.hi, bound, upper)
    return settled(holds) if holds is not None else _open(value.points)


def audit_proportion(ledger: Ledger, node: Node, path: str, member: str, step: Step) -> Truth:
    """A part against its whole, or an amount against another; where the second may be zero, what zero decides."""
    part = audit_measure(ledger, node["part"], f"{path}.part", member, step)
    whole = audit_measure(ledger, node["whole"], f"{path}.whole", member, step)
    ledger.expect("amount", f"{path}.part", part.unit, whole.unit)
    bound, upper = _bounds(ledger, node, path, "share")
    asked, share = node["asked"], node["proportion"] == "share"
    asks = node["if_zero"] == "ask" and whole.lo == 0
    ledger.demand((asked is not None) is asks, "finding", f"{path}.asked", asked, f"{node['if_zero']}: {whole}")
    at_zero = settled(node["if_zero"] == "holds")
    if asked is not None:
        step(ledger, asked, f"{path}.asked", member)
        at_zero = truth_of(asked["truth"])
    if not (part.exists and whole.exists and whole.hi != 0):
        _margin(ledger, node, path, (None, None, None))
        return at_zero if part.exists and whole.exists else FALSE
    fits = not share or whole.hi is None or part.lo <= whole.hi
    ledger.demand(fits, "amount", f"{path}.part", part, f"<= {whole}")
    lo, hi = _ratio(part, whole, share=share)
    needed = changed(node["op"], part, whole, bound) if share else None
    _margin(ledger, node, path, (*spare(node["op"], lo, hi, bound, upper), needed))
    holds = compared(node["op"], lo, hi, bound, upper)
    if holds is not None and (whole.lo > 0 or at_zero == settled(holds)):
        return settled(holds)
    return _open((*part.points, *whole.points, *(at_zero.points if whole.lo == 0 else ())))


def _ratio(part: Value, whole: Value, *, share: bool) -> tuple[Fraction, Fraction | None]:
    """The least and greatest ratio to a whole above zero; a share is at most one."""
    lo = ZERO if whole.hi is None else part.lo / whole.hi
    hi = None if part.hi is None or whole.lo == 0 else part.hi / whole.lo
    if part.hi == 0:
        hi = ZERO
    return lo, hi if not share else Fraction(1) if hi is None else min(hi, Fraction(1))


def audit_elapsed(ledger: Ledger, node: Node, path: str) -> Truth:
    """A day against the day on which a period from another ends; for working days that day needs their calendar."""
    start, end, unit = ledger.day(node["start"], f"{path}.start"), ledger.day(node["end"], f"{path}.end"), node["unit"]
    _bounds(ledger, {**node, "bound": str(node["bound"])}, path, unit)
    recorded, counts = day_of(node["due"]), node["counts_first_day"]
    if start is None:
        ledger.expect("day", f"{path}.due", recorded, None)
    elif unit != "workdays":
        ledger.reckon("day", f"{path}.due", recorded, lambda: due(start, node["bound"], unit, counts_first_day=counts))
    else:
        ledger.calendar_read = True
        ledger.demand(recorded is None or recorded >= start, "day", f"{path}.due", recorded, f">= {start}")
    not_given = unknown(node["start"], node["end"])
    if not_given is not None:
        return not_given
    if recorded is None:
        return _without_calendar(ledger, node, path, start)
    return settled(end is not None and node["op"] in HOLDS and HOLDS[node["op"]](end, recorded))


def _without_calendar(ledger: Ledger, node: Node, path: str, start: date | None) -> Truth:
    """Open for the calendar of some year, not before the first day's; or the second day comes before any such end.

    Which year it is, and how far the calendar reaches, the record cannot tell.
    """
    truth = truth_of(node["truth"])
    if not truth.is_open:
        return settled(node["op"] in {"at_most", "less_than"})
    years = [re.fullmatch(r"calendar\.([0-9]{4})", point.name, re.ASCII) for point in truth.points]
    fits = all(year and start and int(year[1]) >= start.year for year in years)
    ledger.demand(fits, "points", f"{path}.truth.points", node["truth"]["points"], f"calendar.… ({start})")
    return truth


def audit_window(ledger: Ledger, node: Node, path: str) -> Truth:
    """A day against the first and last day of a window, which follow from the application day."""
    day, here = ledger.application, ledger.day(node["read"], f"{path}.read")
    points = () if day is not None else (missing(SUBMITTED),)
    ledger.expect("points", f"{path}.points", points_of(node["points"]), points)
    first, last = day_of(node["first"]), day_of(node["last"])
    ledger.reckon("day", path, (first, last), lambda: window_of(node["window"], day)[:2])
    not_given = unknown(node["read"])
    if not_given == FALSE:
        return FALSE
    if not_given is not None or points:
        return open_for((*points, *(not_given.points if not_given is not None else ())))
    return settled(here is not None and first is not None and last is not None and first <= here <= last)


def audit_level(ledger: Ledger, node: Node, path: str) -> Truth:
    """A level against another of its scale; a level outside the scale is below every demand."""
    scale, text = node["scale"], node["read"]["text"]
    _printed(ledger, node, path)
    ledger.demand(scale.count(node["level"]) == 1, "bound", f"{path}.level", node["level"], repr(scale))
    ledger.demand(len(set(scale)) == len(scale), "names", f"{path}.scale", scale, "each once")
    not_given = unknown(node["read"])
    if not_given is not None:
        return not_given
    known = node["level"] in scale and text in scale and node["op"] in HOLDS
    return settled(known and HOLDS[node["op"]](scale.index(text), scale.index(node["level"])))


# --- what they share ---------------------------------------------------------------------------------------------


def _bounds(ledger: Ledger, node: Node, path: str, unit: str) -> tuple[Fraction, Fraction | None]:
    """The bounds of a comparison, held against how they are written and the printed words that fix them."""
    bound, upper = Fraction(node["bound"]), None if node.get("upper") is None else Fraction(node["upper"])
    shown = [bound] if upper is None else [bound, upper]
    between = node["op"] == "between"
    texts = node["bound_text"].split("～") if between else [node["bound_text"]]
    ledger.reckon("bound", f"{path}.bound_text", shown, lambda: [written(text, unit) for text in texts])
    ledger.demand((upper is not None) is between, "bound", f"{path}.upper", upper, node["op"])
    _printed(ledger, node, path)
    return bound, upper


def _printed(ledger: Ledger, node: Node, path: str) -> None:
    if node["printed"] == "bare":
        ledger.bare.append(path)
    else:
        ledger.expect("bound", f"{path}.printed", node["op"], PRINTED.get(node["printed"]))


def _margin(ledger: Ledger, node: Node, path: str, expected: tuple[Fraction | None, ...]) -> None:
    shown = tuple(None if end is None else Fraction(end) for end in map(node["margin"].get, ("lo", "hi", "members")))
    ledger.expect("margin", f"{path}.margin", shown, expected)


def _open(points: tuple[OpenPoint, ...]) -> Truth:
    """Open for the unknown parts; a record with none there has been faulted where its amount stands."""
    return open_for(points) if points else FALSE
