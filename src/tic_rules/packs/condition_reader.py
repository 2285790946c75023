"""Conditions and measures as a pack writes them, read into the typed language.

Each is a mapping: one connective or atom, or one thing that is read with exactly one comparator. Nothing is parsed
out of a string but quantities and the names of windows.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from tic_rules import identity, source
from tic_rules.errors import Place
from tic_rules.ir import conditions as ir
from tic_rules.ir.operators import OPERATOR_BY_WORD, OPERATORS
from tic_rules.packs.form import Form, Problems, day_of, items_of, text_of, words_of
from tic_rules.quantity import Kind, Quantity, parse_quantity
from tic_rules.written import RefusedError

_OPS: Final = tuple(op.value for op in ir.Op)
_DAY_OPS: Final = tuple(op.value for op in ir.DayOp)
COMPARATORS: Final = (*_OPS, *_DAY_OPS, "is", "one_of", "within", "done_by", "named_like")
_CONDITION_WORDS: Final = tuple(op.word for op in OPERATORS if op.makes == "condition")
_LEFT_WORDS: Final = tuple(op.word for op in OPERATORS if op.makes == "left")
_PLACEHOLDER: Final = re.compile("[{][a-z_]+[}]")
_WINDOW: Final = re.compile(r"last(?: ([1-9][0-9]?))? (full )?years?")

NOTHING: Final = ir.All(())
"""What stands in for a condition that could not be read; its problem has been noted."""
NO_MEASURE: Final = ir.Sum(())


class ConditionReader:
    """Reads the conditions of one pack; where a level or a fact's kind matters it is looked up later, by the checks."""

    def __init__(self, problems: Problems) -> None:
        self._problems = problems
        self._scale_of: dict[str, str] = {}
        self.places: dict[int, Place] = {}
        """Where each node stands, by identity, for the checks that come later."""
        self._kept: list[object] = []

    def know_scales(self, scale_of: dict[str, str]) -> None:
        """Says which words are levels, and of which scale."""
        self._scale_of = scale_of

    def condition(self, node: source.Node) -> ir.Condition:
        """Reads a condition."""
        made = self._condition(node)
        self._note(made, node)
        return made

    def measure(self, node: source.Node) -> ir.Measure:
        """Reads a measure without a comparator."""
        word, form = self._open(node, _LEFT_WORDS, compared=False)
        left = self._left(word, form) if form is not None else NO_MEASURE
        if isinstance(left, (ir.Proportion, ir.Elapsed)):
            self._problems.add("E210", node.place, word=word)
            left = NO_MEASURE
        self._note(left, node)
        return left

    def _note(self, made: object, node: source.Node) -> None:
        self.places[id(made)] = node.place
        self._kept.append(made)

    def _open(self, node: source.Node, words: tuple[str, ...], *, compared: bool = True) -> tuple[str, Form | None]:
        """The word that a condition or measure begins with, and its keys; None where there is no such word."""
        if not isinstance(node, source.Mapping):
            self._problems.add("E211", node.place, words="、".join(words), words_en=", ".join(words))
            return "", None
        keys = node.keys()
        here = [key for key in keys if key in OPERATOR_BY_WORD]
        leading = [word for word in here if not any(word in OPERATOR_BY_WORD[other].with_words for other in here)]
        if len(leading) != 1 or leading[0] not in words:
            if len(leading) > 1:
                self._problems.add("E212", node.place, words="、".join(leading), words_en=", ".join(leading))
            else:
                if not leading:
                    Form(node, self._problems, [*OPERATOR_BY_WORD, *COMPARATORS, "printed"])
                self._problems.add("E211", node.place, words="、".join(words), words_en=", ".join(words))
            return "", None
        word = leading[0]
        operator = OPERATOR_BY_WORD[word]
        known = [word, *operator.with_words, *operator.may_have]
        if operator.makes == "left" and compared:
            known += [*COMPARATORS, "printed"]
        form = Form(node, self._problems, known)
        for needed in operator.with_words:
            form.need(needed)
        return word, form

    def _condition(self, node: source.Node) -> ir.Condition:
        word, form = self._open(node, (*_CONDITION_WORDS, *_LEFT_WORDS))
        if form is None:
            return NOTHING
        here = form.need(word)
        if here is None:
            return NOTHING
        match word:
            case "all" | "any":
                items = tuple(self.condition(item) for item in items_of(here, self._problems))
                return ir.All(items) if word == "all" else ir.AnyOf(items)
            case "not":
                return ir.Not(self.condition(here))
            case "finding":
                return ir.FindingHolds(text_of(here, self._problems))
            case "has":
                return ir.Has(text_of(here, self._problems))
            case "every":
                holds = form.get("holds")
                return ir.Every(
                    text_of(here, self._problems),
                    self.condition(holds) if holds is not None else NOTHING,
                    self._where(form),
                    self._over(form),
                )
            case _:
                return self._comparison(word, form)

    def _comparison(self, word: str, form: Form) -> ir.Condition:
        keys = [] if form.node is None else form.node.keys()
        here = [key for key in keys if key in COMPARATORS]
        if not here and word == "term":
            self._no_printed(form)
            return ir.TermHolds(form.text("term"))
        if len(here) != 1:
            self._problems.add("E214", form.place, known="、".join(COMPARATORS), known_en=", ".join(COMPARATORS))
            return NOTHING
        comparator = here[0]
        value = form.need(comparator)
        if value is None:
            return NOTHING
        left = self._left(word, form)
        if comparator in _OPS:
            return self._threshold(left, ir.Op(comparator), value, form)
        self._no_printed(form)
        if not isinstance(left, (ir.Fact, ir.Its)):
            self._problems.add("E215", value.place, comparator=comparator)
            return NOTHING
        match comparator:
            case "is":
                return ir.IsOneOf(left, (self._word(value),))
            case "one_of":
                return ir.IsOneOf(left, tuple(self._word(item) for item in items_of(value, self._problems)))
            case "done_by":
                return ir.DoneBy(left, tuple(text_of(item, self._problems) for item in items_of(value, self._problems)))
            case "named_like":
                return ir.NamedLike(left, self._template(value))
            case "within":
                return self._within(left, value)
            case _:
                return ir.CompareDay(left, ir.DayOp(comparator), self._day(value))

    def _no_printed(self, form: Form) -> None:
        """Notes printed words beside what has no threshold: nothing would hold them against anything."""
        if form.get("printed") is not None:
            self._problems.add("E221", form.place_of("printed"))

    def _template(self, node: source.Node) -> str:
        template = words_of(node, self._problems)
        if {"{", "}"} & set(_PLACEHOLDER.sub("", template)):
            self._problems.add("E223", node.place, seen=template)
        return template

    def _within(self, left: ir.Ref, node: source.Node) -> ir.Condition:
        """A place by its code, or a window of time."""
        text = text_of(node, self._problems)
        if re.fullmatch("[0-9]+", text) is None:
            return ir.FallsWithin(left, self._window(node))
        try:
            return ir.LiesIn(left, identity.division(text))
        except RefusedError as error:
            self._problems.add_refusal(error, node.place)
            return NOTHING

    def _word(self, node: source.Node) -> str | bool:
        if isinstance(node, source.Scalar) and isinstance(node.value, bool):
            return node.value
        return words_of(node, self._problems)

    def _threshold(
        self, left: ir.Measure | ir.Proportion | ir.Elapsed, op: ir.Op, value: source.Node, form: Form
    ) -> ir.Condition:
        printed = form.text("printed")
        if isinstance(left, ir.Elapsed) and op is ir.Op.BETWEEN:
            self._problems.add("E222", value.place)
            return NOTHING
        if op is ir.Op.BETWEEN:
            ends = items_of(value, self._problems)
            if len(ends) != 2:
                if ends:
                    self._problems.add("E216", value.place)
                return NOTHING
            low, high = self._quantity(ends[0]), self._quantity(ends[1])
            return ir.Compare(left, op, low, printed, high) if low and high else NOTHING
        written = text_of(value, self._problems)
        if isinstance(left, (ir.Fact, ir.Its)) and written in self._scale_of:
            return ir.CompareLevel(left, self._scale_of[written], op, written, printed)
        bound = self._quantity(value)
        if bound is None:
            return NOTHING
        from_first_day = isinstance(left, ir.Elapsed) and left.counts_first_day
        if from_first_day and (bound.amount == 0 or bound.kind is Kind.WORKDAYS):
            self._problems.add("E224", value.place)
        return ir.Compare(left, op, bound, printed)

    def _quantity(self, node: source.Node) -> Quantity | None:
        written = text_of(node, self._problems)
        try:
            return parse_quantity(written, kinds=tuple(Kind)) if written else None
        except RefusedError as error:
            self._problems.add_refusal(error, node.place)
            return None

    def _left(self, word: str, form: Form) -> ir.Measure | ir.Proportion | ir.Elapsed:
        here = form.need(word)
        if here is None:
            return NO_MEASURE
        match word:
            case "fact":
                return ir.Fact(text_of(here, self._problems))
            case "its":
                return ir.Its(text_of(here, self._problems))
            case "term":
                return ir.TermRef(text_of(here, self._problems))
            case "lesser":
                return ir.Lesser(tuple(self.measure(item) for item in items_of(here, self._problems)))
            case "count":
                return ir.Count(
                    text_of(here, self._problems), self._where(form), self._over(form), form.maybe_text("stated_as")
                )
            case "sum":
                return self._sum(here, form)
            case "age":
                at = form.get("at")
                return ir.Age(self._ref(here), self._day(at) if at is not None else ir.NamedDay.TODAY)
            case "share" | "ratio":
                return self._proportion(word, here, form)
            case "elapsed":
                inner = Form(here, self._problems, ("from", "to", "first_day_counts"))
                start, end = inner.need("from"), inner.need("to")
                if start is None or end is None:
                    return NO_MEASURE
                return ir.Elapsed(self._day(start), self._day(end), inner.flag("first_day_counts"))
            case _:
                raise AssertionError(word)

    def _sum(self, here: source.Node, form: Form) -> ir.Measure:
        if isinstance(here, source.Sequence):
            for key in ("each", "where", "over", "stated_as"):
                if (extra := form.get(key)) is not None:
                    self._problems.add("E217", extra.place, key=key)
            return ir.Sum(tuple(self.measure(item) for item in items_of(here, self._problems)))
        path = text_of(here, self._problems)
        over = self._over(form)
        if form.get("each") is None:
            if form.get("where") is not None or over is None:
                self._problems.add("E218", here.place)
            return ir.YearSum(path, over or ir.Window(ir.WindowKind.FULL_YEARS), form.maybe_text("stated_as"))
        return ir.ListSum(path, ir.Its(form.text("each")), self._where(form), over, form.maybe_text("stated_as"))

    def _proportion(self, word: str, here: source.Node, form: Form) -> ir.Proportion:
        kind = ir.ProportionKind(word)
        whole = form.get("of" if kind is ir.ProportionKind.SHARE else "to")
        zero = form.get("if_whole_is_zero")
        asks = None
        decides = ir.IfZero.FAILS
        if isinstance(zero, source.Mapping):
            decides, asks = ir.IfZero.ASK, Form(zero, self._problems, ("finding",)).text("finding")
        elif zero is not None:
            written = text_of(zero, self._problems)
            if written in {"holds", "fails"}:
                decides = ir.IfZero(written)
            else:
                self._problems.add("E219", zero.place, seen=written)
        return ir.Proportion(
            kind, self.measure(here), self.measure(whole) if whole is not None else NO_MEASURE, decides, asks
        )

    def _where(self, form: Form) -> ir.Condition | None:
        node = form.get("where")
        return None if node is None else self.condition(node)

    def _over(self, form: Form) -> ir.Window | None:
        node = form.get("over")
        return None if node is None else self._window(node)

    def _window(self, node: source.Node) -> ir.Window:
        text = text_of(node, self._problems)
        if text == "application year":
            return ir.Window(ir.WindowKind.APPLICATION_YEAR)
        found = _WINDOW.fullmatch(text)
        if found is None:
            self._problems.add("E220", node.place, seen=text)
            return ir.Window(ir.WindowKind.FULL_YEARS)
        kind = ir.WindowKind.FULL_YEARS if found[2] else ir.WindowKind.YEARS
        return ir.Window(kind, int(found[1] or 1))

    def _ref(self, node: source.Node) -> ir.Ref:
        if isinstance(node, source.Mapping):
            return ir.Its(Form(node, self._problems, ("its",)).text("its"))
        return ir.Fact(text_of(node, self._problems))

    def _day(self, node: source.Node) -> ir.DayRef:
        if isinstance(node, source.Scalar) and isinstance(node.value, date):
            return day_of(node, self._problems) or ir.NamedDay.TODAY
        text = text_of(node, self._problems) if isinstance(node, source.Scalar) else ""
        if text in {day.value for day in ir.NamedDay}:
            return ir.NamedDay(text)
        return self._ref(node)
