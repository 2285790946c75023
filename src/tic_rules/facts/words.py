"""The closed words of the dossier, with their English, and how texts are compared."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import Final

UNIT_KINDS: Final = ("企业", "高校", "科研院所", "新型研发机构", "技术机构", "政府部门", "其他法人")
LEGAL_FORMS: Final = ("企业法人", "事业单位法人", "社会服务机构法人", "其他法人")
SIDES: Final = ("依托单位", "共建单位", "其他")
STAFF_ROLES: Final = ("科研", "科研辅助", "管理", "其他")
PREMISES_USES: Final = ("科研开发", "中试", "办公", "其他")
INCIDENT_KINDS: Final = ("安全生产责任事故", "生态环境问责", "质量事故", "其他")
CREDIT_KINDS: Final = ("社会信用", "科研信誉")
CENTRE_LEVELS: Final = ("国家级", "省级", "市级")
CHANGE_KINDS: Final = ("名称", "注册地", "依托单位", "主任", "其他重大事项")
OUTCOMES: Final = ("通过", "未通过")

SCALES: Final[dict[str, tuple[str, ...]]] = {
    "degree": ("无学位", "学士", "硕士", "博士"),
    "title": ("无职称", "初级", "中级", "副高", "正高"),
}
"""Levels that mean the same in every city, lowest first."""

ENGLISH: Final[dict[str, str]] = {
    "企业": "enterprise",
    "高校": "university",
    "科研院所": "research institute",
    "新型研发机构": "new-type R&D institution",
    "技术机构": "technical institution",
    "政府部门": "government body",
    "其他法人": "other legal person",
    "企业法人": "company",
    "事业单位法人": "public institution",
    "社会服务机构法人": "private non-enterprise institution",
    "依托单位": "lead unit",
    "共建单位": "partner",
    "其他": "other",
    "科研": "research",
    "科研辅助": "research support",
    "管理": "management",
    "科研开发": "R&D",
    "中试": "pilot testing",
    "办公": "offices",
    "安全生产责任事故": "work-safety liability accident",
    "生态环境问责": "environmental accountability case",
    "质量事故": "quality accident",
    "社会信用": "social credit",
    "科研信誉": "research integrity",
    "国家级": "national",
    "省级": "provincial",
    "市级": "municipal",
    "名称": "name",
    "注册地": "registered seat",
    "主任": "director",
    "其他重大事项": "other major matter",
    "通过": "passed",
    "未通过": "not passed",
    "无学位": "no degree",
    "学士": "bachelor's degree",
    "硕士": "master's degree",
    "博士": "doctorate",
    "无职称": "no title",
    "初级": "junior title",
    "中级": "intermediate title",
    "副高": "associate senior title",
    "正高": "full senior title",
    "true": "yes",
    "false": "no",
}


@lru_cache(maxsize=4096)
def canonical(text: str) -> str:
    """The text as it is compared: after NFKC and without white space."""
    return "".join(unicodedata.normalize("NFKC", text).split())
