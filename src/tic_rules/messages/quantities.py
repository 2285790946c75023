"""What can be wrong with one value: a quantity, a day, a code."""

from __future__ import annotations

from typing import Final

from tic_rules.messages.message import Message

VALUES: Final[dict[str, Message]] = {
    "E130": Message(
        "“{text}”不是一个数量。",
        "“{text}” is no quantity.",
        "请写成数字加单位，如 {forms}；不写约数、汉字数字、指数和多余的 0。",
        "Write a number and its unit, such as {forms_en}; no estimates, Chinese numerals, exponents or leading zeros.",
    ),
    "E131": Message(
        "数值“{text}”没有单位。",
        "The number “{text}” has no unit.",
        "请写明单位，如 {forms}。",
        "Write its unit, such as {forms_en}.",
    ),
    "E132": Message(
        "单位“{unit}”不能用在这里。",
        "The unit “{unit}” is of no use here.",
        "这里可用的单位：{units}。",
        "Units that can be used here: {units_en}.",
    ),
    "E133": Message(
        "没有“{unit}”这个单位。",
        "There is no unit “{unit}”.",
        "这里可用的单位：{units}。",
        "Units that can be used here: {units_en}.",
    ),
    "E134": Message(
        "“{text}”里有不能当作数字的字符“{char}”。",
        "“{text}” contains “{char}”, which is not read as a digit.",
        "数字只用 0 到 9（全角、半角均可），平方米可写 m²。",
        "Digits are 0 to 9, full-width or half-width; m² is the one exception.",
    ),
    "E135": Message(
        "“{text}”的数字中间有分隔。",
        "The digits of “{text}” are separated.",
        "请把数字连着写，如 15000000元；小数点用“.”。",
        "Write the digits without a break, such as 15000000元; the decimal point is “.”.",
    ),
    "E136": Message(
        "“{text}”是负数。",
        "“{text}” is negative.",
        "数量不能为负，请核对。",
        "No quantity is negative; check it.",
    ),
    "E137": Message(
        "“{text}”超过了上限 {greatest}。",
        "“{text}” is above the greatest value, {greatest}.",
        "请核对数字和单位，例如该写元的写成了万元。",
        "Check number and unit; 万元 may stand where 元 was meant, for example.",
    ),
    "E138": Message(
        "“{text}”写得太细，最细只到 {finest}。",
        "“{text}” is finer than can be written; the smallest step is {finest}.",
        "请按材料写到 {finest} 为止；除不尽的比例写成分数，如 1/3，分母不超过 1000000。",
        "Write it to {finest}; an endless share is a fraction such as 1/3, over 1000000 at most.",
    ),
    "E139": Message(
        "比例“{text}”超过 100%。",
        "The share “{text}” is above 100%.",
        "部分不能大于整体，请核对。",
        "No part is larger than its whole; check it.",
    ),
    "E140": Message(
        "数量“{text}”太长。",
        "The quantity “{text}” is too long.",
        "最多 {characters} 个字符、{digits} 位数字；请核对这里该填什么。",
        "At most {characters} characters and {digits} digits; check what belongs here.",
    ),
    "E141": Message(
        "数量的键值写法不对。",
        "This is not how a quantity is written with keys.",
        '请只写 amount 和 unit 两个键，值都是文字：amount 如 "1500"、"0.5"、"100/3"，unit 是 {units} 之一。',
        'Write two keys, amount and unit, both texts: amount such as "1500", "0.5" or "100/3", unit one of {units_en}.',
    ),
    "E142": Message(
        "出生日期 {born} 晚于 {on}。",
        "The date of birth, {born}, is later than {on}.",
        "请核对出生日期。",
        "Check the date of birth.",
    ),
    "E143": Message(
        "“{text}”不是年-月-日写法的日期。",
        "“{text}” is not a day written as year-month-day.",
        "请写成 {iso} 的样子：四位年、两位月、两位日，不带时刻；表格里的日期序号请先设为文本。",
        "Write it like {iso}: four digits, two and two, no time of day; set a spreadsheet's day number as text first.",
    ),
    "E144": Message(
        "没有“{text}”这一天。",
        "There is no day “{text}”.",
        "请核对月份和日子。",
        "Check the month and the day.",
    ),
    "E145": Message(
        "日期“{text}”不在 {first} 至 {last} 之间。",
        "The day “{text}” is not between {first} and {last}.",
        "请核对年份。",
        "Check the year.",
    ),
    "E146": Message(
        "统一社会信用代码“{text}”被当作数字保存，末几位已丢失。",
        "The credit code “{text}” was saved as a number, and its last digits are lost.",
        "请把格式设为文本，按营业执照或法人证书重填。",
        "Set the format to text and enter it again from the licence or certificate.",
    ),
    "E147": Message(
        "“{text}”不是统一社会信用代码的写法（{length} 个字符）。",
        "“{text}” is not written as a unified social credit code ({length} characters).",
        "代码有 18 位：数字和大写字母，不含 I、O、S、V、Z，第 3 至 8 位是数字，中间没有空格。",
        "It has 18 digits and capitals, none of I, O, S, V and Z, digits in places 3 to 8, and no spaces.",
    ),
    "E148": Message(
        "统一社会信用代码“{text}”的校验位不符。",
        "The check digit of the credit code “{text}” is wrong.",
        "请逐位核对，常见的是错一位或相邻两位写反。",
        "Check each place: often one is wrong, or two neighbours are swapped.",
    ),
    "E149": Message(
        "“{text}”不是行政区划代码。",
        "“{text}” is no code of an administrative division.",
        "请写六位数字（GB/T 2260），如 370000 省、371500 市、371502 县区。",
        "Write six digits (GB/T 2260), such as 370000 for a province, 371500 for a city, 371502 for a county.",
    ),
}
