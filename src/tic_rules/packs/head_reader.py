"""The head of a pack as written: who issued what, when it is in force, and how many articles were printed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Final

from tic_rules import calendar, identity, source
from tic_rules.errors import Place
from tic_rules.facts import Dossier
from tic_rules.ir.catalogue import Text
from tic_rules.ir.pack import InForce, IssueKind
from tic_rules.packs.form import Form, Problems, day_of, text_of
from tic_rules.quantity import Kind, parse_quantity
from tic_rules.written import RefusedError

_PACK_ID: Final = re.compile("[a-z][a-z0-9-]*")
_NUMBER: Final = re.compile("[1-9][0-9]{0,2}")


@dataclass(frozen=True, slots=True)
class Head:
    """Who issued what, and when it is in force."""

    id: str
    version: str
    title: Text
    jurisdiction: Text
    jurisdiction_code: str
    issued_by: Text
    issued_number: str | None
    issued_on: date | None
    kind: IssueKind
    in_force: InForce
    implements: tuple[str, ...]
    repeals: tuple[str, ...]
    authority: str
    authority_place: Place
    headings: int
    not_printed: tuple[int, ...]
    printed_place: Place


class HeadReader:
    """Reads the head out of the outermost mapping of a pack; what cannot be read is noted."""

    def __init__(self, top: Form, problems: Problems) -> None:
        self.top = top
        self.problems = problems

    def head(self) -> Head:
        """The head of the pack."""
        place_form = self._form("jurisdiction", ("zh", "en", "code"))
        issued = self._form("issued", ("by", "number", "on_day", "kind"))
        printed = self._form("printed_articles", ("headings", "not_printed"))
        printed.need("headings")
        return Head(
            self._id(),
            self._version(),
            self.top.both("title"),
            Text(place_form.text("zh"), place_form.text("en")),
            self._division(place_form),
            issued.both("by"),
            issued.maybe_text("number"),
            issued.day("on_day"),
            issued.one_of("kind", list(IssueKind)),
            self._in_force(),
            self.top.texts("implements"),
            self.top.texts("repeals"),
            self.top.text("authority"),
            self.top.place_of("authority"),
            printed.ordinal("headings") or 0,
            self._not_printed(printed),
            printed.place,
        )

    def _form(self, key: str, known: tuple[str, ...]) -> Form:
        node = self.top.need(key)
        return Form(node if node is not None else source.Mapping((), self.top.place), self.problems, known)

    def _id(self) -> str:
        """The pack's id, under which its own facts stand in a dossier: no name that a dossier has already."""
        name = self.top.text("pack")
        if name and _PACK_ID.fullmatch(name) is None:
            self.problems.add("E241", self.top.place_of("pack"), id=name)
            return ""
        if name in Dossier.model_fields:
            self.problems.add("E234", self.top.place_of("pack"), id=name)
            return ""
        return name

    def _version(self) -> str:
        """The version, which may be a bare number."""
        node = self.top.need("version")
        return "" if node is None else text_of(node, self.problems)

    def _division(self, form: Form) -> str:
        node = form.need("code")
        written = "" if node is None else text_of(node, self.problems)
        try:
            return identity.division(written) if written else ""
        except RefusedError as error:
            self.problems.add_refusal(error, form.place_of("code"))
            return ""

    def _not_printed(self, form: Form) -> tuple[int, ...]:
        numbers = []
        for node in form.items("not_printed"):
            written = text_of(node, self.problems)
            if _NUMBER.fullmatch(written):
                numbers.append(int(written))
            elif written:
                self.problems.add("E207", node.place, seen=written)
        return tuple(numbers)

    def _in_force(self) -> InForce:
        form = self._form("in_force", ("from", "not_before", "not_after", "for", "until", "printed", "note"))
        written = form.need("from")
        known = not (isinstance(written, source.Scalar) and written.value == "not known")
        start = day_of(written, self.problems) if written is not None and known else None
        end, earliest, latest = form.day("until"), form.day("not_before"), form.day("not_after")
        if (lasts := form.get("for")) is not None:
            if end is not None or not known:
                self.problems.add("E236", lasts.place)
            end = self._last_day(start, lasts)
        if known and (earliest or latest):
            self.problems.add("E237", form.place_of("not_before" if earliest else "not_after"))
        for first, last in ((start, end), (earliest, latest), (earliest, end)):
            if first is not None and last is not None and last < first:
                self.problems.add("E168", form.place, first=first, last=last)
        return InForce(start, end, form.text("printed"), earliest, latest, form.maybe_both("note"))

    def _last_day(self, start: date | None, lasts: source.Node) -> date | None:
        written = text_of(lasts, self.problems)
        if not written:
            return None
        try:
            period = parse_quantity(written, kinds=(Kind.YEARS, Kind.MONTHS))
        except RefusedError as error:
            self.problems.add_refusal(error, lasts.place)
            return None
        if period.amount == 0:
            self.problems.add("E202", lasts.place, expected_zh="期间，如 2年", expected_en="a period such as 2年")
            return None
        return None if start is None else calendar.last_day(start, int(period.amount), period.kind)
