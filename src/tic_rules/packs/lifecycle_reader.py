"""The part of a pack that rules what comes after approval, read into the typed language."""

from __future__ import annotations

import re
from typing import Final

from tic_rules import source
from tic_rules.facts.events import ABOUT_RECORDS, KINDS
from tic_rules.facts.history_facts import history_facts
from tic_rules.ir.conditions import Condition
from tic_rules.ir.lifecycle import (
    AfterEvent,
    Cadence,
    Covers,
    DayOfYear,
    Deemed,
    DueBy,
    Duty,
    EachCycle,
    EachYear,
    Ground,
    Lifecycle,
    Move,
    Period,
    Scale,
    Stage,
    Unless,
    time_to_rectify,
)
from tic_rules.ir.norms import Strength
from tic_rules.packs.form import Form, Problems, text_of
from tic_rules.packs.pack_reader import PackReader
from tic_rules.quantity import Kind, Quantity, parse_quantity
from tic_rules.written import RefusedError

PARTS: Final = ("stages", "moves", "periods", "duties", "deemed", "grades", "grounds")
_PERIODS: Final = (Kind.YEARS, Kind.MONTHS, Kind.DAYS, Kind.WORKDAYS)
_DAY_OF_YEAR: Final = re.compile(
    "(0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|(02)-(0[1-9]|1[0-9]|2[0-8])"
)
"""A day that every year has."""
_HAPPENS: Final = tuple(kind for kind in KINDS if kind not in ABOUT_RECORDS)
_CITED: Final = ("id", "cites", "title")
_OTHER: Final = ("other_require",)


class LifecycleReader:
    """Reads the lifecycle of one pack; what cannot be read is noted and left out."""

    def __init__(self, node: source.Node, reader: PackReader, problems: Problems) -> None:
        self._reader = reader
        self._problems = problems
        self._form = Form(node, problems, PARTS)

    def lifecycle(self) -> Lifecycle:
        """The whole of it."""
        duties = tuple(self._duty(node) for node in self._form.items("duties"))
        return Lifecycle(
            stages=tuple(self._stage(node) for node in self._form.items("stages")),
            moves=tuple(self._move(node) for node in self._form.items("moves")),
            periods=tuple(self._period(node) for node in self._form.items("periods")),
            duties=duties,
            deemed=tuple(self._deemed(node) for node in self._form.items("deemed")),
            scales=tuple(self._scale(node) for node in self._form.items("grades")),
            grounds=tuple(self._ground(node) for node in self._form.items("grounds")),
            catalogue=history_facts(
                ((duty.id, duty.title) for duty in duties), has_time_to_rectify=time_to_rectify(duties) is not None
            ),
        )

    def _stage(self, node: source.Node) -> Stage:
        form = Form(node, self._problems, ("id", "title", "ended"))
        return Stage(self._reader.id_of(form), form.both("title"), form.flag("ended"), form.place)

    def _move(self, node: source.Node) -> Move:
        form = Form(node, self._problems, (*_CITED, "on", "from", "to", "where", "first_of_day", "readings"))
        return Move(
            self._reader.id_of(form),
            self._reader.citations(form),
            form.both("title"),
            self._event(form, "on"),
            form.text("to"),
            form.texts("from"),
            self._maybe(form, "where"),
            self._reader.readings(form, ()),
            form.place,
            form.flag("first_of_day"),
        )

    def _period(self, node: source.Node) -> Period:
        known = (
            *_CITED, "stage", "also_in", "lasts", "strength", "extended_by", "extension", "times", "readings",
        )  # fmt: skip
        form = Form(node, self._problems, known)
        extended = form.get("extended_by") is not None
        return Period(
            self._reader.id_of(form),
            self._reader.citations(form),
            form.both("title"),
            form.text("stage"),
            self._quantity(form, "lasts"),
            form.texts("also_in"),
            form.one_of("strength", [Strength.HARD, Strength.IN_PRINCIPLE], default=Strength.HARD),
            self._event(form, "extended_by") if extended else None,
            self._quantity(form, "extension") if extended else None,
            form.ordinal("times") or 1,
            self._reader.readings(form, ()),
            form.place,
        )

    def _duty(self, node: source.Node) -> Duty:
        known = (
            *_CITED, "explain", "stages", "owed_by", "each", "covers", "from_next_year", "lasts", "after",
            "after_where", "within", "due", "done_by", "where", "unless", "readings",
        )  # fmt: skip
        form = Form(node, self._problems, known)
        form.need("stages")
        return Duty(
            self._reader.id_of(form),
            self._reader.citations(form),
            form.both("title"),
            form.both("explain"),
            form.texts("stages"),
            form.text("owed_by"),
            self._cadence(form),
            self._due(form),
            self._event(form, "done_by"),
            self._maybe(form, "where"),
            self._unless(form),
            self._reader.readings(form, ()),
            form.place,
        )

    def _cadence(self, form: Form) -> Cadence:
        each = form.one_of("each", ["year", "cycle", "event"])
        belongs = {
            "year": ("covers", "from_next_year", "unless"),
            "cycle": ("lasts",),
            "event": ("after", "after_where", "within"),
        }
        for other, keys in belongs.items():
            for key in keys:
                if other != each and form.get(key) is not None:
                    self._problems.add("E299", form.place_of(key), key=key, kind=each)
        match each:
            case "year":
                return EachYear(form.one_of("covers", list(Covers)), form.flag("from_next_year"))
            case "cycle":
                return EachCycle(self._quantity(form, "lasts"))
            case _:
                return AfterEvent(self._event(form, "after"), self._within(form), self._maybe(form, "after_where"))

    def _within(self, form: Form) -> Quantity | None:
        """How long one has after an event; None where a calendar year or a notice ends that time."""
        due = form.text("due", default="")
        if due not in {DueBy.NEXT_YEAR, DueBy.YEAR_END, DueBy.NOTICE}:
            return self._quantity(form, "within")
        if form.get("within") is not None:
            self._problems.add("E299", form.place_of("within"), key="within", kind=due)
        return None

    def _due(self, form: Form) -> DayOfYear | DueBy:
        node = form.need("due")
        written = "" if node is None else text_of(node, self._problems)
        found = _DAY_OF_YEAR.fullmatch(written)
        if found is not None:
            month, day = (int(part) for part in found.groups() if part is not None)
            return DayOfYear(month, day)
        named = {by.value: by for by in DueBy}
        if written and written not in named:
            known = "、".join(("01-31", *named))
            self._problems.add("E206", form.place_of("due"), seen=written, known=known, known_en=known)
        return named.get(written, DueBy.NOTICE)

    def _unless(self, form: Form) -> Unless | None:
        node = form.get("unless")
        if node is None:
            return None
        inner = Form(node, self._problems, ("event", "where", "in"))
        return Unless(
            self._event(inner, "event"),
            self._maybe(inner, "where"),
            inner.one_of("in", list(Covers), default=Covers.YEAR_BEFORE),
        )

    def _deemed(self, node: source.Node) -> Deemed:
        form = Form(node, self._problems, (*_CITED, "on", "where", "counts_as", "with"))
        fields: list[tuple[str, str]] = []
        said = form.need("with")
        if isinstance(said, source.Mapping):
            fields = [(str(key.value), text_of(value, self._problems)) for key, value in said.entries]
        elif said is not None:
            self._problems.add(
                "E202", said.place, expected_zh="若干“键：值”", expected_en="a mapping of keys to values"
            )
        return Deemed(
            self._reader.id_of(form),
            self._reader.citations(form),
            form.both("title"),
            self._event(form, "on"),
            self._event(form, "counts_as"),
            tuple(fields),
            self._maybe(form, "where"),
            form.place,
        )

    def _scale(self, node: source.Node) -> Scale:
        form = Form(node, self._problems, ("cites", "of", "values"))
        form.need("values")
        return Scale(self._reader.citations(form), form.texts("values"), form.texts("of"), form.place)

    def _ground(self, node: source.Node) -> Ground:
        form = Form(node, self._problems, (*_CITED, "explain", "stages", "require", "proposes", "ban", "readings"))
        return Ground(
            self._reader.id_of(form),
            self._reader.citations(form),
            form.both("title"),
            form.both("explain"),
            self._reader.condition(form, "require"),
            form.both("proposes"),
            form.texts("stages"),
            self._quantity(form, "ban") if form.get("ban") is not None else None,
            self._reader.readings(form, _OTHER),
            form.place,
        )

    def _maybe(self, form: Form, key: str) -> Condition | None:
        return self._reader.maybe(form, key)

    def _event(self, form: Form, key: str) -> str:
        return form.one_of(key, _HAPPENS)

    def _quantity(self, form: Form, key: str) -> Quantity:
        node = form.need(key)
        if node is not None:
            try:
                return parse_quantity(text_of(node, self._problems), kinds=_PERIODS)
            except RefusedError as error:
                self._problems.add_refusal(error, node.place)
        return parse_quantity("1年", kinds=_PERIODS)
