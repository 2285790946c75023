"""What a threshold of a norm compares, what it asks for, and the examples around it, in words."""

from __future__ import annotations

from datetime import date
from typing import assert_never

from tic_rules.errors import Lang
from tic_rules.ir import conditions as ir
from tic_rules.ir.catalogue import Text
from tic_rules.ir.operators import BARE, DAY_COMPARISONS
from tic_rules.ir.pack import Pack
from tic_rules.quantity import Quantity, display
from tic_rules.report import values
from tic_rules.report.catalogue import fill, listed

_NAMED_DAYS = {
    ir.NamedDay.APPLICATION: Text("申报日", "the day of application"),
    ir.NamedDay.TODAY: Text("评定基准日", "the as-of date"),
}


def compared(pack: Pack, node: ir.Compare | ir.CompareLevel | ir.CompareDay, member_of: str | None, lang: Lang) -> str:
    """What is held against the bound; of the members of a list, with the list's name."""
    match node:
        case ir.Compare(left=ir.Elapsed(start, end)):
            said = fill(
                "elapsed-what", lang, start=_day(pack, start, member_of, lang), end=_day(pack, end, member_of, lang)
            )
        case ir.Compare(left=ir.Proportion(_, part, whole)):
            mark = "与" if lang == "zh" else " against "
            said = f"{measured(pack, part, member_of, lang)}{mark}{measured(pack, whole, member_of, lang)}"
        case ir.Compare(left):
            assert not isinstance(left, (ir.Elapsed, ir.Proportion))  # noqa: S101  (told apart above)
            said = measured(pack, left, member_of, lang)
        case ir.CompareLevel():
            said = _fact(pack, node.left, member_of, lang)
        case ir.CompareDay():
            said = _day(pack, node.left, member_of, lang)
        case _:
            assert_never(node)
    if member_of is None:
        return said
    return fill("about", lang, title=said, about=values.named(member_of, pack.catalogue[member_of].title, lang))


def asked(pack: Pack, node: ir.Compare | ir.CompareLevel | ir.CompareDay, member_of: str | None, lang: Lang) -> str:
    """What is required, with the printed word that fixes the boundary."""
    match node:
        case ir.Compare(upper=Quantity() as upper):
            least, most = amount(node.bound, lang), amount(upper, lang)
            return fill("bound-between-bare" if node.printed == BARE else "bound-between", lang, least=least, most=most)
        case ir.Compare():
            return values.worded(node.op, node.printed, amount(node.bound, lang), lang)
        case ir.CompareLevel():
            return values.worded(node.op, node.printed, values.word(node.level, lang), lang)
        case ir.CompareDay():
            gap = "" if lang == "zh" else " "
            return f"{DAY_COMPARISONS[node.op].of(lang)}{gap}{_day(pack, node.right, member_of, lang)}"
        case _:
            assert_never(node)


def amount(quantity: Quantity, lang: Lang) -> str:
    """A bound for people; in Chinese in the unit in which it is printed."""
    return display(quantity.amount, quantity.kind, lang, unit=quantity.unit if lang == "zh" else None)


def measured(pack: Pack, measure: ir.Measure, member_of: str | None, lang: Lang) -> str:
    """What a measure is called."""
    match measure:
        case ir.Fact() | ir.Its():
            return _fact(pack, measure, member_of, lang)
        case ir.TermRef(name):
            return pack.term_by_id[name].title.of(lang)
        case ir.YearSum(series, over):
            window = values.window_text(str(over), lang)
            return fill("of-years", lang, title=pack.catalogue[series].title.of(lang), window=window)
        case ir.ListSum() | ir.Count():
            stated = pack.catalogue.get(measure.stated_as or "")
            return (pack.catalogue[measure.list] if stated is None else stated).title.of(lang)
        case ir.Sum(parts):
            return fill("total-of", lang, items=listed([measured(pack, part, member_of, lang) for part in parts], lang))
        case ir.Lesser(items):
            return fill(
                "lesser-of", lang, items=listed([measured(pack, item, member_of, lang) for item in items], lang)
            )
        case ir.Age(born, at):
            days = {"born": _fact(pack, born, member_of, lang), "on": _day(pack, at, member_of, lang)}
            return fill("years-of-age", lang, **days)
        case _:
            assert_never(measure)


def _fact(pack: Pack, ref: ir.Ref, member_of: str | None, lang: Lang) -> str:
    path = f"{member_of}[].{ref.field}" if isinstance(ref, ir.Its) else ref.path
    return values.named(path, pack.catalogue[path].title, lang)


def _day(pack: Pack, day: ir.DayRef, member_of: str | None, lang: Lang) -> str:
    match day:
        case ir.NamedDay():
            return _NAMED_DAYS[day].of(lang)
        case date():
            return values.day_text(day, lang)
        case ir.Fact() | ir.Its():
            return _fact(pack, day, member_of, lang)
        case _:
            assert_never(day)
