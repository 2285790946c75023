"""One dossier against several cities and all their ways in, side by side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from tic_rules import arguments
from tic_rules.analysis.matters import JUDGED, matter_of, title_of
from tic_rules.engine.asked import as_of_day, asked_question
from tic_rules.engine.decide import decide
from tic_rules.engine.questions import NextQuestion, next_questions
from tic_rules.errors import UsageError
from tic_rules.facts import Dossier
from tic_rules.facts.problems import not_a_dossier
from tic_rules.inert import one_line
from tic_rules.ir.catalogue import Text
from tic_rules.ir.determination import Determination, NormResult, TrackResult
from tic_rules.ir.norms import Question
from tic_rules.ir.pack import Pack
from tic_rules.ir.shown import Shown
from tic_rules.packs.load import load_pack
from tic_rules.shipped import pack_names
from tic_rules.truth import Verdict


@dataclass(frozen=True, slots=True)
class Column:
    """One way into one city."""

    determination: Determination
    """The answer for this track alone, with its whole trace."""
    still_asks: tuple[NextQuestion, ...]
    """What can still change the verdict, in the order in which to ask it."""

    @property
    def city(self) -> Text:
        """The city."""
        return self.determination.pack.jurisdiction

    @property
    def track(self) -> TrackResult:
        """The way in; its verdict is NOT_APPLICABLE where it is not this applicant's, or asks nothing."""
        return self.determination.tracks[0]

    @property
    def verdict(self) -> Verdict:
        """The verdict of this way in."""
        return self.determination.verdict


@dataclass(frozen=True, slots=True)
class Row:
    """One matter, such as the centre's equipment, and what each column asks of it."""

    matter: str
    """The path of the fact, list or thing; ``findings`` for what people judge."""
    title: Text
    cells: tuple[tuple[NormResult, ...], ...]
    """By column, the norms about the matter. Empty: that text does not ask for it, which is no pass."""


@dataclass(frozen=True, slots=True, repr=False)
class Comparison(Shown):
    """What each city and way in says to one dossier; a column each, a row for each matter that any of them asks for."""

    applicant: str
    question: Question
    as_of: date
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]

    def __repr__(self) -> str:
        """The applicant, and how many ways in came out how, in one plain line."""
        counted = Counter(column.verdict for column in self.columns)
        said = ", ".join(f"{counted[verdict]} {verdict}" for verdict in Verdict if counted[verdict]) or "no way in"
        return one_line(f"<Comparison {self.applicant or '(no name)'}, {self.question}, {self.as_of}: {said}>")

    def to_json(self) -> str:
        """The comparison as versioned JSON, each determination whole: same comparison, same bytes."""
        from tic_rules.analysis.record import to_json

        return to_json(self)

    def not_asked(self, matter: str) -> tuple[Column, ...]:
        """The columns whose text asks nothing about a matter. Raises KeyError for one that none asks for."""
        row = next((row for row in self.rows if row.matter == matter), None)
        if row is None:
            raise KeyError(matter)
        return tuple(column for column, cell in zip(self.columns, row.cells, strict=True) if not cell)


def compare(
    dossier: Dossier,
    packs: Iterable[Pack | str] | None = None,
    *,
    on: date | None = None,
    question: Question | str = Question.ENTRY,
) -> Comparison:
    """Holds one dossier against all cities (or the packs named), a column for each of their ways in.

    ``on`` is the as-of date (today in China if left out). Raises as ``decide`` does: a dossier that contradicts itself
    under one city's terms is refused as a whole.
    """
    if not isinstance(dossier, Dossier):
        raise UsageError([not_a_dossier(type(dossier).__name__)])
    if isinstance(packs, (str, bytes, Pack)) or not (packs is None or isinstance(packs, Iterable)):
        raise arguments.refuse("compare", "packs", packs, arguments.PACKS)
    asked, as_of = asked_question(question), as_of_day(on)
    made = [pack if isinstance(pack, Pack) else load_pack(pack) for pack in (pack_names() if packs is None else packs)]
    columns: list[Column] = []
    titles: dict[str, Text] = {}
    found: list[dict[str, tuple[NormResult, ...]]] = []
    for pack in made:
        for track in pack.tracks:
            determination = decide(pack, dossier, on=as_of, question=asked, tracks=[track.id])
            columns.append(Column(determination, next_questions(pack, determination)))
            cells: dict[str, tuple[NormResult, ...]] = {}
            for norm in determination.norms:
                matter = matter_of(pack.norm_by_id[norm.id], pack)
                cells[matter] = (*cells.get(matter, ()), norm)
                titles.setdefault(matter, title_of(matter, pack))
            found.append(cells)
    rows = tuple(
        Row(matter, titles[matter], tuple(cells.get(matter, ()) for cells in found))
        for matter in _in_order(titles, made)
    )
    applicant = columns[0].determination.applicant if columns else ""
    return Comparison(applicant, asked, as_of, tuple(columns), rows)


def _in_order(matters: Iterable[str], packs: list[Pack]) -> list[str]:
    """As in the dossier; what a city alone asks for comes after, what people judge comes last."""
    place: dict[str, int] = {}
    for pack in packs:
        for path in pack.catalogue:
            place.setdefault(path, len(place))
    return sorted(matters, key=lambda matter: (matter == JUDGED, place.get(matter, len(place))))
