"""Conditions of every word of the language, drawn at random, well typed by construction."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from random import Random
from typing import Any, TypeVar

from tests.properties.invented import CITY, Plain, at, both
from tests.properties.random_facts import (
    BOUNDS,
    CAN_BE_NONE,
    DAYS,
    FIELDS,
    LISTS,
    MAYBE_NONE,
    OWN,
    PERIODS,
    PRINTED,
    SERIES,
    TOTAL_UNITS,
    paths,
)

T = TypeVar("T")

_UNITS = ("money", "money", "people", "people", "area", "units", "items", "times", "cases", "days", "age", "age")


class Conditions:
    """Draws the conditions of one pack, and notes which facts and findings they need."""

    def __init__(self, random: Random) -> None:
        self.random = random
        self.totals: dict[str, Plain] = {}
        """The facts that state totals, by what they are the totals of."""
        self.terms: list[Plain] = []
        """Terms drawn so far, which later conditions may stand on."""
        self.bare = False
        """Whether a boundary may be bare: beside a reading."""
        self.totals_needed = True

    def pick(self, of: Sequence[T]) -> T:
        return self.random.choice(of)

    def chance(self, part: float) -> bool:
        return self.random.random() < part

    def condition(self, depth: int, listed: str | None = None, *, sure: bool = False) -> Plain:
        """A condition; ``sure``: it reads nothing that may be none, as under ``not`` and ``when``."""
        if depth > 0 and self.chance(0.55):
            match self.random.randrange(6):
                case 0 | 1:
                    return {"all": self._several(depth, listed, sure=sure)}
                case 2 | 3:
                    return {"any": self._several(depth, listed, sure=sure)}
                case 4:
                    return {"not": self.condition(depth - 1, listed, sure=True)}
                case _ if listed is None:
                    guard = self.pick(("agreement", "centre.director", f"{CITY}.m3", f"{CITY}.e1"))
                    below = [path for path in paths(guard) if path == guard or path not in CAN_BE_NONE]
                    return {"not": {"all": [{"has": guard}, self._fact(self.pick(below))]}}
                case _:
                    pass
        leaves = self._in_list(listed, sure) if listed is not None else self._outside(sure)
        return self.pick(leaves)()

    def _several(self, depth: int, listed: str | None, *, sure: bool) -> list[Plain]:
        return [self.condition(depth - 1, listed, sure=sure) for _ in range(self.random.randint(1, 3))]

    def _outside(self, sure: bool) -> tuple[Callable[[], Plain], ...]:
        def any_fact() -> Plain:
            return self._fact(self.pick([path for path in paths() if not (sure and path in MAYBE_NONE)]))

        def finding() -> Plain:
            return {"finding": self.pick(("asked", "asked", "case", "approved", "reviewed"))}

        def term() -> Plain:
            known = [term for term in self.terms if "condition" in term and not (sure and term["reads_none"])]
            return {"term": self.pick(known)["id"]} if known else any_fact()

        def has() -> Plain:
            return {"has": self.pick(CAN_BE_NONE)}

        def every() -> Plain:
            listed = self.pick([path for path in LISTS if not (sure and path in MAYBE_NONE)])
            made: Plain = {"every": listed, "holds": self.condition(1, listed, sure=sure)}
            return made | self._narrowed(listed, sure)

        def held() -> Plain:
            return self._bounded(*self.measure(2, sure=sure))

        def proportion() -> Plain:
            return self._proportion(sure)

        def elapsed() -> Plain:
            return self._elapsed(None, sure)

        return (
            any_fact, any_fact, any_fact, finding, term, has, every, every,
            held, held, proportion, proportion, elapsed, elapsed,
        )  # fmt: skip

    def _in_list(self, listed: str, sure: bool) -> tuple[Callable[[], Plain], ...]:
        fields = {name: kind for name, kind in FIELDS[listed].items() if not (sure and kind.endswith("?"))}

        def any_field() -> Plain:
            name = self.pick(sorted(fields))
            return self._against({"its": name}, fields[name].rstrip("?"), f"{listed}[].{name}", listed)

        def finding() -> Plain:
            return {"finding": self.pick(("asked", "case", "of-member"))}

        def age() -> Plain:
            left = {"age": {"its": "born_on"}, "at": self.pick(("application", "today"))}
            return self._bounded(left, "age")

        def proportion() -> Plain:
            name = self.pick(amounts)
            part = {"its": name}
            if self.chance(0.5):
                whole = {"sum": [part, {"its": name}]}
                return self._bounded({"share": part, "of": whole, "if_whole_is_zero": self._zero(True)}, "share")
            return self._bounded({"ratio": part, "to": {"its": name}, "if_whole_is_zero": self._zero(True)}, "share")

        amounts = [name for name, kind in sorted(fields.items()) if kind in TOTAL_UNITS]
        leaves: tuple[Callable[[], Plain], ...] = (any_field, any_field, any_field, finding)
        if listed == "centre.staff":
            leaves = (*leaves, age, age)
        if amounts:
            leaves = (*leaves, proportion)
        if any(kind.rstrip("?") == "day" for kind in fields.values()):
            leaves = (*leaves, lambda: self._elapsed(listed, sure))
        return leaves

    # --- one fact ------------------------------------------------------------------------------------------------

    def _fact(self, path: str) -> Plain:
        kind = OWN[path.removeprefix(f"{CITY}.")] if path.startswith(f"{CITY}.") else paths.kinds[path]
        return self._against({"fact": path}, kind.rstrip("?"), path, None)

    def _against(self, left: Plain, kind: str, path: str, listed: str | None) -> Plain:
        match kind:
            case "flag":
                return {**left, "is": self.chance(0.7)}
            case "day":
                return self._day(left, listed)
            case "text":
                said: tuple[Plain, ...] = (
                    {"is": "奥明市Ａ中心"}, {"one_of": ["甲", "乙　丙", "true"]}, {"done_by": ["panel"]},
                    {"done_by": ["bureau", "panel"]}, {"named_like": "奥明市{field}中心"}, {"named_like": "甲"},
                )  # fmt: skip
                return {**left, **self.pick(said)}
            case "seat":
                return {**left, "within": self.pick(("370000", "370100", "370102", "110000"))}
            case "level":
                values = paths.values[path]
                if self.chance(0.3):
                    return {**left, "one_of": self.random.sample(values, self.random.randint(1, len(values)))}
                return self._threshold(left, self.pick(values), between=False)
            case "choice":
                values = paths.values[path]
                chosen = self.random.sample(values, self.random.randint(1, len(values)))
                return {**left, "one_of": chosen} if len(chosen) > 1 else {**left, "is": chosen[0]}
            case _:
                return self._bounded(left, kind)

    def _day(self, left: Plain, listed: str | None) -> Plain:
        if self.chance(0.35):
            return {**left, "within": self.pick(("last year", "last 3 years", "application year", "last 2 full years"))}
        op = self.pick(("on_or_after", "after", "on_or_before", "before"))
        return {**left, op: self._other_day(listed)}

    def _other_day(self, listed: str | None, *, sure: bool = True) -> Any:
        if listed is not None and self.chance(0.4):
            known = [name for name, kind in FIELDS[listed].items() if kind in {"day"} | (set() if sure else {"day?"})]
            if known:
                return {"its": self.pick(known)}
        if listed is None and self.chance(0.5):
            known = [path for path in paths("day") if not (sure and path in MAYBE_NONE)]
            return self.pick(known)
        return self.pick(("application", "today", date.fromisoformat(self.pick(DAYS))))

    def _elapsed(self, listed: str | None, sure: bool) -> Plain:
        unit, most = self.pick(PERIODS)
        start, end = (self._other_day(listed, sure=sure) for _ in range(2))
        count = self.random.choice(most)
        left: Plain = {"elapsed": {"from": start, "to": end}}
        if unit != "个工作日" and count and self.chance(0.3):
            left["elapsed"]["first_day_counts"] = True
        return self._threshold(left, f"{count}{unit}", between=False)

    # --- measures ------------------------------------------------------------------------------------------------

    def measure(self, depth: int, *, sure: bool, unit: str | None = None) -> tuple[Plain, str]:
        """A measure, and the unit it is of."""
        unit = unit or self.pick(_UNITS)
        if depth and self.chance(0.45):
            word = self.pick(("sum", "lesser"))
            parts = [self.measure(depth - 1, sure=sure, unit=unit)[0] for _ in range(self.random.randint(1, 3))]
            return {word: parts}, unit
        known = [term for term in self.terms if term.get("unit") == unit and not (sure and term["reads_none"])]
        if known and self.chance(0.25):
            return {"term": self.pick(known)["id"]}, unit
        if unit == "age" and self.chance(0.8):
            born = [f"{CITY}.b1", "centre.director.born_on", f"{CITY}.b2"]
            return {"age": born[0] if sure else self.pick(born), "at": self._other_day(None)}, unit
        many = self._many(unit, sure)
        if many and self.chance(0.6):
            return self.pick(many)(), unit
        facts = [path for path in paths(unit) if not (sure and path in MAYBE_NONE)]
        return {"fact": self.pick(facts)}, unit

    def _many(self, unit: str, sure: bool) -> list[Callable[[], Plain]]:
        """Ways to draw a count or sum of the unit."""

        def drawn(measure: Plain, listed: str) -> Callable[[], Plain]:
            return lambda: self._total(measure | self._narrowed(listed, sure), unit)

        made: list[Callable[[], Plain]] = []
        for path, (counted, _) in LISTS.items():
            if counted == unit and not (sure and path in MAYBE_NONE):
                made.append(drawn({"count": path}, path))
            made += [drawn({"sum": path, "each": field}, path) for field, kind in FIELDS[path].items() if kind == unit]
        if unit == "money":
            made += [lambda: self._total(self._yearly(), unit)] * 3
        return made

    def _yearly(self) -> Plain:
        over = self.pick(("last full year", "last 2 full years", "last 3 full years", "application year"))
        return {"sum": self.pick(SERIES), "over": over}

    def _narrowed(self, listed: str, sure: bool) -> Plain:
        made: Plain = {}
        if self.chance(0.6):
            made["where"] = self.condition(self.random.randint(0, 2), listed, sure=sure)
        if LISTS[listed][1] is not None and self.chance(0.4):
            made["over"] = self.pick(("last year", "last 3 years", "application year"))
        return made

    def _total(self, measure: Plain, unit: str) -> Plain:
        """The measure, with the fact that may state its total where there may be one."""
        judged, running = "finding" in repr(measure), measure.get("over") == "application year"
        if judged or running or (not self.totals_needed and self.chance(0.5)):
            return measure
        known = self.totals.setdefault(
            repr(measure),
            {"path": f"{CITY}.total_{len(self.totals)}", "kind": "quantity", "unit": TOTAL_UNITS[unit],
             "title": both("合计"), "evidence": both("证明")},
        )  # fmt: skip
        return {**measure, "stated_as": known["path"]}

    def _proportion(self, sure: bool) -> Plain:
        part, unit = self.measure(1, sure=sure)
        kind = self.pick(("share", "ratio"))
        if kind == "ratio":
            whole = self.measure(1, sure=sure, unit=unit)[0]
        elif self.chance(0.5) and (narrow := self._within_whole(sure)):
            part, whole = narrow
        else:
            whole = {"sum": [part, self.measure(1, sure=sure, unit=unit)[0]]}
        joined = "of" if kind == "share" else "to"
        return self._bounded({kind: part, joined: whole, "if_whole_is_zero": self._zero(False)}, "share")

    def _within_whole(self, sure: bool) -> tuple[Plain, Plain] | None:
        """Some members of a list beside more of them; None where a yearly series was drawn."""
        unit = self.pick(("people", "units", "area", "money"))
        base = self.pick(self._many(unit, sure))
        whole = {key: value for key, value in base().items() if key not in {"stated_as", "where"}}
        listed = whole.get("count") or whole.get("sum")
        if listed not in LISTS:
            return None
        first, second = (self.condition(1, listed, sure=sure) for _ in range(2))
        part = whole | {"where": {"all": [first, second]}}
        whole |= self.pick(({}, {"where": {"all": [first]}}, {"where": {"all": [second]}}))
        return self._total(part, unit), self._total(whole, unit)

    def _zero(self, in_list: bool) -> Any:
        asked = ("at-zero", "asked") if in_list else ("at-zero", "asked", "approved")
        return self.pick(("holds", "fails", {"finding": self.pick(asked)}))

    # --- bounds --------------------------------------------------------------------------------------------------

    def _bounded(self, left: Plain, unit: str) -> Plain:
        return self._threshold(left, self.pick(BOUNDS[unit]), self.pick(BOUNDS[unit]), BOUNDS[unit])

    def _threshold(
        self, left: Plain, low: str, high: str = "", order: Sequence[str] = (), *, between: bool = True
    ) -> Plain:
        op = self.pick(("at_least", "more_than", "at_most", "less_than", *(("between",) if between else ())))
        printed = "bare" if self.bare and self.chance(0.3) else PRINTED[op]
        if op == "between":
            low, high = sorted((low, high), key=order.index)
            return at(left, op, [low, high], printed)
        return at(left, op, low, printed)
