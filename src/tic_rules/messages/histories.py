"""What can be wrong with the history of a centre."""

from __future__ import annotations

from typing import Final

from tic_rules.messages.message import Message

HISTORIES: Final[dict[str, Message]] = {
    "E191": Message(
        "“{kind}”类事件没有“{field}”这个字段。",
        "An event of kind “{kind}” has no field “{field}”.",
        "这类事件可写：{known}。",
        "It may have: {known_en}.",
    ),
    "E192": Message(
        "没有“{seen}”这类事件。",
        "There is no kind of event “{seen}”.",
        "写事件的种类，或写 all 表示全部。",
        "Write kinds of event, or all for every one.",
    ),
    "E193": Message(
        "登记日期 {recorded} 早于发生日期 {day}。",
        "It was recorded on {recorded}, before it happened on {day}.",
        "更正两个日期之一。",
        "Correct one of the two days.",
    ),
    "E194": Message(
        "有两个事件的编号都是“{id}”。",
        "Two events have the id “{id}”.",
        "未写编号的事件以次序为编号，从 1 数起；改用别的编号。",
        "An event without an id is called by its number, from 1; choose another id.",
    ),
    "E195": Message(
        "前面没有编号为“{id}”的事件。",
        "There is no event “{id}” before this one.",
        "更正只能针对已登记的事件；未写编号的事件以次序为编号，从 1 数起。",
        "Only what was recorded before can be corrected; an event without an id is called by its number, from 1.",
    ),
    "E196": Message(
        "“{kind}”类事件不能更正另一类的事件“{id}”。",
        "An event of kind “{kind}” cannot correct the event “{id}”, which is of another kind.",
        "先用 withdrawn 撤回原记录，再另行登记。",
        "Withdraw the record with an event of kind withdrawn, and record anew.",
    ),
    "E197": Message(
        "历史记录的格式版本“{seen}”无法读取。",
        "A history of format “{seen}” cannot be read.",
        "本版本读取格式 history-1：写 format: history-1，或删去这个键。",
        "This version reads format history-1: write format: history-1, or leave the key out.",
    ),
}
