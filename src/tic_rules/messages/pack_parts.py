"""What can be wrong with the parts of a pack: keys, words, numbers, its head."""

from __future__ import annotations

from typing import Final

from tic_rules.messages.message import Message

PACK_PARTS: Final[dict[str, Message]] = {
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
}
