"""A pack file as written, read part by part into the typed language."""

from __future__ import annotations

import re
from typing import Final

from tic_rules import source
from tic_rules.facts import words
from tic_rules.facts.fields import NONE
from tic_rules.ir.catalogue import FactKind, FactSpec
from tic_rules.ir.conditions import All, Condition
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
from tic_rules.packs.condition_reader import NOTHING, ConditionReader
from tic_rules.packs.form import Form, Problems
from tic_rules.packs.head_reader import Head, HeadReader
from tic_rules.quantity import UNITS, Kind

TOP: Final = (
    "pack", "version", "title", "jurisdiction", "issued", "in_force", "implements", "repeals", "printed_articles",
    "authority", "authorities", "facts", "tracks", "terms", "findings", "norms", "relaxations", "lifecycle",
    "provisions",
)  # fmt: skip
OTHERS: Final = ("other_when", "other_require", "other_strength")
"""How another reading of a norm is written so that it is evaluated; that of a relaxation is told in words alone."""
EVERYBODY: Final = All(())
"""Whose way in a track is that does not say."""
_UNREAD: Final = 0
"""The article of a citation that could not be read; its problem has been noted."""

# What follows from an id (`norm:departs`) is made with a colon, which is therefore none of its signs.
_ID: Final = re.compile("[a-z0-9-]+(?:[.][a-z0-9-]+)*")
_FACT_NAME: Final = re.compile("[a-z][a-z0-9_]*")
_UNITS: Final = tuple(symbol for symbol, unit in UNITS.items() if unit.kind is not Kind.SHARE)


class PackReader:
    """Reads the parts of one pack; what cannot be read is noted and left out."""

    def __init__(self, document: source.Document, problems: Problems) -> None:
        self.problems = problems
        self.top = Form(document.root, problems, TOP)
        self.conditions = ConditionReader(problems)

    def head(self) -> Head:
        """The head of the pack."""
        return HeadReader(self.top, self.problems).head()

    def authorities(self) -> tuple[Authority, ...]:
        """Who decides, applies or receives; none goes by a name of another, since answers are told apart by it."""
        made: list[Authority] = []
        whose: dict[str, str] = {}
        for node in self._parts("authorities"):
            form = Form(node, self.problems, ("id", "title", "also"))
            authority = Authority(self.id_of(form), form.both("title"), form.texts("also"))
            if authority.id in {other.id for other in made}:
                self.problems.add("E240", form.place, id=authority.id)
            for name in filter(None, authority.names):
                other = whose.setdefault(words.canonical(name), authority.id)
                if other != authority.id:
                    self.problems.add("E235", form.place, name=name, other=other)
            made.append(authority)
        return tuple(made)

    def _parts(self, key: str) -> tuple[source.Node, ...]:
        """The entries of a part that no pack can do without."""
        self.top.need(key)
        return self.top.items(key)

    def id_of(self, form: Form) -> str:
        """The id of a part."""
        name = form.text("id")
        if name and _ID.fullmatch(name) is None:
            self.problems.add("E241", form.place_of("id"), id=name)
        return name

    def facts(self, pack: str) -> tuple[FactSpec, ...]:
        """The facts that the pack declares for itself."""
        made: list[FactSpec] = []
        kinds = [k for k in FactKind if k not in {FactKind.LIST, FactKind.THING, FactKind.YEARLY}]
        for node in self.top.items("facts"):
            form = Form(node, self.problems, ("path", "kind", "unit", "values", "title", "evidence", "may_be_none"))
            path = form.text("path")
            prefix, _, name = path.partition(".")
            if path and (prefix != (pack or prefix) or _FACT_NAME.fullmatch(name) is None):
                self.problems.add("E230", form.place_of("path"), path=path, pack=pack)
            if path in {other.path for other in made}:
                self.problems.add("E240", form.place, id=path)
            kind = form.one_of("kind", kinds)
            made.append(
                FactSpec(
                    path,
                    kind,
                    form.both("title"),
                    form.both("evidence"),
                    unit=self._unit(form, kind),
                    values=self._values(form, kind),
                    scale=path if kind is FactKind.LEVEL else None,
                    may_be_none=form.flag("may_be_none"),
                )
            )
        return tuple(made)

    def _unit(self, form: Form, kind: FactKind) -> Kind | None:
        """The kind of quantity of a fact that is one; the unit of any other fact would say nothing."""
        if kind is not FactKind.QUANTITY:
            self._no_such(form, "unit", kind)
            return None
        symbol = form.text("unit")
        if symbol in _UNITS:
            return UNITS[symbol].kind
        if symbol:
            place = form.place_of("unit")
            self.problems.add("E231", place, seen=symbol, known="、".join(_UNITS), known_en=", ".join(_UNITS))
        return None

    def _values(self, form: Form, kind: FactKind) -> tuple[str, ...]:
        """The closed words of a choice, or of a level from the lowest."""
        if kind not in {FactKind.CHOICE, FactKind.LEVEL}:
            self._no_such(form, "values", kind)
            return ()
        form.need("values")
        values = form.texts("values")
        if len({words.canonical(value) for value in (*values, NONE)}) <= len(values):
            self.problems.add("E238", form.place_of("values"))
        return values

    def _no_such(self, form: Form, key: str, kind: FactKind) -> None:
        if form.get(key) is not None:
            self.problems.add("E239", form.place_of(key), key=key, kind=kind)

    def tracks(self) -> tuple[Track, ...]:
        """The ways in."""
        made = []
        for node in self._parts("tracks"):
            form = Form(node, self.problems, ("id", "title", "for", "cites"))
            made.append(
                Track(
                    self.id_of(form),
                    form.both("title"),
                    self.maybe(form, "for") or EVERYBODY,
                    self.citations(form),
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
                    self.id_of(form),
                    self.citations(form),
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
                    self.id_of(form),
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
            "id", "cites", "question", "tracks", "title", "explain", "when", "require", "strength", "departs_by",
            "readings", "remedy",
        )  # fmt: skip
        for node in self._parts("norms"):
            form = Form(node, self.problems, known)
            strength = form.one_of("strength", list(Strength), default=Strength.HARD)
            readings = self.readings(form, OTHERS)
            departs = Strength.IN_PRINCIPLE in {strength, *(reading.other_strength for reading in readings)}
            if form.get("departs_by") is not None and not departs:
                self.problems.add("E233", form.place_of("departs_by"))
            made.append(
                Norm(
                    self.id_of(form),
                    self.citations(form),
                    form.one_of("question", list(Question), default=Question.ENTRY),
                    form.both("title"),
                    form.both("explain"),
                    self.condition(form, "require"),
                    self.maybe(form, "when"),
                    form.texts("tracks"),
                    strength,
                    form.texts("departs_by") or ((authority,) if departs else ()),
                    readings,
                    form.maybe_both("remedy"),
                    form.place,
                )
            )
        return tuple(made)

    def condition(self, form: Form, key: str) -> Condition:
        """A condition that must be there."""
        node = form.need(key)
        return NOTHING if node is None else self.conditions.condition(node)

    def maybe(self, form: Form, key: str) -> Condition | None:
        """A condition, or None where the key is left out."""
        node = form.get(key)
        return None if node is None else self.conditions.condition(node)

    def _reading(self, node: source.Node, others: tuple[str, ...]) -> Reading:
        form = Form(node, self.problems, ("taken", "other", "why", *others))
        strength = form.one_of("other_strength", list(Strength)) if form.get("other_strength") is not None else None
        return Reading(
            form.both("taken"),
            form.both("other"),
            form.both("why"),
            self.maybe(form, "other_when"),
            self.maybe(form, "other_require"),
            strength,
        )

    def readings(self, form: Form, others: tuple[str, ...]) -> tuple[Reading, ...]:
        """The readings of a part."""
        return tuple(self._reading(item, others) for item in form.items("readings"))

    def relaxations(self) -> tuple[Relaxation, ...]:
        """Where less may be accepted."""
        made = []
        for node in self.top.items("relaxations"):
            form = Form(node, self.problems, ("id", "cites", "title", "covers", "ground", "accepted_by", "readings"))
            form.need("covers")
            form.need("accepted_by")
            made.append(
                Relaxation(
                    self.id_of(form),
                    self.citations(form),
                    form.both("title"),
                    form.texts("covers"),
                    self.condition(form, "ground"),
                    form.texts("accepted_by"),
                    self.readings(form, ()),
                    form.place,
                )
            )
        return tuple(made)

    def provisions(self) -> tuple[Provision, ...]:
        """Every article as printed, and what became of it."""
        made = []
        known = ("article", "occurrence", "paragraph", "item", "text_sha256", "prints", "became", "norms", "why")
        for node in self._parts("provisions"):
            form = Form(node, self.problems, known)
            made.append(
                Provision(
                    self._citation(form),
                    form.text("text_sha256"),
                    form.texts("prints", digits=True),
                    form.one_of("became", list(Became)),
                    form.texts("norms"),
                    form.maybe_both("why"),
                    form.place,
                )
            )
        return tuple(made)

    def citations(self, form: Form) -> tuple[Citation, ...]:
        """Where a part is printed."""
        node = form.get("cites")
        if node is None:
            return ()
        items = form.items("cites") if isinstance(node, source.Sequence) else (node,)
        known = ("article", "occurrence", "paragraph", "item", "sentence")
        return tuple(self._citation(Form(item, self.problems, known)) for item in items)

    def _citation(self, form: Form) -> Citation:
        form.need("article")
        return Citation(
            form.ordinal("article") or _UNREAD,
            form.ordinal("occurrence") or 1,
            form.ordinal("paragraph"),
            form.ordinal("item"),
            form.ordinal("sentence"),
        )
