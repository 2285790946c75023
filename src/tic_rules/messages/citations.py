"""What can be wrong with the names in a pack, and with what it cites."""

from __future__ import annotations

from typing import Final

from tic_rules.messages.message import Message

CITATIONS: Final[dict[str, Message]] = {
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
}
