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
    "E198": Message(
        "“{id}”所指的事件已经撤回，不能再更正，也不能再撤回。",
        "The event that “{id}” is about has been withdrawn; it can be neither corrected nor withdrawn again.",
        "撤回有误的，把该事件作为新的一条登记。",
        "If the withdrawal was a slip, record the event anew.",
    ),
    "E199": Message(
        "“{id}”是一条更正，不能撤回：这会连所更正的事件一起撤去。",
        "“{id}” is a correction and cannot be withdrawn: that would take away the event that it corrects.",
        "更正有误的，再更正一次，写明正确的内容；事件本来没有发生的，撤回最初的记录“{first}”。",
        "If the correction was a slip, correct once more and say what is right; if the event never happened, withdraw "
        "the first record, “{first}”.",
    ),
}
