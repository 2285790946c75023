"""A pack file as written, read part by part into the typed language."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from tic_rules import calendar, source
from tic_rules.ir.catalogue import FactKind, FactSpec, Text
from tic_rules.ir.conditions import Condition
from tic_rules.ir.norms import (
    Authority,
    Became,
    Citation,
    Finding,
    Norm,
    Provision,
    Question,
    Reading,
    Relaxation,
    Strength,
    Term,
    Track,
)
from tic_rules.ir.pack import InForce, IssueKind
from tic_rules.packs.condition_reader import NOTHING, ConditionReader
from tic_rules.packs.form import Form, Problems, text_of
from tic_rules.quantity import UNITS, Kind, QuantityError, parse_quantity

TOP: Final = (
    "pack",
    "version",
    "title",
    "jurisdiction",
    "issued",
    "in_force",
    "implements",
    "repeals",
    "printed_articles",
    "authority",
    "authorities",
    "facts",
    "tracks",
    "terms",
    "findings",
    "norms",
    "relaxations",
    "provisions",
)


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
    headings: int
    not_printed: tuple[int, ...]


class PackReader:
    """Reads the parts of one pack; what cannot be read is noted and left out."""

    def __init__(self, document: source.Document, problems: Problems) -> None:
        self.problems = problems
        self.top = Form(document.root, problems, TOP)
        self.conditions = ConditionReader(problems)

    def head(self) -> Head:
        """The head of the pack."""
        place_form = self._form("jurisdiction", ("zh", "en", "code"))
        issued = self._form("issued", ("by", "number", "on_day", "kind"))
        printed = self._form("printed_articles", ("headings", "not_printed"))
        return Head(
            self.top.text("pack"),
            self.top.text("version"),
            self.top.both("title"),
            Text(place_form.text("zh"), place_form.text("en")),
            place_form.text("code"),
            issued.both("by"),
            issued.maybe_text("number"),
            issued.day("on_day"),
            issued.one_of("kind", list(IssueKind)),
            self._in_force(),
            self.top.texts("implements"),
            self.top.texts("repeals"),
            self.top.text("authority"),
            printed.whole("headings") or 0,
            tuple(int(text) for text in printed.texts("not_printed") if text.isdigit()),
        )

    def _form(self, key: str, known: tuple[str, ...]) -> Form:
        node = self.top.need(key)
        return Form(node if node is not None else source.Mapping((), self.top.place), self.problems, known)

    def _in_force(self) -> InForce:
        form = self._form("in_force", ("from", "not_before", "not_after", "for", "until", "printed", "note"))
        written = form.need("from")
        start = None
        if written is not None and text_of(written, self.problems) != "not known":
            start = form.day("from")
        end = form.day("until")
        lasts = form.get("for")
        if lasts is not None:
            end = self._last_day(start, lasts)
        return InForce(
            start, end, form.text("printed"), form.day("not_before"), form.day("not_after"), form.maybe_both("note")
        )

    def _last_day(self, start: date | None, lasts: source.Node) -> date | None:
        try:
            period = parse_quantity(text_of(lasts, self.problems), kinds=(Kind.YEARS, Kind.MONTHS))
        except QuantityError as error:
            self.problems.add(error.problem_code, lasts.place, **dict(error.values))
            return None
        if start is None:
            return None
        following = calendar.add(start, int(period.amount), period.kind)
        return calendar.add(following, -1, Kind.DAYS)

    def authorities(self) -> tuple[Authority, ...]:
        """Who decides, applies or receives."""
        made = []
        for node in self.top.items("authorities"):
            form = Form(node, self.problems, ("id", "title", "also"))
            made.append(Authority(form.text("id"), form.both("title"), form.texts("also")))
        return tuple(made)

    def facts(self, pack: str) -> tuple[FactSpec, ...]:
        """The facts that the pack declares for itself."""
        made = []
        for node in self.top.items("facts"):
            form = Form(node, self.problems, ("path", "kind", "unit", "values", "title", "evidence", "may_be_none"))
            path = form.text("path")
            if not path.startswith(f"{pack}.") or path.count(".") != 1:
                self.problems.add("E230", form.place, path=path, pack=pack)
            kinds = [k for k in FactKind if k not in {FactKind.LIST, FactKind.THING, FactKind.YEARLY}]
            kind = form.one_of("kind", kinds)
            unit = None
            if kind is FactKind.QUANTITY:
                symbol = form.text("unit")
                if symbol in UNITS:
                    unit = UNITS[symbol].kind
                else:
                    self.problems.add(
                        "E231", form.place, seen=symbol, known="、".join(UNITS), known_en=", ".join(UNITS)
                    )
            made.append(
                FactSpec(
                    path,
                    kind,
                    form.both("title"),
                    form.both("evidence"),
                    unit=unit,
                    values=form.texts("values"),
                    scale=path if kind is FactKind.LEVEL else None,
                    may_be_none=form.flag("may_be_none"),
                )
            )
        return tuple(made)

    def tracks(self) -> tuple[Track, ...]:
        """The ways in."""
        made = []
        for node in self.top.items("tracks"):
            form = Form(node, self.problems, ("id", "title", "for", "cites"))
            applies = form.need("for")
            made.append(
                Track(
                    form.text("id"),
                    form.both("title"),
                    self.conditions.condition(applies) if applies is not None else NOTHING,
                    self._citations(form),
                    form.place,
                )
            )
        return tuple(made)

    def terms(self) -> tuple[Term, ...]:
        """What the pack defines once."""
        made = []
        for node in self.top.items("terms"):
            form = Form(node, self.problems, ("id", "cites", "title", "measure", "condition"))
            measure, condition = form.get("measure"), form.get("condition")
            if (measure is None) is (condition is None):
                self.problems.add("E232", form.place)
            made.append(
                Term(
                    form.text("id"),
                    self._citations(form),
                    form.both("title"),
                    self.conditions.measure(measure) if measure is not None else None,
                    self.conditions.condition(condition) if condition is not None else None,
                    form.place,
                )
            )
        return tuple(made)

    def findings(self) -> tuple[Finding, ...]:
        """The questions that only people can decide."""
        made = []
        for node in self.top.items("findings"):
            form = Form(node, self.problems, ("id", "ask", "decided_by", "recorded_in"))
            form.need("decided_by")
            made.append(
                Finding(
                    form.text("id"),
                    form.both("ask"),
                    form.texts("decided_by"),
                    form.maybe_text("recorded_in"),
                    form.place,
                )
            )
        return tuple(made)

    def norms(self, authority: str) -> tuple[Norm, ...]:
        """The norms, in the order of the file."""
        made = []
        known = (
            "id",
            "cites",
            "question",
            "tracks",
            "title",
            "explain",
            "when",
            "require",
            "strength",
            "departs_by",
            "readings",
            "remedy",
        )
        for node in self.top.items("norms"):
            form = Form(node, self.problems, known)
            require = form.need("require")
            strength = form.one_of("strength", list(Strength), default=Strength.HARD)
            departs_by = form.texts("departs_by") or ((authority,) if strength is Strength.IN_PRINCIPLE else ())
            if form.get("departs_by") is not None and strength is not Strength.IN_PRINCIPLE:
                self.problems.add("E233", form.place)
            made.append(
                Norm(
                    form.text("id"),
                    self._citations(form),
                    form.one_of("question", list(Question), default=Question.ENTRY),
                    form.both("title"),
                    form.both("explain"),
                    self.conditions.condition(require) if require is not None else NOTHING,
                    self._maybe(form, "when"),
                    form.texts("tracks"),
                    strength,
                    departs_by,
                    tuple(self._reading(item) for item in form.items("readings")),
                    form.maybe_both("remedy"),
                    form.place,
                )
            )
        return tuple(made)

    def _maybe(self, form: Form, key: str) -> Condition | None:
        node = form.get(key)
        return None if node is None else self.conditions.condition(node)

    def _reading(self, node: source.Node) -> Reading:
        form = Form(node, self.problems, ("taken", "other", "why", "other_when", "other_require", "other_strength"))
        strength = form.one_of("other_strength", list(Strength)) if form.get("other_strength") is not None else None
        return Reading(
            form.both("taken"),
            form.both("other"),
            form.both("why"),
            self._maybe(form, "other_when"),
            self._maybe(form, "other_require"),
            strength,
        )

    def relaxations(self) -> tuple[Relaxation, ...]:
        """Where less may be accepted."""
        made = []
        for node in self.top.items("relaxations"):
            form = Form(node, self.problems, ("id", "cites", "title", "covers", "ground", "accepted_by", "readings"))
            ground = form.need("ground")
            form.need("covers")
            form.need("accepted_by")
            made.append(
                Relaxation(
                    form.text("id"),
                    self._citations(form),
                    form.both("title"),
                    form.texts("covers"),
                    self.conditions.condition(ground) if ground is not None else NOTHING,
                    form.texts("accepted_by"),
                    tuple(self._reading(item) for item in form.items("readings")),
                    form.place,
                )
            )
        return tuple(made)

    def provisions(self) -> tuple[Provision, ...]:
        """Every article as printed, and what became of it."""
        made = []
        known = ("article", "occurrence", "paragraph", "item", "text_sha256", "prints", "became", "norms", "why")
        for node in self.top.items("provisions"):
            form = Form(node, self.problems, known)
            made.append(
                Provision(
                    self._citation(form),
                    form.text("text_sha256"),
                    form.texts("prints"),
                    form.one_of("became", list(Became)),
                    form.texts("norms"),
                    form.maybe_both("why"),
                    form.place,
                )
            )
        return tuple(made)

    def _citations(self, form: Form) -> tuple[Citation, ...]:
        node = form.get("cites")
        if node is None:
            return ()
        items = node.items if isinstance(node, source.Sequence) else (node,)
        known = ("article", "occurrence", "paragraph", "item", "sentence")
        return tuple(self._citation(Form(item, self.problems, known)) for item in items)

    def _citation(self, form: Form) -> Citation:
        form.need("article")
        return Citation(
            form.whole("article") or 0,
            form.whole("occurrence") or 1,
            form.whole("paragraph"),
            form.whole("item"),
            form.whole("sentence"),
        )
