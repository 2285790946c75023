"""What a watcher reports, a line each: for people, or as JSON for programs."""

from __future__ import annotations

import json
from datetime import date
from typing import Any, Final, assert_never

from tic_rules.engine.decide import pack_ref
from tic_rules.engine.standing import standing_on
from tic_rules.errors import Lang
from tic_rules.inert import visible
from tic_rules.ir.catalogue import Text
from tic_rules.ir.determination import CitedPlace
from tic_rules.ir.lifecycle import Lifecycle
from tic_rules.ir.status import DutyState, GroundState
from tic_rules.lifecycle.plan import Plan
from tic_rules.lifecycle.standing import AgainState, Fact, StageState, TimeState, What
from tic_rules.lifecycle.watcher import Change, Report
from tic_rules.report.catalogue import fill, listed
from tic_rules.report.events import place_text
from tic_rules.report.life import OF_DUTY, OF_GROUND
from tic_rules.report.standing import standing_of_city
from tic_rules.report.values import day_text

FORMAT: Final = "1"


class Watched:
    """The reports of one pack's centres, as lines."""

    def __init__(self, plan: Plan) -> None:
        self._pack = plan.pack
        self._cites = plan.cites
        self._titles = _titles(plan.lifecycle)

    def json_line(self, report: Report) -> str:
        """A report for programs, both languages in it."""
        fact = report.fact
        title = self._title(fact)
        said: dict[str, Any] = {
            "format": FORMAT,
            "seq": report.seq,
            "day": report.day.isoformat(),
            "city": report.city,
            "centre": visible(report.centre),
            "change": report.change.value,
            "what": fact.what.value,
            "id": fact.id,
            "of": fact.of,
            "state": fact.state,
            "date": None if fact.day is None else fact.day.isoformat(),
            "done_on": None if fact.done_on is None else fact.done_on.isoformat(),
            "title": {"zh": title.zh, "en": title.en},
            "cites": [{"zh": place.text.zh, "en": place.text.en} for place in self._places(fact)],
            "line": report.line or None,
            "standing": standing_on(self._pack, report.day).kind.value,
        }
        return json.dumps(said, ensure_ascii=False, separators=(",", ":")) + "\n"

    def standing(self, day: date, lang: Lang) -> str:
        """Why the regulation is not in force on a day; empty where it is, or may be."""
        return standing_of_city(pack_ref(self._pack), standing_on(self._pack, day), day, lang)

    def text_line(self, report: Report, lang: Lang) -> str:
        """A report for people."""
        places = self._places(report.fact)
        cites = listed([place.text.of(lang) for place in places], lang, most=3)
        cause = fill("watch-line", lang, line=str(report.line)) if report.line else fill("watch-day", lang)
        return (
            fill(
                "watch-report",
                lang,
                seq=str(report.seq),
                day=report.day.isoformat(),
                centre=report.centre,
                change=fill(_CHANGES[report.change], lang),
                what=self._said(report.fact, lang),
                cites=fill("watch-cites", lang, cites=cites) if cites else "",
                cause=cause,
            )
            + "\n"
        )

    def _title(self, fact: Fact) -> Text:
        return self._titles.get((fact.what, fact.id), Text(fact.id, fact.id))

    def _places(self, fact: Fact) -> tuple[CitedPlace, ...]:
        return self._cites.get(fact.of if fact.what is What.STAGE else fact.id, ())

    def _said(self, fact: Fact, lang: Lang) -> str:
        """A fact in words."""
        title = self._title(fact).of(lang)
        day = "" if fact.day is None else day_text(fact.day, lang)
        match fact.what:
            case What.STAGE:
                key = "watch-stage" if fact.state == StageState.CERTAIN else "watch-stage-possible"
                return fill(key, lang, title=title, day=day)
            case What.PERIOD:
                key = "watch-period-over" if fact.state == TimeState.OVER else "watch-period"
                return fill(key, lang, title=title, day=day)
            case What.DUTY:
                return self._duty(fact, title, day, lang)
            case What.GROUND:
                state = OF_GROUND[GroundState(fact.state)].of(lang)
                return fill("watch-ground", lang, title=title, state=state)
            case What.BAR:
                key = "watch-bar-over" if fact.state == TimeState.OVER else "watch-bar"
                return fill(key, lang, title=title, day=day)
            case What.AGAIN:
                return fill("watch-again-open" if fact.state == AgainState.OPEN else "watch-again", lang, day=day)
            case What.REFUSED:
                return fill("watch-refused", lang, code=fact.id)
            case _:
                assert_never(fact.what)

    @staticmethod
    def _duty(fact: Fact, title: str, day: str, lang: Lang) -> str:
        if fact.of.isdigit():
            of = fill("watch-year", lang, year=fact.of)
        else:
            of = fill("watch-after", lang, event=place_text(fact.of, lang))
        parts = [OF_DUTY[DutyState(fact.state)].of(lang)]
        parts.append(fill("life-due", lang, day=day) if day else fill("life-due-open", lang))
        if fact.done_on is not None:
            parts.append(fill("life-done-on", lang, day=day_text(fact.done_on, lang)))
        return fill("watch-duty", lang, title=title, of=of, state=listed(parts, lang))


_CHANGES: Final = {
    Change.BEGAN: "watch-began",
    Change.ENDED: "watch-ended",
    Change.WITHDRAWN: "watch-withdrawn",
}


def _titles(lifecycle: Lifecycle) -> dict[tuple[What, str], Text]:
    """What each thing is called that a fact is about."""
    return {
        **{(What.STAGE, stage.id): stage.title for stage in lifecycle.stages},
        **{(What.PERIOD, period.id): period.title for period in lifecycle.periods},
        **{(What.DUTY, duty.id): duty.title for duty in lifecycle.duties},
        **{(what, ground.id): ground.title for ground in lifecycle.grounds for what in (What.GROUND, What.BAR)},
        (What.AGAIN, ""): Text("再次申报", "Applying again"),
    }
