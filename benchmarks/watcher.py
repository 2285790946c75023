"""How fast a watcher takes events, against a full replay at each event, and what it holds in memory.

    python benchmarks/watcher.py --centres 1000 --events 100000

The register is made up: centres of every city that rules something after approval, reports, evaluations, lists and
notices over ten years, one record in nine late, one evaluation in a hundred graded otherwise than before. Times are of
the CPU of this process; memory is read from /proc.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import tempfile
import time
from datetime import date, timedelta
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Any

from tic_rules import load_pack
from tic_rules.facts.events import Event
from tic_rules.lifecycle import status
from tic_rules.lifecycle.centre import Centre
from tic_rules.lifecycle.decider import Rules
from tic_rules.lifecycle.happened import recorded_on
from tic_rules.lifecycle.line import FIRST, Enrolled, Line, digest_of
from tic_rules.lifecycle.register import Register
from tic_rules.lifecycle.watcher import Watcher

START, YEARS = date(2016, 1, 1), 10
BATCH = 1000
"""How many lines are read at a time: what is read is not what is watched, and is timed apart."""
OFTEN = (
    *("annual_report", "self_evaluation", "statistics", "annual_report", "self_evaluation", "statistics"),
    *("evaluation", "evaluation", "integrity_breach", "listed", "delisted", "notice", "rectification_done", "complete"),
)
SELDOM = ("revoked", "accident", "fraud_established")


def cities() -> list[str]:
    """The cities whose packs rule anything after approval."""
    known = ("chongqing", "hohhot", "jinzhong", "liaocheng", "shijiazhuang")
    return [name for name in known if pack(name).lifecycle is not None]


pack = cache(load_pack)


def make(path: Path, centres: int, events: int) -> None:
    """Writes a register."""
    draw = random.Random(1)  # noqa: S311  (the same register each time)
    names = {f"c{number:05}": name for number, name in zip(range(centres), cities() * centres, strict=False)}
    seq, before = 0, FIRST
    with path.open("wb") as file:

        def put(centre: str, kind: str, written: dict[str, Any]) -> None:
            nonlocal seq, before
            seq += 1
            data: dict[str, object] = {"seq": seq, "before": before, "centre": centre, kind: written}
            data["digest"] = before = digest_of(data)
            file.write(json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode() + b"\n")

        for name, city in names.items():
            put(name, "enrolled", {"city": city, "name": f"虚构中心 {name}"})
        ids = list(names)
        for number in range(events):
            day = START + timedelta(days=number * 365 * YEARS // events)
            centre = draw.choice(ids) if number >= 2 * centres else ids[number % centres]
            kind = draw.choice(OFTEN if draw.random() > 0.001 else SELDOM)
            if number < 2 * centres:
                kind = "approved" if number < centres else "complete"
            put(centre, "event", _event(draw, centre, kind, day, pack(names[centre]).lifecycle))


def _event(draw: random.Random, centre: str, kind: str, day: date, lifecycle: Any) -> dict[str, Any]:
    late = draw.choice([0, 0, 0, 0, 0, 0, 0, 0, 20]) if kind not in {"approved", "complete", "notice"} else 0
    made: dict[str, Any] = {"kind": kind, "by": "市科技局", "basis": "文件"}
    made |= {"day": (day - timedelta(days=late)).isoformat(), "recorded_on": day.isoformat()}
    match kind:
        case "annual_report" | "self_evaluation" | "statistics":
            made["year"] = day.year - draw.choice([0, 1, 1])
        case "evaluation":
            # One grade a year, but for a slip in a hundred.
            graded = draw if draw.random() < 0.01 else random.Random(f"{centre} {day.year}")  # noqa: S311
            made |= {"year": day.year, "grade": graded.choice(["合格"] * 19 + ["不合格"]), "type": "综合"}
        case "integrity_breach":
            made |= {"serious": False, "adverse_effect": False}
        case "listed" | "delisted":
            made |= {"list_name": "经营异常名录", "unit": "依托单位"}
        case "notice":
            duty = draw.choice(lifecycle.duties).id
            made |= {"duty": duty, "year": day.year, "due": (day + timedelta(days=30)).isoformat()}
        case "complete":
            made |= {"to": "2030-12-31", "kinds": ["all"]} if day.year < START.year + 3 else {}
            made.setdefault("to", day.isoformat())
            made.setdefault("kinds", ["statistics"])
        case _:
            pass
    return made


def resident(process: int | str = "self") -> float:
    """How much memory a process holds, in MB; 0 where /proc does not say."""
    try:
        return int(Path(f"/proc/{process}/statm").read_text().split()[1]) * 4096 / 1e6
    except OSError:
        return 0.0


def main() -> None:
    """Measures, and says what was found."""
    asked = argparse.ArgumentParser()
    asked.add_argument("--centres", type=int, default=1000)
    asked.add_argument("--events", type=int, default=100_000)
    asked.add_argument("--replays", type=int, default=500, help="how many events to replay in full, for comparison")
    asked.add_argument("--engine", choices=("rules", "replay"), default="rules")
    asked.add_argument("--held", type=int, default=60_000, help="how many records the watcher holds in memory")
    options = asked.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "register.jsonl"
        make(path, options.centres, options.events)
        say(f"{options.centres} centres of {len(cities())} cities, {options.events} events over {YEARS} years")
        watch(path, options)


class Replays:
    """Full replays of some histories, each as it was when one of its events came: in the same run, line by line."""

    def __init__(self, options: argparse.Namespace) -> None:
        lines = options.centres + options.events
        self._chosen = set(random.Random(2).sample(range(lines), min(options.replays, lines)))  # noqa: S311
        self._centres: dict[str, Centre] = {}
        self._clock = START
        self.count = 0
        self.spent = 0.0

    def take(self, line: Line) -> None:
        """Replays the history of a line's centre, if the line was chosen."""
        if not self._chosen:
            return
        match line.entry:
            case Enrolled(city, name):
                self._centres[line.centre] = Centre(line.centre, city, name)
            case Event() as event:
                centre = self._centres[line.centre]
                centre.take(event)
                self._clock = max(self._clock, recorded_on(event))
                if line.number in self._chosen:
                    history, rules = centre.history(), pack(centre.city)
                    begun = time.process_time()
                    status(rules, history, on=self._clock)
                    self.spent += time.process_time() - begun
                    self.count += 1
            case _:
                pass


def watch(path: Path, options: argparse.Namespace) -> None:
    """Watches the register, and says how fast each tenth of it went."""
    register = Register(path)
    rules = Rules() if options.engine == "rules" else None
    watcher = Watcher(register, pack, rules, date(2026, 11, 21), most_records=options.held)
    replays = Replays(options)
    tenth, told = max(1, (options.events + options.centres) // 10), 0.0
    reading = watching = 0.0
    offset, reports, since, before = 0, 0, 0, time.process_time()
    lines = register.lines()
    while batch := list(islice(lines, BATCH)):
        read = time.process_time()
        reading += read - before
        for line in batch:
            begun = time.process_time()
            for _ in watcher.read(line, offset):
                reports += 1
            watching += time.process_time() - begun
            offset = line.end
            replays.take(line)
            since += 1
            if since % tenth == 0:
                per = (watching - told) / tenth * 1e6
                say(f"  {since:>8} lines: {per:6.0f} µs a line to watch, {resident():6.1f} MB held")
                told = watching
        before = time.process_time()
    names = [f"c{number:05}" for number in range(options.centres)]
    most = max(sum(len(group) for group in watcher.facts(name).values()) for name in names)
    rate = since / (watching + reading)
    say(f"watching: {watching / since * 1e6:.0f} µs a line, days included; with reading {rate:.0f} lines a second")
    say(
        f"reading and checking: {reading / since * 1e6:.0f} µs a line; {reports} reports; at most {most} facts a centre"
    )
    if replays.count:
        replay = replays.spent / replays.count
        say(f"full replay at an event: {replay * 1e6:.0f} µs ({replays.count} of them)")
        say(f"the watcher takes lines at {replay / (watching / since):.1f} times that rate")
    if rules is not None:
        held = resident(rules.process_id or "self")
        say(f"{rules.questions} questions were put to durable-rules, whose process holds {held:.1f} MB")
        rules.close()


def say(text: str) -> None:
    """Writes a line."""
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
