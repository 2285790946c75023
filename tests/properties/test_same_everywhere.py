"""Same inputs, same bytes: whatever the hash seed, the time zone, the locale and the folder."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.golden.cases import GOOD

ROOT = Path(__file__).parents[2]
BASES = [
    str(path) for city in sorted(GOOD.iterdir()) if city.is_dir() for path in sorted(city.glob("bases/*.yaml"))[::6]
]
"""Some of each city: every norm of its pack is decided and written with any of them."""
PROGRAM = """
import hashlib, sys
from datetime import date
from tic_rules import Dossier, Question, decide, load_pack, next_questions
digest = hashlib.sha256()
for path in sys.argv[1:]:
    pack, dossier = load_pack(path.split("/")[-3]), Dossier.from_file(path)
    for question in Question:
        found = decide(pack, dossier, on=date(2026, 11, 21), question=question)
        digest.update(found.to_json().encode() + repr(next_questions(pack, found)).encode())
print(digest.hexdigest())
"""
PLACES = (
    {"PYTHONHASHSEED": "0", "TZ": "UTC", "LC_ALL": "C"},
    {"PYTHONHASHSEED": "1", "TZ": "America/Lima", "LC_ALL": "C.UTF-8"},
    {"PYTHONHASHSEED": "4242", "TZ": "Pacific/Kiritimati", "LC_ALL": "zh_CN.GB18030", "PYTHONUTF8": "0"},
)


def test_neither_hash_seed_nor_zone_nor_locale_nor_folder_changes_a_byte(tmp_path: Path) -> None:
    folders = (ROOT, tmp_path, Path("/"))
    running = [
        subprocess.Popen(
            [sys.executable, "-c", PROGRAM, *BASES],
            cwd=folder,
            env={**os.environ, **place},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for place, folder in zip(PLACES, folders, strict=True)
    ]
    said = [process.communicate(timeout=120) for process in running]
    assert [error for _, error in said] == ["", "", ""]
    assert len({digest for digest, _ in said}) == 1
    assert len(said[0][0].strip()) == 64
