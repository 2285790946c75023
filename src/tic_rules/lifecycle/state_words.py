"""The words for how a cycle of a duty stands, and a period that is over."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from tic_rules.ir.catalogue import Text
from tic_rules.ir.status import DutyState


class PeriodState(StrEnum):
    """How a period stands that is still listed after its last day."""

    OVER = "over"
    """Its last day is over, and the centre is where it was: nothing was decided, or nothing is recorded."""


STATE_WORDS: Final[Mapping[DutyState | PeriodState, Text]] = MappingProxyType(
    {
        DutyState.NOT_OWED: Text("不须履行", "not owed"),
        DutyState.DUE: Text("待履行", "due"),
        DutyState.DONE: Text("已履行", "done"),
        DutyState.DONE_LATE: Text("逾期履行", "done late"),
        DutyState.MISSED: Text("未履行", "missed"),
        DutyState.LATE_OR_MISSED: Text("逾期，是否补办未定", "late or missed"),
        DutyState.DONE_UNDATED: Text("已履行，期限未定", "done, due day not known"),
        DutyState.OPEN: Text("未定", "open"),
        PeriodState.OVER: Text("已届满，未见后续记录", "over, and no decision on record"),
    }
)
