"""What is open about a centre, in words: a record that may be missing, a due day, a question for people."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from tic_rules.errors import Lang
from tic_rules.facts.events import KINDS
from tic_rules.ir.catalogue import Text
from tic_rules.report.catalogue import fill, listed
from tic_rules.truth import OpenPoint, PointKind


def why_open(points: Iterable[OpenPoint], asks: Mapping[str, Text], lang: Lang) -> str:
    """Why something is open; ``asks`` are the questions of findings, by their ids."""
    return fill("life-why-open", lang, why=points_text(points, asks, lang))


def points_text(points: Iterable[OpenPoint], asks: Mapping[str, Text], lang: Lang) -> str:
    """Open points one after the other."""
    return listed([_point(point, asks, lang) for point in points], lang, most=4)


def _point(point: OpenPoint, asks: Mapping[str, Text], lang: Lang) -> str:
    if point.kind is PointKind.FINDING:
        return asks[point.name].of(lang) if point.name in asks else point.name
    head, _, rest = point.name.partition(".")
    if head == "history" and rest in KINDS:
        return fill("life-record", lang, kind=KINDS[rest].title.of(lang))
    if point.name.endswith("].due"):
        return fill("life-notice", lang, path=point.name.removesuffix(".due"))
    return point.name
