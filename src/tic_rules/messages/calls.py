"""What an interview, a file to be written, a test of a policy or a call from Python can get wrong."""

from __future__ import annotations

from typing import Final

from tic_rules.messages.message import Message

CALLS: Final[dict[str, Message]] = {
    "E030": Message(
        "请写明一个城市，也只写一个。",
        "Name one city, and one only.",
        "可用的有：{known}。",
        "Available: {known_en}.",
    ),
    "E031": Message(
        "问答写的是 YAML 资料文件，不写 JSON，也不写标准输出。",
        "An interview writes a YAML dossier, neither JSON nor standard output.",
        "请给一个以 .yaml 结尾的文件名。",
        "Give a file name that ends in .yaml.",
    ),
    "E032": Message(
        "文件写不进去（{reason}）。",
        "The file cannot be written ({reason}).",
        "请检查文件夹是否存在、有没有权限、磁盘是否已满。",
        "Check that the folder exists and may be written to, and that the disk is not full.",
    ),
    "E033": Message(
        "文件在问答期间被改动，没有覆盖。",
        "The file was changed during the interview, and was not overwritten.",
        "请再运行一次，从改动后的文件接着问。",
        "Run it again: it goes on from the file as it now is.",
    ),
    "E034": Message(
        "“{by}”不能作出这项认定。",
        "“{by}” does not decide this.",
        "有权认定的是：{known}；没有认定就跳过。",
        "Those who decide it: {known_en}; skip it if it is not decided.",
    ),
    "E035": Message(
        "这一行不是可读的文字，或超过 {most} 字节。",
        "This line is not readable text, or is longer than {most} bytes.",
        "请用 UTF-8 或 GB18030 重新输入，写短一些。",
        "Type it again, in UTF-8 or GB18030, and shorter.",
    ),
    "E036": Message(
        "文件已经存在，没有覆盖。",
        "The file exists, and was not overwritten.",
        "请用 --output 另起一个文件名。",
        "Give another name by --output.",
    ),
    "E037": Message(
        "这里已有文件，没有覆盖。",
        "There is a file here already, and it was not overwritten.",
        "请换一个文件名；确要覆盖时写 overwrite=True。",
        "Choose another name; to replace it, say overwrite=True.",
    ),
    "E038": Message(
        "文件没有写成（{reason}）。",
        "The file could not be written ({reason}).",
        "请检查文件夹是否存在、是否可写、磁盘是否已满；原有的文件没有改动。",
        "Check that the folder exists and can be written to, and the space on the disk; what was there is unchanged.",
    ),
    "E039": Message(
        "这份判断不是由这个规则包作出的：判断出自 {made}，给的规则包是 {pack}。",
        "This determination was not made by this pack: it is of {made}, and the pack given is {pack}.",
        "请给作出判断的那个规则包。",
        "Give the pack that made it.",
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
    "E045": Message(
        "基准日不能是 {seen}。",
        "The as-of date cannot be a {seen}.",
        "请给 datetime.date；时刻先换算成中国的日期。",
        "Give a datetime.date; turn a moment into the day in China first.",
    ),
    "E046": Message(
        "规则“{name}”里有{number}个阈值，不知道改哪一个。",
        "Norm “{name}” has {number} thresholds: which one to change is not clear.",
        "请改用只有一个阈值的规则，或者另写一个规则包文件。",
        "Take a norm with one threshold, or write a pack file of your own.",
    ),
    "E047": Message(
        "{call} 的参数 {name} 应为{wanted}，给的是 {seen}。",
        "{name} of {call} should be {wanted_en}, and {seen} was given.",
        "{how}",
        "{how_en}",
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
