"""Sentences, headings and labels of what shows itself beside a determination: comparisons, packs, dossiers, files."""

from __future__ import annotations

from typing import Final

from tic_rules.ir.catalogue import Text

SHOWN: Final = {
    # --- margins by themselves
    "gap-short": Text("差{by}", "{by} short"),
    "gap-over": Text("超出{by}", "{by} over"),
    "gap-add": Text("还差{by}", "{by} more needed"),
    "gap-remove": Text("须减少{by}", "{by} too many"),
    # --- a comparison
    "compared-title": Text("各市并列比较", "Cities side by side"),
    "compared-way": Text("{city} · {track}", "{city} · {track}"),
    "compared-legend": Text(
        "{marks}；空白或“未要求”：该文本未要求", "{marks}; blank or “not asked”: that text does not ask"
    ),
    "compared-not-asked": Text("未要求", "not asked"),
    "compared-own": Text("各市自设的其他事项{count}项", "other matters that one city sets for itself: {count}"),
    "compared-counted": Text("{mark} {count}项", "{mark} {count}"),
    "compared-ways": Text("各途径的结论", "The verdict of each way in"),
    "compared-way-in": Text("城市与途径", "City and way in"),
    "compared-verdict": Text("结论", "Verdict"),
    "compared-standing": Text("文本是否有效", "Whether the text is in force"),
    "compared-matters": Text("逐项比较", "Matter by matter"),
    "compared-asks": Text("各途径还要什么", "What each would still ask for"),
    "compared-pass": Text("文本载明的条件均已满足", "the printed conditions are met"),
    "compared-fail": Text("{count}项不满足", "not met: {count}"),
    "compared-open": Text("还有{count}项未定", "still open: {count}"),
    "compared-not-applicable": Text("该申报单位不适用此途径", "this way in is not this applicant's"),
    "compared-asks-nothing": Text("不再要求什么", "nothing more is asked for"),
    "compared-settled": Text(
        "结论已定：{count}项不满足，补充资料或认定不会改变结论",
        "settled: {count} not met, and no further fact or finding changes that",
    ),
    "compared-fact": Text(
        "缺少资料：{ask}（{path}；证明材料：{evidence}）", "Missing: {ask} ({path}; evidence: {evidence})"
    ),
    "compared-fact-alone": Text("缺少资料：{ask}（{path}）", "Missing: {ask} ({path})"),
    "compared-none": Text("没有可比较的途径", "There is no way in to compare"),
    # --- a pack
    "pack-draft": Text("征求意见稿，在任何一天都不是施行中", "Consultation draft: in force on no day"),
    "pack-from": Text("自{start}起施行", "In force since {start}"),
    "pack-from-until": Text("有效期自{start}至{end}", "In force from {start} to {end}"),
    "pack-start-unknown": Text("施行日期文本未载明", "The text does not print from which day it is in force"),
    "label-issuer": Text("发文机关", "Issued by"),
    "label-number": Text("文号", "Number"),
    "label-issued-on": Text("发文日期", "Issued on"),
    "shown-ways": Text("申报途径（{count}）", "Ways in ({count})"),
    "shown-norms": Text("{question}：要求（{count}）", "{question}: requirements ({count})"),
    "shown-provisions": Text(
        "条文共{provisions}处，要求共{norms}项", "{provisions:provision|provisions}, {norms:requirement|requirements}"
    ),
    "column-id": Text("编号", "Id"),
    "column-way": Text("途径", "Way in"),
    # --- a dossier
    "shown-dossier": Text("资料", "Dossier"),
    "shown-facts": Text("已填{facts}项，认定{findings}项", "{facts:fact|facts} and {findings:finding|findings} given"),
    "shown-part": Text("{title}（{count}）", "{title} ({count})"),
    "shown-unchecked": Text(
        "这份资料未经检查，无法逐项显示", "This dossier is not checked and cannot be shown fact by fact"
    ),
    "label-seat": Text("注册地", "Seat"),
    "label-city": Text("申报城市", "City applied to"),
    "column-fact": Text("资料", "Fact"),
    "column-value": Text("填写", "Value"),
    "column-path": Text("填报位置", "In the dossier"),
    # --- a file
    "file-title": Text("{verdict} {applicant}：{title}", "{verdict} {applicant}: {title}"),
    "file-articles": Text("逐条", "Article by article"),
    "file-again": Text("如何重新判断", "How to run it again"),
    "file-again-how": Text(
        "用同一份资料、同一规则包再运行一次；两个摘要须与下列相同，结果才可比较。",
        "Run it once more with the same dossier and pack: results compare only where both digests are those below.",
    ),
    "file-command": Text("命令", "Command"),
    "file-python": Text("程序调用", "In Python"),
    "file-dossier": Text("资料文件", "DOSSIER"),
    "file-own-pack": Text("规则包文件", "PACK"),
    "file-nothing": Text("（本次判断未涉及任何条文）", "(no article was asked)"),
}
