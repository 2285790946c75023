"""The dossier: all that is known about one applicant, on one checked model behind every form it comes in."""

from __future__ import annotations

import hashlib
import json
import os
import unicodedata
from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import Annotated, Any, BinaryIO, Literal, Self

from pydantic import Field, ValidationError, ValidationInfo, model_validator
from pydantic_core import to_jsonable_python

from tic_rules import shipped, source
from tic_rules.errors import InputError
from tic_rules.facts import problems
from tic_rules.facts.centre import Centre
from tic_rules.facts.fields import Day, Nothing, fact, refuse
from tic_rules.facts.findings import BanInForce, RecordedFinding
from tic_rules.facts.parts import ListOf, OrNone, Part
from tic_rules.facts.procedure import Application, Procedure
from tic_rules.facts.units import Agreement, LeadUnit, Partner
from tic_rules.quantity import Kind

LocalValue = str | int | bool | date
"""A value of a fact that a pack declares, as written; it is read by the pack's own declaration."""

LocalFacts = tuple[tuple[str, tuple[tuple[str, LocalValue], ...]], ...]


class Dossier(Part):
    """All that is known about one applicant.

    A key left out is missing; ``none`` says that a thing is known not to exist. Facts that a pack declares for itself
    stand under the pack's id. The model is frozen, and one dossier serves all cities.
    """

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

    @model_validator(mode="before")
    @classmethod
    def _gather_local(cls, data: object, info: ValidationInfo) -> object:
        if not isinstance(data, Mapping) or "local" in data:
            return data
        cities = set(shipped.pack_names()) | set((info.context or {}).get("cities", ()))
        here = {key: value for key, value in data.items() if key in cities and key not in cls.model_fields}
        rest = {key: value for key, value in data.items() if key not in here}
        if rest.get("format") == 1:
            rest["format"] = "1"
        rest["local"] = tuple((city, _local_facts(city, here[city])) for city in sorted(here))
        return rest

    @model_validator(mode="after")
    def _check(self) -> Self:
        seen: dict[tuple[object, ...], bool | None] = {}
        for entry in self.findings or ():
            key = (entry.finding, entry.about, entry.day, entry.by)
            if seen.setdefault(key, entry.answer) is not entry.answer:
                raise refuse("E170", finding=entry.finding, day=entry.day)
        if self.agreement is not None and self.agreement != "none" and self.partners == ():
            raise refuse("E171")
        return self

    # --- in ------------------------------------------------------------------------------------------------------

    @classmethod
    def from_file(
        cls, path: str | os.PathLike[str], *, cities: Collection[str] = (), stdin: BinaryIO | None = None
    ) -> Self:
        """Reads a YAML or JSON file (``-``: standard input), in UTF-8 or GB18030.

        ``cities`` names packs beyond the shipped ones whose own facts may stand in it. Raises InputError with every
        problem of the file, each with line and column.
        """
        return cls.from_document(source.read_document(path, stdin=stdin), cities=cities)

    @classmethod
    def from_yaml(cls, text: str | bytes, *, cities: Collection[str] = ()) -> Self:
        """Reads YAML text. Raises InputError."""
        return cls.from_document(source.parse_yaml(text), cities=cities)

    @classmethod
    def from_json(cls, text: str | bytes, *, cities: Collection[str] = ()) -> Self:
        """Reads JSON text. Raises InputError."""
        return cls.from_document(source.parse_json(text), cities=cities)

    @classmethod
    def from_dict(cls, data: Mapping[str, object], *, cities: Collection[str] = ()) -> Self:
        """Reads plain Python data: dictionaries, lists, texts, whole numbers, Booleans, dates. Raises InputError."""
        return cls.from_document(source.from_python(data), cities=cities)

    @classmethod
    def checked(cls, dossier: Dossier) -> Dossier:
        """The same dossier, validated anew, whatever was done to build it. Raises InputError."""
        try:
            written = dossier.to_dict()
            cities = [city for city, _ in dossier.local]
        except (AttributeError, TypeError, ValueError, KeyError):
            raise InputError([problems.not_a_dossier(type(dossier).__name__)]) from None
        return Dossier.from_dict(written, cities=cities)

    @classmethod
    def from_document(cls, document: source.Document, *, cities: Collection[str] = ()) -> Self:
        """The dossier that a document holds, for a caller who keeps the document and its places. Raises InputError."""
        try:
            return cls.model_validate(source.plain(document.root), context={"cities": tuple(cities)})
        except ValidationError as error:
            raise InputError(problems.of_validation(error, cls, document)) from None

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
        """sha256 over the facts in canonical form: key order and ways of writing a quantity do not count."""
        canonical = json.dumps(self.to_dict(), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        return "sha256:" + hashlib.sha256(unicodedata.normalize("NFC", canonical).encode()).hexdigest()

    def local_facts(self, city: str) -> dict[str, LocalValue]:
        """The facts that stand under a pack's id, as written."""
        return dict(next((facts for name, facts in self.local if name == city), ()))


def _local_facts(city: str, written: object) -> tuple[tuple[str, LocalValue], ...]:
    if not isinstance(written, Mapping):
        raise refuse(
            "E160", expected_zh="若干“字段：值”", expected_en="a mapping of fields to values", seen=repr(written)
        )
    return tuple(sorted(_local_items(city, written)))


def _local_items(city: str, written: Mapping[object, object]) -> Iterable[tuple[str, LocalValue]]:
    for name, value in written.items():
        if isinstance(value, Mapping) and set(value) == {"amount", "unit"}:
            value = f"{value['amount']}{value['unit']}"
        if not isinstance(name, str) or not isinstance(value, (str, int, bool, date)):
            raise refuse("E172", city=city, field=name)
        yield name, value
