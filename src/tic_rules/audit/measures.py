"""Measures worked out anew, each from what is recorded directly below it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from fractions import Fraction

from tic_rules.audit.amounts import ZERO, Value, least, rounded, total, window_of, written, years_of_age
from tic_rules.audit.form import Node, day_of, points_of
from tic_rules.audit.ledger import SUBMITTED, Ledger, canonical, missing, unknown
from tic_rules.truth import FALSE, TruthValue

Step = Callable[[Ledger, Node, str, str], None]
"""Audits a condition: the ledger, the step, its path, and the member of a list that it is about."""


def audit_measure(ledger: Ledger, node: Node, path: str, member: str, step: Step) -> Value:
    """Audits a measure and all below it, and returns what it says it comes to."""
    recorded = Value.of(node["value"])

    def below(key: str) -> list[Value]:
        return [
            audit_measure(ledger, child, f"{path}.{key}[{index}]", member, step)
            for index, child in enumerate(node[key])
        ]

    match node["kind"]:
        case "fact_measure":
            ledger.read(node["read"], f"{path}.read", member)
            text, state, points = node["read"]["text"], node["read"]["state"], (missing(node["read"]["path"]),)
            _expect_amount(ledger, f"{path}.value", recorded, text, state, points)
        case "sum":
            parts = below("parts")
            ledger.reckon("amount", f"{path}.value", recorded, lambda: total(recorded.unit, parts))
        case "lesser":
            items = below("items")
            ledger.reckon("amount", f"{path}.value", recorded, lambda: least(recorded.unit, items))
        case "term_measure":
            inner = audit_measure(ledger, node["of"], f"{path}.of", member, step)
            ledger.expect("amount", f"{path}.value", recorded, inner)
        case "age":
            ledger.read(node["born"], f"{path}.born", member)
            ledger.read(node["on"], f"{path}.on", member)
            born, on = ledger.day(node["born"], f"{path}.born"), ledger.day(node["on"], f"{path}.on")
            ledger.reckon("amount", f"{path}.value", recorded, lambda: _age(node, born, on))
        case "years":
            _years(ledger, node, path, recorded, step)
        case "list":
            _list(ledger, node, path, recorded, step)
    return recorded


def _expect_amount(
    ledger: Ledger, path: str, recorded: Value, text: str, state: str, points: tuple[object, ...]
) -> None:
    """Expects the amount that a text writes: none at all, a least value of zero, or for a percentage its interval."""

    def expected() -> Value:
        if state == "none":
            return Value.nothing(recorded.unit)
        if state == "missing":
            return Value(recorded.unit, ZERO, None, points)  # type: ignore[arg-type]
        # A stated percentage was rounded by whoever stated it; a fraction, and every other amount, is exact.
        is_rounded = canonical(text).endswith("%")
        lo, hi = rounded(text) if is_rounded else (written(text, recorded.unit),) * 2
        ledger.demand(not is_rounded or recorded.unit == "share", "amount", f"{path}.unit", recorded.unit, "share")
        return Value.between(recorded.unit, lo, hi, points)  # type: ignore[arg-type]

    ledger.reckon("amount", path, recorded, expected)


def _age(node: Node, born: date | None, on: date | None) -> Value:
    open_or_none = unknown(node["born"], node["on"])
    if open_or_none == FALSE:
        return Value.nothing("age")
    if open_or_none is not None:
        return Value("age", ZERO, None, open_or_none.points)
    if born is None or on is None:
        raise ValueError("no day")
    years = Fraction(years_of_age(born, on))
    return Value("age", years, years)


def _years(ledger: Ledger, node: Node, path: str, recorded: Value, step: Step) -> None:
    """A yearly series: the years of its window, how each figure was taken, and their sum or the stated total."""
    series, day = node["path"], ledger.application
    ledger.same(f"{path}.registered", ("registered", series.rpartition(".")[0]), node["registered"])
    points = () if day is not None else (missing(SUBMITTED),)
    ledger.expect("points", f"{path}.points", points_of(node["points"]), points)
    ledger.reckon(
        "day",
        f"{path}.years",
        [entry["year"] for entry in node["years"]],
        lambda: window_of(node["window"], day)[2],
    )
    for index, entry in enumerate(node["years"]):
        _year(ledger, entry, f"{path}.years[{index}]", series, day_of(node["registered"]))
    figures = [Value.of(entry["value"]) for entry in node["years"]]
    unknown_years = Value(recorded.unit, ZERO, None, points)
    _or_stated(ledger, node, path, recorded, unknown_years if day is None else figures, step)


def _year(ledger: Ledger, entry: Node, path: str, series: str, registered: date | None) -> None:
    year, until, recorded = entry["year"], day_of(entry["until"]), Value.of(entry["value"])
    ledger.same(path, ("year", series, str(year)), (entry["text"], entry["until"]))
    point = missing(f"{series}[{year}]")
    if not entry["text"]:
        before = registered is not None and registered.year > year
        note = "before registration" if before else "missing"
        expected = Value(recorded.unit, ZERO, ZERO) if before else Value(recorded.unit, ZERO, None, (point,))
        ledger.expect("day", f"{path}.until", until, None)
    else:
        whole = until is not None and until >= date(year, 12, 31)
        note = "whole" if whole else "so far"
        try:
            figure = written(entry["text"], recorded.unit)
        except ValueError:
            figure = Fraction(-1)
        so_far = Value(recorded.unit, figure, None, (point if until is not None else missing("stated_on"),))
        expected = Value(recorded.unit, figure, figure) if whole else so_far
    ledger.expect("read", f"{path}.note", entry["note"], note)
    ledger.expect("amount", f"{path}.value", recorded, expected)


def _list(ledger: Ledger, node: Node, path: str, recorded: Value, step: Step) -> None:
    """A count or sum: what each member that counts adds, or the stated total."""
    ledger.counted(node, path)
    stated = node["stated"]["read"]["path"] if node["stated"] is not None else node["path"]
    points = (missing(stated),) if node["state"] == "missing" else ()
    ledger.expect("points", f"{path}.points", points_of(node["points"]), points)
    added = []
    for index, member in enumerate(node["members"]):
        here = f"{path}.members[{index}]"
        step(ledger, member["counts"], f"{here}.counts", member["path"])
        adds = Value.of(member["adds"])
        if node["each"]:
            field = f"{member['path']}.{node['each']}"
            state = "given" if member["text"] else "missing"
            ledger.same(f"{here}.text", ("fact", field), (state, member["text"]))
            _expect_amount(ledger, f"{here}.adds", adds, member["text"], state, (missing(field),))
        else:
            ledger.expect("amount", f"{here}.adds", adds, Value(recorded.unit, Fraction(1), Fraction(1)))
            ledger.expect("read", f"{here}.text", member["text"], "")
        counts = member["counts"]["truth"]
        if counts["value"] != TruthValue.FALSE:
            maybe = counts["value"] == TruthValue.OPEN
            lo = ZERO if maybe else adds.lo
            added.append(Value.between(adds.unit, lo, adds.hi, (*points_of(counts["points"]), *adds.points)))
    unknown_list = Value(recorded.unit, ZERO, None, points)
    _or_stated(ledger, node, path, recorded, unknown_list if node["state"] == "missing" else added, step)


def _or_stated(ledger: Ledger, node: Node, path: str, recorded: Value, parts: Value | list[Value], step: Step) -> None:
    """What is known of the parts, or the stated total, which must be one of the amounts that the parts allow."""
    try:
        known = parts if isinstance(parts, Value) else total(recorded.unit, parts)
    except (ValueError, ArithmeticError) as error:
        ledger.demand(False, "amount", f"{path}.value", recorded, f"({error})")
        return
    if node["stated"] is not None:
        stated = audit_measure(ledger, node["stated"], f"{path}.stated", "", step)
        ledger.expect("amount", f"{path}.stated.value.unit", stated.unit, recorded.unit)
        if node["stated"]["read"]["state"] == "given":
            fits = known.lo <= stated.lo and (known.hi is None or stated.lo <= known.hi)
            ledger.demand(fits, "amount", f"{path}.stated", stated, repr(known))
            known = stated
    ledger.expect("amount", f"{path}.value", recorded, known)
