"""What can be wrong with a register, a watch of one, and what is asked of them."""

from __future__ import annotations

from typing import Final

from tic_rules.messages.message import Message

REGISTERS: Final[dict[str, Message]] = {
    "E060": Message(
        "规则包“{pack}”没有批准之后的规定。",
        "The pack “{pack}” rules nothing after approval.",
        "换一个写有 lifecycle 的规则包。",
        "Use a pack that has a lifecycle.",
    ),
    "E061": Message(
        "这份历史记录属于“{city}”，不属于规则包“{pack}”。",
        "This history is of “{city}”, not of the pack “{pack}”.",
        "换用 {city} 的规则包。",
        "Use the pack of {city}.",
    ),
    "E062": Message(
        "登记簿读不了（{detail}）。",
        "The register cannot be read ({detail}).",
        "检查路径和权限。",
        "Check the path and the permissions.",
    ),
    "E063": Message(
        "这一行不是完整的记录，不算数。",
        "This line is no whole record, and does not count.",
        "写到一半中断的行会留下这样的痕迹；其余各行不受影响，把中断的那一笔重新登记。",
        "A write that was cut short leaves such a line; the rest stands. Record that entry again.",
    ),
    "E064": Message(
        "这一行的内容与它的摘要不符，写入之后被改动过。",
        "What this line says does not fit its digest: it was altered after it was written.",
        "从备份恢复这一行；更正用新的事件，不改旧行。",
        "Restore the line from a copy; correct by a new event, never by changing a line.",
    ),
    "E065": Message(
        "这一行没有接上前一行：序号是 {seq}，应为 {expected}，或前一行的摘要不符。",
        "This line does not follow the one before: its number is {seq}, not {expected}, or its digest before differs.",
        "其间有行被删除、插入或调换；从备份恢复。",
        "A line between was removed, put in or moved; restore from a copy.",
    ),
    "E066": Message(
        "这一行的写法不对。",
        "This line is not written as it should be.",
        "一行是一个对象：seq、before、centre、digest，以及 enrolled、event、finding 之一。",
        "A line is one object: seq, before, centre, digest, and one of enrolled, event, finding.",
    ),
    "E067": Message(
        "登记簿里没有“{centre}”这个中心。",
        "The register has no centre “{centre}”.",
        "先登记这个中心，再登记它的事件。",
        "Enter the centre before its events.",
    ),
    "E068": Message(
        "登记簿写不进去（{detail}），这一笔没有登记。",
        "The register cannot be written ({detail}); nothing was recorded.",
        "检查磁盘空间和权限后重新登记。",
        "Check the disk and the permissions, and record again.",
    ),
    "E069": Message(
        "写日历文件需要 icalendar。",
        "Writing a calendar file needs icalendar.",
        "安装：pip install 'tic-rules[calendar]'",
        "Install it: pip install 'tic-rules[calendar]'",
    ),
    "E070": Message(
        "“{seen}”不是天数。",
        "“{seen}” is no number of days.",
        "写成 60d。",
        "Write it as 60d.",
    ),
    "E071": Message(
        "日历文件写不出（{detail}）。",
        "The calendar file cannot be written ({detail}).",
        "换一个文件名，或先移走已有的文件。",
        "Choose another name, or move the file that is there.",
    ),
    "E072": Message(
        "登记簿的文件名应以 .jsonl 结尾。",
        "The name of a register ends in .jsonl.",
        "record 的第一个文件是登记簿，其后是要登记的文件；watch 只读登记簿，一个中心的历史用 tic-rules status 看。",
        "The first file of record is the register, and what is to be recorded follows it; watch reads a register "
        "alone; a centre's history is for tic-rules status.",
    ),
    "E073": Message(
        "没有写明这一笔属于哪个中心。",
        "It is not said of which centre this is.",
        "用 --centre 写明；登记中心本身时，文件只写 centre、city、name。",
        "Say it with --centre; a file that enters a centre holds centre, city and name alone.",
    ),
    "E074": Message(
        "“{centre}”这个中心已经登记过了。",
        "The centre “{centre}” was entered before.",
        "每个中心只登记一次；情况有变的，登记为它的事件。",
        "A centre is entered once; what changes of it is recorded as an event.",
    ),
    "E075": Message(
        "最后一行写到一半，没有结尾的换行，不算数。",
        "The last line was cut short: it has no line end, and does not count.",
        "此刻有人正在登记的，稍后再看；否则把那一笔重新登记：这一行留着，由下一次登记封住。",
        "If somebody is recording just now, look again; else record that entry again: the line is kept, and the next "
        "write closes it.",
    ),
    "E076": Message(
        "中心“{centre}”何时起可以再行申报，还不能确定（{points}）。",
        "From when the centre “{centre}” may apply again is not known ({points_en}).",
        "把缺的记录补登到它的历史里（撤销决定要写明所据情形的编号），再取它的状态。",
        "Record what is missing in its history (a decision of revocation names the ids of its grounds), and ask again.",
    ),
    "E080": Message(
        "durable-rules 没有安装，或不能载入（{detail}）。",
        "durable-rules is not installed, or cannot be imported ({detail}).",
        "安装：CPPFLAGS=-DPyEval_CallObject=PyObject_CallObject pip install 'tic-rules[watch]'。"
        "没有它时改用逐次重算，结果相同。",
        "Install: CPPFLAGS=-DPyEval_CallObject=PyObject_CallObject pip install 'tic-rules[watch]'. "
        "Without it the history is replayed each time, with the same results.",
    ),
    "E081": Message(
        "规则引擎没有给出结果（{detail}）。",
        "The rules could not be decided ({detail}).",
        "请再运行一次，会从上次的位置继续；仍不行的，请附上这句话报告。可加 --engine replay 先用逐次重算。",
        "Run it again: it goes on from its position. If it comes again, report this sentence; --engine replay goes on "
        "without the rules.",
    ),
    "E082": Message(
        "位置文件读不懂，或与登记簿、输出文件不符（{detail}）。",
        "The saved position cannot be read, or does not fit the register or the output ({detail}).",
        "换一个输出文件重新开始；登记簿是否被改过，可用 verify 核对。",
        "Begin anew with another output file; whether the register was altered, verify will say.",
    ),
    "E083": Message(
        "输出文件不能写（{detail}）。",
        "The output cannot be written ({detail}).",
        "请检查磁盘空间和权限；已写的位置没有丢，可以接着运行。",
        "Check the disk and its permissions; the position is not lost, and a new run goes on from it.",
    ),
}
