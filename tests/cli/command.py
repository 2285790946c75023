"""A command line run in this process, and dossiers for the small pack of ``tests/project/errors``."""

from __future__ import annotations

import io
import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from tic_rules.cli.entry import run
from tic_rules.cli.streams import Sink

ROOT: Final = Path(__file__).parents[2]
DEMO: Final = ROOT / "tests/project/errors/demo.yaml"
ON: Final = ("--pack", str(DEMO), "--on", "2026-11-21")
"""By the demo pack, on a day on which it is in force."""

PASSING: Final = """\
application:
  submitted_on: 2026-11-01
lead:
  name: 晨星示例公司
  kind: 企业
  is_high_tech_enterprise: false
  seat: "371502"
centre:
  director: none
demo:
  rd_area: 600平方米
  researchers: 15人
findings:
  - finding: demo.strong
    answer: true
    by: 专家组
    day: 2026-11-02
    basis: 评审意见
"""
FAILING: Final = PASSING.replace("600平方米", "599.99平方米")
MISSING: Final = PASSING.replace("  rd_area: 600平方米\n", "")
UNFOUND: Final = PASSING.partition("findings:")[0]
REFUSED: Final = PASSING.replace("600平方米", "600元")


@dataclass(frozen=True, slots=True)
class Ran:
    """What a command line came to."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The output as JSON."""
        return json.loads(self.out)

    @property
    def codes(self) -> list[str]:
        """The codes of the problems on standard error, in order."""
        return re.findall(r"^[EW][0-9]{3}", self.err, re.MULTILINE)


def ran(*args: str | Path, stdin: str | bytes = b"") -> Ran:
    """Runs a command line; an error that it did not foresee is raised."""
    out, err = io.StringIO(), io.StringIO()
    given = stdin.encode() if isinstance(stdin, str) else stdin
    code = run([str(arg) for arg in args], out=Sink(out), err=Sink(err), stdin=io.BytesIO(given))
    return Ran(code, out.getvalue(), err.getvalue())


def checked(dossier: str | bytes, *args: str | Path) -> Ran:
    """Checks one dossier, given on standard input, by the demo pack."""
    return ran("check", "-", *ON, *args, stdin=dossier)
