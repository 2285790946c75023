"""The whole worked out anew: norms, their other readings, tracks, the city, and the dates it all was made on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from tic_rules.audit.citation import audit_citation
from tic_rules.audit.form import Node, day_of, truth_of
from tic_rules.audit.ledger import Ledger
from tic_rules.audit.steps import audit_step
from tic_rules.truth import FALSE, Truth, TruthValue, Verdict, all_of, any_of, negate, verdict


@dataclass(frozen=True, slots=True)
class Weighed:
    """What a norm comes to under one reading."""

    truth: Truth
    status: str
    counts: bool
    """Whether it is more than a preference, and applies."""


def audit_whole(ledger: Ledger, record: Node) -> None:
    """Audits everything in a record whose form has been checked. Raises EndlessError for one beyond all measure."""
    points = {norm["id"]: 1 + len(norm["truth"]["points"]) for norm in record["norms"]}
    city = sum(points.get(name, 1) for track in record["tracks"] for name in track["norms"])
    readings = sum(len(norm["readings"]) for norm in record["norms"])
    # Each reading turns the whole city over once more, and each track looks at every norm.
    ledger.spend((1 + readings) * (len(points) + city) + len(record["tracks"]) * len(points))
    weighed = {}
    for index, norm in enumerate(record["norms"]):
        weighed[norm["id"]] = _norm(ledger, norm, f"norms[{index}]")
    _tracks(ledger, record, weighed)
    expected, shown = _city(_track(track, weighed) for track in record["tracks"])
    ledger.expect("truth", "truth", truth_of(record["truth"]), expected)
    ledger.expect("truth", "verdict", record["verdict"], shown)
    for index, norm in enumerate(record["norms"]):
        for number, reading in enumerate(norm["readings"]):
            _reading(ledger, record, norm, reading, weighed, f"norms[{index}].readings[{number}]")
    _dates(ledger, record)
    _left_out(ledger, record)


# --- norms -------------------------------------------------------------------------------------------------------


def _weighed(when: Node | None, step: Node, strength: str) -> Weighed:
    """``any: [not when, step]``, and how that is called."""
    inner = truth_of(step["truth"])
    outer = None if when is None else truth_of(when["truth"])
    truth = inner if outer is None else any_of([negate(outer), inner])
    if outer == FALSE:
        return Weighed(truth, "not applicable", counts=False)
    status = {
        Verdict.PASS: "met",
        Verdict.FAIL: "not met",
        Verdict.UNKNOWN: "unknown",
        Verdict.REVIEW: "review",
    }[verdict(truth)]
    if status == "met" and step["kind"] == "excused" and step["require"]["truth"]["value"] != TruthValue.TRUE:
        status = "excused"
    return Weighed(truth, status, counts=strength != "preference")


def _norm(ledger: Ledger, norm: Node, path: str) -> Weighed:
    for key in ("when", "step"):
        if norm[key] is not None:
            audit_step(ledger, norm[key], f"{path}.{key}")
    for place in ledger.bare:
        reads = norm["readings"] or place.startswith(f"{path}.step.excuse")
        ledger.demand(bool(reads), "bound", f"{place}.printed", "bare", "readings")
    ledger.bare.clear()
    weighed = _weighed(norm["when"], norm["step"], norm["strength"])
    ledger.expect("truth", f"{path}.truth", truth_of(norm["truth"]), weighed.truth)
    ledger.expect("status", f"{path}.status", norm["status"], weighed.status)
    _departs(ledger, norm["id"], norm["step"], norm["strength"], f"{path}.strength")
    places = [cited["text"]["zh"] for cited in norm["cites"]]
    for key, names in (("tracks", norm["tracks"]), ("cites", places)):
        ledger.demand(len(set(names)) == len(names), "names", f"{path}.{key}", names, "each once")
    for index, cited in enumerate(norm["cites"]):
        audit_citation(ledger, cited, f"{path}.cites[{index}]")
    return weighed


def _departs(ledger: Ledger, norm: str, step: Node, strength: str, path: str) -> None:
    """A norm in principle, and no other, may be departed from."""
    excuse = step["excuse"] if step["kind"] == "excused" else {}
    asked = [child.get("id") for child in (excuse, *excuse.get("children", ()))]
    ledger.demand((f"{norm}:departs" in asked) is (strength == "in principle"), "status", path, strength, repr(asked))


def _reading(
    ledger: Ledger, record: Node, norm: Node, reading: Node, weighed: Mapping[str, Weighed], path: str
) -> None:
    """What the norm, and the whole, would have been if this one reading were the other."""
    step, when, strength = (reading[f"other_{key}"] for key in ("step", "when", "strength"))
    found = (reading["norm_differs"], reading["verdict_if_other"])
    if step is None:
        ledger.expect("reading", path, (*found, when, strength), (False, None, None, None))
        return
    for key in ("other_when", "other_step"):
        if reading[key] is not None:
            audit_step(ledger, reading[key], f"{path}.{key}")
    other_strength = strength or norm["strength"]
    _departs(ledger, norm["id"], step, other_strength, f"{path}.other_strength")
    other = _weighed(when or norm["when"], step, other_strength)
    shown = _city(_track(track, {**weighed, norm["id"]: other}) for track in record["tracks"])[1]
    ledger.expect("reading", path, found, (other.status != weighed[norm["id"]].status, shown))


# --- tracks ------------------------------------------------------------------------------------------------------


def _track(track: Node, weighed: Mapping[str, Weighed]) -> tuple[Truth, Verdict]:
    """``all: [for, norms that count]``; not applicable where it is not this applicant's, or asks nothing."""
    applies = truth_of(track["applies"]["truth"])
    counting = [weighed[name].truth for name in track["norms"] if name in weighed and weighed[name].counts]
    if applies == FALSE or not counting:
        return FALSE, Verdict.NOT_APPLICABLE
    truth = all_of([applies, *counting])
    return truth, verdict(truth)


def _city(tracks: Iterable[tuple[Truth, Verdict]]) -> tuple[Truth, Verdict]:
    left = [truth for truth, shown in tracks if shown is not Verdict.NOT_APPLICABLE]
    truth = any_of(left)
    return truth, verdict(truth) if left else Verdict.NOT_APPLICABLE


def _tracks(ledger: Ledger, record: Node, weighed: Mapping[str, Weighed]) -> None:
    """Each track asks the norms that name it or name none, in their order; no norm is there that none asks."""
    norms, tracks = record["norms"], record["tracks"]
    ids = [track["id"] for track in tracks]
    for key, names in (("norms", [norm["id"] for norm in norms]), ("tracks", ids)):
        ledger.expect("names", key, names, list(dict.fromkeys(names)))
    named = record["asked_tracks"] or [name for norm in norms for name in norm["tracks"]]
    unlisted = sorted(set(named).difference(ids) | (set(ids).difference(named) if record["asked_tracks"] else set()))
    ledger.expect("names", "asked_tracks", unlisted, [])
    asked: set[str] = set()
    for index, track in enumerate(tracks):
        path = f"tracks[{index}]"
        audit_step(ledger, track["applies"], f"{path}.applies")
        expected = [norm["id"] for norm in norms if not norm["tracks"] or track["id"] in norm["tracks"]]
        ledger.expect("names", f"{path}.norms", track["norms"], expected)
        asked.update(expected)
        truth, shown = _track(track, weighed)
        ledger.expect("truth", f"{path}.truth", truth_of(track["truth"]), truth)
        ledger.expect("truth", f"{path}.verdict", track["verdict"], shown)
    ledger.expect("names", "norms", sorted(set(weighed) - asked), [])


# --- the head ----------------------------------------------------------------------------------------------------


def _dates(ledger: Ledger, record: Node) -> None:
    """The application day, the day on which the pack is tested, and how the pack stands on it."""
    day, as_of = ledger.application, ledger.as_of
    fits = {
        "given": day is not None and as_of is not None and day <= as_of,
        "none": day == as_of,
        "missing": day is None,
    }
    ledger.demand(fits[ledger.submission], "day", "application_day", record["application_day"], ledger.submission)
    standing = record["standing"]
    tested = day if record["question"] in {"entry", "procedure"} else as_of
    ledger.expect("day", "standing.day", day_of(standing["day"]), tested)
    start, end, earliest, latest = (day_of(standing[key]) for key in ("start", "end", "earliest", "latest"))
    span = start is None or (earliest is None and latest is None)
    ledger.demand(span, "standing", "standing", standing, "start or earliest and latest")
    if tested is not None and end is not None and tested > end:
        kind = "lapsed"
    elif tested is not None and any(first is not None and tested < first for first in (start, earliest)):
        kind = "not yet in force"
    elif record["pack"]["kind"] == "consultation draft":
        kind = "draft"
    elif start is None and (latest is None or tested is None or tested <= latest):
        kind = "start not known"
    else:
        kind = "in force" if tested is not None else "day not known"
    ledger.expect("standing", "standing.kind", standing["kind"], kind)
    read = record["calendar_digest"] is not None
    ledger.expect("names", "calendar_digest", read, ledger.calendar_read)


_LATER: Final = "dated after the as-of date"
_NOT_ITS: Final = "decided by somebody whom the pack does not name"
_NOT_ASKED: Final = "no norm of the pack asks for it"
_PLACE: Final = re.compile(r"[a-z0-9_-]+([.][a-z0-9_]+)*(\[(0|[1-9][0-9]{0,8})\])?", re.ASCII)


def _left_out(ledger: Ledger, record: Node) -> None:
    """What was left out is told once, and was left out."""
    told = [(out["name"], out["why"]) for out in record["left_out"]]
    places = [(out["path"], out["name"]) for out in record["left_out"]]
    ledger.expect("names", "left_out", len(places), len(set(places)))
    for index, out in enumerate(record["left_out"]):
        ledger.demand(bool(_PLACE.fullmatch(out["path"])), "names", f"left_out[{index}].path", out["path"], "a.b[0]")
        asked = out["why"] != _NOT_ASKED or out["path"].startswith("findings[")
        ledger.demand(asked, "finding", f"left_out[{index}].why", out["why"], "findings[…]")
    why = {"decided by somebody else": _NOT_ITS, "decided after the as-of date": _LATER}
    known = set(told)
    for name, note, path in ledger.findings:
        ledger.demand(note not in why or (name, why[note]) in known, "finding", path, note, "left_out")
        ledger.demand((name, _NOT_ASKED) not in known, "finding", path, name, "left_out")
