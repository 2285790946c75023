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
        "现行有效：自{start}起施行（核对日期：{day}）",
        "In force: since {start}; the day tested is {day}",
    ),
    "standing-in-force-until": Text(
        "现行有效：有效期自{start}至{end}（核对日期：{day}）",
        "In force: from {start} to {end}; the day tested is {day}",
    ),
    "standing-in-force-then": Text(
        "申报日{day}在有效期内（自{start}至{end}）；截至评定基准日已失效",
        "In force on the application day, {day} (from {start} to {end}); lapsed by the as-of date",
    ),
    "standing-draft": Text(
        "征求意见稿，尚未施行：以下仅依其文本作出判断",
        "Consultation draft, not in force: what follows only applies its text",
    ),
    "standing-not-yet": Text(
        "尚未施行：自{start}起施行（核对日期：{day}）",
        "Not yet in force: it starts on {start}; the day tested is {day}",
    ),
    "standing-not-yet-unknown": Text(
        "尚未施行：文本未载明确切的施行日期，核对日期{day}早于可能的最早施行日",
        "Not yet in force: its first day is not printed, and the day tested, {day}, is before any it can be",
    ),
    "standing-lapsed": Text(
        "已失效：有效期至{end}（核对日期：{day}）", "Lapsed: it was in force until {end}; the day tested is {day}"
    ),
    "standing-start-unknown": Text(
        "施行日期不明：文本未载明自何日起施行，是否有效须向发文机关核实",
        "Start not known: the text does not print from which day it is in force; ask the issuing authority",
    ),
    "standing-day-unknown": Text(
        "申报日未填报，无法判断是否在有效期内",
        "The application day is not known, so nobody can say whether it is in force",
    ),
    # --- what was asked
    "question-entry": Text("申报条件", "entry"),
    "question-procedure": Text("办理程序", "procedure"),
    "question-operation": Text("运行要求", "operation"),
    "question-naming": Text("中心命名", "naming"),
    "application-given": Text("{day}", "{day}"),
    "application-none": Text("尚未提交，以评定基准日{day}代替", "not yet submitted; the as-of date {day} stands in"),
    "application-missing": Text("未填报", "not known (the dossier does not say)"),
    "no-applicant": Text("（资料未填报单位名称）", "(the dossier names nobody)"),
    # --- the verdict
    "meaning-PASS-entry": Text(
        "文本载明的条件均已满足；是否择优批准，由主管机关决定",
        "The printed conditions are met; choosing the best among those who meet them stays with the authority",
    ),
    "meaning-PASS": Text("文本载明的要求均已满足", "The printed requirements are met"),
    "meaning-FAIL": Text("有{count}项要求未满足", "Requirements not met: {count}"),
    "meaning-UNKNOWN": Text(
        "缺少资料{facts}项，补齐前无法作出结论", "Facts missing: {facts}; until they are given there is no verdict"
    ),
    "meaning-UNKNOWN-both": Text(
        "缺少资料{facts}项、待认定{findings}项，补齐前无法作出结论",
        "Facts missing: {facts}, findings needed: {findings}; until then there is no verdict",
    ),
    "meaning-REVIEW": Text(
        "所需资料已齐，尚有{findings}项须由有权单位认定，认定前无法作出结论",
        "The facts suffice; findings needed from people: {findings}; until then there is no verdict",
    ),
    "meaning-NOT_APPLICABLE": Text(
        "该单位不适用任何申报途径，未作判断", "No way in applies to this applicant, so nothing was judged"
    ),
    "meaning-nothing": Text(
        "本规则包对该事项未作规定，未作判断", "The pack asks nothing under this question, so nothing was judged"
    ),
    # --- labels
    "label-question": Text("判断事项", "Question"),
    "label-as-of": Text("评定基准日", "As of"),
    "label-application": Text("申报日", "Application day"),
    "label-remedy": Text("如何补正", "Remedy"),
    "label-not-accepted": Text("未同意放宽", "Less was not accepted"),
    "label-path": Text("填报位置", "In the dossier"),
    "label-evidence": Text("证明材料", "Evidence"),
    "label-whom": Text("由谁认定", "Who decides"),
    "label-members": Text("逐一针对", "About each of"),
    "members-some": Text("{items}等，另有{count}项", "{items} and {count} more"),
    "of-members": Text("{title}（共{count}项）", "{title} ({count:member|members})"),
    "label-for": Text("涉及要求", "Needed for"),
    "label-how-it-stands": Text("目前", "So far"),
    "so-far-not-theirs": Text("已有答复并非由有权单位作出", "answered only by somebody who may not decide it"),
    "so-far-later": Text("答复作出于评定基准日之后", "answered only after the as-of date"),
    "label-taken": Text("采用的理解", "Reading taken"),
    "label-other": Text("另一种理解", "Other reading"),
    "label-why": Text("理由", "Why"),
    "label-if-other": Text("若采另一种理解，结论为", "With the other reading the verdict is"),
    "label-track": Text("途径", "Way in"),
    "label-explain": Text("内容", "What is asked"),
    "label-trace": Text("判断过程", "How it was judged"),
    "label-pack": Text("规则包", "Pack"),
    "label-basis": Text("依据", "Under"),
    "label-pack-digest": Text("规则包摘要", "Digest of the pack"),
    "label-dossier-digest": Text("资料摘要", "Digest of the dossier"),
    "label-calendar-digest": Text("工作日历摘要", "Digest of the calendar"),
    "label-engine": Text("引擎版本", "Engine"),
    "label-tracks": Text("所核途径", "Ways in asked for"),
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
    "section-findings": Text("待有权单位认定的事项（{count}）", "Findings needed from people ({count})"),
    "section-other-facts": Text(
        "其他缺少的资料（{count}），不影响结论", "Other missing facts ({count}), which cannot change the verdict"
    ),
    "section-other-findings": Text(
        "其他待认定的事项（{count}），不影响结论", "Other findings needed ({count}), which cannot change the verdict"
    ),
    "section-readings": Text("会改变结论的另一种理解（{count}）", "Readings that would change the verdict ({count})"),
    "section-excused": Text("已同意例外或放宽的要求（{count}）", "Requirements excused ({count})"),
    "section-preferences": Text("优先条件（{count}），不影响结论", "Preferences ({count}), which change no verdict"),
    "section-left-out": Text("未采用的资料（{count}）", "Left out ({count})"),
    "section-all": Text("全部要求（{count}）", "All requirements ({count})"),
    "section-again": Text("复核信息", "For verification"),
    "column-cites": Text("条款", "Article"),
    "column-matter": Text("事项", "Matter"),
    "see-full": Text("每一项要求及其判断过程：加 --full", "Every requirement and how it was judged: --full"),
    "counted": Text("{word}{count}项", "{count} {word}"),
    "fact-unit": Text("{title}（单位：{unit}）", "{title} (in {unit})"),
    "left-out": Text("{path}（{name}）：{why}", "{path} ({name}): {why}"),
    "left-out-unnamed": Text("{path}：{why}", "{path}: {why}"),
    "left-out-later": Text("日期在评定基准日之后", "dated after the as-of date"),
    "left-out-not-theirs": Text("作出者无权认定该事项", "decided by somebody who may not decide it"),
    "left-out-not-asked": Text("规则包未涉及", "no norm of the pack asks for it"),
    # --- the short form
    "word-preferences": Text("优先条件", "preferences"),
    "short-title": Text("{title}  {applicant}", "{title}  {applicant}"),
    "short-verdict": Text("{verdict}  {applicant}：{meaning}", "{verdict}  {applicant}: {meaning}"),
    "short-asked": Text(
        "{title}（{pack}）；{question}；评定基准日{day}；申报日{application}",
        "{title} ({pack}); {question}; as of {day}; application day {application}",
    ),
    "short-more-failures": Text("另有{count}项不满足", "{count} more not met"),
    "short-more-open": Text("另有{count}项未定", "{count} more open"),
    "short-more-readings": Text(
        "另有{count}种理解会改变结论", "{count:more reading|more readings} would change the verdict"
    ),
    "short-fact": Text("缺少资料：{title}（{path}）", "Missing: {title} ({path})"),
    "short-finding": Text("待认定：{ask}（由{whom}认定）", "To be decided: {ask} (by: {whom})"),
    "short-reading": Text(
        "{cites}{title}：若采另一种理解，结论为{verdict}",
        "{cites} {title}: with the other reading the verdict is {verdict}",
    ),
    "short-no-norms": Text("无可判断的要求", "there is nothing to judge"),
    "short-counts": Text("共{total}项要求：{counts}", "{total:requirement|requirements}: {counts}"),
}
