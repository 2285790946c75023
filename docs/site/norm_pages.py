"""A page for every norm: what `tic-rules explain` says of it, in Chinese and then in English."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from docs.site import golden, places
from docs.site.page import Page, anchor_of, bullets, code, english, fenced, heading, link, made, table
from tic_rules.errors import Lang
from tic_rules.inert import for_markdown
from tic_rules.ir.catalogue import Text
from tic_rules.ir.norms import Norm
from tic_rules.ir.pack import Pack
from tic_rules.report import marks
from tic_rules.report.norm_told import HEADINGS, BoundTold, NormTold, listed, told

_ROWS: Final = {
    "places": Text("出处", "Where it stands"),
    "question": Text("问的是", "Question"),
    "strength": Text("强度", "Strength"),
    "cases": Text("检验它的用例", "Golden cases that name it"),
}
_EVERY_TRACK: Final = Text("各途径", "all of them")
_CASES: Final = Text("{count}例", "{count}")
_AGAIN: Final = Text("在命令行看这一条：", "The same on the command line:")
_EXAMPLE: Final = Text("例", "Example")
_HOLDS: Final = Text("是否成立", "Does it hold?")


def pages(pack: Pack) -> Iterator[Page]:
    """The pages of a pack's norms."""
    for norm in pack.norms:
        yield _page(pack, norm)


def _page(pack: Pack, norm: Norm) -> Page:
    here = places.norm(pack, norm.id)
    home = link(for_markdown(pack.title.zh), here, places.city(pack))
    return made(
        here,
        [
            heading(1, for_markdown(norm.title.zh)),
            english(norm.title.en),
            f"{code(norm.id)} · {home} {for_markdown(pack.version)}",
            *_told(pack, norm, here, "zh", 2),
            heading(2, "English", "english"),
            '<div lang="en" markdown>',
            *_told(pack, norm, here, "en", 3),
            "</div>",
            "---",
            f"{for_markdown(_AGAIN.zh)} {english(_AGAIN.en)}",
            fenced(f"tic-rules explain {pack.id} {norm.id}", "sh"),
        ],
    )


def _told(pack: Pack, norm: Norm, here: str, lang: Lang, level: int) -> Iterator[str]:
    said = told(pack, norm, lang)
    mark = "：" if lang == "zh" else ": "
    yield for_markdown(said.explain)
    yield _summary(pack, norm, said, lang)
    if said.bounds:
        yield _heading("bounds", lang, level)
    for bound in said.bounds:
        yield from _bound(bound, lang)
    if said.readings:
        yield _heading("readings", lang, level)
    for reading in said.readings:
        texts = ((HEADINGS[key].of(lang), getattr(reading, key)) for key in ("taken", "other", "why"))
        yield bullets(f"**{for_markdown(label)}**{mark}{for_markdown(text)}" for label, text in texts)
        yield "<!-- -->"  # so that the next list is a list of its own
    if said.facts:
        yield _heading("facts", lang, level)
        yield bullets(
            f"{link(code(fact.path), here, places.fact(fact.path), anchor_of(fact.path))}{mark}"
            + for_markdown(("；" if lang == "zh" else "; ").join(_given(fact.title, fact.unit, fact.evidence)))
            for fact in said.facts
        )
    if said.findings:
        yield _heading("findings", lang, level)
        yield bullets(
            f"{link(for_markdown(finding.ask), here, places.findings(pack), anchor_of(finding.id))} "
            + for_markdown(f"（{finding.whom}）" if lang == "zh" else f"({finding.whom})")
            for finding in said.findings
        )
    if said.excuses:
        yield _heading("excuses", lang, level)
        yield bullets(for_markdown(text) for text in said.excuses)
    if said.remedy:
        yield _heading("remedy", lang, level)
        yield for_markdown(said.remedy)


def _given(*parts: str) -> list[str]:
    return [part for part in parts if part]


def _heading(key: str, lang: Lang, level: int) -> str:
    return heading(level, for_markdown(HEADINGS[key].of(lang)), f"{key}-{lang}")


def _summary(pack: Pack, norm: Norm, said: NormTold, lang: Lang) -> str:
    count = golden.naming(pack.id)[norm.id]
    rows = [
        (_ROWS["places"].of(lang), said.places),
        (_ROWS["question"].of(lang), said.question),
        (_ROWS["strength"].of(lang), said.strength),
        (HEADINGS["tracks"].of(lang), listed(said.tracks, lang) or _EVERY_TRACK.of(lang)),
        (_ROWS["cases"].of(lang), _CASES.of(lang).format(count=count)),
    ]
    return bullets(
        f"**{for_markdown(label)}**{'：' if lang == 'zh' else ': '}{for_markdown(text)}" for label, text in rows
    )


def _bound(bound: BoundTold, lang: Lang) -> Iterator[str]:
    what = f"{bound.what}（{bound.role}）" if lang == "zh" else f"{bound.what} ({bound.role})"
    yield f"**{for_markdown(what)}**{'：' if lang == 'zh' else ': '}{for_markdown(bound.asked)}"
    yield table(
        (_EXAMPLE.of(lang), _HOLDS.of(lang)),
        (
            (for_markdown(example), for_markdown((marks.TRUE if holds else marks.FALSE).of(lang)))
            for example, holds in bound.examples
        ),
    )
