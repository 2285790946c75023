"""A draft written out as a dossier: counters spread over members, totals stated, findings recorded."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from fractions import Fraction
from typing import Any, Final

from tic_rules.backends.strategies.choosing import Chooser, turned
from tic_rules.backends.strategies.coherence import Total, stated_totals
from tic_rules.backends.strategies.draft import Draft, Group, Known, Value
from tic_rules.backends.strategies.reading import Reading
from tic_rules.backends.strategies.setting import STATED, Setting
from tic_rules.backends.strategies.ways import STRANGER
from tic_rules.ir import conditions as ir
from tic_rules.ir.catalogue import FactKind, FactSpec
from tic_rules.ir.pack import Pack
from tic_rules.ir.walk import nodes
from tic_rules.quantity import BASE, Quantity, text_of

BASIS: Final = "示例认定意见"


class Answered(StrEnum):
    """How a finding is recorded."""

    GIVEN = "given"
    UNANSWERED = "unanswered"
    BY_A_STRANGER = "by a stranger"
    """By somebody whom the pack does not name: it does not count."""
    TOO_LATE = "too late"
    """After the as-of day: it is left out."""
    MADE_ANEW = "made anew"
    """The opposite was answered before, and this later: the last counts."""


class Told(StrEnum):
    """How a total that may be stated is told."""

    BY_LIST = "by list"
    TWICE = "twice"
    """By the list, and stated beside it."""
    STATED = "stated"
    """Stated only; the list is left out where nothing else reads it."""


@dataclass(frozen=True, slots=True)
class Manner:
    """How a draft is written out; the plain manner changes nothing of what it says."""

    answered: Mapping[str, Answered] = field(default_factory=dict)
    told: Mapping[str, Told] = field(default_factory=dict)


class Writer:
    """Writes drafts of one setting."""

    def __init__(self, setting: Setting, chooser: Chooser) -> None:
        self.setting = setting
        self.totals = stated_totals(setting.pack)
        self._reading = Reading(setting)
        self._chooser = chooser
        self._counted = set(_counted(setting.pack))
        self._read = set(_read_one_by_one(setting.pack))
        self._told_by_list = set(_told_by_list_alone(setting.pack))

    def write(self, draft: Draft, manner: Manner) -> dict[str, Any]:
        """The dossier as plain data, as it would be written in a file."""
        data: dict[str, Any] = {"format": "1"}
        dropped = {path for path in (*draft.lists, *draft.series) if self._is_stated_only(draft, path, manner)}
        for path, value in draft.values.items():
            if value is Known.THERE:
                _into(data, path)
            else:
                _put(data, path, self._text(self.setting.spec(path), value))
        findings = [
            entry for name, answer in draft.answers.items() for entry in self._recorded(name, None, answer, manner)
        ]
        for path, groups in draft.lists.items():
            if path in dropped:
                continue
            members: list[dict[str, Any]] = []
            for group in self._spread(path, groups):
                members.append(self._member(path, group, len(members) + 1))
                about = f"{path}[{len(members) - 1}]"
                for name, answer in group.answers.items():
                    findings += self._recorded(name, about, answer, manner)
            _put(data, path, members)
        for path, years in draft.series.items():
            if path not in dropped:
                _put(data, path, [self._year(draft, path, year, amount) for year, amount in sorted(years.items())])
        for path, told in manner.told.items():
            amount = self._reading.amount(draft, self.totals[path])
            if told is not Told.BY_LIST and isinstance(amount, Fraction) and path not in draft.values:
                _put(data, path, self._text(self.setting.spec(path), amount))
        return data | ({"findings": findings} if findings else {})

    # --- totals ----------------------------------------------------------------------------------------------------

    def _is_stated_only(self, draft: Draft, path: str, manner: Manner) -> bool:
        """Whether every total of a list is stated, so that nothing is lost with it."""
        stated = [name for name, total in self.totals.items() if list_of(total) == path]
        return (
            bool(stated)
            and path not in self._told_by_list
            and all(manner.told.get(name) is Told.STATED for name in stated)
            and all(isinstance(self._reading.amount(draft, self.totals[name]), Fraction) for name in stated)
        )

    # --- members ---------------------------------------------------------------------------------------------------

    def _spread(self, path: str, groups: tuple[Group, ...]) -> Iterator[Group]:
        """Each member alone; one that only adds an amount, where nobody counts members, may become two."""
        for group in turned(self._chooser, groups):
            alone = Group(group.fields, 1, group.answers)
            for _ in range(group.number):
                sums = {
                    name: Fraction(value // 3)
                    for name, value in group.fields.items()
                    if isinstance(value, Fraction) and f"{path}[].{name}" not in self._read and value >= 3
                }
                if path in self._counted or not sums or not self._chooser.first_of(3):
                    yield alone
                    continue
                rest = {
                    name: value - sums[name]
                    for name, value in group.fields.items()
                    if name in sums and isinstance(value, Fraction)
                }
                yield Group({**group.fields, **sums}, 1, group.answers)
                yield Group({**group.fields, **rest}, 1, group.answers)

    def _member(self, path: str, group: Group, number: int) -> dict[str, Any]:
        written: dict[str, Any] = {}
        name = self.setting.pack.catalogue.get(f"{path}[].name")
        if name is not None and "name" not in group.fields:
            written["name"] = f"示例{number}"
        for key, value in group.fields.items():
            written[key] = self._text(self.setting.spec(f"{path}[].{key}"), value)
        return written

    def _year(self, draft: Draft, path: str, year: int, amount: Fraction) -> dict[str, Any]:
        entry: dict[str, Any] = {"year": year, "amount": self._text(self.setting.spec(path), amount)}
        stated = draft.values.get(STATED)
        if not isinstance(stated, date) or stated < date(year, 12, 31):
            entry["until"] = f"{year}-12-31"
        return entry

    def _text(self, spec: FactSpec, value: Value) -> Any:
        match value:
            case Known():
                return value.value
            case date():
                return value.isoformat()
            case Fraction():
                if spec.kind is FactKind.SHARE:
                    return f"{value.numerator}/{value.denominator}"
                unit = None if spec.unit is None else BASE[spec.unit]
                return str(value) if unit is None else text_of(Quantity(value, unit))
            case _:
                return value

    # --- findings --------------------------------------------------------------------------------------------------

    def _recorded(self, name: str, about: str | None, answer: bool, manner: Manner) -> Iterator[dict[str, Any]]:
        """The entries that record an answer, as the manner has it."""
        pack, on = self.setting.pack, self.setting.on
        deciders = [pack.authority_by_id[who] for who in pack.finding_by_id[name].decided_by]
        by = turned(self._chooser, [spelt for who in deciders for spelt in (who.title.zh, *who.also)])[0]
        entry: dict[str, Any] = {"finding": name} | ({} if about is None else {"about": about})
        rest: dict[str, Any] = {"by": by, "basis": BASIS}
        match manner.answered.get(name, Answered.GIVEN):
            case Answered.UNANSWERED:
                return
            case Answered.BY_A_STRANGER:
                yield {**entry, "answer": answer, **rest, "by": STRANGER, "day": on.isoformat()}
            case Answered.TOO_LATE:
                yield {**entry, "answer": answer, **rest, "day": (on + timedelta(days=1)).isoformat()}
            case Answered.MADE_ANEW:
                before = (on - timedelta(days=1)).isoformat()
                yield {**entry, "answer": answer, **rest, "day": on.isoformat()}
                yield {**entry, "answer": not answer, **rest, "day": before}
            case Answered.GIVEN:
                yield {**entry, "answer": answer, **rest, "day": on.isoformat()}


def _put(data: dict[str, Any], path: str, value: Any) -> None:
    above, _, name = path.rpartition(".")
    (_into(data, above) if above else data)[name] = value


def _into(data: dict[str, Any], path: str) -> dict[str, Any]:
    for part in path.split("."):
        data = data.setdefault(part, {})
    return data


def list_of(total: Total) -> str:
    """The list or yearly series that a total is of."""
    return total.series if isinstance(total, ir.YearSum) else total.list


def _counted(pack: Pack) -> Iterator[str]:
    """The lists of which members are counted."""
    for node in pack.every_node:
        if isinstance(node, ir.Count):
            yield node.list


def _read_one_by_one(pack: Pack) -> Iterator[str]:
    """The fields of members that a condition reads."""
    for node in pack.every_node:
        if isinstance(node, (ir.Every, ir.Count, ir.ListSum)):
            for part in (node.where, node.holds if isinstance(node, ir.Every) else None):
                found = () if part is None else nodes(part)
                yield from (f"{node.list}[].{its.field}" for its in found if isinstance(its, ir.Its))


def _told_by_list_alone(pack: Pack) -> Iterator[str]:
    """The lists and series that a norm, term, track or ground reads without a total that could be stated instead."""
    decisive = [norm.require for norm in pack.norms] + [norm.when for norm in pack.norms if norm.when is not None]
    decisive += [relaxation.ground for relaxation in pack.relaxations] + [track.applies for track in pack.tracks]
    terms = [part for term in pack.terms for part in (term.measure, term.condition) if part is not None]
    for node in (node for condition in (*decisive, *terms) for node in nodes(condition)):
        if isinstance(node, ir.Every):
            yield node.list
        elif isinstance(node, (ir.Count, ir.ListSum, ir.YearSum)) and node.stated_as is None:
            yield list_of(node)
