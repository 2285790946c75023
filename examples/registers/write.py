"""Writes the example register of invented centres: ``python examples/registers/write.py FILE``.

The same lines each time: every event carries the day on which it became known.
"""

from __future__ import annotations

import sys
from typing import Final

from tic_rules import Event, Register

CENTRES: Final = {
    "cq-001": ("chongqing", "重庆市虚构山城电机技术创新中心"),
    "cq-002": ("chongqing", "重庆市虚构江雾传感技术创新中心"),
    "cq-003": ("chongqing", "重庆市虚构石梯材料技术创新中心"),
    "hh-001": ("hohhot", "呼和浩特市虚构草原储能技术创新中心"),
    "hh-002": ("hohhot", "呼和浩特市虚构青城乳品技术创新中心"),
    "hh-003": ("hohhot", "呼和浩特市虚构云影算力技术创新中心"),
    "jz-001": ("jinzhong", "晋中市虚构汾水铸造技术创新中心"),
    "jz-002": ("jinzhong", "晋中市虚构太行玻璃技术创新中心"),
    "lc-001": ("liaocheng", "聊城市虚构运河轴承技术创新中心"),
    "lc-002": ("liaocheng", "聊城市虚构湖畔医药技术创新中心"),
    "sjz-001": ("shijiazhuang", "石家庄市虚构滹沱装备技术创新中心"),
    "sjz-002": ("shijiazhuang", "石家庄市虚构正定软件技术创新中心"),
    "sjz-003": ("shijiazhuang", "石家庄市虚构槐安电子技术创新中心"),
}
EVENTS: Final = """\
cq-001 approved 2023-12-22 basis=立项通知书
cq-001 annual_report 2024-01-25 year=2023 basis=收文登记
cq-001 evaluation 2024-02-20 year=2023 type=年度 grade=达标 basis=考核结果
cq-001 annual_report 2025-01-24 year=2024 basis=收文登记
cq-001 evaluation 2025-03-12 year=2024 type=年度 grade=达标 basis=考核结果
cq-001 annual_report 2026-01-28 year=2025 basis=收文登记
cq-001 evaluation 2026-03-18 year=2025 type=年度 grade=不达标 basis=考核结果
cq-002 recognised 2023-11-30 basis=认定文件
cq-002 annual_report 2024-01-18 year=2023 basis=收文登记
cq-002 annual_report 2025-01-18 year=2024 basis=收文登记
cq-002 annual_report 2026-01-30 year=2025 basis=收文登记
cq-002 notice 2026-10-20 duty=cq.duty-evaluation year=2026 due=2026-12-15 basis=评估通知
cq-003 recognised 2021-06-18 basis=认定文件
cq-003 annual_report 2022-01-20 year=2021 basis=收文登记
cq-003 annual_report 2023-01-20 year=2022 basis=收文登记
cq-003 annual_report 2024-01-20 year=2023 basis=收文登记
cq-003 annual_report 2025-01-20 year=2024 basis=收文登记
cq-003 fraud_established 2025-02-20 serious=yes basis=调查结论
cq-003 revoked 2025-03-10 grounds=cq.ground-fraud basis=取消资格的决定
hh-001 approved 2023-06-18 basis=批复文件
hh-001 self_evaluation 2024-01-15 year=2023 basis=收文登记
hh-001 self_evaluation 2025-01-20 year=2024 basis=收文登记
hh-001 evaluation 2025-12-05 year=2025 type=综合 grade=不合格 basis=评价通报
hh-002 approved 2022-04-30 basis=批复文件
hh-002 self_evaluation 2023-01-16 year=2022 basis=收文登记
hh-002 self_evaluation 2024-01-16 year=2023 basis=收文登记
hh-002 self_evaluation 2025-01-16 year=2024 basis=收文登记
hh-002 evaluation 2025-04-28 year=2025 type=综合 grade=不合格 basis=评价通报
hh-002 rectification_done 2026-03-31 basis=整改验收单
hh-002 evaluation 2026-09-15 year=2026 type=综合 grade=不合格 basis=评价通报
hh-003 approved 2023-05-31 basis=批复文件
hh-003 self_evaluation 2024-01-19 year=2023 basis=收文登记
hh-003 self_evaluation 2025-02-06 year=2024 basis=收文登记
jz-001 approved 2022-12-10 basis=认定文件
jz-001 annual_report 2023-01-12 year=2022 basis=收文登记
jz-001 annual_report 2024-01-12 year=2023 basis=收文登记
jz-001 annual_report 2025-01-12 year=2024 basis=收文登记
jz-001 evaluation 2025-12-01 year=2025 type=周期 grade=基本合格 basis=考评通报
jz-002 approved 2024-08-15 basis=认定文件
jz-002 annual_report 2025-01-22 year=2024 basis=收文登记
jz-002 accident 2026-05-07 known=2026-06-30 accident=安全 major=yes unit=依托单位 basis=事故调查报告
lc-001 approved 2024-12-18 basis=批复文件
lc-001 annual_report 2025-12-24 year=2024 basis=收文登记
lc-002 approved 2023-03-15 basis=批复文件
lc-002 recognised 2025-01-20 basis=公布名单
sjz-001 approved 2023-12-28 basis=批复文件
sjz-001 notice 2026-02-05 duty=sjz.duty-annual-report year=2026 due=2026-12-31 basis=年报通知
sjz-002 approved 2022-07-01 basis=批复文件
sjz-002 evaluation 2025-06-20 year=2025 type=周期 grade=优秀 basis=评估通报
sjz-002 higher_level 2025-09-09 level=省级 same_field_and_direction=yes basis=省级批复
sjz-003 approved 2022-11-25 basis=批复文件
sjz-003 evaluation 2025-11-24 year=2025 type=周期 grade=不合格 basis=评估通报
"""
"""A line for each event: the centre, the kind, the day, and what it says; ``known`` is the day it became known."""
WHOLE: Final = ("cq-001", "cq-003", "hh-002", "hh-003", "jz-001", "lc-001", "sjz-002")
"""The centres of which the record is stated to be whole up to 21 November 2026; of the others, silence says nothing."""


def write(path: str) -> None:
    """Writes the register to a file that is not there yet."""
    register = Register(path)
    for centre, (city, name) in CENTRES.items():
        register.enrol(centre, city, name)
    for row in EVENTS.splitlines():
        centre, kind, day, *said = row.split()
        register.append(centre, _event(kind, day, dict(part.split("=", 1) for part in said)))
    for centre in WHOLE:
        said_whole = {"to": "2026-11-21", "kinds": "all", "basis": "档案核对"}
        register.append(centre, _event("complete", "2026-11-21", said_whole))


def _event(kind: str, day: str, said: dict[str, str]) -> Event:
    written: dict[str, object] = {"kind": kind, "day": day, "recorded_on": day, "by": "市科技局"}
    for name, value in said.items():
        match name:
            case "known":
                written["recorded_on"] = value
            case "grounds" | "kinds":
                written[name] = [value]
            case "year":
                written[name] = int(value)
            case _:
                written[name] = True if value == "yes" else value
    return Event.model_validate(written)


if __name__ == "__main__":
    write(sys.argv[1])
