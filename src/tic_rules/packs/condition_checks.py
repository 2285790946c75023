"""What must hold of the conditions of a pack: facts that exist, units that agree, and restrictions that keep exact."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, assert_never

from tic_rules.errors import Place
from tic_rules.facts.fields import NONE
from tic_rules.ir import conditions as ir
from tic_rules.ir.catalogue import FactKind, FactSpec
from tic_rules.ir.operators import BARE, PRINTED_WORDS
from tic_rules.ir.pack import Pack
from tic_rules.ir.walk import Node, children, findings_asked
from tic_rules.packs.form import Problems
from tic_rules.packs.names import named
from tic_rules.quantity import BASE, Kind

_PERIODS: Final = frozenset({Kind.YEARS, Kind.MONTHS, Kind.DAYS, Kind.WORKDAYS})


class ConditionChecks:
    """Checks conditions of one pack and gathers which findings they ask for."""

    def __init__(self, pack: Pack, places: dict[int, Place], problems: Problems) -> None:
        self.pack = pack
        self.places = places
        self.problems = problems
        self.findings_asked: set[str] = set()
        self.terms_used: set[str] = set()
        self.totals_needed = True
        """Whether each count and sum must say which fact may state its total; other readings need not."""
        self._totals: dict[str, ir.Measure] = {}
        """Which measure each fact states the total of."""
        self._reckoning: set[str] = set()
        """The terms whose measures are being looked at: one that comes round again stands on itself."""

    def check(self, node: Node, member_of: str | None = None) -> None:
        """Notes what is wrong with a node and all below it; ``member_of`` is the list whose members are looked at."""
        place = self.places.get(id(node), Place(self.pack.source, 1, 1))
        match node:
            case ir.All(items) | ir.AnyOf(items):
                for item in items:
                    self.check(item, member_of)
            case ir.Not(item):
                self.check(item, member_of)
                self.check_negated(item, member_of)
            case ir.FindingHolds(name):
                self._finding(name, place, member_of)
            case ir.TermHolds(name):
                self.terms_used.add(name)
                term = self.pack.term_by_id.get(name)
                if term is None or term.condition is None or member_of is not None:
                    self._unknown("E265", name, [t.id for t in self.pack.terms if t.condition is not None], place)
            case ir.Has(path):
                spec = self._fact(path, place, member_of)
                if spec is not None and not spec.may_be_none:
                    self.problems.add("E266", place, path=path)
            case ir.Every(path, holds, where, over):
                self._listed(path, over, place, member_of)
                for inner in (holds, where):
                    if inner is not None:
                        self.check(inner, path)
            case ir.Compare():
                self._compare(node, place, member_of)
            case ir.CompareLevel():
                self._level(node, place, member_of)
            case ir.CompareDay(left, _, right):
                self._day(left, place, member_of)
                self._day(right, place, member_of)
            case ir.IsOneOf(left, values):
                self._choice(left, values, place, member_of)
            case ir.LiesIn(left, _):
                self._of_kind(left, {FactKind.SEAT}, place, member_of)
            case ir.FallsWithin(left, _):
                self._of_kind(left, {FactKind.DAY}, place, member_of)
            case ir.DoneBy(left, names):
                self._of_kind(left, {FactKind.TEXT}, place, member_of)
                for name in names:
                    if name not in self.pack.authority_by_id:
                        self._unknown("E242", name, list(self.pack.authority_by_id), place)
            case ir.NamedLike(left, _):
                self._of_kind(left, {FactKind.TEXT}, place, member_of)
            case (
                ir.Fact()
                | ir.Its()
                | ir.TermRef()
                | ir.Sum()
                | ir.Lesser()
                | ir.YearSum()
                | ir.ListSum()
                | ir.Count()
                | ir.Age()
            ):
                self._unit_of(node, place, member_of)
            case ir.Proportion() | ir.Elapsed():
                pass
            case _:
                assert_never(node)

    def check_negated(self, node: ir.Condition, member_of: str | None = None) -> None:
        """Refuses what would turn known-not-to-exist into true: what may be none, read under ``not`` or ``when``.

        What stands in an ``all`` beside the ``has`` of it was thought of, and is not refused.
        """
        place = self.places.get(id(node), Place(self.pack.source, 1, 1))
        for path in sorted(self._may_read_none(node, member_of, set())):
            self.problems.add("E267", place, path=path)

    def _may_read_none(self, node: Node, member_of: str | None, through: set[str]) -> set[str]:
        """The paths below a node that may be none, in lists and in the terms it stands on too."""
        if isinstance(node, ir.Fact):
            return {node.path} if self.pack.catalogue.may_be_none_at(node.path) else set()
        if isinstance(node, ir.Its):
            spec = self.pack.catalogue.get(f"{member_of}[].{node.field}")
            return {spec.path} if spec is not None and spec.may_be_none else set()
        if isinstance(node, (ir.Every, ir.Count, ir.ListSum)):
            member_of = node.list
        below = children(node)
        if isinstance(node, (ir.TermHolds, ir.TermRef)) and node.id in self.pack.term_by_id and node.id not in through:
            through.add(node.id)
            below = self.pack.term_by_id[node.id].body
        found = {path for child in below for path in self._may_read_none(child, member_of, through)}
        if isinstance(node, ir.All):
            there = {item.path for item in node.items if isinstance(item, ir.Has)}
            found = {path for path in found if not self.pack.catalogue.may_be_none_at(path) <= there}
        return found

    # --- parts ---------------------------------------------------------------------------------------------------

    def _unknown(self, code: str, name: str, known: list[str], place: Place) -> None:
        named(code, name, [other for other in known if other != name], place, self.problems)

    def _finding(self, name: str, place: Place, member_of: str | None) -> None:
        self.findings_asked.add(name)
        finding = self.pack.finding_by_id.get(name)
        if finding is None:
            self._unknown("E268", name, list(self.pack.finding_by_id), place)
        elif member_of is not None and finding.recorded_in is not None:
            self.problems.add("E285", place, id=name, path=finding.recorded_in)

    def _fact(self, path: str, place: Place, member_of: str | None) -> FactSpec | None:
        if member_of is not None:
            self.problems.add("E269", place, path=path)
            return None
        spec = self.pack.catalogue.get(path)
        if spec is None or "[]" in path:
            self._unknown("E270", path, [known for known in self.pack.catalogue if "[]" not in known], place)
            return None
        return spec

    def _spec(self, ref: ir.Ref, place: Place, member_of: str | None) -> FactSpec | None:
        match ref:
            case ir.Fact(path):
                return self._fact(path, place, member_of)
            case ir.Its(field):
                if member_of is None:
                    self.problems.add("E271", place, field=field)
                    return None
                # A field of the members of a list within the member is none of its own.
                spec = None if "[]" in field else self.pack.catalogue.get(f"{member_of}[].{field}")
                if spec is None:
                    prefix = f"{member_of}[]."
                    self._unknown(
                        "E270",
                        field,
                        [p.removeprefix(prefix) for p in self.pack.catalogue if p.startswith(prefix)],
                        place,
                    )
                return spec
            case _:
                assert_never(ref)

    def _of_kind(self, ref: ir.Ref, kinds: set[FactKind], place: Place, member_of: str | None) -> FactSpec | None:
        spec = self._spec(ref, place, member_of)
        if spec is not None and spec.kind not in kinds:
            self.problems.add("E272", place, path=spec.path, kind=spec.kind, **_listed("wanted", kinds))
            return None
        return spec

    def _day(self, ref: ir.DayRef, place: Place, member_of: str | None) -> None:
        if isinstance(ref, (ir.Fact, ir.Its)):
            self._of_kind(ref, {FactKind.DAY}, place, member_of)

    def _choice(self, ref: ir.Ref, values: tuple[str | bool, ...], place: Place, member_of: str | None) -> None:
        spec = self._of_kind(ref, {FactKind.FLAG, FactKind.CHOICE, FactKind.LEVEL, FactKind.TEXT}, place, member_of)
        if spec is None:
            return
        for value in values:
            if value == NONE:
                self.problems.add("E286", place, path=spec.path)
            elif (spec.kind is FactKind.FLAG) is not isinstance(value, bool):
                self.problems.add("E273", place, path=spec.path, seen=value, kind=spec.kind)
            elif spec.values and value not in spec.values:
                self._unknown("E274", str(value), list(spec.values), place)

    def _level(self, node: ir.CompareLevel, place: Place, member_of: str | None) -> None:
        spec = self._of_kind(node.left, {FactKind.LEVEL}, place, member_of)
        if spec is not None and node.level not in spec.values:
            self._unknown("E274", node.level, list(spec.values), place)
        self._printed(node.op, node.printed, place)

    def _printed(self, op: ir.Op, printed: str, place: Place) -> None:
        if printed == BARE:
            return
        fixed = [known for known, wording in PRINTED_WORDS.items() if printed in wording]
        if not fixed:
            self.problems.add("E275", place, printed=printed, **_listed("known", PRINTED_WORDS[op]))
        elif op not in fixed:
            self.problems.add("E276", place, printed=printed, op=op, right=fixed[0])

    def _compare(self, node: ir.Compare, place: Place, member_of: str | None) -> None:
        self._printed(node.op, node.printed, place)
        bounds = [node.bound] + ([node.upper] if node.upper is not None else [])
        if node.upper is not None and (node.upper.kind is not node.bound.kind or node.upper.amount < node.bound.amount):
            self.problems.add("E216", place)
        match node.left:
            case ir.Elapsed(start, end):
                self._day(start, place, member_of)
                self._day(end, place, member_of)
                wanted: frozenset[Kind] = _PERIODS
            case ir.Proportion():
                self._proportion(node.left, place, member_of)
                wanted = frozenset({Kind.SHARE})
            case _:
                kinds = self._unit_of(node.left, place, member_of)
                if kinds is None:
                    return
                wanted = kinds
        for bound in bounds:
            if bound.kind not in wanted:
                self.problems.add(
                    "E277",
                    place,
                    **_listed("unit", [bound.unit.symbol or "1/n"]),
                    **_listed("wanted", _symbols(wanted)),
                )

    def _proportion(self, node: ir.Proportion, place: Place, member_of: str | None) -> None:
        part, whole = self._unit_of(node.part, place, member_of), self._unit_of(node.whole, place, member_of)
        if part and whole and not _joint([part, whole]):
            self.problems.add("E277", place, **_listed("unit", _symbols(part)), **_listed("wanted", _symbols(whole)))
        if node.asks is not None:
            self._finding(node.asks, place, member_of)
        unread = ir.Sum(()) in (node.part, node.whole)
        if node.kind is ir.ProportionKind.SHARE and not unread and not self._is_part(node.part, node.whole):
            self.problems.add("E278", place)

    def _is_part(self, part: ir.Measure, whole: ir.Measure) -> bool:
        """Whether the part lies within the whole by construction."""
        part, whole = self._resolved(part), self._resolved(whole)
        if isinstance(whole, ir.Sum):
            return any(self._resolved(addend) == part for addend in whole.parts)
        if isinstance(part, ir.Count) and isinstance(whole, ir.Count):
            return part.list == whole.list and part.over == whole.over and _narrower(part.where, whole.where)
        if isinstance(part, ir.ListSum) and isinstance(whole, ir.ListSum):
            same = (part.list, part.each, part.over) == (whole.list, whole.each, whole.over)
            return same and _narrower(part.where, whole.where)
        return False

    def _resolved(self, node: ir.Measure) -> ir.Measure:
        if isinstance(node, ir.TermRef):
            term = self.pack.term_by_id.get(node.id)
            if term is not None and term.measure is not None:
                return term.measure
        return node

    def _listed(self, path: str, over: ir.Window | None, place: Place, member_of: str | None) -> FactSpec | None:
        if member_of is not None:
            self.problems.add("E279", place, path=path)
            return None
        spec = self._fact(path, place, None)
        if spec is None:
            return None
        if spec.kind is not FactKind.LIST:
            self.problems.add("E272", place, path=path, kind=spec.kind, **_listed("wanted", [FactKind.LIST]))
            return None
        if over is not None and (spec.dated is None or over.kind is ir.WindowKind.FULL_YEARS):
            self.problems.add("E280", place, path=path, window=over)
        return spec

    def _stated(
        self,
        measure: ir.YearSum | ir.ListSum | ir.Count,
        kinds: frozenset[Kind],
        place: Place,
        member_of: str | None,
    ) -> None:
        """The fact that may state a total is a number of the right unit, and states no other total."""
        path = measure.stated_as
        judged = any(asked for _, asked in findings_asked(measure))
        running = measure.over is not None and measure.over.kind is ir.WindowKind.APPLICATION_YEAR
        if path is None:
            if self.totals_needed and not judged and not running:
                self.problems.add("E281", place)
            return
        if judged:
            self.problems.add("E287", place, path=path)
        if running:
            self.problems.add("E290", place, path=path)
        spec = self._fact(path, place, member_of)
        if spec is None:
            return
        if spec.unit not in kinds or spec.kind is not FactKind.QUANTITY or spec.may_be_none:
            self.problems.add("E282", place, path=path, **_listed("wanted", _symbols(kinds)))
        if self._totals.setdefault(path, measure) != measure:
            self.problems.add("E284", place, path=path)

    def _unit_of(self, node: ir.Measure, place: Place, member_of: str | None) -> frozenset[Kind] | None:
        """The kinds of quantity that a measure can be of; None where that cannot be said, which has been noted."""
        place = self.places.get(id(node), place)
        match node:
            case ir.Fact() | ir.Its():
                spec = self._of_kind(node, {FactKind.QUANTITY, FactKind.SHARE}, place, member_of)
                if spec is None:
                    return None
                return frozenset({Kind.SHARE if spec.kind is FactKind.SHARE else spec.unit or Kind.ITEMS})
            case ir.TermRef(name):
                self.terms_used.add(name)
                term = self.pack.term_by_id.get(name)
                if term is None or term.measure is None or member_of is not None:
                    self._unknown("E265", name, [t.id for t in self.pack.terms if t.measure is not None], place)
                    return None
                if name in self._reckoning:
                    return None
                self._reckoning.add(name)
                unit = self._unit_of(term.measure, place, None)
                self._reckoning.remove(name)
                return unit
            case ir.Sum(parts) | ir.Lesser(parts):
                kinds = [self._unit_of(part, place, member_of) for part in parts]
                known = [kind for kind in kinds if kind is not None]
                joint = _joint(known)
                if known and not joint:
                    self.problems.add("E283", place)
                return joint or None
            case ir.YearSum(series):
                spec = self._fact(series, place, member_of)
                if spec is None:
                    return None
                if spec.kind is not FactKind.YEARLY or node.over.kind is ir.WindowKind.YEARS:
                    self.problems.add("E280", place, path=series, window=node.over)
                self._stated(node, frozenset({Kind.MONEY}), place, member_of)
                return frozenset({Kind.MONEY})
            case ir.ListSum(path, each, where, over):
                if self._listed(path, over, place, member_of) is None:
                    return None
                if where is not None:
                    self.check(where, path)
                unit = self._unit_of(each, place, path)
                if unit is not None:
                    self._stated(node, unit, place, member_of)
                return unit
            case ir.Count(path, where, over):
                spec = self._listed(path, over, place, member_of)
                if where is not None:
                    self.check(where, path)
                if spec is None:
                    return None
                counted = frozenset({Kind.ITEMS} | ({spec.unit} if spec.unit is not None else set()))
                self._stated(node, counted, place, member_of)
                return counted
            case ir.Age(born, at):
                self._day(born, place, member_of)
                self._day(at, place, member_of)
                return frozenset({Kind.AGE})
            case _:
                assert_never(node)


def _joint(kinds: list[frozenset[Kind]]) -> frozenset[Kind]:
    """The kinds that several measures have in common; 个 joins nothing that has a unit of its own."""
    own = [kind - {Kind.ITEMS} or kind for kind in kinds]
    if not own or not frozenset.intersection(*own):
        return frozenset()
    return frozenset.intersection(*kinds)


def _narrower(part: ir.Condition | None, whole: ir.Condition | None) -> bool:
    """Whether the part's condition demands at least what the whole's does, read off their form."""
    return _demands(whole) <= _demands(part)


def _demands(where: ir.Condition | None) -> frozenset[ir.Condition]:
    match where:
        case None:
            return frozenset()
        case ir.All(items):
            return frozenset(items)
        case _:
            return frozenset({where})


def _listed(name: str, texts: Iterable[str]) -> dict[str, str]:
    """Texts in their order, as each language lists them."""
    each = sorted(texts)
    return {name: "、".join(each), f"{name}_en": ", ".join(each)}


def _symbols(kinds: frozenset[Kind]) -> set[str]:
    return {BASE[kind].symbol or "1/n" for kind in kinds}
