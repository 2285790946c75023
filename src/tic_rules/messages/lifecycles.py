"""What can be wrong with what a pack rules after approval."""

from __future__ import annotations

from typing import Final

from tic_rules.messages.message import Message

LIFECYCLES: Final[dict[str, Message]] = {
    "E295": Message(
        "没有“{name}”这个阶段。",
        "There is no stage “{name}”.",
        "可写：{known}。",
        "It may be: {known_en}.",
    ),
    "E296": Message(
        "中心无从进入“{id}”这个阶段。",
        "Nothing takes a centre into the stage “{id}”.",
        "写一条通向它的 moves，或删去这个阶段。",
        "Write a move into it, or leave the stage out.",
    ),
    "E297": Message(
        "视同的事件没有“{name}”这个字段。",
        "The event that it counts as has no field “{name}”.",
        "可写：{known}。",
        "It may be: {known_en}.",
    ),
    "E298": Message(
        "“{id}”按周期或按事件计，期限不能写成每年的某一天。",
        "“{id}” runs by cycles or after events; its due day cannot be a day of the year.",
        "写 end（期满之日）或 notice（由通知确定）。",
        "Write end (the day it ends) or notice (set by a notice).",
    ),
    "E299": Message(
        "以“{kind}”计的义务不用“{key}”。",
        "A duty reckoned by “{kind}” takes no “{key}”.",
        "each: year 用 covers、from_next_year、unless，each: cycle 用 lasts，"
        "each: event 用 after、after_where、within；due 写 next year、year end、notice 时不写 within。",
        "covers, from_next_year and unless belong to each: year, lasts to each: cycle, after, after_where and "
        "within to each: event; where due is next year, year end or notice there is no within.",
    ),
}
