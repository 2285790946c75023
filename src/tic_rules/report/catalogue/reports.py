"""Sentences, headings and labels of the report as a whole."""

from __future__ import annotations

from typing import Final

from tic_rules.ir.catalogue import Text

REPORTS: Final = {
    # --- how the pack stands
    "pack": Text("{title}（{issuer}），规则包 {pack} {version}", "{title} ({issuer}), pack {pack} {version}"),
    "pack-numbered": Text(
        "{title}（{issuer}，{number}），规则包 {pack} {version}", "{title} ({issuer}, {number}), pack {pack} {version}"
    ),
    "standing-in-force": Text(
        "施行中：自 {start} 起施行，所看的是 {day}",
        "In force: since {start}; the day tested is {day}",
    ),
    "standing-in-force-until": Text(
        "施行中：自 {start} 至 {end}，所看的是 {day}", "In force: from {start} to {end}; the day tested is {day}"
    ),
    "standing-draft": Text(
        "征求意见稿，任何一天都未施行：以下只是按其文字判断",
        "A consultation draft, in force on no day: what follows only applies its words",
    ),
    "standing-not-yet": Text(
        "尚未施行：{start} 起施行，所看的是 {day}", "Not yet in force: it starts on {start}; the day tested is {day}"
    ),
    "standing-not-yet-unknown": Text(
        "尚未施行：确切的施行日期未印出，所看的 {day} 早于可能的首日",
        "Not yet in force: its first day is not printed, and the day tested, {day}, is before any it can be",
    ),
    "standing-lapsed": Text(
        "已经失效：有效期至 {end}，所看的是 {day}", "Lapsed: it was in force until {end}; the day tested is {day}"
    ),
    "standing-start-unknown": Text(
        "施行日期不明：文本未印明自哪一天起施行",
        "Start not known: the text does not print from which day it is in force",
    ),
    "standing-day-unknown": Text(
        "申报日未知，不能判断是否在施行期内",
        "The application day is not known, so nobody can say whether it is in force",
    ),
    # --- what was asked
    "question-entry": Text("申报条件", "entry"),
    "question-procedure": Text("办理程序", "procedure"),
    "question-operation": Text("运行要求", "operation"),
    "question-naming": Text("中心命名", "naming"),
    "application-given": Text("{day}", "{day}"),
    "application-none": Text("尚未提交，以评定基准日 {day} 代替", "not yet submitted; the as-of date {day} stands in"),
    "application-missing": Text("未知（资料未写）", "not known (the dossier does not say)"),
    "no-applicant": Text("（资料未写单位名称）", "(the dossier names nobody)"),
    # --- the verdict
    "meaning-PASS-entry": Text(
        "所印的条件均已满足；是否择优批准，仍由主管机关决定",
        "The printed conditions are met; choosing the best among those who meet them stays with the authority",
    ),
    "meaning-PASS": Text("所印的要求均已满足", "The printed requirements are met"),
    "meaning-FAIL": Text("所印的要求中有{count}项未满足", "Of the printed requirements, {count} are not met"),
    "meaning-UNKNOWN": Text(
        "缺资料{facts}项，补齐之前不能下结论", "Facts missing: {facts}; until they are given there is no verdict"
    ),
    "meaning-UNKNOWN-both": Text(
        "缺资料{facts}项、待认定{findings}项，补齐之前不能下结论",
        "Facts missing: {facts}, findings needed: {findings}; until then there is no verdict",
    ),
    "meaning-REVIEW": Text(
        "资料已足，尚有{findings}项须由人认定，认定之前不能下结论",
        "The facts suffice; findings needed from people: {findings}; until then there is no verdict",
    ),
    "meaning-NOT_APPLICABLE": Text(
        "没有一条途径适用于该单位，所以不作判断", "No way in applies to this applicant, so nothing was judged"
    ),
    "meaning-nothing": Text(
        "本规则包对这一问题没有规定，所以不作判断", "The pack asks nothing under this question, so nothing was judged"
    ),
    # --- labels
    "label-question": Text("问题", "Question"),
    "label-as-of": Text("评定基准日", "As of"),
    "label-application": Text("申报日", "Application day"),
    "label-applicant": Text("单位", "Applicant"),
    "label-standing": Text("施行状态", "Standing"),
    "label-remedy": Text("怎样补救", "Remedy"),
    "label-not-accepted": Text("未获放宽", "Less was not accepted"),
    "label-path": Text("资料位置", "In the dossier"),
    "label-evidence": Text("可用的证明", "Evidence"),
    "label-whom": Text("由谁认定", "Who decides"),
    "label-for": Text("用于", "For"),
    "label-how-it-stands": Text("目前", "So far"),
    "so-far-not-theirs": Text("已有的答复不是有权者作出的", "answered only by somebody who may not decide it"),
    "so-far-later": Text("评定基准日之后才有答复", "answered only after the as-of date"),
    "label-taken": Text("所采读法", "Reading taken"),
    "label-other": Text("另一读法", "Other reading"),
    "label-why": Text("理由", "Why"),
    "label-if-other": Text("若采另一读法，结论为", "With the other reading the verdict is"),
    "label-track": Text("途径", "Way in"),
    "label-explain": Text("内容", "What is asked"),
    "label-trace": Text("判断过程", "How it was judged"),
    "label-pack": Text("规则包", "Pack"),
    "label-pack-digest": Text("规则包摘要", "Digest of the pack"),
    "label-dossier-digest": Text("资料摘要", "Digest of the dossier"),
    "label-calendar-digest": Text("工作日历摘要", "Digest of the calendar"),
    "label-engine": Text("引擎版本", "Engine"),
    "label-tracks": Text("所问途径", "Ways in asked for"),
    "calendar-unread": Text("未用到", "not read"),
    "all-tracks": Text("全部", "all"),
    "labelled": Text("{label}：{text}", "{label}: {text}"),
    # --- sections
    "section-tracks": Text("申报途径", "Ways in"),
    "section-failures": Text("不满足的要求（{count}）", "Requirements not met ({count})"),
    "section-failed-tracks": Text(
        "其他途径中不满足的要求（{count}），不影响结论",
        "Requirements not met in other ways in ({count}), which do not decide",
    ),
    "section-facts": Text("缺少的资料（{count}）", "Missing facts ({count})"),
    "section-findings": Text("待人认定的事项（{count}）", "Findings needed from people ({count})"),
    "section-other-facts": Text(
        "另缺的资料（{count}），不影响结论", "Other missing facts ({count}), which cannot change the verdict"
    ),
    "section-other-findings": Text(
        "另外待人认定的事项（{count}），不影响结论", "Other findings needed ({count}), which cannot change the verdict"
    ),
    "section-readings": Text("会改变结论的另一读法（{count}）", "Readings that would change the verdict ({count})"),
    "section-excused": Text("准予例外或放宽的要求（{count}）", "Requirements excused ({count})"),
    "section-preferences": Text("优先条件（{count}），不影响结论", "Preferences ({count}), which change no verdict"),
    "section-left-out": Text("未采用的资料（{count}）", "Left out ({count})"),
    "section-all": Text("全部要求（{count}）", "All requirements ({count})"),
    "section-again": Text("怎样重算", "How to run it again"),
    "counted": Text("{word} {count}", "{word} {count}"),
    "fact-unit": Text("{title}（{unit}）", "{title} ({unit})"),
    "left-out": Text("{path}（{name}）：{why}", "{path} ({name}): {why}"),
    "left-out-unnamed": Text("{path}：{why}", "{path}: {why}"),
    "left-out-later": Text("日期在评定基准日之后", "dated after the as-of date"),
    "left-out-not-theirs": Text("作出者不在有权认定之列", "decided by somebody who may not decide it"),
    "left-out-not-asked": Text("规则包没有问到", "no norm of the pack asks for it"),
    # --- the short form
    "word-preferences": Text("优先条件", "preferences"),
    "short-verdict": Text("{verdict}  {applicant}", "{verdict}  {applicant}"),
    "short-asked": Text(
        "{question}；评定基准日 {day}；申报日 {application}", "{question}; as of {day}; application day {application}"
    ),
    "short-more-failures": Text("另有{count}项不满足", "{count} more not met"),
    "short-more-open": Text("另有{count}项未定", "{count} more open"),
    "short-more-readings": Text("另有{count}种读法会改变结论", "{count} more readings would change the verdict"),
    "short-fact": Text("缺资料：{title}（{path}）", "Missing: {title} ({path})"),
    "short-finding": Text("待认定：{ask}——由{whom}", "To be decided: {ask} By: {whom}"),
    "short-reading": Text(
        "{cites}{title}：若采另一读法，结论为{verdict}",
        "{cites} {title}: with the other reading the verdict is {verdict}",
    ),
    "short-no-norms": Text("没有可判断的要求", "there is nothing to judge"),
    "short-counts": Text("共{total}项要求：{counts}", "{total} requirements: {counts}"),
}
