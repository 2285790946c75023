"""What the centre is and has: people, rooms, equipment, projects, results, bodies, rules, reports, changes."""

# Annotations stand here as they are and not as texts, each of which Pydantic would compile at every start.

from typing import Annotated, Final, Self

from pydantic import model_validator

from tic_rules.facts import words
from tic_rules.facts.fields import (
    Area,
    Day,
    DayOrNone,
    Days,
    Degree,
    Flag,
    Line,
    LineOrNone,
    Money,
    Nothing,
    Rank,
    Side,
    Times,
    Year,
    choice,
    fact,
    refuse,
    refuse_all,
)
from tic_rules.facts.parts import ListOf, OrNone, Part
from tic_rules.facts.units import Yearly, check_years
from tic_rules.quantity import Kind, text_of

_LONGEST_YEAR: Final = 366


class StaffMember(Part):
    """One person who works at the centre."""

    name: Line | None = fact("姓名或编号", "Name or number", "人员名册", "Staff register")
    unit: Side | None = fact("所属方", "Whose employee", "劳动合同或任职文件", "Employment contract")
    role: Annotated[str, choice(words.STAFF_ROLES)] | None = fact("岗位", "Role", "任职文件", "Letter of appointment")
    full_time: Flag | None = fact("是否专职", "Whether full-time", "劳动合同", "Employment contract")
    fixed: Flag | None = fact("是否固定人员", "Whether fixed staff", "劳动合同", "Employment contract")
    days_worked_last_year: Days | None = fact(
        "上一年度实际工作天数", "Days actually worked in the last calendar year", "考勤记录", "Attendance record"
    )
    degree: Degree | None = fact("学位", "Degree", "学位证书", "Degree certificate")
    title: Rank | None = fact("职称", "Professional title", "职称证书", "Title certificate")
    born_on: Day | None = fact("出生日期", "Day of birth", "身份证件", "Identity document")

    @model_validator(mode="after")
    def _check(self) -> Self:
        worked = self.days_worked_last_year
        if worked is not None and worked.amount > _LONGEST_YEAR:
            raise refuse("E155", "days_worked_last_year", seen=text_of(worked))
        return self


class Director(Part):
    """The centre's director."""

    name: Line | None = fact("姓名或编号", "Name or number", "聘任文件", "Letter of appointment")
    unit: Side | None = fact("所属方", "Whose employee", "劳动合同", "Employment contract")
    title: Rank | None = fact("职称", "Professional title", "职称证书", "Title certificate")
    degree: Degree | None = fact("学位", "Degree", "学位证书", "Degree certificate")
    born_on: Day | None = fact("出生日期", "Day of birth", "身份证件", "Identity document")
    full_time: Flag | None = fact("是否全职", "Whether full-time", "劳动合同", "Employment contract")
    in_charge: Flag | None = fact(
        "是否由主任全面负责建设、运行和日常管理",
        "Whether the director is in charge of building, running and daily management",
        "章程或任命文件",
        "Charter or letter of appointment",
    )
    has_autonomy: Flag | None = fact(
        "主任是否有自主权（岗位设置、任务安排、科研组织、人员调整、绩效奖励等）",
        "Whether the director may decide on posts, research, tasks, staff changes and rewards",
        "章程或任命文件",
        "Charter or letter of appointment",
    )
    filed_with_supervisor: Flag | None = fact(
        "任命是否报主管部门备案", "Whether the appointment was filed with the supervising body", "备案材料", "Filing"
    )
    filed_with_bureau: Flag | None = fact(
        "任命是否报市科技局备案", "Whether the appointment was filed with the Bureau", "备案材料", "Filing"
    )


class CommitteeMember(Part):
    """One member of the expert committee."""

    name: Line | None = fact("姓名或编号", "Name or number", "聘书", "Letter of appointment")
    unit: Side | None = fact("所属方", "Whose employee", "聘书", "Letter of appointment")


class Committee(Part):
    """The expert committee."""

    members: Annotated[tuple[CommitteeMember, ...], ListOf(counts=Kind.PEOPLE)] | None = fact(
        "委员（含主任）", "Members, the chair included", "聘书", "Letters of appointment"
    )
    chair: Annotated[CommitteeMember | Nothing, OrNone()] | None = fact(
        "主任", "Chair", "聘书", "Letter of appointment"
    )
    advises: Flag | None = fact(
        "是否审议发展目标、重点任务并对重大事项提出意见",
        "Whether it reviews goals and key tasks and advises on major matters",
        "章程或会议记录",
        "Charter or minutes",
    )
    filed_with_supervisor: Flag | None = fact(
        "委员会成员是否报主管部门备案", "Whether its members were filed with the supervising body", "备案材料", "Filing"
    )
    filed_with_bureau: Flag | None = fact(
        "委员会成员是否报市科技局备案", "Whether its members were filed with the Bureau", "备案材料", "Filing"
    )
    meetings_a_year: Times | None = fact(
        "每年召开会议的次数（各年不同的，填最少的一年）",
        "Meetings held a year (where years differ, the least)",
        "会议记录",
        "Minutes",
    )


class Board(Part):
    """The body that decides: a council, board of directors or management committee."""

    members: Annotated[tuple[CommitteeMember, ...], ListOf(counts=Kind.PEOPLE)] | None = fact(
        "成员", "Members", "成立文件", "Founding document"
    )
    meets_regularly: Flag | None = fact("是否定期召开会议", "Whether it meets regularly", "会议记录", "Minutes")
    decides_major_matters: Flag | None = fact(
        "是否研究审定发展规划、重大项目、资金使用、主任聘用等重大事项",
        "Whether it decides plans, major projects, money, the director's appointment and other major matters",
        "章程或会议记录",
        "Charter or minutes",
    )
    made_charter: Flag | None = fact("是否制定中心章程", "Whether it made the centre's charter", "章程", "Charter")
    sets_yearly_plan: Flag | None = fact(
        "是否确定年度工作计划", "Whether it sets the yearly work plan", "会议记录", "Minutes"
    )


class Premises(Part):
    """One set of rooms."""

    name: Line | None = fact("名称", "Name", "产权证或租赁合同", "Title deed or lease")
    use: Annotated[str, choice(words.PREMISES_USES)] | None = fact(
        "用途", "Use", "产权证或租赁合同", "Title deed or lease"
    )
    area: Area | None = fact("面积", "Floor area", "产权证或租赁合同", "Title deed or lease")
    fixed: Flag | None = fact(
        "是否固定场地（非临时使用）",
        "Whether they are lasting, not for temporary use",
        "产权证或租赁合同",
        "Title deed or lease",
    )
    unit: Side | None = fact("所属方", "Whose it is", "产权证或租赁合同", "Title deed or lease")


class Equipment(Part):
    """One piece, or one lot, of equipment of the centre."""

    name: Line | None = fact("名称", "Name", "固定资产台账", "Register of fixed assets")
    value: Money | None = fact("原值", "Original value", "固定资产台账和发票", "Register of fixed assets and invoices")
    for_rd: Flag | None = fact("是否研发设备", "Whether it is for R&D", "固定资产台账", "Register of fixed assets")
    agreed_for_centre: Flag | None = fact(
        "共建单位的设备，是否按协议可用于中心科研",
        "If a partner's, whether the agreement lets the centre use it for research",
        "共建协议",
        "Joint agreement",
    )
    unit: Side | None = fact("所属方", "Whose it is", "固定资产台账", "Register of fixed assets")


class Project(Part):
    """One research project of the centre."""

    name: Line | None = fact("名称", "Name", "立项文件", "Project approval")
    unit: Side | None = fact("承担方", "Who carries it", "立项文件", "Project approval")


class Result(Part):
    """One scientific or technical result of the centre."""

    name: Line | None = fact("名称", "Name", "专利证书等成果证明", "Patent or other proof of the result")
    unit: Side | None = fact("权属方", "Whose it is", "专利证书等成果证明", "Patent or other proof of the result")


class AnnualReport(Part):
    """A yearly report that was filed."""

    year: Year | None = fact("报告年度", "Year reported on", "年度报告", "Yearly report")
    day: Day | None = fact("报送日期", "Day of filing", "报送记录", "Filing record")
    states_progress: Flag | None = fact(
        "是否写明建设进展", "Whether it states the progress", "年度报告", "Yearly report"
    )
    states_operation: Flag | None = fact(
        "是否写明年度运行基本情况", "Whether it states how the year went", "年度报告", "Yearly report"
    )
    states_problems: Flag | None = fact(
        "是否写明存在问题", "Whether it states the problems", "年度报告", "Yearly report"
    )
    states_plan: Flag | None = fact("是否写明下一步工作计划", "Whether it states the plan", "年度报告", "Yearly report")
    has_data: Flag | None = fact("是否附建设运行数据", "Whether data are attached", "年度报告", "Yearly report")
    stamped_by_lead: Flag | None = fact(
        "是否由依托单位盖章", "Whether the lead stamped it", "年度报告", "Yearly report"
    )
    has_summary: Flag | None = fact(
        "是否有上年度工作总结", "Whether it sums up the past year's work", "年度报告", "Yearly report"
    )
    reviewed_by_lead: Flag | None = fact(
        "是否经依托单位审核", "Whether the lead reviewed it", "审核意见", "Review note"
    )
    reviewed_by_partners: Flag | None = fact(
        "是否经各共建单位审核", "Whether the partners reviewed it", "审核意见", "Review note"
    )
    reviewed_by_supervisor: Flag | None = fact(
        "是否经主管部门审核", "Whether the supervising body reviewed it", "审核意见", "Review note"
    )
    filed_with: Line | None = fact("报送对象", "With whom it was filed", "报送记录", "Filing record")


class Change(Part):
    """A change of the centre's name, seat or another major matter."""

    what: Annotated[str, choice(words.CHANGE_KINDS)] | None = fact(
        "变更事项", "What changed", "变更材料", "Documents of the change"
    )
    day: Day | None = fact("变更日期", "Day of the change", "变更材料", "Documents of the change")
    asked_in_writing: Flag | None = fact(
        "是否书面申请", "Whether it was asked for in writing", "变更申请", "Written request"
    )
    reviewed_by_supervisor: Flag | None = fact(
        "是否经主管部门审核", "Whether the supervising body reviewed it", "审核意见", "Review note"
    )
    evidence_attached: Flag | None = fact(
        "是否附佐证材料", "Whether evidence was attached to the request", "变更申请", "Written request"
    )
    approved_on: DayOrNone | None = fact(
        "批准日期（未批准写 none）", "Day of approval (none if not approved)", "批复", "Approval"
    )
    approved_by: LineOrNone | None = fact(
        "批准单位（未批准写 none）", "Who approved it (none if nobody did)", "批复", "Approval"
    )
    advised_by_committee: Flag | None = fact(
        "是否根据专家委员会建议提出", "Whether the expert committee advised it", "专家委员会意见", "Committee's opinion"
    )
    filed_with_supervisor: Flag | None = fact(
        "是否报主管部门备案", "Whether it was filed with the supervising body", "备案材料", "Filing"
    )
    filed_with_bureau: Flag | None = fact(
        "是否报市科技局备案", "Whether it was filed with the Bureau", "备案材料", "Filing"
    )


class Centre(Part):
    """The centre that is applied for, or that runs."""

    name: Line | None = fact("中心名称", "Name of the centre", "申报材料", "Application documents")
    name_en: LineOrNone | None = fact(
        "中心英文名称（没有写 none）",
        "English name of the centre (none if it has none)",
        "申报材料",
        "Application documents",
    )
    field: Line | None = fact("技术领域", "Technical field", "申报材料", "Application documents")
    is_legal_person: Flag | None = fact(
        "中心是否独立法人实体",
        "Whether the centre is a legal person of its own",
        "法人证书",
        "Certificate of the legal person",
    )
    registered_on: Day | None = fact(
        "中心注册日期", "Day on which the centre was registered", "法人证书", "Certificate of the legal person"
    )
    director: Annotated[Director | Nothing, OrNone()] | None = fact(
        "中心主任", "Director", "聘任文件", "Letter of appointment"
    )
    board: Annotated[Board | Nothing, OrNone()] | None = fact(
        "理事会（董事会、管理委员会）", "Council, board or management committee", "成立文件", "Founding document"
    )
    committee: Annotated[Committee | Nothing, OrNone()] | None = fact(
        "专家委员会", "Expert committee", "成立文件", "Founding document"
    )
    staff: Annotated[tuple[StaffMember, ...], ListOf(counts=Kind.PEOPLE)] | None = fact(
        "人员", "Staff", "人员名册和考勤记录", "Staff register and attendance record"
    )
    premises: Annotated[tuple[Premises, ...], ListOf()] | None = fact(
        "场地", "Premises", "产权证或租赁合同", "Title deeds or leases"
    )
    equipment: Annotated[tuple[Equipment, ...], ListOf()] | None = fact(
        "仪器设备", "Equipment", "固定资产台账", "Register of fixed assets"
    )
    projects: Annotated[tuple[Project, ...], ListOf(counts=Kind.PROJECTS)] | None = fact(
        "科研项目", "Research projects", "立项文件", "Project approvals"
    )
    results: Annotated[tuple[Result, ...], ListOf(counts=Kind.PROJECTS)] | None = fact(
        "科技成果", "Scientific and technical results", "成果证明", "Proofs of the results"
    )
    has_rules: Flag | None = fact(
        "是否建立各项规章制度", "Whether it has rules of its own", "制度汇编", "Collection of rules"
    )
    rules_cover_projects: Flag | None = fact(
        "制度是否涵盖科研项目", "Whether the rules cover research projects", "制度汇编", "Collection of rules"
    )
    rules_cover_exchange: Flag | None = fact(
        "制度是否涵盖开放交流与合作",
        "Whether the rules cover exchange and cooperation",
        "制度汇编",
        "Collection of rules",
    )
    rules_cover_talent: Flag | None = fact(
        "制度是否涵盖人才培养", "Whether the rules cover the training of people", "制度汇编", "Collection of rules"
    )
    has_cooperation_mechanism: Flag | None = fact(
        "是否建立开放合作机制",
        "Whether it has a mechanism for open cooperation",
        "合作协议或制度",
        "Agreements or rules",
    )
    has_plan: Flag | None = fact(
        "是否制定发展规划和总体目标",
        "Whether it has a development plan and overall goals",
        "发展规划",
        "Development plan",
    )
    states_yearly_tasks: Flag | None = fact(
        "是否定明每年的任务、技术路线和预期成果",
        "Whether yearly tasks, technical route and expected results are set",
        "年度计划",
        "Yearly plan",
    )
    annual_reports: Annotated[tuple[AnnualReport, ...], ListOf(dated="day", counts=Kind.TIMES)] | None = fact(
        "已报送的年度报告", "Yearly reports filed", "报送记录", "Filing records"
    )
    rd_input: Yearly | None = fact(
        "中心研发投入（按年）", "R&D input of the centre, by year", "审计报告", "Audit report"
    )
    conversion_income: Yearly | None = fact(
        "中心研发成果转化直接收入（按年）",
        "Direct income of the centre from converting R&D results, by year",
        "成果转化合同和审计报告",
        "Conversion contracts and audit report",
    )
    inventions_bear_name: Flag | None = fact(
        "科研人员的职务发明成果是否均标注中心名称",
        "Whether all service inventions of its researchers bear the centre's name",
        "专利文件",
        "Patent documents",
    )
    results_bear_name: Flag | None = fact(
        "职务发明等科研成果是否均标注中心名称",
        "Whether service inventions and other results all bear the centre's name",
        "专利文件和论文",
        "Patent documents and papers",
    )
    has_fixed_and_mobile_staff: Flag | None = fact(
        "是否实行固定与流动相结合的聘用", "Whether it employs fixed and mobile staff", "聘用制度", "Rules on employment"
    )
    has_separate_account: Flag | None = fact(
        "经费是否设立专账", "Whether its funds have an account of their own", "会计账簿", "Books of account"
    )
    accounted_separately: Flag | None = fact(
        "经费是否独立核算", "Whether its funds are accounted for separately", "会计账簿", "Books of account"
    )
    rules_cover_hiring: Flag | None = fact(
        "制度是否涵盖人员聘用", "Whether the rules cover the hiring of staff", "制度汇编", "Collection of rules"
    )
    rules_cover_titles: Flag | None = fact(
        "制度是否涵盖职称评聘",
        "Whether the rules cover professional titles",
        "制度汇编",
        "Collection of rules",
    )
    rules_cover_pay: Flag | None = fact(
        "制度是否涵盖薪酬", "Whether the rules cover pay", "制度汇编", "Collection of rules"
    )
    rules_cover_rewards: Flag | None = fact(
        "制度是否涵盖奖励激励", "Whether the rules cover rewards and incentives", "制度汇编", "Collection of rules"
    )
    opens_large_instruments: Flag | None = fact(
        "大型科研设施与仪器等是否面向社会开放服务",
        "Whether large facilities and instruments are open to society",
        "开放共享记录",
        "Records of sharing",
    )
    changes: Annotated[tuple[Change, ...], ListOf(dated="day", counts=Kind.TIMES)] | None = fact(
        "运行期间的变更", "Changes while running", "变更材料", "Documents of changes"
    )

    @model_validator(mode="after")
    def _check(self) -> Self:
        wrong = list(check_years(self.rd_input, "rd_input", self.registered_on))
        wrong += check_years(self.conversion_income, "conversion_income", self.registered_on)
        refuse_all(wrong)
        return self
