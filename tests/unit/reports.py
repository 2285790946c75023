"""Determinations to report on: the shipped examples, one that excuses a failure, and those with hostile text."""

from __future__ import annotations

import json
from datetime import date
from functools import cache
from io import StringIO
from itertools import product
from pathlib import Path
from typing import Any, Final

from rich.console import Console

from tic_rules import Determination, Dossier, Question, decide, load_pack
from tic_rules.errors import Lang
from tic_rules.report import terminal

EXAMPLES: Final = Path(__file__).parents[2] / "examples" / "dossiers" / "liaocheng"
NAMES: Final = ("passing", "failing", "open-for-a-fact", "open-for-a-finding", "university")
LANGUAGES: Final[tuple[Lang, ...]] = ("zh", "en")
AS_OF: Final = date(2026, 11, 21)

ALL: Final = tuple(product(NAMES, Question))
"""Every example under every question."""

HOSTILE: Final = (
    "\x1b[31m\x1b]0;title\x07\u202eevil\u200b<img src=x onerror=alert(1)><script>alert(2)</script>\"'&amp;"
    "|*a*_b_`c`~~d~~$x$[e](http://example.com)![f](//example.com)\n# g\n- h\n=1+1\r\n<!-- ]]> {{7*7}}"
)
_FREE: Final = frozenset(
    [
        "about",
        "allowed",
        "applicant",
        "asked_tracks",
        "basis",
        "bound_text",
        "by",
        "engine",
        "en",
        "id",
        "issued_number",
    ]
) | {"name", "norms", "path", "place", "printed", "template", "text", "tracks", "version", "window", "zh"}
"""The keys of a record under which any text may stand."""


@cache
def example(name: str, question: Question = Question.ENTRY) -> Determination:
    return decide(load_pack("liaocheng"), Dossier.from_file(EXAMPLES / f"{name}.yaml"), on=AS_OF, question=question)


@cache
def excused() -> Determination:
    """Premises too small, and less accepted of a software company by the authority; one answer by a stranger."""
    written = Dossier.from_file(EXAMPLES / "open-for-a-finding.yaml").to_dict()
    answer = {"by": "聊城市科学技术局", "day": "2026-11-12", "basis": "批复（虚构）"}
    findings = [{"finding": "lc.software:lc.premises", "answer": True, **answer}]
    findings += [{"finding": "lc.team-found", "answer": True, **answer}]
    written["findings"] = [*written["findings"], *findings]
    return decide(load_pack("liaocheng"), Dossier.from_dict(written), on=AS_OF)


@cache
def hostile(name: str, question: Question = Question.ENTRY) -> Determination:
    """An example in which every text that is no word of the format begins hostile; equal texts stay equal."""
    return Determination.from_json(json.dumps(_hostile(json.loads(example(name, question).to_json()))))


def _hostile(part: Any, key: str = "") -> Any:
    match part:
        case dict():
            return {name: _hostile(inner, name) for name, inner in part.items()}
        case list():
            return [_hostile(inner, key) for inner in part]
        case str() if key in _FREE:
            return HOSTILE + part
        case _:
            return part


def printed(
    determination: Determination, lang: Lang = "zh", *, width: int | None = None, full: bool = False, tty: bool = False
) -> str:
    """What a console gets."""
    out = StringIO()
    console = Console(file=out, width=width, force_terminal=tty, color_system="truecolor" if tty else None)
    terminal.show(determination, console, lang=lang, full=full)
    return out.getvalue()
