"""The dossier: all that is known about one applicant, on one checked model behind every form it comes in."""

from __future__ import annotations

import hashlib
import json
import os
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Annotated, Any, BinaryIO, Literal, Self
from weakref import ReferenceType, ref

from pydantic import ConfigDict, Field, PrivateAttr, ValidationError, ValidationInfo, model_validator
from pydantic_core import PydanticCustomError, to_jsonable_python

from tic_rules import arguments, shipped, source
from tic_rules.errors import InputError, Problem
from tic_rules.facts import problems, words
from tic_rules.facts.centre import Centre
from tic_rules.facts.fields import Day, Nothing, cut, fact, refusals_in, refuse, refuse_all, seen
from tic_rules.facts.findings import BanInForce, RecordedFinding
from tic_rules.facts.parts import ListOf, OrNone, Part
from tic_rules.facts.procedure import Application, Procedure
from tic_rules.facts.units import Agreement, LeadUnit, Partner
from tic_rules.inert import one_line
from tic_rules.ir.shown import Shown
from tic_rules.quantity import Kind, parse_machine
from tic_rules.written import RefusedError

LocalValue = str | int | bool | date
"""A value of a fact that a pack declares, as written; it is read by the pack's own declaration."""

LocalFacts = tuple[tuple[str, tuple[tuple[str, LocalValue], ...]], ...]


class _Origin:
    """What a dossier was read from, for the places of later problems; no part of what the dossier says."""

    def __init__(self) -> None:
        self.document: source.Document | source.Writing | None = None
        """A text that was read at once is read for its places when one is asked for."""
        self.cities: tuple[str, ...] = ()
        """The packs beyond the shipped ones that were named when it was read."""
        self.read: ReferenceType[Dossier] | None = None
        """The very dossier that was read and validated; a copy, which may have been changed, shares this origin."""
        self.digest: str | None = None
        """The digest of that dossier, once it was asked for."""

    def __getstate__(self) -> dict[str, object]:
        return {"document": self.document, "cities": self.cities, "read": None, "digest": None}

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Origin)

    def __hash__(self) -> int:
        return hash(_Origin)


class Dossier(Shown, Part):
    """All that is known about one applicant.

    A key left out is missing; ``none`` says that a thing is known not to exist. Facts that a pack declares for itself
    stand under the pack's id. The model is frozen, and one dossier serves all cities.
    """

    # The whole is built at once, with all parts in it; a part of its own when somebody first makes one.
    model_config = ConfigDict(defer_build=False)

    format: Literal["1"] = Field(default="1", title="资料格式版本", description="Version of this form")
    stated_on: Day | None = fact("资料截至日", "Day up to which the dossier is stated", "申报书", "Application form")
    application: Application | None = fact("申报", "The application", "申报书", "Application form")
    lead: LeadUnit | None = fact("依托单位（牵头单位）", "Lead unit", "申报书", "Application form")
    partners: Annotated[tuple[Partner, ...], ListOf(counts=Kind.UNITS)] | None = fact(
        "共建单位（不含依托单位）", "Partners, the lead not among them", "共建协议", "Joint agreement"
    )
    agreement: Annotated[Agreement | Nothing, OrNone(dated="signed_on")] | None = fact(
        "共建协议", "Joint agreement", "共建协议", "Joint agreement"
    )
    centre: Centre | None = fact("技术创新中心", "The centre", "申报书", "Application form")
    procedure: Procedure | None = fact("办理过程", "Steps of the procedure", "办理文书", "Documents of the procedure")
    bans: Annotated[tuple[BanInForce, ...], ListOf(dated="first_day")] | None = fact(
        "在执行的限制申报", "Bars from applying in force", "撤销决定", "Decisions of revocation"
    )
    findings: Annotated[tuple[RecordedFinding, ...], ListOf(dated="day")] | None = fact(
        "已作出的认定", "Findings made", "认定文书", "Documents of the findings"
    )
    local: LocalFacts = Field(
        default=(), title="各规则包自有的资料", description="Facts that packs declare for themselves"
    )
    _origin: _Origin = PrivateAttr(default_factory=_Origin)

    @model_validator(mode="before")
    @classmethod
    def _gather_local(cls, data: object, info: ValidationInfo) -> object:
        if not isinstance(data, Mapping) or isinstance(data.get("local"), tuple):
            return data
        cities = (info.context or {}).get("cities", ())
        here = _sections(data, cities)
        refuse_all(_wrong_at_top(data, here))
        rest = {key: value for key, value in data.items() if key not in here}
        return rest | {"format": "1", "local": tuple((city, _local_facts(here[city])) for city in sorted(here))}

    @model_validator(mode="after")
    def _check(self, info: ValidationInfo) -> Self:
        wrong = list(_bans_of_nobody(self.bans or (), (info.context or {}).get("cities", ())))
        answers: dict[tuple[object, ...], bool | None] = {}
        for index, entry in enumerate(self.findings or ()):
            key = (entry.finding, entry.about, entry.day, entry.by)
            if answers.setdefault(key, entry.answer) is not entry.answer:
                wrong.append(refuse("E170", "findings", index, finding=entry.finding, day=entry.day))
        codes = set() if self.lead is None else {self.lead.credit_code}
        names = set() if self.lead is None or self.lead.name is None else {words.canonical(self.lead.name)}
        for index, unit in enumerate(self.partners or ()):
            if unit.name is not None and words.canonical(unit.name) in names:
                wrong.append(refuse("E182", "partners", index, "name", name=unit.name))
            names |= set() if unit.name is None else {words.canonical(unit.name)}
            if unit.credit_code is not None and unit.credit_code in codes:
                wrong.append(refuse("E157", "partners", index, "credit_code", code=unit.credit_code))
            codes.add(unit.credit_code)
        if self.agreement is not None and self.agreement != "none" and self.partners == ():
            wrong.append(refuse("E171", "agreement"))
        refuse_all(wrong)
        return self

    def __repr__(self) -> str:
        """Whose dossier it is, in one plain line; ``to_yaml`` writes all of it."""
        # Read with care, for a dossier that nobody has checked shows itself too.
        lead, application = getattr(self, "lead", None), getattr(self, "application", None)
        said = [str(getattr(lead, "name", None) or "(no name)"), str(getattr(lead, "seat", None) or "(no seat)")]
        said += [str(text) for name in ("city", "submitted_on") if (text := getattr(application, name, None))]
        return one_line(f"<Dossier {', '.join(said)}>")

    __str__ = __repr__

    # --- in ------------------------------------------------------------------------------------------------------

    @classmethod
    def from_file(
        cls, path: str | os.PathLike[str], *, cities: Collection[str] = (), stdin: BinaryIO | None = None
    ) -> Self:
        """Reads a YAML or JSON file (``-``: standard input), in UTF-8 or GB18030.

        ``cities`` names packs beyond the shipped ones whose own facts, and bans, may stand in it. Raises InputError
        with every problem of the file, each with line and column; UsageError for an argument of another type.
        """
        if not isinstance(path, (str, bytes, os.PathLike)):
            raise arguments.refuse("Dossier.from_file", "path", path, arguments.A_PATH)
        return cls._from_writing(source.read_writing(path, stdin=stdin), cities)

    @classmethod
    def from_yaml(cls, text: str | bytes, *, cities: Collection[str] = ()) -> Self:
        """Reads YAML text. Raises InputError."""
        arguments.text("Dossier.from_yaml", text)
        return cls.from_document(source.parse_yaml(text), cities=cities)

    @classmethod
    def from_json(cls, text: str | bytes, *, cities: Collection[str] = ()) -> Self:
        """Reads JSON text. Raises InputError."""
        arguments.text("Dossier.from_json", text)
        return cls._from_writing(source.Writing(source.decode(text, ""), is_json=True), cities)

    @classmethod
    def from_dict(cls, data: Mapping[str, object], *, cities: Collection[str] = ()) -> Self:
        """Reads plain Python data: dictionaries, lists, texts, whole numbers, Booleans, dates. Raises InputError."""
        # Places of a dict are paths, which problems found later name anyhow: nothing of it is kept.
        arguments.names("Dossier", "cities", cities)
        copy = source.plain_copy(data)
        made = None if copy is None else cls._at_once(copy, cities)
        if made is None:
            return cls.from_document(source.from_python(data if copy is None else copy), cities=cities)
        return made

    @classmethod
    def checked(cls, dossier: Dossier) -> Dossier:
        """The same dossier, validated anew unless it is as it was read, whatever was done to build it.

        Raises InputError.
        """
        try:
            read = dossier._origin.read
            if read is not None and read() is dossier:
                return dossier
            written = dossier.to_dict()
            cities = dossier._cities()
            # As written, not as JSON shows it: a day must not turn into a text on the way.
            written |= {city: dict(facts) for city, facts in dossier.local}
        except (AttributeError, TypeError, ValueError, KeyError):
            raise InputError([problems.not_a_dossier(type(dossier).__name__)]) from None
        return Dossier.from_dict(written, cities=cities)

    @classmethod
    def from_document(cls, document: source.Document, *, cities: Collection[str] = ()) -> Self:
        """The dossier that a document holds, for a caller who keeps the document and its places. Raises InputError."""
        if not isinstance(document, source.Document):
            raise arguments.refuse("Dossier.from_document", "document", document, arguments.A_DOCUMENT)
        arguments.names("Dossier", "cities", cities)
        written = source.plain(document.root)
        wrong = _wrong_at_top(written, _sections(written, cities)) if isinstance(written, dict) else []
        found = list(problems.of_refusals(refusals_in(wrong), document))
        if isinstance(written, dict):
            # Once told, they are left out, so that everything else that is wrong is told too.
            for _, at, _ in refusals_in(wrong):
                written.pop(at[0], None)
        try:
            made = cls._taken(written, cities)
        except ValidationError as error:
            raise InputError([*found, *problems.of_validation(error, cls, document)]) from None
        if found:
            raise InputError(found)
        made._origin.document = document
        return made

    @classmethod
    def _from_writing(cls, writing: source.Writing, cities: Collection[str]) -> Self:
        arguments.names("Dossier", "cities", cities)
        data = writing.at_once()
        made = None if data is None else cls._at_once(data, cities)
        if made is None:
            return cls.from_document(writing.document(), cities=cities)
        made._origin.document = writing
        return made

    @classmethod
    def _at_once(cls, data: dict[str, object], cities: Collection[str]) -> Self | None:
        """The dossier that plain data say, or None where something is wrong, which is told with its place."""
        try:
            return cls._taken(data, cities)
        except ValidationError:
            return None

    @classmethod
    def _taken(cls, written: object, cities: Collection[str]) -> Self:
        """The dossier that plain data say; Pydantic's error where they are wrong."""
        made = cls.model_validate(written, context={"cities": tuple(cities)})
        origin = made._origin
        origin.cities, origin.read = tuple(cities), ref(made)
        return made

    def located(self, found: Iterable[Problem]) -> list[Problem]:
        """Problems that name a path alone, with the line and column at which it stands in what this was read from.

        Where the dossier has been changed since, or was never read from anything, they stay as they are.
        """
        origin = self._origin.document
        document = origin.document() if isinstance(origin, source.Writing) else origin
        if document is None or not self._is_read_from(document):
            return list(found)
        placed = []
        for problem in found:
            if problem.place.source or problem.place.line:
                placed.append(problem)
                continue
            of_key = problem.code in {"E151", "E152"}
            there = source.place_of(document, source.steps_of(problem.place.path), of_key=of_key)
            placed.append(replace(problem, place=replace(there, path=problem.place.path)))
        return placed

    def _is_read_from(self, document: source.Document) -> bool:
        try:
            return Dossier.from_document(document, cities=self._cities()) == self
        except InputError:
            return False

    def _cities(self) -> list[str]:
        """The packs that it may speak of beyond the shipped ones: those named when it was read, or of its own facts."""
        return [*self._origin.cities, *(city for city, _ in self.local)]

    # --- out -----------------------------------------------------------------------------------------------------

    def to_dict(self) -> dict[str, Any]:
        """The dossier as plain data, as it would be written: missing keys left out, quantities with their unit."""
        written = self.model_dump(mode="json", exclude_none=True, exclude={"local"})
        for city, facts in self.local:
            written[city] = {name: to_jsonable_python(value) for name, value in facts}
        return written

    def to_json(self) -> str:
        """The dossier as JSON text."""
        return json.dumps(self.to_dict(), ensure_ascii=False, indent=2) + "\n"

    def to_yaml(self) -> str:
        """The dossier as YAML text that reads back to an equal dossier."""
        import yaml

        return yaml.safe_dump(self.to_dict(), allow_unicode=True, sort_keys=False)

    @property
    def digest(self) -> str:
        """sha256 over the facts in canonical form: key order and ways of writing a quantity do not count.

        Facts that a pack declares for itself count as they are written, since only that pack can read them.
        """
        origin = self._origin
        if origin.read is None or origin.read() is not self:
            return self._digest()
        if origin.digest is None:
            origin.digest = self._digest()
        return origin.digest

    def _digest(self) -> str:
        canonical = json.dumps(self.to_dict(), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        return "sha256:" + hashlib.sha256(unicodedata.normalize("NFC", canonical).encode()).hexdigest()

    def local_facts(self, city: str) -> dict[str, LocalValue]:
        """The facts that stand under a pack's id, as written."""
        return dict(next((facts for name, facts in self.local if name == city), ()))


def _sections(data: Mapping[str, Any], cities: Collection[str]) -> dict[str, Any]:
    """The parts of a dossier that belong to packs: the shipped ones and those named."""
    ours, shipped_names, named = Dossier.model_fields, shipped.pack_names(), tuple(cities)
    return {key: data[key] for key in data if key not in ours and (key in shipped_names or key in named)}


def _bans_of_nobody(bans: Iterable[BanInForce], cities: Collection[str]) -> Iterator[PydanticCustomError]:
    """Bans of a city that no pack is called after: no norm would find them, and they would be ignored in silence."""
    known = sorted({*shipped.pack_names(), *cities})
    for index, ban in enumerate(bans):
        if ban.city is not None and words.canonical(ban.city) not in known:
            yield refuse("E181", "bans", index, "city", **dict(Problem.unknown("E181", ban.city, known).values))


def _wrong_at_top(data: Mapping[str, Any], sections: Mapping[str, Any]) -> list[PydanticCustomError]:
    """What is wrong with the format and with the packs' own parts."""
    wrong = [problem for city, written in sections.items() for problem in _wrong_local(city, written)]
    if "local" in data:
        known = [name for name in Dossier.model_fields if name != "local"]
        wrong.append(refuse("E152", "local", field="local", known="、".join(known), known_en=", ".join(known)))
    written = data.get("format", "1")
    if not isinstance(written, (str, int)) or isinstance(written, bool) or str(written) != "1":
        wrong.append(refuse("E174", "format", seen=cut(written) if isinstance(written, str) else seen(written)))
    return wrong


def _wrong_local(city: str, written: object) -> Iterator[PydanticCustomError]:
    """What is wrong with the form of the facts under a pack's id; what they say is for the pack to read."""
    if not isinstance(written, Mapping):
        expected = {"expected_zh": "若干行“字段: 值”", "expected_en": "fields with their values, each “field: value”"}
        yield refuse("E160", city, **expected, seen=seen(written))
        return
    for name, value in written.items():
        if isinstance(value, Mapping) and set(value) == {"amount", "unit"}:
            try:
                parse_machine(value)
            except RefusedError as error:
                yield refuse(error.problem_code, city, name, **dict(error.values))
        elif not isinstance(value, (str, int, date)) or isinstance(value, datetime):
            yield refuse("E172", city, name, city=city, field=name)


def _local_facts(written: Mapping[str, Any]) -> tuple[tuple[str, LocalValue], ...]:
    values = (
        (name, f"{value['amount']}{value['unit']}" if isinstance(value, Mapping) else value)
        for name, value in written.items()
    )
    return tuple(sorted(values))
