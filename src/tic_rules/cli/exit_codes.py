"""What the exit codes of the program mean."""

from __future__ import annotations

from typing import Final

from tic_rules.ir.catalogue import Text

DONE: Final = 0
DIFFERS: Final = 1
BAD_INPUT: Final = 2

PASSED: Final = 0
FAILED: Final = 1
REFUSED: Final = 2
OPEN: Final = 3

OF_VERDICTS: Final = {
    PASSED: Text("所问的都符合。", "Every verdict asked for is PASS."),
    FAILED: Text("有不符合的。", "Some verdict is FAIL."),
    REFUSED: Text(
        "资料或命令行有误；几份资料中只要有一份有误就是 2，其余照常判断。",
        "Bad input or usage; one bad dossier of several makes it 2, and the rest are decided all the same.",
    ),
    OPEN: Text(
        "没有不符合的，但有资料不足、待认定或不适用的，或者（--in-force-only）没有在施行的规则包。",
        "None is FAIL, but something is open or not applicable, or (--in-force-only) no pack is in force.",
    ),
}
"""Of determinations."""

OF_COMPARISONS: Final = {
    PASSED: Text("至少有一个途径符合。", "Some way in is PASS."),
    FAILED: Text("适用的途径都已有结论，且都不符合。", "Every way in that is the applicant's is settled, and FAIL."),
    REFUSED: Text(
        "资料或命令行有误；几份资料中只要有一份有误就是 2，其余照常比较。",
        "Bad input or usage; one bad dossier of several makes it 2, and the rest are compared all the same.",
    ),
    OPEN: Text(
        "没有符合的，但有资料不足或待认定的，或没有适用的途径。",
        "None is PASS, but something is open, or no way in is the applicant's.",
    ),
}
"""Of dossiers held against all cities."""
