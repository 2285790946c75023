"""What is allowed and still worth a second look."""

from __future__ import annotations

from typing import Final

from tic_rules.messages.message import Message

WARNINGS: Final[dict[str, Message]] = {
    "W101": Message(
        "没有一个所问的规则包问到“{finding}”，这项认定没有采用。",
        "No pack that was asked asks for “{finding}”, and this finding did not count.",
        "是否为“{near}”？",
        "Did you mean “{near}”?",
    ),
    "W301": Message(
        "这里用了括号写法（{written}）。",
        "This is written in brackets ({written}).",
        "请分行写，每项一行，比较两个版本时才看得出改了什么。",
        "Write it as a block, an item a line, so that a comparison of two versions shows what changed.",
    ),
    "W302": Message(
        "这里用了双引号。",
        "This is in double quotes.",
        "要加引号时一律用单引号。",
        "Where quotes are needed, use single ones.",
    ),
    "W303": Message(
        "键“{key}”写在“{before}”之后。",
        "The key “{key}” stands after “{before}”.",
        "这里的次序是：{order}。",
        "The order here is: {order}.",
    ),
    "W304": Message(
        "编号“{id}”的前缀与别的编号不同。",
        "The id “{id}” has another prefix than the rest.",
        "本包的编号都以“{prefix}.”开头。",
        "The ids of this pack begin with “{prefix}.”.",
    ),
    "W305": Message(
        "zh 之下没有一个汉字：“{text}”。",
        "There is no Chinese character under zh: “{text}”.",
        "请写中文。",
        "Write it in Chinese.",
    ),
    "W306": Message(
        "en 之下不是英文：“{text}”。",
        "This under en is not English: “{text}”.",
        "请写英文；原文的词可以留在里面。",
        "Write it in English; a word of the original may stand in it.",
    ),
    "W307": Message(
        "这里有全角的数字：“{text}”。",
        "There are full-width digits here: “{text}”.",
        "请写半角：{right}。",
        "Write them in half width: {right}.",
    ),
    "W308": Message(
        "“{id}”的界限 {bound} 不在所引条文印出的数字之中（{figures}）。",
        "The bound {bound} of “{id}” is not among the figures that the provisions it cites print ({figures_en}).",
        "请核对界限、出处和 provisions 的 prints；有意与原文不同的，写出读法和原文的数字。",
        "Check the bound, the citation, the prints; where it differs on purpose, add a reading with the printed one.",
    ),
}
