"""The catalogue of messages: for each code one sentence and one help, in Chinese and in English.

Templates are filled by name and never glued together; a test holds that both languages name the same values.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Message:
    """The sentence and the help of one code, in both languages."""

    zh: str
    en: str
    help_zh: str
    help_en: str


USAGE: Final[dict[str, Message]] = {
    "E001": Message(
        "没有名为“{name}”的规则包。",
        "There is no policy pack named “{name}”.",
        "可用的有：{known}；自己的规则包请给出文件路径。",
        "Available: {known}; give a file path for a pack of your own.",
    ),
    "E002": Message(
        "规则包“{pack}”没有名为“{name}”的申报途径。",
        "Pack “{pack}” has no track named “{name}”.",
        "可用的有：{known}。",
        "Available: {known_en}.",
    ),
    "E003": Message(
        "没有“{name}”这一类问题。",
        "There is no question named “{name}”.",
        "可用的有：{known}。",
        "Available: {known_en}.",
    ),
    "E004": Message(
        "没有“{option}”这个选项。",
        "There is no option “{option}”.",
        "是否为“{near}”？文件名以 - 开头时，在它前面写 --。",
        "Did you mean “{near}”? Write -- before a file name that begins with -.",
    ),
    "E005": Message(
        "没有“{option}”这个选项。",
        "There is no option “{option}”.",
        "可用的有：{known}；文件名以 - 开头时，在它前面写 --。",
        "Available: {known_en}; write -- before a file name that begins with -.",
    ),
    "E006": Message(
        "选项“{option}”后面没有值。",
        "The option “{option}” is not followed by its value.",
        "请在它后面空一格写出值。",
        "Write the value after it and a space.",
    ),
    "E007": Message(
        "选项“{option}”不带值。",
        "The option “{option}” takes no value.",
        "只写 {option}。",
        "Write {option} alone.",
    ),
    "E008": Message(
        "选项“{option}”写了几次，值各不相同：{values}。",
        "The option “{option}” was given several times with different values: {values_en}.",
        "只留一个。",
        "Keep one of them.",
    ),
    "E009": Message(
        "选项“{option}”不能是“{value}”。",
        "The option “{option}” cannot be “{value}”.",
        "可选：{known}。",
        "Possible: {known_en}.",
    ),
    "E010": Message(
        "没有“{command}”这个命令。",
        "There is no command “{command}”.",
        "是否为“{near}”？",
        "Did you mean “{near}”?",
    ),
    "E011": Message(
        "没有“{command}”这个命令。",
        "There is no command “{command}”.",
        "可用的有：{known}。",
        "Available: {known_en}.",
    ),
    "E012": Message(
        "“{name}”前面没有命令。",
        "There is no command before “{name}”.",
        "判断一份资料请写：tic-rules check {name}",
        "To decide a dossier, write: tic-rules check {name}",
    ),
    "E013": Message(
        "命令行有多余或读不懂的部分。",
        "A part of the command line is too much, or cannot be read.",
        "请对照命令的说明。",
        "Compare it with the command's help.",
    ),
    "E014": Message(
        "没有指明资料文件。",
        "No dossier is named.",
        "请写出一个或几个文件名；从标准输入读取时写 -。",
        "Name one or more files; write - to read standard input.",
    ),
    "E015": Message(
        "资料写明的申报城市“{name}”没有规则包。",
        "The dossier applies to the city “{name}”, which has no policy pack.",
        "可用的有：{known}；也可以用 --city 指定，或用 --pack 给出自己的规则包。",
        "Available: {known_en}; or name one by --city, or a pack of your own by --pack.",
    ),
    "E016": Message(
        "依托单位的注册地 {seat} 不在任何有规则包的城市之内。",
        "The lead's seat, {seat}, lies in no city that has a policy pack.",
        "有规则包的城市：{known}；可以用 --city 指定，或用 --pack 给出自己的规则包。",
        "Cities with a pack: {known_en}; name one by --city, or a pack of your own by --pack.",
    ),
    "E017": Message(
        "资料既没有写申报城市，也没有写依托单位的注册地，不知道按哪个城市判断。",
        "The dossier gives neither the city applied to nor the lead's seat, so that no city can be chosen.",
        "补上 application.city 或 lead.seat，或用 --city 指定：{known}。",
        "Add application.city or lead.seat, or name one by --city: {known_en}.",
    ),
    "E018": Message(
        "标准输入（-）写了不止一次。",
        "Standard input (-) is named more than once.",
        "它只能读一次，请只留一个 -。",
        "It can be read once only; keep one -.",
    ),
    "E019": Message(
        "结果没有写完（{reason}）。",
        "The result could not be written to its end ({reason}).",
        "请检查磁盘空间和输出的位置，再运行一次。",
        "Check the space on the disk and where the output goes, and run it again.",
    ),
    "E040": Message(
        "tic_rules.testing 要用到 hypothesis，这里没有安装。",
        "tic_rules.testing needs hypothesis, which is not installed here.",
        "请安装：pip install 'tic-rules[testing]'。",
        "Install it: pip install 'tic-rules[testing]'.",
    ),
    "E041": Message(
        "规则包“{pack}”没有名为“{name}”的规则。",
        "Pack “{pack}” has no norm named “{name}”.",
        "相近的有：{near}。",
        "Near it: {near_en}.",
    ),
    "E042": Message(
        "规则包“{pack}”里没有可以指定取值的“{name}”。",
        "Nothing in pack “{pack}” named “{name}” can be given a value.",
        "可以写资料路径，或者术语、规则、认定事项的编号；相近的有：{near}。",
        "Give the path of a fact, or the id of a term, norm or finding; near it: {near_en}.",
    ),
    "E043": Message(
        "“{name}”不能这样指定（{pin}）。",
        "“{name}” cannot be given in this way ({pin}).",
        "可以用：{known}。",
        "Use: {known_en}.",
    ),
    "E044": Message(
        "按规则包“{pack}”没有构造出同时满足下列各项的资料：{wanted}。",
        "No dossier was built for pack “{pack}” of which all of this holds: {wanted_en}.",
        "请核对这些规则和指定的取值是否相互矛盾。",
        "Check whether these norms, or the values given, contradict each other.",
    ),
    "E048": Message(
        "运行被中断，没有做完。",
        "Interrupted before the end.",
        "需要时再运行一次；没有写坏任何文件。",
        "Run it again if needed; no file was harmed.",
    ),
    "E049": Message(
        "程序内部出错：{what}（{where}，版本 {version}）。",
        "An error inside the program: {what} ({where}, version {version}).",
        "这是 tic-rules 的缺陷：请把所用的命令和本行告诉维护者，资料不必附上；"
        "要看详情，用 python -X dev -m tic_rules 加同样的参数。",
        "This is a fault of tic-rules: please report this line with the command; the dossier is not needed. "
        "For details run python -X dev -m tic_rules with the same arguments.",
    ),
}

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
        "从这里的“{found}”起读不成 YAML。",
        "From “{found}” here on this cannot be read as YAML.",
        "请检查：缩进用空格不用制表符，同级对齐，半角冒号后有空格，含冒号、井号的文字加引号，双引号里的反斜杠写两个。",
        "Check: spaces not tabs, equal levels aligned, a space after each colon, quotes round texts with : or #, "
        "two backslashes for one inside double quotes.",
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

VALUES: Final[dict[str, Message]] = {
    "E130": Message(
        "“{text}”不是一个数量。",
        "“{text}” is no quantity.",
        "请写成数字加单位，如 {forms}；不写约数、汉字数字、指数和多余的 0。",
        "Write a number and its unit, such as {forms}; no estimates, Chinese numerals, exponents or leading zeros.",
    ),
    "E131": Message(
        "数值“{text}”没有单位。",
        "The number “{text}” has no unit.",
        "请写明单位，如 {forms}。",
        "Write its unit, such as {forms}.",
    ),
    "E132": Message(
        "单位“{unit}”不能用在这里。",
        "The unit “{unit}” is of no use here.",
        "这里可用的单位：{units}。",
        "Units that can be used here: {units}.",
    ),
    "E133": Message(
        "没有“{unit}”这个单位。",
        "There is no unit “{unit}”.",
        "这里可用的单位：{units}。",
        "Units that can be used here: {units}.",
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
        "“{text}”分得太细，最小单位是 {finest}。",
        "“{text}” is too fine; the smallest step is {finest}.",
        "请写到最小单位为止；说不尽的比例请写成分数，如 1/3，分母不超过 1000000。",
        "Stop at the smallest step; write an endless share as a fraction such as 1/3, with at most 1000000 parts.",
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
        'Write two keys, amount and unit, both texts: amount such as "1500", "0.5" or "100/3", unit one of {units}.',
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

DOSSIER: Final[dict[str, Message]] = {
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
    "E160": Message(
        "这里的值读不懂：{seen}。",
        "This value cannot be read: {seen}.",
        "应为{expected_zh}。",
        "It should be {expected_en}.",
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
        "这不是年度：{seen}。",
        "This is no calendar year: {seen}.",
        "写四位年份，如 2024。",
        "Write four digits such as 2024.",
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
        "“{field}”在单位注册（{registered}）之前的 {year} 年有数额。",
        "“{field}” has an amount for {year}, before the unit was registered ({registered}).",
        "更正年度或注册日期；注册之前的年度应为零。",
        "Correct the year or the day of registration; a year before it is zero.",
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
    "E175": Message(
        "没有“{finding}”这个认定事项。",
        "There is no finding “{finding}”.",
        "相近的有：{near}。",
        "Similar ones: {near_en}.",
    ),
    "E176": Message(
        "写明的合计 {stated} 与清单“{listed}”（{found}）不符。",
        "The stated total {stated} is contradicted by the list “{listed}” ({found}).",
        "更正合计或清单，或只留其一。",
        "Correct the total or the list, or keep only one of them.",
    ),
    "E177": Message(
        "部分（{part}）大于整体（{whole}，见 {whole_path}）。",
        "The part ({part}) is larger than its whole ({whole}, see {whole_path}).",
        "更正两者之一。",
        "Correct one of the two.",
    ),
}

PACK: Final[dict[str, Message]] = {
    "E202": Message(
        "这里的写法不对。",
        "This is not written as it should be.",
        "应为{expected_zh}。",
        "It should be {expected_en}.",
    ),
    "E203": Message(
        "没有“{key}”这个键。",
        "There is no key “{key}”.",
        "是否为“{near}”？",
        "Did you mean “{near}”?",
    ),
    "E204": Message(
        "没有“{key}”这个键。",
        "There is no key “{key}”.",
        "此处可用：{known}。",
        "Possible here: {known_en}.",
    ),
    "E205": Message(
        "缺少“{key}”。",
        "“{key}” is missing.",
        "请补上这个键。",
        "Add this key.",
    ),
    "E206": Message(
        "“{seen}”不在可选的词中。",
        "“{seen}” is not one of the words allowed here.",
        "可选：{known}。",
        "Allowed: {known_en}.",
    ),
    "E207": Message(
        "“{seen}”不是条、款、项的编号。",
        "“{seen}” does not number an article, paragraph or item.",
        "写 1 到 999 的整数。",
        "Write a whole number from 1 to 999.",
    ),
    "E210": Message(
        "“{word}”只能直接与界限比较，不能当作数量使用。",
        "“{word}” can only be held against a bound, not used as an amount.",
        "把它放到条件的最外层。",
        "Put it at the outside of the condition.",
    ),
    "E211": Message(
        "这里应当是一个条件或数量。",
        "A condition or a measure is expected here.",
        "以下词之一开头：{words}。",
        "Begin with one of: {words_en}.",
    ),
    "E212": Message(
        "一个条件里有几个并列的开头：{words}。",
        "One condition has several beginnings: {words_en}.",
        "只留一个，或用 all、any 把它们连起来。",
        "Keep one, or join them by all or any.",
    ),
    "E213": Message(
        "这个列表是空的。",
        "This list is empty.",
        "列出至少一项；确实没有就删去这个键。",
        "List at least one entry, or leave the key out.",
    ),
    "E214": Message(
        "要有且只有一个比较词。",
        "Exactly one comparator is needed.",
        "可用：{known}。",
        "Possible: {known_en}.",
    ),
    "E215": Message(
        "“{comparator}”只能用于单个资料字段。",
        "“{comparator}” can only be said of a single fact.",
        "改用 fact 或 its。",
        "Use fact or its.",
    ),
    "E216": Message(
        "between 要两个同类的数量，小的在前。",
        "between takes two quantities of one kind, the smaller first.",
        "如：between: [7人, 11人]。",
        "For instance: between: [7人, 11人].",
    ),
    "E217": Message(
        "几个数量相加时不用“{key}”。",
        "“{key}” has no meaning where several measures are added.",
        "删去这个键。",
        "Remove this key.",
    ),
    "E218": Message(
        "对列表求和要写 each，对按年数据求和要写 over。",
        "A sum over a list needs each, a sum over yearly figures needs over.",
        "补上 each 或 over；按年数据不用 where。",
        "Add each or over; yearly figures take no where.",
    ),
    "E219": Message(
        "if_whole_is_zero 不能是“{seen}”。",
        "if_whole_is_zero cannot be “{seen}”.",
        "写 holds、fails，或 finding: 认定事项编号。",
        "Write holds, fails, or finding: the id of a finding.",
    ),
    "E220": Message(
        "没有“{seen}”这样的时间范围。",
        "There is no window “{seen}”.",
        "如：last 3 full years、last full year、application year、last 3 years。",
        "For instance: last 3 full years, last full year, application year, last 3 years.",
    ),
    "E221": Message(
        "这里没有界限，不用写 printed。",
        "There is no threshold here, so printed says nothing.",
        "删去 printed，或改用 at_least 等比较词。",
        "Remove printed, or use a comparator such as at_least.",
    ),
    "E222": Message(
        "elapsed 不能用 between。",
        "elapsed cannot be held against between.",
        "用 all 写成两个条件：at_least 和 at_most。",
        "Write two conditions below all: at_least and at_most.",
    ),
    "E223": Message(
        "名称格式“{seen}”里的花括号不成对，或其中不是小写字母。",
        "The braces in the form “{seen}” do not pair, or hold more than lower-case letters.",
        "可变的部分写成 {{field}} 的样子。",
        "Write what varies like {{field}}.",
    ),
    "E224": Message(
        "first_day_counts 不能与零或工作日连用。",
        "first_day_counts goes neither with zero nor with working days.",
        "删去 first_day_counts；工作日本来就计入首日。",
        "Remove first_day_counts; working days count their first day anyway.",
    ),
    "E230": Message(
        "自有资料的路径“{path}”应写成“{pack}.名称”。",
        "The path “{path}” of a fact of the pack's own should read “{pack}.name”.",
        "以规则包名开头，后面只有一级；名称用小写字母、数字和下划线，字母开头。",
        "Begin with the pack's id, one level below it; lower-case letters, digits and underscores, a letter first.",
    ),
    "E231": Message(
        "“{seen}”不能作为数量的单位。",
        "“{seen}” cannot be the unit of a quantity.",
        "可用：{known}；比例请写 kind: share。",
        "Possible: {known_en}; write kind: share for a share.",
    ),
    "E232": Message(
        "术语要写 measure 或 condition，且只写一个。",
        "A term has either a measure or a condition.",
        "留下其中一个。",
        "Keep one of the two.",
    ),
    "E233": Message(
        "只有原则性的规则才有 departs_by。",
        "Only a norm in principle has departs_by.",
        "删去 departs_by，或写 strength: in principle。",
        "Remove departs_by, or write strength: in principle.",
    ),
    "E234": Message(
        "规则包不能叫“{id}”，资料里已有同名的字段。",
        "A pack cannot be called “{id}”: a dossier has a field of that name.",
        "换一个名称，如城市的拼音。",
        "Choose another id, such as the city's name.",
    ),
    "E235": Message(
        "“{name}”已经是“{other}”的名称。",
        "“{name}” is already a name of “{other}”.",
        "每个名称只属于一个机关，否则无法分辨由谁认定。",
        "Each name belongs to one authority; else nobody can tell who decided.",
    ),
    "E236": Message(
        "for 不能与 until 或 from: not known 连用。",
        "for goes neither with until nor with from: not known.",
        "末日能算出时写 for，印出末日时写 until，二者取一。",
        "Write for where the last day follows from the first, until where it is printed; one of them.",
    ),
    "E237": Message(
        "施行日期已知，不用 not_before 和 not_after。",
        "The first day is known, so not_before and not_after say nothing.",
        "删去它们，或写 from: not known。",
        "Remove them, or write from: not known.",
    ),
    "E238": Message(
        "values 中有相同的词，或有 none。",
        "values holds a word twice, or none.",
        "每个词只写一次，全角和半角算作相同；可能没有的写 may_be_none: true。",
        "Write each word once, full-width and half-width being one; write may_be_none: true for what may not exist.",
    ),
    "E239": Message(
        "{kind} 类的资料不用“{key}”。",
        "A fact of kind {kind} takes no “{key}”.",
        "unit 只用于 quantity，values 只用于 choice 和 level。",
        "unit belongs to quantity, values to choice and level.",
    ),
    "E240": Message(
        "编号“{id}”出现了两次。",
        "The id “{id}” stands twice.",
        "每个编号只用一次。",
        "Use each id once.",
    ),
    "E241": Message(
        "编号“{id}”的写法不对。",
        "The id “{id}” is not written as ids are.",
        "只用小写字母、数字、连字符，中间可以有点；规则包的编号以字母开头，没有点。",
        "Use lower-case letters, digits and hyphens, parted by dots; a pack's id begins with a letter and has no dot.",
    ),
    "E242": Message(
        "没有登记“{name}”这个机关。",
        "There is no authority “{name}”.",
        "可用：{known}；或在 authorities 中登记。",
        "Possible: {known_en}; or add it under authorities.",
    ),
    "E243": Message(
        "术语“{id}”的定义绕回了自己。",
        "The term “{id}” is defined by itself.",
        "改写其定义。",
        "Rewrite its definition.",
    ),
    "E244": Message(
        "没有“{name}”这个途径。",
        "There is no track “{name}”.",
        "可用：{known}。",
        "Possible: {known_en}.",
    ),
    "E245": Message(
        "规则“{id}”的 {key} 与所取的读法相同。",
        "{key} of norm “{id}” is the same as in the reading taken.",
        "写出不同之处，或删去 {key}。",
        "Write what differs, or remove {key}.",
    ),
    "E246": Message(
        "“{id}”或它所用术语的界限标为 bare，却没有写读法。",
        "“{id}”, or a term that it uses, has a bare boundary but no reading.",
        "在规则的 readings 中写明所取的读法和另一种；途径的界限不能是 bare。",
        "Add the reading taken and the other one under the norm's readings; no boundary of a track is bare.",
    ),
    "E247": Message(
        "没有“{name}”这条规则。",
        "There is no norm “{name}”.",
        "相近的有：{known}。",
        "Similar ones: {known_en}.",
    ),
    "E248": Message(
        "“{id}”只是优先事项，谈不上放宽。",
        "“{id}” is a mere preference; nothing of it can be relaxed.",
        "从 covers 中删去。",
        "Remove it from covers.",
    ),
    "E249": Message(
        "认定事项“{id}”没有任何规则用到。",
        "Nothing asks for the finding “{id}”.",
        "删去它，或在规则中使用。",
        "Remove it, or use it in a norm.",
    ),
    "E250": Message(
        "“{path}”不是有结果的办理步骤。",
        "“{path}” is no step of the procedure with an outcome.",
        "写 procedure 下的一个步骤，如 procedure.expert_review。",
        "Name a step below procedure, such as procedure.expert_review.",
    ),
    "E251": Message(
        "没有写明出处。",
        "There is no citation.",
        "补上 cites：条、款、项。",
        "Add cites: article, paragraph, item.",
    ),
    "E252": Message(
        "所引的{cited}没有列在 provisions 中。",
        "The cited {cited_en} is not listed under provisions.",
        "更正出处，或补列该条款。",
        "Correct the citation, or list the provision.",
    ),
    "E253": Message(
        "{cited}的指纹不是 64 位十六进制数。",
        "The fingerprint of {cited_en} is not 64 hexadecimal digits.",
        "用官方文本重新计算。",
        "Compute it anew from the official text.",
    ),
    "E254": Message(
        "{cited}的 became 与 norms 不一致。",
        "became and norms of {cited_en} do not agree.",
        "有规则时写 became: norms 并列出；没有时写别的去向。",
        "Where there are norms write became: norms and list them, else say what became of it.",
    ),
    "E255": Message(
        "{cited}没有写明为什么不成为规则。",
        "It is not said why {cited_en} became no norm.",
        "补上 why。",
        "Add why.",
    ),
    "E256": Message(
        "没有编号为“{name}”的规则、放宽、术语或途径。",
        "There is no norm, relaxation, term or track “{name}”.",
        "相近的有：{known}。",
        "Similar ones: {known_en}.",
    ),
    "E257": Message(
        "“{id}”列在{cited}之下，却没有引用它。",
        "“{id}” is listed under {cited_en} but does not cite it.",
        "补上出处，或从该条移走。",
        "Add the citation, or remove it there.",
    ),
    "E258": Message(
        "{cited}印有“{word}”，却记为没有可判断的内容，理由中也没有提到它。",
        "{cited_en} prints “{word}” but became nothing, and its why does not name it.",
        "改记去向，或在 why 中说明“{word}”。",
        "Say what became of it, or name “{word}” in the why.",
    ),
    "E259": Message(
        "“{id}”引用了{cited}，那里的 norms 却没有列它。",
        "“{id}” cites {cited_en} but is not among the norms listed there.",
        "更正出处，或把它列在那里。",
        "Correct the citation, or list it there.",
    ),
    "E260": Message(
        "列出了 {listed} 个条目标题，而印出的是 {printed} 个。",
        "{listed} headings are listed but {printed} are printed.",
        "补上漏列的条文，或更正 headings。",
        "List the missing articles, or correct headings.",
    ),
    "E261": Message(
        "{cited}列了两次。",
        "{cited_en} is listed twice.",
        "印了两次的条文用 occurrence 区分。",
        "Tell articles printed twice apart by occurrence.",
    ),
    "E262": Message(
        "{cited}的次序不对。",
        "{cited_en} is out of order.",
        "按印出的次序排列。",
        "List them in the order printed.",
    ),
    "E263": Message(
        "第 {article} 条没有列出。",
        "Article {article} is not listed.",
        "补上这一条；原文确实没有印的，写入 not_printed。",
        "List it; if the text does not print it, name it under not_printed.",
    ),
    "E264": Message(
        "第 {article} 条既列出又写在 not_printed 中。",
        "Article {article} is listed and named under not_printed.",
        "从其中一处删去。",
        "Remove it from one of the two.",
    ),
    "E265": Message(
        "没有可在此处使用的术语“{name}”。",
        "There is no term “{name}” that can be used here.",
        "可用：{known}。",
        "Possible: {known_en}.",
    ),
    "E266": Message(
        "“{path}”不可能是“没有”，has 没有意义。",
        "“{path}” cannot be none, so has means nothing.",
        "改用比较。",
        "Use a comparison.",
    ),
    "E267": Message(
        "“{path}”可能是“没有”，不能放在 not 或 when 的否定之下。",
        "“{path}” may be none and cannot be read below not, or in a when.",
        "改写成正面的条件，或用 has。",
        "Turn it into a positive condition, or use has.",
    ),
    "E268": Message(
        "没有“{name}”这个认定事项。",
        "There is no finding “{name}”.",
        "相近的有：{known}；或在 findings 中补上。",
        "Similar ones: {known_en}; or add it under findings.",
    ),
    "E269": Message(
        "where、holds 之内只能读成员自己的字段，不能读“{path}”。",
        "Inside where and holds only the member's own fields are read, not “{path}”.",
        "用 its。",
        "Use its.",
    ),
    "E270": Message(
        "没有“{name}”这项资料。",
        "There is no fact “{name}”.",
        "相近的有：{known}；或在 facts 中声明。",
        "Similar ones: {known_en}; or declare it under facts.",
    ),
    "E271": Message(
        "its: {field} 只能写在 where、holds 或 each 之内。",
        "its: {field} belongs inside where, holds or each.",
        "用 fact 和完整路径。",
        "Use fact and the whole path.",
    ),
    "E272": Message(
        "“{path}”是 {kind}，不能这样用。",
        "“{path}” is a {kind} and cannot be used like this.",
        "这里要 {wanted}。",
        "A {wanted} is needed here.",
    ),
    "E273": Message(
        "“{path}”是 {kind}，不能与“{seen}”比较。",
        "“{path}” is a {kind} and cannot be held against “{seen}”.",
        "是非用 true 或 false，其余用文字。",
        "Use true or false for flags, words for the rest.",
    ),
    "E274": Message(
        "“{name}”不在该项资料的可选词中。",
        "“{name}” is not one of the words of this fact.",
        "可用：{known}。",
        "Possible: {known_en}.",
    ),
    "E275": Message(
        "不认识界限用语“{printed}”。",
        "The boundary word “{printed}” is not known.",
        "与此算子相合的有：{known}；原文只印数字时写 bare 并写明读法。",
        "Words that fit this operator: {known}; write bare, with a reading, where the text prints a number alone.",
    ),
    "E276": Message(
        "原文用“{printed}”，算子却是 {op}。",
        "The text prints “{printed}” but the operator is {op}.",
        "应为 {right}。",
        "It should be {right}.",
    ),
    "E277": Message(
        "单位“{unit}”与所比较的量不同类。",
        "The unit “{unit}” is not of the kind that is measured.",
        "这里的单位是 {wanted}。",
        "The unit here is {wanted}.",
    ),
    "E278": Message(
        "share 的部分不能由写法看出在整体之内。",
        "The part of this share is not within its whole by construction.",
        "部分应是同一列表更窄的 where，或整体之和中的一项；否则用 ratio。",
        "The part should be a narrower where of the same list, or one addend of the whole; else use ratio.",
    ),
    "E279": Message(
        "列表“{path}”不能放在另一个列表的条件里。",
        "The list “{path}” cannot be read inside the condition of another list.",
        "把关系写成成员自己的一个字段。",
        "Make the relation a field of the member.",
    ),
    "E280": Message(
        "“{path}”不能用时间范围“{window}”。",
        "“{path}” cannot be read over “{window}”.",
        "按年数据用完整年度，逐件事件用 last n years。",
        "Use full years for yearly figures, last n years for events.",
    ),
    "E281": Message(
        "没有写明哪项资料可以直接给出这个数。",
        "It is not said which fact may state this total.",
        "补上 stated_as，并在 facts 中声明。",
        "Add stated_as, and declare it under facts.",
    ),
    "E282": Message(
        "“{path}”不能作为这个合计。",
        "“{path}” cannot state this total.",
        "它应是单位为 {wanted} 的数量。",
        "It should be a quantity in {wanted}.",
    ),
    "E283": Message(
        "相加或相比的数量不同类。",
        "The measures that are joined are not of one kind.",
        "只把同一单位的数量放在一起。",
        "Join measures of one unit only.",
    ),
    "E284": Message(
        "“{path}”已经是另一个数的合计。",
        "“{path}” already states the total of something else.",
        "另外声明一项资料；一项资料只给出一个数。",
        "Declare another fact; each states one total.",
    ),
    "E285": Message(
        "认定事项“{id}”记录在“{path}”中，不能对列表的成员逐个询问。",
        "The finding “{id}” is recorded in “{path}” and cannot be asked of each member of a list.",
        "为成员另设一个认定事项。",
        "Make another finding for the members.",
    ),
    "E286": Message(
        "“{path}”不能与 none 比较：none 是“没有”，不是一个值。",
        "“{path}” cannot be held against none, which is no value.",
        "改用 has。",
        "Use has.",
    ),
    "E288": Message(
        "{cited}之前没有列出{left_out}。",
        "{left_out_en} is not listed before {cited_en}.",
        "补列，或更正编号。",
        "List it, or correct the number.",
    ),
    "E289": Message(
        "术语“{id}”没有任何规则用到。",
        "Nothing uses the term “{id}”.",
        "删去它，或在规则中使用。",
        "Remove it, or use it in a norm.",
    ),
}

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
}

MESSAGES: Final[dict[str, Message]] = {**USAGE, **LOADING, **VALUES, **DOSSIER, **PACK, **RECORD}
