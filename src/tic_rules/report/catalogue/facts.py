"""Sentences for facts, days and findings."""

from __future__ import annotations

from typing import Final

from tic_rules.ir.catalogue import Text

FACTS: Final = {
    "elapsed-holds": Text(
        "{what}：自{start}至{end}，要求{bound}（期满日{due}），符合",
        "{what}: from {start} to {end}; required {bound} (which ends on {due}); kept",
    ),
    "elapsed-early": Text(
        "{what}：自{start}至{end}，要求{bound}（期满日{due}），提前{by}",
        "{what}: from {start} to {end}; required {bound} (which ends on {due}); {by} too early",
    ),
    "elapsed-late": Text(
        "{what}：自{start}至{end}，要求{bound}（期满日{due}），逾期{by}",
        "{what}: from {start} to {end}; required {bound} (which ends on {due}); {by} too late",
    ),
    "elapsed-open": Text(
        "{what}：自{start}至{end}，要求{bound}，尚不能确定",
        "{what}: from {start} to {end}; required {bound}; not yet settled",
    ),
    "elapsed-none": Text(
        "{what}：自{start}至{end}，要求{bound}，不成立", "{what}: from {start} to {end}; required {bound}; not so"
    ),
    "elapsed-calendar": Text(
        "{what}：自{start}至{end}，要求{bound}，因当年工作日安排尚未公布，无法确定",
        "{what}: from {start} to {end}; required {bound}; the working-day calendar of that year is not published",
    ),
    "elapsed-what": Text("{start}至{end}", "{start} to {end}"),
    "level-holds": Text("{what}：{found}，要求{bound}，达到", "{what}: {found}; required {bound}; reached"),
    "level-fails": Text("{what}：{found}，要求{bound}，未达到", "{what}: {found}; required {bound}; not reached"),
    "level-open": Text("{what}：未填报，要求{bound}", "{what}: not stated; required {bound}"),
    "level-none": Text("{what}：无（资料载明没有），要求{bound}", "{what}: none, says the dossier; required {bound}"),
    "dated": Text("{title}（{day}）", "{title} ({day})"),
    "day-holds": Text("{what}，要求{relation}{limit}，符合", "{what}; required {relation} {limit}; kept"),
    "day-early": Text("{what}，要求{relation}{limit}，提前{by}", "{what}; required {relation} {limit}; {by} too early"),
    "day-late": Text("{what}，要求{relation}{limit}，逾期{by}", "{what}; required {relation} {limit}; {by} too late"),
    "day-open": Text(
        "{what}，要求{relation}{limit}，尚不能确定", "{what}; required {relation} {limit}; not yet settled"
    ),
    "day-none": Text("{what}，要求{relation}{limit}，不成立", "{what}; required {relation} {limit}; not so"),
    "choice-holds": Text("{what}：{found}，属于{allowed}", "{what}: {found}, one of {allowed}"),
    "choice-fails": Text("{what}：{found}，不属于{allowed}", "{what}: {found}, none of {allowed}"),
    "choice-open": Text("{what}：未填报，须属于{allowed}", "{what}: not stated; must be one of {allowed}"),
    "choice-none": Text(
        "{what}：无（资料载明没有），须属于{allowed}", "{what}: none, says the dossier; must be one of {allowed}"
    ),
    "value-holds": Text("{what}：{found}", "{what}: {found}"),
    "value-fails": Text("{what}：{found}，不是{allowed}", "{what}: {found}, not {allowed}"),
    "value-open": Text("{what}：未填报，须为{allowed}", "{what}: not stated; must be {allowed}"),
    "value-none": Text(
        "{what}：无（资料载明没有），须为{allowed}", "{what}: none, says the dossier; must be {allowed}"
    ),
    "flag-holds": Text("{what}：{found}", "{what}: {found}"),
    "flag-fails": Text("{what}：{found}（须为“{allowed}”）", "{what}: {found} (must be “{allowed}”)"),
    "flag-open": Text("{what}：未填报，须为“{allowed}”", "{what}: not stated; must be “{allowed}”"),
    "flag-none": Text(
        "{what}：无（资料载明没有），须为“{allowed}”", "{what}: none, says the dossier; must be “{allowed}”"
    ),
    "seat-holds": Text("{what}：{found}，在{place}范围内", "{what}: {found}, which lies in {place}"),
    "seat-fails": Text("{what}：{found}，不在{place}范围内", "{what}: {found}, which does not lie in {place}"),
    "seat-open": Text("{what}：未填报，须在{place}范围内", "{what}: not stated; must lie in {place}"),
    "seat-coarse": Text(
        "{what}：{found}，级别过高，无法确定是否在{place}范围内",
        "{what}: {found}, too coarse to say whether it lies in {place}",
    ),
    "seat-none": Text(
        "{what}：无（资料载明没有），须在{place}范围内",
        "{what}: none, says the dossier; must lie in {place}",
    ),
    "window-holds": Text(
        "{what}：{found}，在{window}（{first}至{last}）之内", "{what}: {found}, within {window} ({first} to {last})"
    ),
    "window-fails": Text(
        "{what}：{found}，不在{window}（{first}至{last}）之内",
        "{what}: {found}, not within {window} ({first} to {last})",
    ),
    "window-open": Text(
        "{what}：{found}，是否在{window}之内尚不能确定", "{what}: {found}; not settled whether within {window}"
    ),
    "window-none": Text("{what}：{found}，不在{window}之内", "{what}: {found}, so not within {window}"),
    "name-holds": Text("{what}：{found}，符合“{template}”的格式", "{what}: {found}, of the form “{template}”"),
    "name-fails": Text("{what}：{found}，不符合“{template}”的格式", "{what}: {found}, not of the form “{template}”"),
    "name-open": Text(
        "{what}：未填报，须符合“{template}”的格式", "{what}: not stated; must be of the form “{template}”"
    ),
    "name-none": Text(
        "{what}：无（资料载明没有），须符合“{template}”的格式",
        "{what}: none, says the dossier; must be of the form “{template}”",
    ),
    "has-holds": Text("{what}：有", "{what}: there is"),
    "has-fails": Text("{what}：没有", "{what}: there is none"),
    "has-open": Text("{what}：资料未载明有无", "{what}: the dossier does not say whether there is"),
    "finding-yes": Text("{ask}——是（{by}，{on}，依据：{basis}）", "{ask} — yes ({by}, {on}, on the basis of: {basis})"),
    "finding-no": Text("{ask}——否（{by}，{on}，依据：{basis}）", "{ask} — no ({by}, {on}, on the basis of: {basis})"),
    "finding-needed": Text("{ask}——待{whom}认定", "{ask} — to be decided by: {whom}"),
    "finding-not-theirs": Text(
        "{ask}——已有答复并非由有权单位作出，仍待{whom}认定",
        "{ask} — answered only by somebody who may not decide it; to be decided by: {whom}",
    ),
    "finding-later": Text(
        "{ask}——答复作出于评定基准日之后，截至基准日仍待{whom}认定",
        "{ask} — answered only after the as-of date; on that day to be decided by: {whom}",
    ),
    "finding-silent": Text(
        "{ask}——资料未载明{whom}是否已作出决定", "{ask} — the dossier does not say whether this was decided by: {whom}"
    ),
    "always": Text("无其他条件", "nothing more is asked"),
    "nothing-asked": Text("无要求", "nothing is asked"),
}
