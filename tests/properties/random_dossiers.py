"""Dossiers drawn at random for a random pack: on the boundaries, and missing, none or contradicted here and there."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from typing import Any, TypeVar

from tests.properties.invented import CITY, Plain
from tests.properties.random_facts import (
    BIRTHS,
    BOUNDS,
    DAYS,
    FIELDS,
    LISTS,
    SERIES,
    THINGS,
    paths,
)
from tests.properties.random_packs import FINDINGS
from tic_rules import Dossier, InputError, Pack

T = TypeVar("T")

_TEXTS = ("奥明市Ａ中心", "奥明市A中心", "奥明市中心", "甲", "乙 丙", "评审组", "示例专家组", "奥明市　示例局", "路人")
_SHARES = ("1/3", "33.33%", "50%", "59.9%", "60%", "66.67%", "66.7%", "2/3", "100%", "0%")
_SEATS = ("370102", "370100", "370000", "371500", "110000")
_DECIDERS = ("示例专家组", "评审组", "Panel", "奥明市示例局", "Bureau of Aoming", "路人")


class _Telling:
    def __init__(self, pack: Pack, seed: int) -> None:
        self._pack = pack
        self._random = Random(seed)
        self._missing = self._pick((0.02, 0.05, 0.15, 0.4))
        """How much is left out."""
        self._none = self._pick((0.0, 0.05, 0.2))
        """How much of what may be none is."""

    def _pick(self, of: Sequence[T]) -> T:
        return self._random.choice(of)

    def _chance(self, part: float) -> bool:
        return self._random.random() < part

    def written(self) -> Plain:
        """A dossier as it would be written."""
        told: Plain = {}
        for path, kind in paths.kinds.items():
            if not self._chance(self._missing):
                _put(told, path, self._value(kind, path))
        _put(told, "application.city", CITY)
        if "agreement" in told:
            _in_order(told["agreement"], "signed_on", "ends_on")
        if self._chance(0.1):
            _put(told, "application.track", self._pick(("way-0", "way-1")))
        for path in LISTS:
            if not self._chance(self._missing):
                _put(told, path, self._members(path))
        for path in SERIES:
            if not self._chance(self._missing):
                registered = str(_at(told, f"{path.partition('.')[0]}.registered_on") or "2020")
                _put(told, path, self._years(int(registered[:4])))
        for act in ("approval", "expert_review"):
            _put(told, f"procedure.{act}", self._act())
        for path in THINGS:
            if self._chance(self._none):
                _put(told, path, "none")
        for spec in self._pack.facts:
            name = spec.path.removeprefix(f"{CITY}.")
            if name.startswith("total_") and self._chance(0.04 if self._missing < 0.3 else 0.3):
                _put(told, spec.path, self._pick(BOUNDS[str(spec.unit)]))
        if told.get("partners") == []:
            told["agreement"] = "none"
        told["findings"] = list(self._findings(told))
        return told

    def _value(self, kind: str, path: str = "") -> Any:
        word = kind.rstrip("?")
        if kind.endswith("?") and self._chance(self._none):
            return "none"
        if path == "lead.registered_on" and self._chance(0.7):
            return "2019-05-18"
        if path.rpartition(".")[2] in {"born_on", "b1", "b2"}:
            return self._pick(BIRTHS if self._chance(0.98) else DAYS)
        match word:
            case "flag":
                return self._chance(0.6)
            case "day":
                return self._pick(DAYS)
            case "text":
                return self._pick(_TEXTS)
            case "seat":
                return self._pick(_SEATS)
            case "share":
                return self._pick(_SHARES)
            case "level" | "choice":
                return self._pick(paths.values[path])
            case _:
                return self._pick(BOUNDS[word])

    def _members(self, path: str) -> list[Plain]:
        made = []
        for n in range(self._pick((0, 1, 1, 2, 2, 3))):
            fields = {"name": f"{path}-{n}"} if "name" in FIELDS[path] and not self._chance(0.1) else {}
            for name, kind in FIELDS[path].items():
                if name not in {"name", "credit_code"} and not self._chance(self._missing):
                    fields[name] = self._value(kind, f"{path}[].{name}")
            if path == "bans":
                fields |= {"city": CITY}
                _in_order(fields, "first_day", "last_day")
            made.append(fields)
        return made

    def _years(self, registered: int) -> list[Plain]:
        made = []
        for year in self._random.sample(range(2020, 2028), self._random.randint(0, 8)):
            entry: Plain = {"year": year}
            if not self._chance(self._missing):
                entry["amount"] = "0元" if year < registered else self._pick(BOUNDS["money"])
            if self._chance(0.3):
                entry["until"] = self._pick((f"{year}-12-31", f"{year}-06-30"))
            made.append(entry)
        return made

    def _act(self) -> Any:
        if self._chance(self._none):
            return "none"
        outcome = self._pick(("通过", "未通过"))
        made: Plain = {"day": self._pick(DAYS[-9:]), "by": self._pick(_DECIDERS), "outcome": outcome}
        return {key: value for key, value in made.items() if not self._chance(self._missing)} or "none"

    def _findings(self, told: Plain) -> list[Plain]:
        """Answers to what the pack asks: of the whole and of members, by the right people and the wrong ones."""
        made = []
        for name, lists in self._pack.lists_asked_of.items():
            declared = {str(one["id"]): one for one in FINDINGS}.get(name)
            for listed in sorted(lists, key=str):
                if listed is None:
                    made += [self._answer(name, declared) for _ in range(self._pick((0, 1, 1, 2)))]
                    continue
                members = _at(told, listed)
                for index, member in enumerate(members if isinstance(members, list) else ()):
                    about = member["name"] if "name" in member and self._chance(0.3) else f"{listed}[{index}]"
                    if not self._chance(self._missing):
                        made.append({**self._answer(name, declared), "about": about})
        if self._chance(0.01):
            made.append({**self._answer("asked", None), "about": "partners[7]"})
        return self._random.sample(made, len(made))

    def _answer(self, name: str, declared: Plain | None) -> Plain:
        able = _DECIDERS[:3] if declared is None or "panel" in declared["decided_by"] else _DECIDERS[3:5]
        by = self._pick(able if self._chance(0.85) else _DECIDERS)
        return {
            "finding": name, "answer": self._chance(0.6), "by": by, "day": self._pick(DAYS[-12:]), "basis": "意见",
        }  # fmt: skip


def random_dossier(pack: Pack, seed: int) -> Dossier | None:
    """The dossier of a seed; None where it contradicts itself whatever is asked."""
    try:
        return Dossier.from_dict(_Telling(pack, seed).written(), cities=[CITY])
    except InputError:
        return None


def _in_order(fields: Plain, first: str, last: str) -> None:
    if first in fields and last in fields and fields[last] != "none":
        fields[first], fields[last] = sorted((fields[first], fields[last]))


def _put(told: Plain, path: str, value: Any) -> None:
    *parts, last = path.split(".")
    here = told
    for part in parts:
        below = here.setdefault(part, {})
        if not isinstance(below, dict):
            return
        here = below
    here[last] = value


def _at(told: Plain, path: str) -> Any:
    here: Any = told
    for part in path.split("."):
        here = here.get(part) if isinstance(here, dict) else None
    return here
