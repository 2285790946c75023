"""What was done with an application, and who did it."""

# Annotations stand here as they are and not as texts, each of which Pydantic would compile at every start.

from typing import Annotated, Self

from pydantic import model_validator

from tic_rules.facts import words
from tic_rules.facts.fields import Day, DayOrNone, Flag, Line, Nothing, choice, fact, refuse, refuse_all
from tic_rules.facts.parts import OrNone, Part


class Application(Part):
    """What is applied for, and when."""

    city: Line | None = fact("申报城市（规则包名）", "City applied to (id of its pack)", "申报书", "Application form")
    track: Line | None = fact("申报途径", "Track", "申报书", "Application form")
    submitted_on: DayOrNone | None = fact(
        "申报材料提交日期（尚未提交写 none）", "Day of submission (none if not yet submitted)", "受理回执", "Receipt"
    )


class Act(Part):
    """One step that was taken."""

    day: Day | None = fact("日期", "Day", "相应文书", "The document of the step")
    by: Line | None = fact("作出单位", "Who took it", "相应文书", "The document of the step")
    outcome: Annotated[str, choice(words.OUTCOMES)] | None = fact(
        "结果", "Outcome", "相应文书", "The document of the step"
    )


class Publicity(Part):
    """The publication of a list for objections."""

    by: Line | None = fact("公示单位", "Who published it", "公示文件", "Public notice")
    first_day: Day | None = fact("公示首日", "First day", "公示文件", "Public notice")
    last_day: Day | None = fact("公示末日", "Last day", "公示文件", "Public notice")
    objection_raised: Flag | None = fact(
        "是否有人提出异议", "Whether anybody objected", "异议处理记录", "Record of objections"
    )
    objection_upheld: Flag | None = fact(
        "是否有异议成立", "Whether an objection was upheld", "异议处理记录", "Record of objections"
    )

    @model_validator(mode="after")
    def _check(self) -> Self:
        wrong = []
        if self.first_day is not None and self.last_day is not None and self.last_day < self.first_day:
            wrong.append(refuse("E168", "last_day", first=self.first_day, last=self.last_day))
        if self.objection_raised is False and self.objection_upheld is True:
            wrong.append(refuse("E156", "objection_upheld"))
        refuse_all(wrong)
        return self


MaybeAct = Annotated[Act | Nothing, OrNone(dated="day")]


class Procedure(Part):
    """The steps of an application; a step that was not taken is written ``none``."""

    notice: MaybeAct | None = fact("发布申报通知", "Call for applications", "通知文件", "Notice")
    consultation: MaybeAct | None = fact(
        "主管部门与市科技局会商",
        "Consultation between the supervising body and the Bureau",
        "会商纪要",
        "Minutes of the consultation",
    )
    recommendation: MaybeAct | None = fact(
        "主管部门审核推荐", "Review and recommendation by the supervising body", "推荐函", "Letter of recommendation"
    )
    formal_review: MaybeAct | None = fact("形式审查", "Review of form", "形式审查记录", "Record of the review")
    expert_review: MaybeAct | None = fact("专家评审", "Expert review", "评审意见", "Opinion of the experts")
    site_visit: MaybeAct | None = fact("现场考察", "Site visit", "考察意见", "Report of the visit")
    acceptance: MaybeAct | None = fact(
        "建设验收或绩效评价", "Acceptance or performance evaluation", "验收或评价意见", "Opinion of acceptance"
    )
    proposal: MaybeAct | None = fact("主管处室提出建议", "Proposal by the office in charge", "建议文件", "The proposal")
    decision: MaybeAct | None = fact("会议研究确定", "Decision in session", "会议纪要", "Minutes")
    consent: MaybeAct | None = fact(
        "相关省市审批同意", "Consent of the other provinces concerned", "同意函", "Letters of consent"
    )
    publicity: Annotated[Publicity | Nothing, OrNone(dated="first_day")] | None = fact(
        "公示", "Publication for objections", "公示文件", "Public notice"
    )
    approval: MaybeAct | None = fact("公布或批复", "Approval", "批复文件", "Approval document")
    task_book: MaybeAct | None = fact("签订建设任务书", "Signing of the task book", "任务书", "Task book")
