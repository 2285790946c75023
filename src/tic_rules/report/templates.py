"""The catalogue of sentences: for each case one template in Chinese and one in English, filled by name.

A template is filled with values (an amount, a day, a title, a citation) and with whole clauses, never with half a
sentence; a test holds that both languages of a template name the same values.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from tic_rules.errors import Lang
from tic_rules.inert import visible
from tic_rules.ir.catalogue import Text

_VALUES: Final = {
    "range": Text("{least}至{most}", "{least} to {most}"),
    "at-least": Text("至少 {least}", "at least {least}"),
    "not-known": Text("未知", "not known"),
    "not-there": Text("没有", "none"),
    "more-than": Text("{amount}以上", "more than {amount}"),
    "points": Text("{number}个百分点", "{number} percentage points"),
    "and-more": Text("另有{count}项", "{count} more"),
    "years-of-age": Text("{born}至{on}的周岁", "completed years from {born} to {on}"),
    "of-years": Text("{title}（{window}）", "{title} ({window})"),
    "stated-total": Text("{title}（直接填报的总数）", "{title} (total as stated)"),
    "about": Text("{title}（{about}）", "{title} ({about})"),
    "of-year": Text("{title}：{year}年", "{title}: {year}"),
    "calendar": Text("{year}年的工作日历", "the working-day calendar of {year}"),
    "unit-of": Text("{title}（{unit}）", "{title} ({unit})"),
    "lesser-of": Text("下列中的较小者：{items}", "the lesser of: {items}"),
    "total-of": Text("下列之和：{items}", "the total of: {items}"),
    "window-last-full-year": Text("申报前一个完整年度", "the last full year"),
    "window-full-years": Text("申报前{count}个完整年度", "the last {count} full years"),
    "window-application-year": Text("申报当年", "the year of the application"),
    "window-last-year": Text("申报日前一年", "the last year"),
    "window-years": Text("申报日前{count}年", "the last {count} years"),
    "bound-before": Text("{word} {bound}", "{word} {bound}"),
    "bound-printed": Text("{word} {bound}（原文“{printed}”）", "{word} {bound} ({printed})"),
    "bound-bare": Text("{word} {bound}（原文未印界限用语）", "{word} {bound} (no boundary word is printed)"),
    "bound-between": Text("{least}至{most}", "from {least} to {most} (至)"),
    "bound-between-bare": Text(
        "{least}至{most}（原文未印界限用语）", "from {least} to {most} (no boundary word is printed)"
    ),
    "share-percent": Text("{share}（{part}/{whole}）", "{share} ({part} of {whole})"),
    "share-fraction": Text(
        "{share}（{part}/{whole}，在 {floor} 与 {ceiling} 之间）",
        "{share} ({part} of {whole}, between {floor} and {ceiling})",
    ),
    "share-open": Text("{part}占{whole}", "{part} of {whole}"),
    "ratio-percent": Text("{share}（{part}比{whole}）", "{share} ({part} to {whole})"),
    "ratio-fraction": Text(
        "{share}（{part}比{whole}，在 {floor} 与 {ceiling} 之间）",
        "{share} ({part} to {whole}, between {floor} and {ceiling})",
    ),
    "ratio-open": Text("{part}比{whole}", "{part} to {whole}"),
}

_THRESHOLDS: Final = {
    "holds-spare": Text("{what} {found}，要求{bound}，多 {by}", "{what}: {found}; required {bound}; {by} to spare"),
    "holds-room": Text(
        "{what} {found}，要求{bound}，距界限尚有 {by}", "{what}: {found}; required {bound}; {by} within the limit"
    ),
    "holds-exactly": Text("{what} {found}，要求{bound}，恰好达到", "{what}: {found}; required {bound}; exactly met"),
    "holds-within": Text("{what} {found}，要求{bound}，在范围之内", "{what}: {found}; required {bound}; within it"),
    "holds-kept": Text("{what} {found}，要求{bound}，符合", "{what}: {found}; required {bound}; kept"),
    "fails-plain": Text("{what} {found}，要求{bound}，不符合", "{what}: {found}; required {bound}; not kept"),
    "fails-reached": Text(
        "{what} {found}，要求{bound}，已到界限", "{what}: {found}; required {bound}; already at the limit"
    ),
    "fails-short": Text("{what} {found}，要求{bound}，差 {by}", "{what}: {found}; required {bound}; short by {by}"),
    "fails-over": Text("{what} {found}，要求{bound}，超出 {by}", "{what}: {found}; required {bound}; over by {by}"),
    "fails-exactly": Text("{what}恰为 {found}，须{bound}", "{what}: exactly {found}, but must be {bound}"),
    "fails-below": Text(
        "{what} {found}，要求{bound}，低于下限 {by}", "{what}: {found}; required {bound}; {by} below the least"
    ),
    "fails-above": Text(
        "{what} {found}，要求{bound}，高于上限 {by}", "{what}: {found}; required {bound}; {by} above the greatest"
    ),
    "fails-none": Text("{what}：没有（资料写明不存在），要求{bound}", "{what}: none, says the dossier; required {bound}"),
    "fails-outside": Text("{what} {found}，要求{bound}，不在范围之内", "{what}: {found}; required {bound}; outside it"),
    "fails-add": Text(
        "{what} {found}，要求{bound}，其余不变须再增加 {by}",
        "{what}: {found}; required {bound}; needs {by} more, the rest staying as it is",
    ),
    "fails-remove": Text(
        "{what} {found}，要求{bound}，其余不变须减少 {by}",
        "{what}: {found}; required {bound}; {by} too many, the rest staying as it is",
    ),
    "fails-against-short": Text(
        "{what} {found}，要求{bound}，即 {needed}，差 {by}",
        "{what}: {found}; required {bound}, which is {needed}; short by {by}",
    ),
    "fails-against-over": Text(
        "{what} {found}，要求{bound}，即 {needed}，超出 {by}",
        "{what}: {found}; required {bound}, which is {needed}; over by {by}",
    ),
    "open-unknown": Text("{what} 未知，要求{bound}", "{what}: not known; required {bound}"),
    "open-short": Text(
        "{what} {found}，要求{bound}，按已知部分还差 {by}",
        "{what}: {found}; required {bound}; short by {by} on what is known",
    ),
    "open-short-or-spare": Text(
        "{what} {found}，要求{bound}，最少时差 {by}，最多时多 {beyond}",
        "{what}: {found}; required {bound}; short by {by} at the least, {beyond} to spare at the most",
    ),
    "open-room": Text(
        "{what} {found}，要求{bound}，按已知部分距界限尚有 {by}",
        "{what}: {found}; required {bound}; {by} within the limit on what is known",
    ),
    "open-room-or-over": Text(
        "{what} {found}，要求{bound}，最少时距界限尚有 {beyond}，最多时超出 {by}",
        "{what}: {found}; required {bound}; {beyond} within the limit at the least, over by {by} at the most",
    ),
    "open-undecided": Text("{what} {found}，要求{bound}，尚不能确定", "{what}: {found}; required {bound}; not yet settled"),
    "zero-holds": Text(
        "{what}：{whole}为零，按所采读法视为达到（要求{bound}）",
        "{what}: {whole} is zero, which counts as met by the reading taken (required {bound})",
    ),
    "zero-fails": Text(
        "{what}：{whole}为零，按所采读法视为未达到（要求{bound}）",
        "{what}: {whole} is zero, which counts as not met by the reading taken (required {bound})",
    ),
    "zero-asked": Text(
        "{what}：{whole}为零，由认定决定（要求{bound}）：{asked}",
        "{what}: {whole} is zero, so a finding decides (required {bound}): {asked}",
    ),
}

_FACTS: Final = {
    "elapsed-holds": Text(
        "{what}：自 {start} 至 {end}，要求{bound}（期满日 {due}），符合",
        "{what}: from {start} to {end}; required {bound} (which ends on {due}); kept",
    ),
    "elapsed-early": Text(
        "{what}：自 {start} 至 {end}，要求{bound}（期满日 {due}），早了 {by}",
        "{what}: from {start} to {end}; required {bound} (which ends on {due}); {by} too early",
    ),
    "elapsed-late": Text(
        "{what}：自 {start} 至 {end}，要求{bound}（期满日 {due}），晚了 {by}",
        "{what}: from {start} to {end}; required {bound} (which ends on {due}); {by} too late",
    ),
    "elapsed-open": Text(
        "{what}：自 {start} 至 {end}，要求{bound}，尚不能确定",
        "{what}: from {start} to {end}; required {bound}; not yet settled",
    ),
    "elapsed-none": Text(
        "{what}：自 {start} 至 {end}，要求{bound}，不成立", "{what}: from {start} to {end}; required {bound}; not so"
    ),
    "elapsed-calendar": Text(
        "{what}：自 {start} 至 {end}，要求{bound}，当年工作日历未公布",
        "{what}: from {start} to {end}; required {bound}; the working-day calendar of that year is not published",
    ),
    "elapsed-what": Text("{start}至{end}", "{start} to {end}"),
    "level-holds": Text("{what} {found}，要求{bound}，达到", "{what}: {found}; required {bound}; reached"),
    "level-fails": Text("{what} {found}，要求{bound}，未达到", "{what}: {found}; required {bound}; not reached"),
    "level-open": Text("{what} 未填，要求{bound}", "{what}: not stated; required {bound}"),
    "level-none": Text("{what}：没有（资料写明不存在），要求{bound}", "{what}: none, says the dossier; required {bound}"),
    "day-holds": Text(
        "{what} {found}，要求{relation} {other} {day}，符合", "{what} {found}; required {relation} {other} {day}; kept"
    ),
    "day-early": Text(
        "{what} {found}，要求{relation} {other} {day}，早了 {by}",
        "{what} {found}; required {relation} {other} {day}; {by} too early",
    ),
    "day-late": Text(
        "{what} {found}，要求{relation} {other} {day}，晚了 {by}",
        "{what} {found}; required {relation} {other} {day}; {by} too late",
    ),
    "day-open": Text(
        "{what} {found}，要求{relation} {other} {day}，尚不能确定",
        "{what} {found}; required {relation} {other} {day}; not yet settled",
    ),
    "day-none": Text(
        "{what} {found}，要求{relation} {other} {day}，不成立", "{what} {found}; required {relation} {other} {day}; not so"
    ),
    "choice-holds": Text("{what}：{found}，属于 {allowed}", "{what}: {found}, one of {allowed}"),
    "choice-fails": Text("{what}：{found}，不属于 {allowed}", "{what}: {found}, none of {allowed}"),
    "choice-open": Text("{what}：未填，须属于 {allowed}", "{what}: not stated; must be one of {allowed}"),
    "choice-none": Text(
        "{what}：没有（资料写明不存在），须属于 {allowed}", "{what}: none, says the dossier; must be one of {allowed}"
    ),
    "value-holds": Text("{what}：{found}，即 {allowed}", "{what}: {found}, that is {allowed}"),
    "value-fails": Text("{what}：{found}，不是 {allowed}", "{what}: {found}, not {allowed}"),
    "value-open": Text("{what}：未填，须为 {allowed}", "{what}: not stated; must be {allowed}"),
    "value-none": Text(
        "{what}：没有（资料写明不存在），须为 {allowed}", "{what}: none, says the dossier; must be {allowed}"
    ),
    "flag-holds": Text("{what}：{found}", "{what}: {found}"),
    "flag-fails": Text("{what}：{found}，须为“{allowed}”", "{what}: {found}, but must be “{allowed}”"),
    "flag-open": Text("{what}：未填，须为“{allowed}”", "{what}: not stated; must be “{allowed}”"),
    "flag-none": Text(
        "{what}：没有（资料写明不存在），须为“{allowed}”", "{what}: none, says the dossier; must be “{allowed}”"
    ),
    "seat-holds": Text("{what}：{found}，在 {place} 之内", "{what}: {found}, which lies in {place}"),
    "seat-fails": Text("{what}：{found}，不在 {place} 之内", "{what}: {found}, which does not lie in {place}"),
    "seat-open": Text("{what}：未填，须在 {place} 之内", "{what}: not stated; must lie in {place}"),
    "seat-coarse": Text(
        "{what}：{found}，写得不够细，不能确定是否在 {place} 之内",
        "{what}: {found}, too coarse to say whether it lies in {place}",
    ),
    "seat-none": Text(
        "{what}：没有（资料写明不存在），须在 {place} 之内", "{what}: none, says the dossier; must lie in {place}"
    ),
    "window-holds": Text(
        "{what} {found}，在{window}（{first} 至 {last}）之内", "{what} {found}, within {window} ({first} to {last})"
    ),
    "window-fails": Text(
        "{what} {found}，不在{window}（{first} 至 {last}）之内", "{what} {found}, not within {window} ({first} to {last})"
    ),
    "window-open": Text("{what} {found}，是否在{window}之内尚不能确定", "{what} {found}; not settled whether within {window}"),
    "window-none": Text("{what} {found}，不在{window}之内", "{what} {found}, so not within {window}"),
    "name-holds": Text("{what}：{found}，合乎“{template}”", "{what}: {found}, of the form “{template}”"),
    "name-fails": Text("{what}：{found}，不合“{template}”", "{what}: {found}, not of the form “{template}”"),
    "name-open": Text("{what}：未填，须合“{template}”", "{what}: not stated; must be of the form “{template}”"),
    "name-none": Text(
        "{what}：没有（资料写明不存在），须合“{template}”", "{what}: none, says the dossier; must be of the form “{template}”"
    ),
    "has-holds": Text("{what}：有", "{what}: there is"),
    "has-fails": Text("{what}：没有", "{what}: there is none"),
    "has-open": Text("{what}：资料未写明有无", "{what}: the dossier does not say whether there is"),
    "finding-yes": Text("{ask}——是（{by}，{on}，依据：{basis}）", "{ask} Yes ({by}, {on}, on the basis of: {basis})"),
    "finding-no": Text("{ask}——否（{by}，{on}，依据：{basis}）", "{ask} No ({by}, {on}, on the basis of: {basis})"),
    "finding-needed": Text("{ask}——待{whom}认定", "{ask} To be decided by: {whom}"),
    "finding-not-theirs": Text(
        "{ask}——已有的答复不是有权者作出的，仍待{whom}认定",
        "{ask} Answered only by somebody who may not decide it; to be decided by: {whom}",
    ),
    "finding-later": Text(
        "{ask}——评定基准日之后才有答复，当日仍待{whom}认定",
        "{ask} Answered only after the as-of date; on that day to be decided by: {whom}",
    ),
    "finding-silent": Text(
        "{ask}——资料未写明是否已由{whom}作出：{paths}",
        "{ask} The dossier does not say whether this was decided by: {whom}; missing: {paths}",
    ),
    "always": Text("没有其他条件", "nothing more is asked"),
    "nothing-asked": Text("没有要求", "nothing is asked"),
}

_JOINED: Final = {
    "all-of": Text("须同时成立（{count}项）", "all of these {count}"),
    "any-of": Text("须有其一成立（{count}项）", "one of these {count}"),
    "not-of": Text("下列不得成立", "this must not hold"),
    "not-held": Text("不得有而有：{clause}", "must not be, but is: {clause}"),
    "not-kept": Text("没有不得有的情形：{clause}", "as it should be, not so: {clause}"),
    "not-open": Text("不得有，尚不能确定：{clause}", "must not be, not yet settled: {clause}"),
    "none-of": Text("须有其一，均不成立：{clauses}", "one is needed, none holds: {clauses}"),
    "require": Text("要求", "the requirement"),
    "excuse": Text("可以不按要求的情形", "what may excuse it"),
    "premise": Text("适用前提", "when it applies"),
    "term": Text("{title}", "{title}"),
    "member-clause": Text("{name}（{path}）：{clause}", "{name} ({path}): {clause}"),
    "every-missing": Text("{what}：未填", "{what}: not stated"),
    "every-empty": Text("{what}：一个也没有", "{what}: there are none"),
    "every-holds": Text("{what}：{total}个均符合", "{what}: all {total} are in order"),
    "every-fails": Text("{what}：{total}个中{count}个不符合：{clauses}", "{what}: of {total}, {count} not in order: {clauses}"),
    "every-open": Text("{what}：{total}个中{count}个未定：{clauses}", "{what}: of {total}, {count} not settled: {clauses}"),
    "every-head": Text("{what}：逐个检查，共{total}个", "{what}: each one is looked at, {total} in all"),
    "measure": Text("{what} = {found}", "{what} = {found}"),
    "year-whole": Text("{year}年：{found}", "{year}: {found}"),
    "year-so-far": Text(
        "{year}年：{found}，未至年末，为最小值", "{year}: {found}, not known to the year's end, so a least value"
    ),
    "year-before-registration": Text("{year}年：{found}，单位尚未注册", "{year}: {found}, before the unit was registered"),
    "year-missing": Text("{year}年：未填", "{year}: not stated"),
    "member-counts": Text("{name}：计入 {found}", "{name}: counts, {found}"),
    "member-not": Text("{name}：不计入：{clause}", "{name}: does not count: {clause}"),
    "member-open": Text("{name}：尚不能确定是否计入 {found}：{clause}", "{name}: not settled whether it counts, {found}: {clause}"),
    "member-meant": Text("{name}：在检查之列：{clause}", "{name}: is looked at: {clause}"),
    "member-not-meant": Text("{name}：不在检查之列：{clause}", "{name}: is not meant: {clause}"),
}  # fmt: skip

_NORMS: Final = {
    "cited": Text("{statement}（{cites}）", "{statement} ({cites})"),
    "titled": Text("{title}：{clauses}", "{title}: {clauses}"),
    "missing": Text("{statement}；缺资料：{paths}", "{statement}; missing: {paths}"),
    "not-applicable": Text("{title}：不适用，前提不成立（{clauses}）", "{title}: not applicable, its premise does not hold ({clauses})"),
    "departed": Text(
        "{statement}；一般要求，已由{by}于 {on} 准予例外（依据：{basis}）",
        "{statement}; a rule in principle, from which {by} departed on {on} (on the basis of: {basis})",
    ),
    "departure-refused": Text(
        "{statement}；一般要求，{by}于 {on} 决定不作例外（依据：{basis}）",
        "{statement}; a rule in principle, from which {by} decided on {on} not to depart (on the basis of: {basis})",
    ),
    "departure-open": Text(
        "{statement}；一般要求，是否准予例外待{whom}决定",
        "{statement}; a rule in principle, whether to depart from it is to be decided by: {whom}",
    ),
    "relaxed": Text(
        "{statement}；{by}于 {on} 已接受低于标准（依据：{basis}）",
        "{statement}; {by} accepted less on {on} (on the basis of: {basis})",
    ),
    "relaxation-open": Text(
        "{statement}；是否接受低于标准待{whom}决定", "{statement}; whether less is accepted is to be decided by: {whom}"
    ),
    "preference-has": Text("{statement}；优先条件，不影响结论", "{statement}; a preference, which changes no verdict"),
    "preference-lacks": Text(
        "{statement}；未具备这一优先条件，不影响结论", "{statement}; a preference not had, which changes no verdict"
    ),
    "preference-open": Text(
        "{statement}；是否具备这一优先条件未定，不影响结论", "{statement}; a preference not settled, which changes no verdict"
    ),
}  # fmt: skip

TEMPLATES: Final[Mapping[str, Text]] = MappingProxyType({**_VALUES, **_THRESHOLDS, **_FACTS, **_JOINED, **_NORMS})
"""Every template by its key."""

LONGEST: Final = 120
"""How many characters of one text from a dossier are shown; the rest is counted."""


def fill(key: str, lang: Lang, **values: str) -> str:
    """A template of the catalogue, filled; every value is made inert."""
    return TEMPLATES[key].of(lang).format_map({name: visible(value) for name, value in values.items()})


def quoted(text: str) -> str:
    """A text that a dossier brought, inert and of bounded length, the characters cut off being counted."""
    shown = visible(text[:LONGEST])
    return shown if len(text) <= LONGEST else f"{shown}‹+{len(text) - LONGEST}›"


def listed(items: list[str], lang: Lang) -> str:
    """Names one after the other."""
    return ("、" if lang == "zh" else ", ").join(items)


def clauses(items: list[str], lang: Lang, *, most: int = 4) -> str:
    """Clauses one after the other, at most so many; the rest is counted."""
    shown = items[:most]
    if len(items) > most:
        shown.append(fill("and-more", lang, count=str(len(items) - most)))
    return ("；" if lang == "zh" else "; ").join(shown)
