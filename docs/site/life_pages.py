"""A page for every city that rules what comes after approval: stages, moves, periods, duties, grades and grounds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, assert_never

from docs.site import places
from docs.site.page import Page, anchor_of, both, bullets, code, english, heading, link, made, stacked, table
from tic_rules.facts.events import KINDS
from tic_rules.inert import for_markdown
from tic_rules.ir.catalogue import Text
from tic_rules.ir.lifecycle import (
    AfterEvent,
    Cadence,
    Covers,
    DayOfYear,
    Deemed,
    DueBy,
    Duty,
    EachCycle,
    EachYear,
    Ground,
    Lifecycle,
    Move,
    Period,
)
from tic_rules.ir.norms import Citation, Reading, Strength
from tic_rules.ir.pack import Pack
from tic_rules.ir.walk import findings_asked
from tic_rules.quantity import Quantity, display
from tic_rules.report.norm_told import HEADINGS, STRENGTHS, authorities
from tic_rules.report.norm_told import places as printed

_TITLE: Final = Text("{city}：批准之后", "{city}: after approval")
_HEAD: Final = {
    "stages": Text("阶段", "Stages"),
    "moves": Text("阶段的转换", "Moves between stages"),
    "periods": Text("期间", "Periods"),
    "duties": Text("到期要做的事", "Duties"),
    "deemed": Text("视同", "What counts as something else"),
    "grades": Text("等次", "Grades"),
    "grounds": Text("撤销（取消）的情形", "Grounds of revocation"),
}
_ABOUT: Final = {
    "duties": Text(
        "每一期另记是否到期、已做、逾期或者没有做。",
        "Of each cycle it is told whether it is due, done, late or missed.",
    ),
    "grounds": Text(
        "具备时只是提出建议，由主管机关决定；资料不足和待认定的不算具备。",
        "One that is met only proposes, and the authority decides; what is open is not met.",
    ),
}
_SAID: Final = {
    "id": Text("编号", "Id"),
    "stage": Text("阶段", "Stage"),
    "stands": Text("出处", "Where it stands"),
    "on": Text("何事", "Event"),
    "from": Text("从", "From"),
    "to": Text("到", "To"),
    "in": Text("所在阶段", "In the stages"),
    "lasts": Text("时长", "How long"),
    "extended": Text("可延长", "May be extended by"),
    "by": Text("谁来做", "Owed by"),
    "each": Text("周期", "Each"),
    "due": Text("期限", "Due"),
    "done": Text("何事算做了", "Done by"),
    "counts": Text("视同", "Counts as"),
    "findings": Text("要由人认定的", "Findings it needs"),
    "proposes": Text("建议", "Proposes"),
    "ban": Text("不得再次申报", "No new application for"),
    "values": Text("等次", "Grades"),
    "types": Text("评估种类", "Evaluation"),
}
_NOT_BEGUN: Final = Text("（开始）", "(the beginning)")
_ENDED: Final = Text("（终止）", "(ended)")
_CENTRE: Final = Text("中心", "The centre")
_EVERY: Final = Text("各种", "any")
_YEARS: Final = {
    Covers.YEAR_BEFORE: Text("每年，做上一年度的", "Year, on the year before"),
    Covers.SAME_YEAR: Text("每年，做本年度的", "Year, on that year"),
}
_CYCLE: Final = Text("每{lasts}一个周期", "Cycle of {lasts}")
_AFTER: Final = Text("每次{event}之后", "Time after this event: {event}")
_WITHIN: Final = Text("{within}内", "Within {within}")
_DUE: Final = {
    DueBy.NOTICE: Text("由通知确定", "Set by a notice"),
    DueBy.END: Text("年度、周期或者期限终了", "By the end of the year, cycle or time"),
    DueBy.YEAR_END: Text(
        "周期届满或者事件发生当年的年底", "By the end of the year in which the cycle ends or the event lies"
    ),
    DueBy.NEXT_YEAR: Text("次年年底", "By the end of the next year"),
}


def pages(pack: Pack) -> Iterator[Page]:
    """The one page of a pack; none where it rules nothing after approval."""
    life = pack.lifecycle
    if life is None:
        return
    here = places.lifecycle(pack)
    title = Text(_TITLE.zh.format(city=pack.jurisdiction.zh), _TITLE.en.format(city=pack.jurisdiction.en))
    blocks = [heading(1, both(title)), link(both(pack.title), here, places.city(pack)), *_stages(life)]
    for part, entries in (
        ("moves", [block for move in life.moves for block in _move(pack, life, move)]),
        ("periods", [block for period in life.periods for block in _period(pack, life, period)]),
        ("duties", [block for duty in life.duties for block in _duty(pack, life, duty)]),
        ("deemed", [block for deemed in life.deemed for block in _deemed(pack, deemed)]),
        ("grades", [_grades(pack, life)]),
        ("grounds", [block for ground in life.grounds for block in _ground(pack, life, ground)]),
    ):
        if any(entries):
            about = [stacked(_ABOUT[part])] if part in _ABOUT else []
            blocks += [heading(2, both(_HEAD[part]), part), *about, *entries]
    yield made(here, blocks)


def _stages(life: Lifecycle) -> Iterator[str]:
    yield heading(2, both(_HEAD["stages"]), "stages")
    rows = ((both(stage.title) + (f" {both(_ENDED)}" if stage.ended else ""), code(stage.id)) for stage in life.stages)
    yield table([both(_SAID["stage"]), both(_SAID["id"])], rows)


def _move(pack: Pack, life: Lifecycle, move: Move) -> Iterator[str]:
    said = [
        ("on", _event(move.on)),
        ("from", _named(life, move.come_from) if move.come_from else both(_NOT_BEGUN)),
        ("to", _named(life, [move.to])),
    ]
    yield from _entry(pack, move, said, move.readings)


def _period(pack: Pack, life: Lifecycle, period: Period) -> Iterator[str]:
    strength = "" if period.strength is Strength.HARD else f"（{both(STRENGTHS[period.strength])}）"
    said = [
        ("in", _named(life, [period.stage, *period.also_in])),
        ("lasts", f"{both(_lasting(period.lasts))}{strength}"),
    ]
    if period.extended_by is not None and period.extension is not None:
        said.append(("extended", f"{both(_lasting(period.extension))} × {period.times}：{_event(period.extended_by)}"))
    yield from _entry(pack, period, said, period.readings)


def _duty(pack: Pack, life: Lifecycle, duty: Duty) -> Iterator[str]:
    by = duty.owed_by
    whom = Text(authorities(pack, [by], "zh"), authorities(pack, [by], "en")) if by in pack.authority_by_id else _CENTRE
    said = [
        ("by", both(whom)),
        ("in", _named(life, duty.stages)),
        ("each", both(_each(duty.cadence))),
        ("due", both(_due(duty))),
        ("done", _event(duty.done_by)),
    ]
    yield from _entry(pack, duty, said, duty.readings)


def _deemed(pack: Pack, deemed: Deemed) -> Iterator[str]:
    yield from _entry(pack, deemed, [("on", _event(deemed.on)), ("counts", _event(deemed.counts_as))], ())


def _grades(pack: Pack, life: Lifecycle) -> str:
    rows = (
        (
            for_markdown("、".join(scale.types)) or both(_EVERY),
            for_markdown("、".join(scale.values)),
            _cites(pack, scale.cites),
        )
        for scale in life.scales
    )
    return table([both(_SAID[key]) for key in ("types", "values", "stands")], rows)


def _ground(pack: Pack, life: Lifecycle, ground: Ground) -> Iterator[str]:
    here = places.lifecycle(pack)
    said = [("proposes", both(ground.proposes))]
    if ground.stages:
        said.append(("in", _named(life, ground.stages)))
    if ground.ban is not None:
        said.append(("ban", both(_lasting(ground.ban))))
    asked = dict.fromkeys(name for name, _ in findings_asked(ground.require))
    if asked:
        led = (link(code(name), here, places.findings(pack), anchor_of(name)) for name in asked)
        said.append(("findings", "、".join(led)))
    yield from _entry(pack, ground, said, ground.readings)


def _entry(
    pack: Pack, part: Move | Period | Duty | Deemed | Ground, said: list[tuple[str, str]], readings: Sequence[Reading]
) -> Iterator[str]:
    """One part: what it is called and means, where it stands, what is said of it, and how it was read."""
    yield heading(3, code(part.id), anchor_of(part.id))
    yield both(part.title)
    if isinstance(part, Duty | Ground):
        yield f"{for_markdown(part.explain.zh)}<br>{english(part.explain.en)}"
    rows = [("stands", _cites(pack, part.cites)), *said]
    yield bullets(f"**{both(_SAID[key])}** {text}" for key, text in rows)
    for reading in readings:
        yield "<!-- -->"  # so that the next list is a list of its own
        texts = (("taken", reading.taken), ("other", reading.other), ("why", reading.why))
        yield bullets(f"**{both(HEADINGS[key])}** {both(text)}" for key, text in texts)


def _each(cadence: Cadence) -> Text:
    match cadence:
        case EachYear(covers):
            return _YEARS[covers]
        case EachCycle(lasts):
            return _filled(_CYCLE, lasts=_lasting(lasts))
        case AfterEvent(kind):
            return _filled(_AFTER, event=KINDS[kind].title)
        case _:
            assert_never(cadence)


def _due(duty: Duty) -> Text:
    if isinstance(duty.cadence, AfterEvent) and duty.cadence.within is not None:
        return _filled(_WITHIN, within=_lasting(duty.cadence.within))
    match duty.due:
        case DayOfYear(month, day):
            return Text(f"{month}月{day}日", f"{month:02}-{day:02}")
        case DueBy():
            return _DUE[duty.due]
        case _:
            assert_never(duty.due)


def _filled(text: Text, **values: Text) -> Text:
    zh = {key: value.zh for key, value in values.items()}
    en = {key: value.en for key, value in values.items()}
    return Text(text.zh.format(**zh), text.en.format(**en))


def _lasting(quantity: Quantity) -> Text:
    return Text(display(quantity.amount, quantity.kind, "zh"), display(quantity.amount, quantity.kind, "en"))


def _event(kind: str) -> str:
    return f"{both(KINDS[kind].title)} {code(kind)}"


def _named(life: Lifecycle, stages: Sequence[str]) -> str:
    return "、".join(both(life.stage_by_id[name].title) for name in stages)


def _cites(pack: Pack, cites: Sequence[Citation]) -> str:
    return both(Text(printed(pack, cites, "zh"), printed(pack, cites, "en")))
