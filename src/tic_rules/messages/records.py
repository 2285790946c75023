"""What can be wrong with a recorded determination."""

from __future__ import annotations

from typing import Final

from tic_rules.messages.message import Message

RECORD: Final[dict[str, Message]] = {
    "E050": Message(
        "这不是一份判断记录（{detail}）。",
        "This is no recorded determination ({detail}).",
        "应为 check --format json 的输出。",
        "It should be the output of check --format json.",
    ),
    "E051": Message(
        "记录的格式版本 {seen} 无法读取。",
        "The record's format {seen} cannot be read.",
        "本版本读取格式 {known}。",
        "This version reads format {known}.",
    ),
    "E052": Message(
        "记录的这一处不合格式（{detail}）。",
        "This part of the record does not fit its format ({detail}).",
        "记录可能被改动，请重新生成。",
        "The record may have been altered; make it anew.",
    ),
    "E053": Message(
        "找不到作出这份判断的规则包：{pack} {version}，摘要值 {digest}。",
        "The pack that made this determination is not at hand: {pack} {version}, digest {digest}.",
        "请用 --pack 给出当时的规则包文件；不会用别的版本代替。手头有的：{known}。",
        "Give the pack file of that time by --pack; no other version is put in its place. At hand: {known_en}.",
    ),
    "E054": Message(
        "这个文件里是几份判断的结果，不是一份判断记录。",
        "This file holds the outcomes of several determinations, not one record.",
        "请对一份资料、一个规则包运行 check --format json，再用它的输出。",
        "Run check --format json on one dossier by one pack, and use what it writes.",
    ),
    "E055": Message(
        "记录里的键“{key}”在同一处写了两次。",
        "The key “{key}” stands twice in one place of the record.",
        "读的人各取一个，结论就可能不同；请重新生成记录。",
        "Readers differ in which of them they take; make the record anew.",
    ),
}
