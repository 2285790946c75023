"""What can be wrong with a file before it is known what it means."""

from __future__ import annotations

from typing import Final

from tic_rules.messages.message import Message

LOADING: Final[dict[str, Message]] = {
    "E101": Message(
        "没有这个文件。",
        "There is no such file.",
        "请核对路径和文件名。",
        "Check the path and the name.",
    ),
    "E102": Message(
        "这是文件夹，不是文件。",
        "This is a folder, not a file.",
        "请给出其中一个文件的路径。",
        "Give the path of one file in it.",
    ),
    "E103": Message(
        "这不是普通文件，而是管道、设备或套接字。",
        "This is no regular file but a pipe, a device or a socket.",
        "请先存成普通文件；要从管道读入，请把路径写成 -。",
        "Save it as a regular file first; to read from a pipe, give - as the path.",
    ),
    "E104": Message(
        "这个链接绕成了圈，到不了任何文件。",
        "This link leads round in a circle and to no file.",
        "请给出文件本身的路径。",
        "Give the path of the file itself.",
    ),
    "E105": Message(
        "没有读这个文件的权限。",
        "There is no permission to read this file.",
        "请取得读取权限，或复制一份到自己的文件夹。",
        "Obtain the permission, or put a copy into a folder of your own.",
    ),
    "E106": Message(
        "读不了这个文件（{reason}）。",
        "This file cannot be read ({reason}).",
        "请核对文件名，或复制到本机再试。",
        "Check its name, or copy it to this machine and try again.",
    ),
    "E107": Message(
        "内容超过 {most} MB。",
        "This is larger than {most} MB.",
        "请只留所需的内容；一个文件只写一个申报单位或一个规则包。",
        "Keep what is needed; a file holds one applicant or one policy pack.",
    ),
    "E108": Message(
        "这是 {encoding} 编码的文件。",
        "This file is encoded in {encoding}.",
        "请用编辑器另存为 UTF-8。",
        "Save it as UTF-8 in an editor.",
    ),
    "E109": Message(
        "此处的字节 {byte} 不是完好的 UTF-8，文件也不是 GB18030。",
        "The byte {byte} here is not sound UTF-8, and the file is not GB18030 either.",
        "文件可能损坏，或混用了几种编码；请把此处的字改好，另存为 UTF-8。",
        "The file may be damaged or mix encodings; put the character here right and save it as UTF-8.",
    ),
    "E110": Message(
        "此处有不能用的字符 {character}。",
        "The character {character} here is not allowed.",
        "它是控制字符、特殊的换行、半个字符或丢字后的占位符；请删去，或换成本来的字。",
        "It is a control, an odd line end, half a character or the sign for a lost one; remove or replace it.",
    ),
    "E111": Message(
        "没有内容。",
        "There is nothing in it.",
        "请检查是否选对了文件、是否已经保存。",
        "Check that it is the right file and that it was saved.",
    ),
    "E112": Message(
        "层层嵌套超过 {most} 层。",
        "There are more than {most} levels inside one another.",
        "请检查括号和缩进。",
        "Check the brackets and the indentation.",
    ),
    "E113": Message(
        "键和值合计超过 {most} 个。",
        "There are more than {most} keys and values.",
        "请只留所需的内容；清单很长时可以只写合计。",
        "Keep what is needed; for a very long list its total can be given instead.",
    ),
    "E114": Message(
        "这段文字有 {length} 个字符，超过 {most} 个。",
        "This text has {length} characters, more than {most}.",
        "请缩短；也请检查引号是否漏了一半。",
        "Shorten it; check also whether one of two quotes is missing.",
    ),
    "E115": Message(
        "这个数超过 {most} 位。",
        "This number has more than {most} digits.",
        "请核对这个数；如果是编号，请加引号。",
        "Check the number; if it is an identifier, put it in quotes.",
    ),
    "E116": Message(
        "这里没有写值，或者写了空值“{written}”。",
        "There is no value here, or an empty one, “{written}”.",
        "已知不存在，写 none；还不知道，把这个键删去；就是这几个字母，加引号。",
        "Write none for what is known not to exist, leave the key out for what is not known, quote it if it is a text.",
    ),
    "E117": Message(
        "键“{key}”重复了，前一个在 {first}。",
        "The key “{key}” is there twice, first at {first}.",
        "请只留一个；全角和半角的写法算作同一个键。",
        "Keep one of them; full-width and half-width forms count as the same key.",
    ),
    "E118": Message(
        "这里的键不是文字，或者是空的。",
        "This key is no text, or is empty.",
        "请写成“名称: 值”的样子，名称不能是列表、映射或空值；Python 的键只能是 str 或 int。",
        "Write “name: value”, where the name is no list, mapping or null; in Python a key is a str or an int.",
    ),
    "E119": Message(
        "键“{key}”里有看不见的字符：{points}。",
        "The key “{key}” contains characters that cannot be seen: {points}.",
        "请把这个键重新打一遍，不要粘贴。",
        "Type the key anew instead of pasting it.",
    ),
    "E120": Message(
        "这里用了 YAML 的锚点、别名或合并键（&、*、<<）。",
        "This is an anchor, an alias or a merge key of YAML (&, *, <<).",
        "请把所指的内容照样写在这里；确是文字就加引号。",
        "Write out here what it stands for; if it is a text, put it in quotes.",
    ),
    "E121": Message(
        "这里用了 YAML 的标签或指令（{written}）。",
        "This is a tag or a directive of YAML ({written}).",
        "请删去；以 ! 或 % 开头的文字请加引号。",
        "Remove it; put a text that begins with ! or % in quotes.",
    ),
    "E122": Message(
        "错误已有 {most} 处，后面没有再读。",
        "There are {most} problems already; the rest was not read.",
        "请先改正前面的，也请检查是否选对了文件。",
        "Put these right first, and check that it is the right file.",
    ),
    "E123": Message(
        "到这里内容已经完整，后面还有别的。",
        "The content is complete here, and more follows.",
        "一个文件只写一份；请删去后面的，或另存一个文件。",
        "A file holds one document; remove the rest or put it into a file of its own.",
    ),
    "E124": Message(
        "没有 {written} 这一天。",
        "There is no day {written}.",
        "请核对年、月、日；如果不是日期，请加引号。",
        "Check year, month and day; if it is no date, put it in quotes.",
    ),
    "E125": Message(
        "文件从这里的“{found}”起读不下去。",
        "The file cannot be read on from “{found}” here.",
        "请看这一行和上一行：缩进用空格，不用 Tab 键；同一级左边对齐；冒号用半角，后面空一格；"
        "含冒号、井号的文字加引号；双引号里的反斜杠写两个。",
        "Look at this line and the one above: indent with spaces, not tabs; align what is on one level; a plain colon "
        "with a space after it; quotes round texts with : or #; two backslashes for one inside double quotes.",
    ),
    "E126": Message(
        "这里的“{found}”分不出键和值。",
        "The “{found}” here does not part a key from its value.",
        "前面如果是键，请写成半角冒号加一个空格。",
        "If a key stands before it, write a half-width colon and a space after it.",
    ),
    "E127": Message(
        "这里的 {opened} 没有关上。",
        "The {opened} here is never closed.",
        "请补上另一半引号或括号；文件也可能不完整。",
        "Add the other quote or bracket; or the file may be incomplete.",
    ),
    "E128": Message(
        "JSON 在此处不能有“{found}”。",
        "JSON cannot have “{found}” here.",
        "键和文字用半角双引号，各项之间一个逗号、末项之后没有，不能有注释、NaN、Infinity 和以 0 开头的数。",
        "Keys and texts take double quotes, a comma stands between entries and not after the last; "
        "no comments, NaN, Infinity or leading zeros.",
    ),
    "E129": Message(
        "不收 {type} 类型的值。",
        "A value of type {type} is not taken.",
        '只收 dict、list、str、int、bool 和 datetime.date；小数和金额写成文字，如 "1.5"、"3万元"。',
        'Only dict, list, str, int, bool and datetime.date are; write fractions and amounts as text: "1.5", "3万元".',
    ),
}
