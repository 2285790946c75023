"""A page for every city: the regulation, its ways in, its norms by article, and what became of each provision."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from docs.site import golden, places
from docs.site.page import Page, anchor_of, both, bullets, code, english, heading, link, made, stacked, table
from tic_rules.inert import for_markdown
from tic_rules.ir.catalogue import Text
from tic_rules.ir.norms import Became, Citation, Norm, Provision, Question, Strength
from tic_rules.ir.pack import Pack
from tic_rules.report import accounted, pack_shown
from tic_rules.report.norm_told import QUESTIONS, STRENGTHS, place
from tic_rules.report.norm_told import places as printed

_CITIES: Final = Text("各市规则", "Norms of the five cities")
_INTRO: Final = Text(
    "每个城市一页：办法的来历、申报途径、按条排列的规则，以及每条款项的去向。每条规则另有一页。",
    "A page for each city: where its regulation comes from, the ways in, the norms by article, and what became of "
    "each provision. Every norm has a page of its own.",
)
_TRACKS: Final = Text("申报途径", "Ways in")
_NORMS: Final = Text("规则：{question}（{count}条）", "Norms: {question} ({count})")
_PROVISIONS: Final = Text("条款去向", "What became of each provision")
_FINDINGS: Final = Text("认定事项、用语和放宽", "Findings, terms and relaxations")
_AFTER: Final = Text("批准之后：阶段、义务和撤销情形", "After approval: stages, duties and grounds of revocation")
_HEAD: Final = {
    "city": Text("城市", "City"),
    "regulation": Text("办法", "Regulation"),
    "norms": Text("规则", "Norms"),
    "cases": Text("用例", "Cases"),
    "cites": Text("出处", "Place"),
    "norm": Text("规则", "Norm"),
    "strength": Text("强度", "Strength"),
    "track": Text("途径", "Way in"),
    "id": Text("编号", "Id"),
    "became": Text("去向", "Became"),
    "drawn": Text("规则或理由", "Norms, or why not"),
    "asked": Text("规则数", "Norms asked"),
}


def pages(packs: Sequence[Pack]) -> Iterator[Page]:
    """The list of cities, and the page of each."""
    yield _list(packs)
    for pack in packs:
        yield _city(pack)


def _list(packs: Sequence[Pack]) -> Page:
    here = places.NORMS
    rows = (
        (
            link(both(pack.jurisdiction), here, places.city(pack)),
            stacked(pack.title),
            code(f"{pack.id} {pack.version}"),
            str(len(pack.norms)),
            str(sum(golden.naming(pack.id).values())),
        )
        for pack in packs
    )
    head = _head("city", "regulation", "id", "norms", "cases")
    return made(here, [heading(1, both(_CITIES)), for_markdown(_INTRO.zh), english(_INTRO.en), table(head, rows)])


def _city(pack: Pack) -> Page:
    here = places.city(pack)
    return made(
        here,
        [
            heading(1, both(pack.jurisdiction)),
            bullets(map(for_markdown, pack_shown.summary(pack, "zh").split("\n"))),
            '<div lang="en" markdown>',
            bullets(map(for_markdown, pack_shown.summary(pack, "en").split("\n"))),
            "</div>",
            link(both(_FINDINGS), here, places.findings(pack)),
            "" if pack.lifecycle is None else link(both(_AFTER), here, places.lifecycle(pack)),
            heading(2, both(_TRACKS), "tracks"),
            _tracks(pack),
            *(block for question in Question for block in _asked(pack, question, here)),
            heading(2, both(_PROVISIONS), "provisions"),
            for_markdown(accounted.counted(pack, "zh")),
            english(accounted.counted(pack, "en")),
            table(_head("became", "norms"), _fates(pack)),
            table(_head("cites", "became", "drawn"), (_provision(pack, at, here) for at in pack.provisions)),
        ],
    )


def _head(*keys: str) -> list[str]:
    return [both(_HEAD[key]) for key in keys]


def _tracks(pack: Pack) -> str:
    def asks(track: str) -> str:
        return str(sum(1 for norm in pack.norms if not norm.tracks or track in norm.tracks))

    rows = ((stacked(track.title), code(track.id), _cites(pack, track.cites), asks(track.id)) for track in pack.tracks)
    return table(_head("track", "id", "cites", "asked"), rows)


def _asked(pack: Pack, question: Question, here: str) -> Iterable[str]:
    norms = pack.norms_for(question)
    if not norms:
        return ()
    name = QUESTIONS[question]
    title = Text(
        _NORMS.zh.format(question=name.zh, count=len(norms)), _NORMS.en.format(question=name.en, count=len(norms))
    )
    rows = (_norm(pack, norm, here) for norm in norms)
    return heading(2, both(title), question.value), table(_head("cites", "norm", "id", "strength"), rows)


def _norm(pack: Pack, norm: Norm, here: str) -> tuple[str, ...]:
    led = link(for_markdown(norm.title.zh), here, places.norm(pack, norm.id))
    strength = STRENGTHS[norm.strength]
    return (
        _cites(pack, norm.cites),
        f"{led}<br>{english(norm.title.en)}",
        code(norm.id),
        "" if norm.strength is Strength.HARD else stacked(strength),
    )


def _fates(pack: Pack) -> Iterator[tuple[str, str]]:
    for became, number in accounted.by_fate(pack).items():
        if number:
            yield both(accounted.BECAME[became]), str(number)


def _provision(pack: Pack, at: Provision, here: str) -> tuple[str, str, str]:
    said = [] if at.why is None else [stacked(at.why)]
    if at.norms:
        said.insert(0, "、".join(_drawn(pack, name, here) for name in at.norms))
    fate = accounted.BECAME[at.became]
    indent = "　" if at.cites.paragraph is not None or at.cites.item is not None else ""
    shown = stacked(fate) if at.became is not Became.NORMS else both(fate)
    return f"{indent}{for_markdown(place(pack, at.cites, 'zh'))}", shown, "<br>".join(said)


def _drawn(pack: Pack, name: str, here: str) -> str:
    """What was drawn from a provision, be it a norm or another thing, as a link to where it is told."""
    if name in pack.norm_by_id:
        return link(code(name), here, places.norm(pack, name))
    if any(track.id == name for track in pack.tracks):
        return link(code(name), here, here, "tracks")
    if pack.lifecycle is not None and any(part.id == name for part in pack.lifecycle.cited):
        return link(code(name), here, places.lifecycle(pack), anchor_of(name))
    return link(code(name), here, places.findings(pack), anchor_of(name))


def _cites(pack: Pack, cites: Sequence[Citation]) -> str:
    return for_markdown(printed(pack, cites, "zh"))
