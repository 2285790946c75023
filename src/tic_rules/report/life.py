"""Where a centre stands, as it shows itself: its story, what it owes, what may be proposed, when it may apply again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from types import MappingProxyType
from typing import Final

from tic_rules.errors import Lang
from tic_rules.facts.events import KINDS
from tic_rules.inert import visible
from tic_rules.ir.catalogue import Text
from tic_rules.ir.determination import CitedPlace
from tic_rules.ir.norms import Strength
from tic_rules.ir.status import AsideWhy, CentreStatus, DutyNow, DutyState, EventNow, GroundNow, GroundState
from tic_rules.ir.steps import FindingStep
from tic_rules.report import sheet_markdown, sheet_page
from tic_rules.report.catalogue import fill, listed
from tic_rules.report.catalogue.count import Count
from tic_rules.report.entries import label
from tic_rules.report.marks import Mark, Tone
from tic_rules.report.sheet import Cell, Line, Sheet, Table, cell
from tic_rules.report.standing import standing_text
from tic_rules.report.values import day_text, word
from tic_rules.report.walk import nodes
from tic_rules.report.why_open import points_text, why_open

OF_DUTY: Final[Mapping[DutyState, Mark]] = MappingProxyType(
    {
        DutyState.NOT_OWED: Mark("—", Text("不须履行", "not owed"), Tone.QUIET),
        DutyState.DUE: Mark("□", Text("待履行", "due"), Tone.OPEN),
        DutyState.DONE: Mark("√", Text("已履行", "done"), Tone.GOOD),
        DutyState.DONE_LATE: Mark("▲", Text("逾期履行", "done late"), Tone.BAD),
        DutyState.MISSED: Mark("×", Text("未履行", "missed"), Tone.BAD),
        DutyState.LATE_OR_MISSED: Mark("×", Text("逾期，是否补办未定", "late or missed"), Tone.BAD),
        DutyState.DONE_UNDATED: Mark("√", Text("已履行，期限未定", "done, due day not known"), Tone.OPEN),
        DutyState.OPEN: Mark("？", Text("未定", "open"), Tone.OPEN),
    }
)
OF_GROUND: Final[Mapping[GroundState, Mark]] = MappingProxyType(
    {
        GroundState.MET: Mark("×", Text("已具备", "met"), Tone.BAD),
        GroundState.NOT_MET: Mark("√", Text("不具备", "not met"), Tone.GOOD),
        GroundState.UNKNOWN: Mark("？", Text("资料不足", "unknown"), Tone.OPEN),
        GroundState.REVIEW: Mark("○", Text("待认定", "review"), Tone.REVIEW),
        GroundState.NOT_APPLICABLE: Mark("—", Text("不适用", "not applicable"), Tone.QUIET),
    }
)
WHY_ASIDE: Final[Mapping[AsideWhy, Text]] = MappingProxyType(
    {
        AsideWhy.LATER: Text("发生在基准日之后", "dated after the as-of day"),
        AsideWhy.NOT_KNOWN_YET: Text("当时尚未登记", "not recorded yet by the day of knowledge"),
        AsideWhy.CORRECTED: Text("已被后来的记录更正", "corrected by a later record"),
        AsideWhy.WITHDRAWN: Text("已被撤回", "withdrawn by a later record"),
        AsideWhy.BEFORE_APPROVAL: Text("早于批准", "before the centre was approved"),
        AsideWhy.BEFORE_FORCE: Text(
            "早于办法施行之日，不据以判断", "before the regulation's first day: nobody is judged by it"
        ),
        AsideWhy.AFTER_END: Text("在中心终止之后", "after the centre's end"),
        AsideWhy.NO_SUCH_GRADE: Text("等次不在办法所列之内", "a grade that the printed scale does not have"),
        AsideWhy.TWO_GRADES: Text("同一次评估有两个不同等次", "two grades of one evaluation"),
        AsideWhy.TWO_IN_CYCLE: Text("同一周期有两个不同等次", "two grades of one cycle"),
        AsideWhy.NO_MOVE: Text("当时的阶段没有这种转换", "it leads out of no stage that the centre was in"),
        AsideWhy.NO_SUCH_GROUND: Text("所据情形不在本包之内", "it names a ground that the pack does not have"),
        AsideWhy.NO_SUCH_DUTY: Text("所定期限的义务不在本包之内", "it names a duty that the pack does not have"),
    }
)
_FIRST: Final = (GroundState.MET, GroundState.REVIEW, GroundState.UNKNOWN)


def html(status: CentreStatus, lang: Lang = "zh") -> str:
    """The status as a fragment of HTML."""
    return sheet_page.render(_sheet(status, lang))


def markdown(status: CentreStatus, lang: Lang = "zh") -> str:
    """The status as Markdown text."""
    return sheet_markdown.render(_sheet(status, lang))


def summary(status: CentreStatus, lang: Lang = "zh") -> str:
    """Where the centre stands, in plain lines, without a line break at its end."""
    said = _sheet(status, lang)
    lines = [said.above, said.title, said.below]
    lines += [fill("labelled", lang, label=name, text=text) for name, text in said.labels]
    for table in said.tables:
        lines += ["", table.title]
        for row in table.rows:
            texts = [" ".join(line.said(lang) for line in part if line.said(lang)) for part in row]
            lines.append("  " + "  ".join(text for text in texts if text))
    return "\n".join(visible(line) for line in lines)


def line(status: CentreStatus) -> str:
    """One plain line."""
    stages = ", ".join(stage.id for stage in status.stages) or "not begun"
    met = len(status.proposals)
    return visible(f"<CentreStatus {status.centre}, {status.on}, {stages}, grounds met: {met}>")


def _sheet(status: CentreStatus, lang: Lang) -> Sheet:
    title = fill("life-title", lang, name=status.name or status.centre, centre=status.centre)
    whole = status.complete_to
    complete = "life-not-complete" if whole is None else "life-complete"
    met, known_on = len(status.proposals), day_text(status.known_on, lang)
    grounds = fill("life-proposals", lang, count=str(met)) if met else fill("life-no-proposal", lang)
    return Sheet(
        lang,
        "life",
        standing_text(status.standing, status.on, lang),
        title,
        _stage(status, lang),
        (
            label("grounds", grounds, lang),
            label("pack", f"{status.pack.title.of(lang)} {status.pack.version}", lang),
            label("as-of", fill("life-as-of", lang, on=day_text(status.on, lang), known_on=known_on), lang),
            label("record", fill(complete, lang, **({} if whole is None else {"day": day_text(whole, lang)})), lang),
        ),
        tuple(table for table in _tables(status, lang) if table.rows),
    )


def _stage(status: CentreStatus, lang: Lang) -> str:
    stages = [stage.title.of(lang) for stage in status.stages]
    now = status.stage
    if now is None:
        return fill("life-in-one-of", lang, stages=listed(stages, lang)) if stages else fill("life-not-begun", lang)
    since = "" if now.since is None else day_text(now.since, lang)
    return fill("life-in", lang, stage=now.title.of(lang), since=since, cites=_cited(now.cites, lang))


def _tables(status: CentreStatus, lang: Lang) -> Iterator[Table]:
    columns = ("column-matter", "column-state", "column-cites")
    titles = tuple(fill(name, lang) for name in columns)
    events = {event.path: event for event in status.events}
    grounds = sorted(status.grounds, key=lambda g: (g.state not in _FIRST, g.state is GroundState.NOT_APPLICABLE))
    days = (fill("column-day", lang), fill("column-what", lang))
    yield Table(fill("life-story", lang), days, tuple(_story(status, lang)))
    yield Table(fill("life-owed", lang), titles, tuple(_duty(duty, events, lang) for duty in status.duties))
    yield Table(fill("life-periods", lang), titles, tuple(_periods(status, lang)))
    yield Table(fill("life-grounds", lang), titles, tuple(_ground(ground, lang) for ground in grounds))
    yield Table(fill("life-again", lang), (fill("column-what", lang),), tuple(_again(status, lang)))
    yield Table(
        fill("life-asides", lang),
        (fill("column-what", lang), fill("column-why", lang)),
        tuple(
            (
                cell(_of_kind(aside.kind, lang), *([] if aside.day is None else [day_text(aside.day, lang)])),
                cell(WHY_ASIDE[aside.why].of(lang)),
            )
            for aside in status.asides
        ),
        folded=True,
    )


def _story(status: CentreStatus, lang: Lang) -> Iterator[tuple[Cell, ...]]:
    """What happened and what falls due, day by day."""
    told: list[tuple[date, Cell]] = []
    for event in status.events:
        said = [word(value, lang) for _, value in event.said]
        lines = [Line(event.title.of(lang) + (f"：{listed(said, lang)}" if said and lang == "zh" else ""))]
        if said and lang == "en":
            lines = [Line(f"{event.title.en}: {listed(said, lang)}")]
        if event.moved_to is not None:
            lines.append(Line(fill("life-to-stage", lang, stage=event.moved_to.of(lang)), quiet=True))
        told.append((event.day, tuple(lines)))
    for duty in status.duties:
        if duty.state is DutyState.DUE and duty.due is not None:
            due = fill("life-falls-due", lang, title=duty.title.of(lang))
            told.append((duty.due, (Line(due, OF_DUTY[duty.state]),)))
    for day, said_of in sorted(told, key=lambda one: one[0]):
        yield cell(day_text(day, lang)), said_of


def _duty(duty: DutyNow, events: Mapping[str, EventNow], lang: Lang) -> tuple[Cell, ...]:
    if duty.year is not None:
        which = fill("life-year", lang, year=str(duty.year))
    elif duty.after in events:
        cause = events[duty.after]
        which = fill("life-after", lang, event=cause.title.of(lang), day=day_text(cause.day, lang))
    else:
        which = duty.after
    due = fill("life-due-open", lang) if duty.due is None else fill("life-due", lang, day=day_text(duty.due, lang))
    state = [Line("", OF_DUTY[duty.state]), Line(due)]
    if duty.may_move:
        state.append(Line(fill("life-may-move", lang), quiet=True))
    if duty.done_on is not None:
        state.append(Line(fill("life-done-on", lang, day=day_text(duty.done_on, lang))))
    if duty.points:
        state.append(Line(why_open(duty.points, {}, lang), quiet=True))
    owed_by = Line(fill("life-owed-by", lang, who=duty.owed_by_title.of(lang)), quiet=True)
    return (
        (Line(duty.title.of(lang)), Line(which), owed_by),
        tuple(state),
        cell(_cited(duty.cites, lang)),
    )


def _periods(status: CentreStatus, lang: Lang) -> Iterator[tuple[Cell, ...]]:
    for period in status.periods:
        first, last = day_text(period.first_day, lang), day_text(period.last_day, lang)
        state = [Line(fill("life-period", lang, first=first, last=last))]
        if period.strength is Strength.IN_PRINCIPLE:
            state.append(Line(fill("life-in-principle", lang), quiet=True))
        if period.extended:
            state.append(Line(fill("life-extended", lang, count=Count(period.extended))))
        if period.is_over:
            state.append(Line(fill("life-period-over", lang)))
        yield cell(period.title.of(lang)), tuple(state), cell(_cited(period.cites, lang))


def _ground(ground: GroundNow, lang: Lang) -> tuple[Cell, ...]:
    asks = {node.id: node.ask for node in nodes(ground.step) if isinstance(node, FindingStep)}
    state = [Line("", OF_GROUND[ground.state])]
    if ground.truth.points and ground.state is not GroundState.NOT_APPLICABLE:
        state.append(Line(why_open(ground.truth.points, asks, lang), quiet=True))
    if ground.state is GroundState.MET:
        state.append(Line(fill("life-proposes", lang, what=ground.proposes.of(lang))))
        if ground.ban:
            state.append(Line(fill("life-ban", lang, period=ground.ban)))
    others = (reading.other.of(lang) for reading in ground.readings if reading.norm_differs)
    state.extend(Line(fill("life-other", lang, other=other), quiet=True) for other in others)
    return (
        (Line(ground.title.of(lang)), Line(ground.explain.of(lang), quiet=True)),
        tuple(state),
        cell(_cited(ground.cites, lang)),
    )


def _again(status: CentreStatus, lang: Lang) -> Iterator[tuple[Cell, ...]]:
    again = status.apply_again
    for bar in again.bars:
        first, last = day_text(bar.first_day, lang), day_text(bar.last_day, lang)
        yield (cell(fill("life-bar", lang, cites=_cited(bar.cites, lang), first=first, last=last)),)
    if again.free_from is not None:
        yield (cell(fill("life-free", lang, day=day_text(again.free_from, lang))),)
    elif again.points:
        yield (cell(fill("life-free-open", lang, why=points_text(again.points, {}, lang))),)


def _of_kind(kind: str, lang: Lang) -> str:
    return KINDS[kind].title.of(lang) if kind in KINDS else kind


def _cited(cites: tuple[CitedPlace, ...], lang: Lang) -> str:
    return listed([place.text.of(lang) for place in cites], lang, most=3)
