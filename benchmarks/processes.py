"""Whole processes, from a cold start: CPU time of each, interleaved, as ratios to what any such program loads."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Final

from benchmarks.dossiers import ON, cases

_BARE: Final = "from pydantic import BaseModel; import yaml"
_BARE_COMMAND: Final = "from pydantic import BaseModel; import yaml, rich.console, click"
_READS: Final = """
import json, sys
from datetime import date
from tic_rules import Compiled, Dossier, decide, load_pack
with open(sys.argv[1], encoding="utf-8") as file:
    written = json.load(file)
pack, dossier, on = load_pack("shijiazhuang"), Dossier.from_dict(written), date.fromisoformat(sys.argv[2])
"""
_DECIDES: Final = f"{_READS}decide(pack, dossier, on=on)"
_COMPILES: Final = f"{_READS}Compiled(pack).decide(dossier, on=on).verdict"
# Linux counts the parent's memory into ru_maxrss of a child: where it can be, the child's own high-water mark is read.
_PEAK: Final = """
import re, resource, sys
try:
    with open("/proc/self/status") as file:
        print(int(re.search(r"VmHWM:\\s*([0-9]+) kB", file.read())[1]) * 1024)
except FileNotFoundError:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(peak if sys.platform == "darwin" else peak * 1024)
"""
_HOLDS: Final = """
from tic_rules import Compiled, Dossier, load_pack, pack_names
programs = [Compiled(load_pack(name)) for name in pack_names()]
for program in programs:
    program.decide(Dossier()).determination
assert len(programs) == 5
"""


@dataclass(frozen=True, slots=True)
class Started:
    """One kind of process held against another."""

    name: str
    against: str
    ratio: float
    milliseconds: float


def started(rounds: int) -> list[Started]:
    """Cold starts: importing, a first decision from plain data, a check by the command line."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "dossier.json"
        written = cases()[0].written
        path.write_text(json.dumps(written, ensure_ascii=False, default=str), "utf-8")
        commands = {
            "bare": [sys.executable, "-c", _BARE],
            "bare again": [sys.executable, "-c", _BARE],
            "bare command": [sys.executable, "-c", _BARE_COMMAND],
            "import": [sys.executable, "-c", "import tic_rules"],
            "decide": [sys.executable, "-c", _DECIDES, str(path), ON.isoformat()],
            "compile": [sys.executable, "-c", _COMPILES, str(path), ON.isoformat()],
            "check": [sys.executable, "-m", "tic_rules", "check", str(path), "--on", ON.isoformat()],
        }
        times: dict[str, list[float]] = {name: [] for name in commands}
        for turn in range(rounds + 1):
            for name, command in commands.items():
                taken = _cpu_ms(command)
                if turn:  # the first round writes what is compiled, and warms the files
                    times[name].append(taken)
    rows = (
        ("the same again (control)", "bare again", "bare"),
        ("`import tic_rules`", "import", "bare"),
        ("import, load the pack, first `decide` from a dict", "decide", "bare"),
        ("import, load the pack, compile it, first verdict from a dict", "compile", "bare"),
        ("`tic-rules check`, the whole process", "check", "bare command"),
    )
    texts = {"bare": _BARE, "bare command": _BARE_COMMAND}
    found = []
    for name, process, against in rows:
        pairs = zip(times[process], times[against], strict=True)
        found.append(Started(name, texts[against], median(a / b for a, b in pairs), median(times[process])))
    return found


def _cpu_ms(command: list[str]) -> float:
    """CPU time of a process and its own, in milliseconds; raises where it fails."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise RuntimeError(f"{command[1:4]} ended with {process.returncode}")
    return (used.ru_utime + used.ru_stime) * 1000


def megabytes() -> tuple[float, float]:
    """The most memory of a process that has compiled all packs and decided by each, and of one that only imported."""
    found = []
    for script in (_HOLDS, _BARE):
        command = [sys.executable, "-c", f"{script}\n{_PEAK}"]
        found.append(int(subprocess.run(command, capture_output=True, check=True, text=True).stdout) / 1024**2)
    return found[0], found[1]
