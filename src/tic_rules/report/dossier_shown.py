"""A dossier as it shows itself: whose it is, and every fact that is given, with its title and where it stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from tic_rules.errors import Lang
from tic_rules.facts import Dossier, common_facts
from tic_rules.inert import visible
from tic_rules.ir.catalogue import Catalogue, FactKind, FactSpec, Text
from tic_rules.ir.paths import without_members
from tic_rules.packs.load import load_pack
from tic_rules.quantity import display, parse_quantity
from tic_rules.report import sheet_markdown, sheet_page, values
from tic_rules.report.catalogue import fill, listed, quoted
from tic_rules.report.catalogue.count import Count
from tic_rules.report.document import Labelled
from tic_rules.report.entries import label
from tic_rules.report.sheet import Cell, Sheet, Table, cell
from tic_rules.shipped import pack_names
from tic_rules.written import RefusedError

_Fact = tuple[str, str, str]
"""What it is called, what the dossier says, where it stands."""


def html(dossier: Dossier, lang: Lang = "zh") -> str:
    """The dossier as a fragment of HTML."""
    return sheet_page.render(_sheet(dossier, lang))


def markdown(dossier: Dossier, lang: Lang = "zh") -> str:
    """The dossier as Markdown text."""
    return sheet_markdown.render(_sheet(dossier, lang))


def summary(dossier: Dossier, lang: Lang = "zh") -> str:
    """Whose dossier it is and how much it holds, in a few plain lines, without a line break at its end."""
    said = _sheet(dossier, lang)
    labels = (fill("labelled", lang, label=name, text=text) for name, text in said.labels)
    return "\n".join(visible(line) for line in (f"{said.above}  {said.title}", said.below, *labels))


def _sheet(dossier: Dossier, lang: Lang) -> Sheet:
    try:
        return _checked(dossier, lang)
    except (AttributeError, TypeError, ValueError, KeyError):
        # Built by hand and never checked: whatever is in it, a notebook still shows that it is there.
        above, below = fill("shown-dossier", lang), fill("shown-unchecked", lang)
        return Sheet(lang, "dossier", above, repr(dossier), below, (), ())


def _checked(dossier: Dossier, lang: Lang) -> Sheet:
    above = fill("shown-dossier", lang)
    written = dossier.to_dict()
    digest = dossier.digest
    parts = {name: list(_facts(name, written[name], lang)) for name in written if name != "format"}
    own = sum(len(facts) for name, facts in parts.items() if name != "findings")
    below = fill("shown-facts", lang, facts=Count(own), findings=Count(len(written.get("findings", ()))))
    tables = tuple(_table(_called(name, lang), facts, lang) for name, facts in parts.items() if facts)
    return Sheet(lang, "dossier", above, _name(written, lang), below, tuple(_labels(written, digest, lang)), tables)


def _name(written: Mapping[str, Any], lang: Lang) -> str:
    lead = written.get("lead")
    name = lead.get("name") if isinstance(lead, dict) else None
    return quoted(str(name)) if name else fill("no-applicant", lang)


def _labels(written: Mapping[str, Any], digest: str, lang: Lang) -> Iterator[Labelled]:
    lead, application = written.get("lead") or {}, written.get("application") or {}
    if seat := lead.get("seat"):
        yield label("seat", str(seat), lang)
    if city := application.get("city"):
        yield label("city", quoted(str(city)), lang)
    if day := application.get("submitted_on"):
        yield label("application", values.word(str(day), lang), lang)
    yield label("dossier-digest", digest, lang)


def _called(name: str, lang: Lang) -> str:
    if name in common_facts():
        return common_facts()[name].title.of(lang)
    field = Dossier.model_fields.get(name)
    if field is not None and field.title:
        extra = field.json_schema_extra if isinstance(field.json_schema_extra, dict) else {}
        return Text(field.title, str(extra.get("x-title-en", field.title))).of(lang)
    return load_pack(name).jurisdiction.of(lang) if name in pack_names() else quoted(name)


def _catalogue(name: str) -> Catalogue:
    """The titles of a part's facts; those of a pack's own facts are the shipped pack's."""
    return load_pack(name).catalogue if name in pack_names() else common_facts()


def _facts(part: str, value: Any, lang: Lang) -> Iterator[_Fact]:
    if part == "findings":
        yield from _findings(value, lang)
        return
    catalogue = _catalogue(part)
    for path, texts in _leaves(part, value):
        series, _, year = path.removesuffix("]").rpartition("[")
        spec = catalogue.get(without_members(path))
        if spec is None and series in catalogue:
            spec = catalogue[series]
            title = fill("of-year", lang, title=spec.title.of(lang), year=quoted(year))
        else:
            title = quoted(path.rpartition(".")[2]) if spec is None else spec.title.of(lang)
        yield title, listed([_word(text, spec, lang) for text in texts], lang), path


def _findings(written: list[dict[str, Any]], lang: Lang) -> Iterator[_Fact]:
    """A line for each finding: what was answered, by whom, when and on what basis."""
    if not written:
        yield _called("findings", lang), fill("not-there", lang), "findings"
    for at, finding in enumerate(written):
        about = finding.get("about")
        named = quoted(finding["finding"])
        told = [text for key, inner in finding.items() if key not in {"finding", "about"} for text in _texts(inner)]
        called = fill("at-place", lang, text=named, where=quoted(str(about))) if about else named
        yield called, listed([values.word(text, lang) for text in told], lang), f"findings[{at}]"


def _leaves(path: str, value: Any) -> Iterator[tuple[str, list[str]]]:
    """What stands below a path, each value with its own path, in the order in which it is written."""
    match value:
        case [{"year": _}, *_]:
            for entry in value:
                figure = [text for key, inner in entry.items() if key != "year" for text in _texts(inner)]
                yield f"{path}[{entry['year']}]", figure
        case []:
            yield path, ["none"]
        case dict():
            for key, inner in value.items():
                yield from _leaves(f"{path}.{key}", inner)
        case list():
            for at, inner in enumerate(value):
                yield from _leaves(f"{path}[{at}]", inner)
        case _:
            yield path, _texts(value)


def _texts(value: object) -> list[str]:
    return [str(value).lower() if isinstance(value, bool) else str(value)]


def _word(text: str, spec: FactSpec | None, lang: Lang) -> str:
    """A value for people; an amount in the unit in which people say it."""
    if text == "none" and spec is not None and (spec.may_be_none or spec.kind in {FactKind.LIST, FactKind.YEARLY}):
        return fill("not-there", lang)
    if spec is not None and spec.unit is not None and spec.kind in {FactKind.QUANTITY, FactKind.YEARLY}:
        try:
            return display(parse_quantity(text, kinds=[spec.unit]).amount, spec.unit, lang)
        except RefusedError:
            # A pack's own facts are read by the pack alone, and one year's figure has a day beside it.
            return values.word(text, lang)
    return values.word(text, lang)


def _table(title: str, facts: list[_Fact], lang: Lang) -> Table:
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (cell(called), cell(said), cell(quoted(where))) for called, said, where in facts
    )
    return Table(
        fill("shown-part", lang, title=title, count=str(len(rows))),
        (fill("column-fact", lang), fill("column-value", lang), fill("column-path", lang)),
        rows,
        folded=True,
    )
