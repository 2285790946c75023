"""What can be wrong with a dossier."""

from __future__ import annotations

from typing import Final

from tic_rules.messages.message import Message

DOSSIERS: Final[dict[str, Message]] = {
    "E150": Message(
        "这不是一份经过校验的资料（{type}）。",
        "This is not a checked dossier ({type}).",
        "请用 Dossier.from_file、from_yaml、from_json 或 from_dict 读入。",
        "Read it with Dossier.from_file, from_yaml, from_json or from_dict.",
    ),
    "E151": Message(
        "没有“{field}”这个字段。",
        "There is no field “{field}”.",
        "是否为“{near}”？",
        "Did you mean “{near}”?",
    ),
    "E152": Message(
        "没有“{field}”这个字段。",
        "There is no field “{field}”.",
        "此处可用：{known}。",
        "Possible here: {known_en}.",
    ),
    "E153": Message(
        "“none”是“确知没有”，而这项资料不会没有。",
        "“none” says that a thing is known not to exist, which cannot be said of this.",
        "还不知道就删去这个字段。",
        "Leave the key out if it is not known.",
    ),
    "E154": Message(
        "{year} 年的数据截至 {until}，超出了该年。",
        "The figure of {year} runs up to {until}, beyond that year.",
        "只填该年之内的数额和截至日。",
        "Give the amount of that year alone, and a day within it.",
    ),
    "E155": Message(
        "一年没有 {seen}。",
        "No year has {seen}.",
        "更正天数，最多 366天。",
        "Correct the number of days; there are at most 366天.",
    ),
    "E156": Message(
        "没有人提出异议，却有异议成立。",
        "Nobody objected, yet an objection was upheld.",
        "更正其中一项。",
        "Correct one of the two.",
    ),
    "E157": Message(
        "统一社会信用代码 {code} 出现了两次。",
        "The credit code {code} stands twice.",
        "依托单位和每个共建单位各不相同，同一单位只写一次。",
        "The lead and the partners are different units; write each of them once.",
    ),
    "E158": Message(
        "“{seen}”读不成 none。",
        "“{seen}” is not read as none.",
        "确知没有，写小写的 none；还不知道，删去这个字段。",
        "Write none, in small letters, for what is known not to exist; leave the key out for what is not known.",
    ),
    "E159": Message(
        "“{finding}”逐项认定，这里没有写明是哪一项。",
        "“{finding}” is decided of each member of a list, and this does not say of which.",
        "补上 about：{lists} 中的一项，写名称，或写位置如 partners[0]。",
        "Add about: a member of {lists_en}, by its name, or by its place such as partners[0].",
    ),
    "E160": Message(
        "这里不能写 {seen}。",
        "{seen} cannot stand here.",
        "应写{expected_zh}。",
        "Write {expected_en}.",
    ),
    "E161": Message(
        "“{seen}”不在可选的词中。",
        "“{seen}” is not one of the words allowed here.",
        "可选：{known}。",
        "Allowed: {known_en}.",
    ),
    "E162": Message(
        "“{field}”给了空值。",
        "“{field}” was given as null.",
        "确知没有就写 none，不知道就删去这个字段。",
        "Write none if it is known not to exist, leave the key out if it is not known.",
    ),
    "E163": Message(
        "这里应为列表，见到的是 {seen}。",
        "A list is expected here, not {seen}.",
        "每项以“- ”开头；确知一项也没有就写 []。",
        "Begin each item with “- ”; write [] if it is known that there are none.",
    ),
    "E164": Message(
        "年度要写成四位数字，这里是 {seen}。",
        "A year is written in four digits, and this is {seen}.",
        "写成 2024 的样子：不加引号，不写“年”字。",
        "Write it like 2024: without quotes, and without 年.",
    ),
    "E165": Message(
        "{year} 年的数据截至 {until}，早于该年开始。",
        "The figure of {year} runs up to {until}, before that year began.",
        "更正年度或截至日。",
        "Correct the year or the day.",
    ),
    "E166": Message(
        "“{field}”中 {year} 年出现了两次。",
        "“{field}” gives {year} twice.",
        "每年只留一项。",
        "Keep one entry a year.",
    ),
    "E167": Message(
        "单位 {registered} 才注册，“{field}”里却有 {year} 年的数额。",
        "The unit was registered on {registered}, yet “{field}” has an amount for {year}.",
        "请核对年度和注册日期；注册之前的年度按零计，不必写。",
        "Check the year and the day of registration; a year before it counts as zero and is left out.",
    ),
    "E168": Message(
        "末日 {last} 早于首日 {first}。",
        "The last day {last} comes before the first day {first}.",
        "更正其中一个日期。",
        "Correct one of the two.",
    ),
    "E169": Message(
        "缺少“{field}”。",
        "“{field}” is missing.",
        "这一项必须写明“{field}”。",
        "“{field}” must be given here.",
    ),
    "E170": Message(
        "{finding} 在 {day} 有互相矛盾的认定。",
        "{finding} was answered both ways on {day}.",
        "查明哪一个有效，删去另一个。",
        "Find out which one is valid and remove the other.",
    ),
    "E171": Message(
        "没有共建单位，却有共建协议。",
        "There is a joint agreement but no partner.",
        "补上共建单位，或把 agreement 写成 none。",
        "Add the partners, or write agreement: none.",
    ),
    "E172": Message(
        "“{city}”下的“{field}”只能是一个值。",
        "“{field}” under “{city}” must be a single value.",
        "写成文字、整数、true、false 或日期。",
        "Write a text, a whole number, true, false or a day.",
    ),
    "E173": Message(
        "这里的值不合要求：{seen}（{detail}）。",
        "This value does not fit: {seen} ({detail}).",
        "请对照字段说明更正。",
        "Correct it by the description of the field.",
    ),
    "E174": Message(
        "资料格式版本“{seen}”无法读取。",
        "A dossier of format “{seen}” cannot be read.",
        '本版本读取格式 1：写 format: "1"，或删去这个键。',
        'This version reads format 1: write format: "1", or leave the key out.',
    ),
    "E175": Message(
        "没有“{finding}”这个认定事项。",
        "There is no finding “{finding}”.",
        "相近的有：{near}。",
        "Similar ones: {near_en}.",
    ),
    "E176": Message(
        "写明的合计 {stated} 与清单“{listed}”（{found}）不符。",
        "The stated total {stated} is contradicted by the list “{listed}” ({found}).",
        "更正合计或清单，或只留其一；注册之前的年度为零。",
        "Correct the total or the list, or keep only one of them; years before registration are zero.",
    ),
    "E177": Message(
        "部分（{part}）大于整体（{whole}，见 {whole_path}）。",
        "The part ({part}) is larger than its whole ({whole}, see {whole_path}).",
        "更正两者之一。",
        "Correct one of the two.",
    ),
    "E178": Message(
        "{lists} 中没有“{about}”这一项。",
        "There is no “{about}” among {lists_en}.",
        "写该项的名称，或从 0 数起的位置，如 partners[0]。",
        "Write the member's name, or its place counted from 0, such as partners[0].",
    ),
    "E179": Message(
        "有几项都叫“{about}”，第一个在 {first}。",
        "Several members are called “{about}”, the first at {first}.",
        "写该项的位置，如 {first}。",
        "Write the member's place, such as {first}.",
    ),
    "E180": Message(
        "“{finding}”是对整体的认定，不分各项。",
        "“{finding}” is decided of the whole, not of one member of a list.",
        "删去 about。",
        "Remove about.",
    ),
    "E181": Message(
        "没有“{name}”这个规则包，不知道是哪个城市的限制。",
        "There is no pack “{name}”, so that it is not known whose bar this is.",
        "{near}请写规则包名：{known}；其他城市的限制不用写。",
        "{near_en}Write the id of a pack: {known_en}; leave out a bar of any other city.",
    ),
    "E182": Message(
        "单位“{name}”出现了两次。",
        "The unit “{name}” stands twice.",
        "依托单位和每个共建单位各不相同，同一单位只写一次；确为同名的不同单位，在名称后加以区别。",
        "The lead and the partners are different units; write each once, and tell two of one name apart by name.",
    ),
}
