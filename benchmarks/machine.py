"""The machine that a table comes from, in one line without its name."""

from __future__ import annotations

import os
import platform
import sys
from collections.abc import Iterable
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from tic_rules import __version__


def machine() -> str:
    """Processor, number of cores, system and Python."""
    system = platform.system()
    python = f"{platform.python_implementation()} {platform.python_version()}"
    return f"{_processor()}, {os.cpu_count()} cores, {system} {platform.machine()}, {python}, tic-rules {__version__}"


def _processor() -> str:
    told = Path("/proc/cpuinfo")
    if told.exists():
        for line in told.read_text("utf-8", "replace").splitlines():
            if line.startswith("model name"):
                return " ".join(line.partition(":")[2].split())
    return platform.processor() or sys.platform


def versions(packages: Iterable[str]) -> dict[str, str]:
    """The installed version of each package; those that are not installed are left out."""
    found = {}
    for name in packages:
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            continue
    return found
