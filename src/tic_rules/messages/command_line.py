"""What the command line can get wrong: names, options, arguments."""

from __future__ import annotations

from typing import Final

from tic_rules.messages.message import Message

COMMAND_LINE: Final[dict[str, Message]] = {
    "E001": Message(
        "没有名为“{name}”的规则包。",
        "There is no policy pack named “{name}”.",
        "{near}可用的有：{known}；自己的规则包要给出文件：命令行用 --pack，程序里用 Path。",
        "{near_en}Available: {known_en}; a pack of your own is given as a file: by --pack, or as a Path in Python.",
    ),
    "E002": Message(
        "规则包“{pack}”没有名为“{name}”的申报途径。",
        "Pack “{pack}” has no track named “{name}”.",
        "{near}可用的有：{known}。",
        "{near_en}Available: {known_en}.",
    ),
    "E003": Message(
        "没有“{name}”这一类问题。",
        "There is no question named “{name}”.",
        "{near}可用的有：{known}。",
        "{near_en}Available: {known_en}.",
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
        "{near}可用的有：{known}；也可以用 --city 指定，或用 --pack 给出自己的规则包。",
        "{near_en}Available: {known_en}; or name one by --city, or a pack of your own by --pack.",
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
    "E020": Message(
        "命令行没有写全。",
        "Something is missing on the command line.",
        "还要写出：{wanted}。",
        "It also needs: {wanted_en}.",
    ),
    "E021": Message(
        "命令行上多了：{names}。",
        "This is too much on the command line: {names_en}.",
        "请删去，或分几次运行。",
        "Leave it out, or run the command once for each.",
    ),
    "E022": Message(
        "没有“{name}”可供查看。",
        "There is nothing named “{name}” to be shown.",
        "{near}可用的有：{known}。",
        "{near_en}Available: {known_en}.",
    ),
    "E023": Message(
        "规则包“{pack}”没有依据{place}的规则。",
        "No norm of pack “{pack}” is drawn from {place_en}.",
        "有规则的条目：{known}。",
        "Articles with norms: {known_en}.",
    ),
    "E024": Message(
        "--source 要与一个规则包的文本对照，这里没有写明是哪一个。",
        "--source is compared with one pack, and none is named.",
        "请写出城市，如：tic-rules coverage liaocheng --source 办法.txt",
        "Name the city, such as: tic-rules coverage liaocheng --source text.txt",
    ),
    "E025": Message(
        "文本里没有“第…条”的标题。",
        "The text has no heading of an article (第…条).",
        "请给出办法全文的纯文本文件，每条另起一行。",
        "Give the regulation as plain text, each article on a line of its own.",
    ),
    "E026": Message(
        "--answer 没有写成 位置=答案。",
        "An --answer is not written as PATH=ANSWER.",
        "如 --answer lead.kind=企业；位置见 ask --format json 写出的 path，没有答案就不写这一项。",
        "Such as --answer lead.kind=enterprise; paths are those of ask --format json; leave out what has no answer.",
    ),
    "E027": Message(
        "没有“{name}”这一项可答。",
        "There is nothing to answer at “{name}”.",
        "{near}位置见 ask --format json 写出的 path。",
        "{near_en}The paths are those of ask --format json.",
    ),
    "E028": Message(
        "“{name}”所在的列表没有这一项。",
        "The list of “{name}” has no such member.",
        "请先答整个列表；各项从 0 数起。",
        "Answer the list first; members are counted from 0.",
    ),
    "E029": Message(
        "答案不是这里要的 JSON。",
        "The answer is not the JSON that is wanted here.",
        "写成：{wanted}。",
        "Write it as: {wanted_en}.",
    ),
}
