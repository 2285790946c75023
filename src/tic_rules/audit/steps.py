"""Conditions worked out anew, each from its children and from what it shows."""

from __future__ import annotations

import re
from typing import Final

from tic_rules.audit.amounts import HOLDS
from tic_rules.audit.comparing import audit_compare, audit_elapsed, audit_level, audit_proportion, audit_window
from tic_rules.audit.form import SHAPES, STEPS, Node, day_of, points_of, truth_of
from tic_rules.audit.ledger import Ledger, canonical, missing, unknown
from tic_rules.truth import (
    TRUE,
    OpenPoint,
    PointKind,
    Truth,
    all_of,
    any_of,
    excused,
    negate,
    open_for,
    settled,
)

_ACT: Final = ("outcome", "by", "day")
"""What a recorded step of the procedure tells, in the order in which its silence is noted."""
_COUNTED: Final = (".counts", ".meant")
"""Where nothing need be demanded: of a list's member, to be among those that are counted or meant."""


def audit_step(ledger: Ledger, node: Node, path: str, member: str = "") -> None:
    """Audits a step and all below it; ``member`` is the place of the list's member that it is about."""

    def below(key: str) -> Truth:
        audit_step(ledger, node[key], f"{path}.{key}", member)
        return truth_of(node[key]["truth"])

    def children() -> list[Truth]:
        for index, child in enumerate(node["children"]):
            audit_step(ledger, child, f"{path}.children[{index}]", member)
        return [truth_of(child["truth"]) for child in node["children"]]

    for key, type_ in SHAPES[STEPS[node["kind"]]].items():
        if type_ == "Read":
            ledger.read(node[key], f"{path}.{key}", member, presence=node["kind"] == "has")
    match node["kind"]:
        case "all":
            # A track that is for everybody asks nothing; whatever else joins by all joins something.
            ledger.demand(bool(node["children"]) or path.endswith(".applies"), "form", f"{path}.children", [], "step+")
            expected = all_of(children())
        case "any":
            expected = any_of(children())
        case "not":
            expected = negate(below("child"))
        case "excused":
            expected = excused(below("require"), below("excuse"))
        case "term":
            expected = below("of")
        case "always":
            ledger.demand(path.endswith(_COUNTED), "form", path, "always", " | ".join(_COUNTED))
            expected = TRUE
        case "finding":
            expected = _finding(ledger, node, path, member)
        case "every":
            expected = _every(ledger, node, path)
        case "compare":
            expected = audit_compare(ledger, node, path, member, audit_step)
        case "proportion":
            expected = audit_proportion(ledger, node, path, member, audit_step)
        case "elapsed":
            expected = audit_elapsed(ledger, node, path)
        case "window":
            expected = audit_window(ledger, node, path)
        case "level":
            expected = audit_level(ledger, node, path)
        case "day":
            expected = _day(ledger, node, path)
        case _:
            expected = _text(node)
    ledger.expect("truth", f"{path}.truth", truth_of(node["truth"]), expected)


def _day(ledger: Ledger, node: Node, path: str) -> Truth:
    """A day against another; false of none, open of missing."""
    left, right = (ledger.day(node[key], f"{path}.{key}") for key in ("left", "right"))
    not_given = unknown(node["left"], node["right"])
    if not_given is not None:
        return not_given
    return settled(left is not None and right is not None and HOLDS[node["op"]](left, right))


def _text(node: Node) -> Truth:
    """Whether a thing is there, is one of those allowed, has the printed form, or lies in the place."""
    not_given, text = unknown(node["read"]), canonical(node["read"]["text"])
    if not_given is not None:
        return not_given
    match node["kind"]:
        case "choice":
            return settled(text in {canonical(value) for value in node["allowed"]})
        case "name":
            return settled(_is_like(text, [canonical(part) for part in re.split(r"\{[^{}]*\}", node["template"])]))
        case "seat":
            # Two digits a level, read from the left; a seat named more coarsely than the place may lie in it.
            seat, place = (re.sub("(00){1,2}$", "", code) for code in (text, node["place"]))
            coarse = place.startswith(seat) and seat != place
            return open_for([missing(node["read"]["path"])]) if coarse else settled(seat.startswith(place))
        case _:
            return TRUE


def _is_like(text: str, parts: list[str]) -> bool:
    """Whether a text is made of the parts in order, with one or more characters between each two."""
    first, *rest = parts
    if not rest:
        return text == first
    if not text.startswith(first):
        return False
    end = len(first)
    for part in rest[:-1]:
        found = text.find(part, end + 1)
        if found < 0:
            return False
        end = found + len(part)
    return len(text) - len(rest[-1]) > end and text.endswith(rest[-1])


def _finding(ledger: Ledger, node: Node, path: str, member: str) -> Truth:
    """A finding: true or false as answered; silent of what its record leaves out; else needed."""
    note, told = node["note"], (node["answer"], node["by"], node["on"], node["basis"])
    ledger.same(path, ("finding", node["id"], node["about"]), (note, told, node["silent"]))
    ledger.expect("finding", f"{path}.about", node["about"], member)
    nothing = told == (None, "", None, "")
    ledger.demand(all(told[1:]) and told[0] is not None if note == "given" else nothing, "finding", path, told, note)
    on = day_of(node["on"])
    in_time = on is None or ledger.as_of is None or on <= ledger.as_of
    ledger.demand(in_time, "finding", f"{path}.on", node["on"], f"<= {ledger.as_of}")
    silent = note == "record silent"
    ledger.demand(_is_silence(node["silent"]) is silent, "finding", f"{path}.silent", node["silent"], note)
    ledger.demand(silent or not node["silent"], "finding", f"{path}.silent", node["silent"], note)
    ledger.findings.append((node["id"], note, f"{path}.note"))
    if note == "given":
        return settled(node["answer"] is True)
    if silent and node["silent"]:
        return open_for(missing(name) for name in node["silent"])
    return open_for([OpenPoint(PointKind.FINDING, node["id"], node["about"])])


def _is_silence(silent: list[str]) -> bool:
    """Whether a record leaves out a step of the procedure, or of one step what was decided, by whom or when."""
    if len(silent) < 2:
        return bool(silent)
    step = silent[0].rpartition(".")[0]
    return silent == [f"{step}.{key}" for key in _ACT if f"{step}.{key}" in silent]


def _every(ledger: Ledger, node: Node, path: str) -> Truth:
    """Each member: ``any: [not meant, holds]``; the list is missing, or all of them must be true."""
    ledger.counted(node, path)
    for index, member in enumerate(node["members"]):
        here = f"{path}.members[{index}]"
        for key in ("meant", "holds"):
            audit_step(ledger, member[key], f"{here}.{key}", member["path"])
        meant, holds = truth_of(member["meant"]["truth"]), truth_of(member["holds"]["truth"])
        ledger.expect("truth", f"{here}.truth", truth_of(member["truth"]), any_of([negate(meant), holds]))
    points = (missing(node["path"]),) if node["state"] == "missing" else ()
    ledger.expect("points", f"{path}.points", points_of(node["points"]), points)
    return open_for(points) if points else all_of(truth_of(member["truth"]) for member in node["members"])
