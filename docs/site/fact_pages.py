"""The facts of a dossier, a page a group: where each stands, how it is written, what proves it, which norms read it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from docs.site import places
from docs.site.page import Page, anchor_of, both, bullets, code, english, heading, link, made, table
from tic_rules.analysis.examples import read_by
from tic_rules.cli.field_forms import form_of
from tic_rules.facts import common_facts
from tic_rules.inert import for_markdown
from tic_rules.ir.catalogue import FactKind, FactSpec, Text
from tic_rules.ir.pack import Pack
from tic_rules.quantity import FINEST, GREATEST, Kind, display
from tic_rules.quantity.units import symbols

_TITLE: Final = Text("资料项", "Facts")
_INTRO: Final = Text(
    "一份资料能说的全部事项。各市共用的按部分列出；只有一个城市要的，列在该市名下。",
    "Everything that a dossier can state. What all cities share stands by part; what one city alone asks, under it.",
)
_ABSENT: Final = Text("没写、none 和空列表", "Left out, none, and an empty list")
_ABSENT_SAID: Final = (
    Text(
        "没写：不知道。凡是结论取决于它的，结论是“资料不足”，并指出缺的是哪一项。",
        "Left out: not known. Where the verdict depends on it, the verdict is UNKNOWN, and names it.",
    ),
    Text(
        "none：确知没有。要求它达到某数或某日的比较不成立。只有注明可写的项才能写。",
        "none: known not to exist. A comparison that asks something of it is false. Only where it is offered.",
    ),
    Text(
        "[]：列表中一项也没有，合计和数量都是零。",
        "[]: the list has no members; its total and its count are zero.",
    ),
)
_KINDS: Final = Text("数量的单位和界限", "Units of quantities, and their bounds")
_GROUPS: Final = Text("各部分", "The parts")
_DOSSIER: Final = Text("资料本身", "The dossier itself")
_OWN: Final = Text("{city}自有的资料项", "Facts of {city} alone")
_HEAD: Final = {
    "part": Text("部分", "Part"),
    "count": Text("项数", "Facts"),
    "units": Text("单位", "Units"),
    "finest": Text("最小一步", "Finest step"),
    "greatest": Text("最大", "Greatest"),
    "written": Text("写法", "Written as"),
    "kind": Text("类型", "Kind"),
    "proof": Text("证明材料", "Evidence"),
    "read": Text("用到它的规则", "Norms that read it"),
}
_KIND_NAMES: Final = {
    FactKind.FLAG: Text("是或否", "flag"),
    FactKind.CHOICE: Text("选项", "choice"),
    FactKind.LEVEL: Text("等级", "level"),
    FactKind.DAY: Text("日期", "day"),
    FactKind.YEAR: Text("年份", "year"),
    FactKind.TEXT: Text("文字", "text"),
    FactKind.QUANTITY: Text("数量", "quantity"),
    FactKind.SHARE: Text("比例", "share"),
    FactKind.SEAT: Text("地点", "seat"),
    FactKind.YEARLY: Text("逐年金额", "amounts by year"),
    FactKind.LIST: Text("列表", "list"),
    FactKind.THING: Text("一组", "part"),
}

Readers = dict[str, list[tuple[Pack, str]]]


def pages(packs: Sequence[Pack]) -> Iterator[Page]:
    """The list of groups, a page for each, and a page for each pack's own facts."""
    readers: Readers = {}
    for pack in packs:
        for norm in pack.norms:
            for path in read_by(pack, norm):
                readers.setdefault(path, []).append((pack, norm.id))
    groups: dict[str, list[FactSpec]] = {}
    for spec in common_facts().values():
        groups.setdefault(places.fact(spec.path), []).append(spec)
    titles = {there: _DOSSIER if len(specs) == 1 else specs[0].title for there, specs in groups.items()}
    for pack in packs:
        if pack.facts:
            there = places.fact(pack.facts[0].path)
            groups[there] = list(pack.facts)
            city = pack.jurisdiction
            titles[there] = Text(_OWN.zh.format(city=city.zh), _OWN.en.format(city=city.en))
    yield _index(groups, titles)
    for there, specs in groups.items():
        yield made(there, [heading(1, both(titles[there])), *_facts(specs, readers, there)])


def _index(groups: dict[str, list[FactSpec]], titles: dict[str, Text]) -> Page:
    here = places.FACTS
    parts = ((link(both(titles[there]), here, there), str(len(specs))) for there, specs in groups.items())
    rows = (
        (
            for_markdown(kind.value),
            for_markdown("、".join(symbols((kind,)))),
            for_markdown(display(FINEST[kind], kind, "zh")),
            for_markdown(display(GREATEST[kind], kind, "zh")),
        )
        for kind in Kind
    )
    return made(
        here,
        [
            heading(1, both(_TITLE)),
            for_markdown(_INTRO.zh),
            english(_INTRO.en),
            heading(2, both(_GROUPS), "parts"),
            table(_head("part", "count"), parts),
            heading(2, both(_ABSENT), "absent"),
            bullets(f"{for_markdown(said.zh)}<br>{english(said.en)}" for said in _ABSENT_SAID),
            heading(2, both(_KINDS), "quantities"),
            table(_head("kind", "units", "finest", "greatest"), rows),
        ],
    )


def _facts(specs: Iterable[FactSpec], readers: Readers, here: str) -> Iterator[str]:
    for spec in specs:
        yield heading(2, code(spec.path), anchor_of(spec.path))
        yield both(spec.title)
        said = [f"**{both(_HEAD['kind'])}** {both(_KIND_NAMES[spec.kind])}"]
        if spec.kind is not FactKind.THING or spec.may_be_none:
            written = f"{for_markdown(form_of(spec, 'zh'))}<br>{english(form_of(spec, 'en'))}"
            said.append(f"**{both(_HEAD['written'])}** {written}")
        if spec.evidence.zh:
            said.append(f"**{both(_HEAD['proof'])}** {both(spec.evidence)}")
        if spec.path in readers:
            led = (link(code(name), here, places.norm(pack, name)) for pack, name in readers[spec.path])
            said.append(f"**{both(_HEAD['read'])}** {'、'.join(led)}")
        yield bullets(said)


def _head(*keys: str) -> list[str]:
    return [both(_HEAD[key]) for key in keys]
