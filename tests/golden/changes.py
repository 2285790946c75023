"""What a golden case changes in its base: one value set or taken away, a member added, a decision made or all unmade.

Every change must bite: a path that leads nowhere, a value that is there already or a member that is not there to be
taken away is an error of the case, so that no case passes by testing nothing.
"""

from __future__ import annotations

import re
from copy import deepcopy
from typing import Any

DAY_OF_DECISION = "2026-11-10"
"""The day of a ``decided`` that names none: after the findings of the bases, before their as-of day."""

_STEP = re.compile(r"\.?(?:(?P<key>[^.\[\]]+)|\[(?P<member>[^\[\]]+)\])")
_FORMS = (frozenset({"set", "to"}), frozenset({"remove"}), frozenset({"add", "member"}), frozenset({"undecided"}))
_DECIDED = (frozenset({"decided", "answer", "by"}), frozenset({"about", "day"}))


class ChangeError(Exception):
    """A change that cannot be made, or changes nothing."""


def changed(dossier: dict[str, Any], changes: list[dict[str, Any]]) -> dict[str, Any]:
    """The dossier after the changes, in their order; the one given is left as it is. Raises ChangeError."""
    after = deepcopy(dossier)
    for change in changes:
        _apply(after, change)
    return after


def _apply(dossier: dict[str, Any], change: dict[str, Any]) -> None:
    keys = frozenset(change)
    if _DECIDED[0] <= keys <= _DECIDED[0] | _DECIDED[1]:
        _decide(dossier, change)
    elif keys not in _FORMS:
        raise ChangeError(f"not a change: {change}")
    elif "set" in change:
        _set(dossier, change["set"], change["to"])
    elif "remove" in change:
        _remove(dossier, change["remove"])
    elif "undecided" in change:
        _undecide(dossier, change["undecided"])
    else:
        _members(dossier, change["add"]).append(deepcopy(change["member"]))


def _set(dossier: dict[str, Any], path: str, value: object) -> None:
    holder, last = _holder(dossier, path, build=True)
    if isinstance(holder, list) or holder.get(last, ...) == value:
        raise ChangeError(f"{path}: nothing to set, or {value!r} already")
    holder[last] = deepcopy(value)


def _remove(dossier: dict[str, Any], path: str) -> None:
    holder, last = _holder(dossier, path, build=False)
    if isinstance(holder, list):
        holder.remove(_member(holder, last, path))
    elif last in holder:
        del holder[last]
    else:
        raise ChangeError(f"{path}: not there")


def _decide(dossier: dict[str, Any], change: dict[str, Any]) -> None:
    about = {"about": change["about"]} if "about" in change else {}
    made = {"finding": change["decided"], **about, "answer": change["answer"], "by": change["by"]}
    made |= {"day": change.get("day", DAY_OF_DECISION), "basis": "示例认定书"}
    _members(dossier, "findings").append(made)


def _undecide(dossier: dict[str, Any], finding: str) -> None:
    """Takes away every answer to a finding, whichever member it is about."""
    left = [made for made in dossier["findings"] if made["finding"] != finding]
    if len(left) == len(dossier["findings"]):
        raise ChangeError(f"{finding}: not decided")
    dossier["findings"] = left


def _members(dossier: dict[str, Any], path: str) -> list[Any]:
    """The list at a path; an empty one is made where there is none."""
    holder, last = _holder(dossier, path, build=True)
    members = holder.setdefault(last, []) if isinstance(holder, dict) else None
    if not isinstance(members, list):
        raise ChangeError(f"{path}: not a list")
    return members


def _holder(dossier: dict[str, Any], path: str, *, build: bool) -> tuple[Any, str]:
    """What holds the last step of a path, and that step; ``build`` makes the parts on the way that are not there."""
    steps = list(_STEP.finditer(path))
    if "".join(step[0] for step in steps) != path:
        raise ChangeError(f"not a path: {path}")
    here: Any = dossier
    for step in steps[:-1]:
        if step["member"] is not None:
            here = _member(here, step["member"], path)
        elif isinstance(here, dict) and (step["key"] in here or build):
            here = here.setdefault(step["key"], {})
        else:
            raise ChangeError(f"{path}: no {step['key']}")
    last = steps[-1]
    return here, last["key"] if last["member"] is None else last["member"]


def _member(members: Any, which: str, path: str) -> Any:
    """The one member that is meant: by its place (#1), or by its name, year, or finding (with /about)."""
    if not isinstance(members, list):
        raise ChangeError(f"{path}: not a list")
    if which.startswith("#"):
        return members[int(which[1:]) - 1]
    found = [member for member in members if which in _names(member)]
    if len(found) != 1:
        raise ChangeError(f"{path}: {len(found)} members are {which}")
    return found[0]


def _names(member: dict[str, Any]) -> set[str]:
    finding, about = member.get("finding"), member.get("about")
    return {
        str(member["name"]) if "name" in member else "",
        str(member["year"]) if "year" in member else "",
        f"{finding}/{about}" if about and finding else str(finding),
    }
