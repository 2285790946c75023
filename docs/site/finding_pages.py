"""A page for every city: what people decide and who, the terms that it defines, and where less may be accepted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from docs.site import places
from docs.site.page import Page, anchor_of, both, bullets, code, english, heading, link, made
from tic_rules.analysis.examples import terms_of
from tic_rules.errors import Lang
from tic_rules.inert import for_markdown
from tic_rules.ir.catalogue import Text
from tic_rules.ir.conditions import TermHolds, TermRef
from tic_rules.ir.lifecycle import Ground, conditions_of
from tic_rules.ir.norms import Citation, Finding
from tic_rules.ir.pack import Pack
from tic_rules.ir.walk import Node, findings_asked, nodes
from tic_rules.report import bounds
from tic_rules.report.norm_told import authorities, findings_of
from tic_rules.report.norm_told import places as printed

_LANGUAGES: Final[tuple[Lang, ...]] = ("zh", "en")
_TITLE: Final = Text("{city}：认定事项、用语和放宽", "{city}: findings, terms and relaxations")
_FINDINGS: Final = Text("认定事项", "Findings")
_FINDINGS_ABOUT: Final = Text(
    "只有人能决定的问题。没有记录的，结论是“待认定”，不猜。",
    "Questions that only people can decide. One that is not recorded leaves the verdict at REVIEW; nothing is guessed.",
)
_TERMS: Final = Text("用语", "Terms")
_TERMS_ABOUT: Final = Text("只定义一次，各条规则引用。", "Defined once, and used by the norms.")
_RELAXATIONS: Final = Text("放宽", "Relaxations")
_RELAXATIONS_ABOUT: Final = Text(
    "有权单位依据写明的理由，可以接受低于要求的情况。", "On its ground the authority may accept less than is required."
)
_DECIDED_BY: Final = Text("由谁认定", "Decided by")
_ACCEPTED_BY: Final = Text("由谁接受", "Accepted by")
_ASKED_BY: Final = Text("哪些规则要问", "Asked by")
_ASKED_BY_OTHER: Final = Text("另一种读法才要问的规则", "Asked by the other reading of")
_ASKED_AFTER: Final = Text("批准之后要问", "Asked after approval by")
_ASKED_AFTER_OTHER: Final = Text("批准之后，另一种读法才要问", "Asked after approval by the other reading of")
_GROUND_OF: Final = Text("是哪些放宽的理由", "A ground of")
_STANDS: Final = Text("出处", "Where it stands")
_MEASURED: Final = Text("怎样计", "What it counts")
_NORMS_USING: Final = Text("用到它的规则", "Norms that use it")
_COVERS: Final = Text("涉及的规则", "Norms it covers")


def pages(pack: Pack) -> Iterator[Page]:
    """The one page of a pack."""
    here = places.findings(pack)
    city = pack.jurisdiction
    title = Text(_TITLE.zh.format(city=city.zh), _TITLE.en.format(city=city.en))
    asking = _asking(pack)
    blocks = [heading(1, both(title)), link(both(pack.title), here, places.city(pack))]
    if pack.findings:
        blocks += [
            heading(2, both(_FINDINGS), "findings"),
            for_markdown(_FINDINGS_ABOUT.zh),
            english(_FINDINGS_ABOUT.en),
        ]
    for finding in pack.findings:
        blocks += _finding(pack, finding, asking, here)
    if pack.terms:
        blocks += [heading(2, both(_TERMS), "terms"), for_markdown(_TERMS_ABOUT.zh), english(_TERMS_ABOUT.en)]
    using = _using(pack)
    for term in pack.terms:
        blocks += [heading(3, code(term.id), anchor_of(term.id)), both(term.title)]
        said = [f"**{both(_STANDS)}** {_cites(pack, term.cites)}"]
        if term.measure is not None:
            zh, en = (bounds.measured(pack, term.measure, None, lang) for lang in _LANGUAGES)
            if zh != term.title.zh:
                said.append(f"**{both(_MEASURED)}** {both(Text(zh, en))}")
        if term.id in using:
            said.append(f"**{both(_NORMS_USING)}** {_norms(pack, using[term.id], here)}")
        blocks.append(bullets(said))
    if pack.relaxations:
        about = [for_markdown(_RELAXATIONS_ABOUT.zh), english(_RELAXATIONS_ABOUT.en)]
        blocks += [heading(2, both(_RELAXATIONS), "relaxations"), *about]
    for relaxation in pack.relaxations:
        said = [
            f"**{both(_STANDS)}** {_cites(pack, relaxation.cites)}",
            f"**{both(_COVERS)}** {_norms(pack, relaxation.covers, here)}",
            f"**{both(_ACCEPTED_BY)}** {_whom(pack, relaxation.accepted_by)}",
        ]
        blocks += [heading(3, code(relaxation.id), anchor_of(relaxation.id)), both(relaxation.title), bullets(said)]
    yield made(here, blocks)


@dataclass(frozen=True, slots=True)
class _Asking:
    """By which norms, other readings, relaxations and parts of the lifecycle each finding is asked."""

    norms: dict[str, list[str]]
    readings: dict[str, list[str]]
    relaxations: dict[str, list[str]]
    life: dict[str, list[str]]
    """By which parts of the lifecycle."""
    life_readings: dict[str, list[str]]


def _asking(pack: Pack) -> _Asking:
    made = _Asking({}, {}, {}, {}, {})
    for norm in pack.norms:
        implied = [norm.departure] if norm.departs_by else []
        accepted = [relaxation.acceptance(norm.id) for relaxation in pack.relaxations_of(norm.id)]
        for name in [*findings_of(pack, norm), *implied, *accepted]:
            made.norms.setdefault(name, []).append(norm.id)
        others = [part for reading in norm.readings for part in (reading.other_when, reading.other_require)]
        for name in _asked_in(pack, [part for part in others if part is not None]):
            if norm.id not in made.norms.get(name, ()):
                made.readings.setdefault(name, []).append(norm.id)
    for relaxation in pack.relaxations:
        for name in _asked_in(pack, [relaxation.ground]):
            made.relaxations.setdefault(name, []).append(relaxation.id)
    for part in () if pack.lifecycle is None else pack.lifecycle.cited:
        for name in _asked_in(pack, conditions_of(part)):
            made.life.setdefault(name, []).append(part.id)
        others = [reading.other_require for reading in part.readings] if isinstance(part, Ground) else []
        for name in _asked_in(pack, [other for other in others if other is not None]):
            if part.id not in made.life.get(name, ()):
                made.life_readings.setdefault(name, []).append(part.id)
    return made


def _using(pack: Pack) -> dict[str, list[str]]:
    """Which norms use each term, also by another term."""
    found: dict[str, list[str]] = {}
    for norm in pack.norms:
        roots = [root for root in (norm.when, norm.require) if root is not None]
        whole = [part for root in roots for part in (root, *terms_of(pack, root))]
        used = (node.id for part in whole for node in nodes(part) if isinstance(node, (TermRef, TermHolds)))
        for name in dict.fromkeys(used):
            found.setdefault(name, []).append(norm.id)
    return found


def _asked_in(pack: Pack, roots: Sequence[Node]) -> list[str]:
    whole = [part for root in roots for part in (root, *terms_of(pack, root))]
    return list(dict.fromkeys(name for part in whole for name, _ in findings_asked(part)))


def _finding(pack: Pack, finding: Finding, asking: _Asking, here: str) -> list[str]:
    said = [f"**{both(_DECIDED_BY)}** {_whom(pack, finding.decided_by)}"]
    if finding.id in asking.norms:
        said.append(f"**{both(_ASKED_BY)}** {_norms(pack, asking.norms[finding.id], here)}")
    if finding.id in asking.readings:
        said.append(f"**{both(_ASKED_BY_OTHER)}** {_norms(pack, asking.readings[finding.id], here)}")
    if finding.id in asking.relaxations:
        led = (link(code(name), here, here, anchor_of(name)) for name in asking.relaxations[finding.id])
        said.append(f"**{both(_GROUND_OF)}** {'、'.join(led)}")
    if finding.id in asking.life:
        said.append(f"**{both(_ASKED_AFTER)}** {_parts(pack, asking.life[finding.id], here)}")
    if finding.id in asking.life_readings:
        said.append(f"**{both(_ASKED_AFTER_OTHER)}** {_parts(pack, asking.life_readings[finding.id], here)}")
    return [
        heading(3, code(finding.id), anchor_of(finding.id)),
        for_markdown(finding.ask.zh),
        english(finding.ask.en),
        bullets(said),
    ]


def _whom(pack: Pack, names: Sequence[str]) -> str:
    return both(Text(authorities(pack, names, "zh"), authorities(pack, names, "en")))


def _norms(pack: Pack, names: Sequence[str], here: str) -> str:
    return "、".join(link(code(name), here, places.norm(pack, name)) for name in names)


def _parts(pack: Pack, names: Sequence[str], here: str) -> str:
    return "、".join(link(code(name), here, places.lifecycle(pack), anchor_of(name)) for name in names)


def _cites(pack: Pack, cites: Sequence[Citation]) -> str:
    return both(Text(printed(pack, cites, "zh"), printed(pack, cites, "en")))
