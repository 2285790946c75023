"""What can be wrong with the conditions of a pack."""

from __future__ import annotations

from typing import Final

from tic_rules.messages.message import Message

CONDITIONS: Final[dict[str, Message]] = {
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
        "A {wanted_en} is needed here.",
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
        "Words that fit this operator: {known_en}; write bare, with a reading, where the text prints a number alone.",
    ),
    "E276": Message(
        "原文用“{printed}”，算子却是 {op}。",
        "The text prints “{printed}” but the operator is {op}.",
        "应为 {right}。",
        "It should be {right}.",
    ),
    "E277": Message(
        "单位“{unit}”与所比较的量不同类。",
        "The unit “{unit_en}” is not of the kind that is measured.",
        "这里的单位是 {wanted}。",
        "The unit here is {wanted_en}.",
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
        "It should be a quantity in {wanted_en}.",
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
    "E287": Message(
        "这个数要对成员逐项认定，“{path}”不能直接给出它。",
        "This total rests on a finding about each member, and “{path}” cannot state it.",
        "删去 stated_as：自报的合计不能代替认定。",
        "Leave out stated_as: a total of one's own stands for nobody's finding.",
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
    "E290": Message(
        "申报当年还没有过完，“{path}”不能直接给出这个数。",
        "The year of the application is still running, and “{path}” cannot state its total.",
        "删去 stated_as：当年数据写在年度数列里，注明截至哪一天。",
        "Leave out stated_as: a figure of the running year stands in the series, with the day up to which it runs.",
    ),
}
