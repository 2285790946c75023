"""The engines that decide a watcher's rules: durable-rules where it is there, else ``plain_rules.py``."""

from __future__ import annotations

import importlib.util
from functools import cache
from pathlib import Path
from typing import Final

from tic_rules import Pack, load_pack
from tic_rules.lifecycle.decider import PROGRAM, Rules
from tic_rules.lifecycle.plan import Plan

PLAIN: Final = Path(__file__).with_name("plain_rules.py")
THERE: Final = importlib.util.find_spec("durable_rules_engine") is not None
"""Whether durable-rules is there; that it can be imported is for its process to find out."""
CITIES: Final = tuple(
    name
    for name in ("chongqing", "hohhot", "jinzhong", "liaocheng", "shijiazhuang")
    if load_pack(name).lifecycle is not None
)


@cache
def engine() -> Rules:
    """The engine of this run, started once."""
    return Rules(program=PROGRAM if THERE else PLAIN)


@cache
def plan_of(city: str) -> Plan:
    """The plan of a city."""
    pack = pack_of(city)
    assert pack.lifecycle is not None
    return Plan.of(pack, pack.lifecycle)


@cache
def pack_of(city: str) -> Pack:
    """The pack of a city, loaded once."""
    return load_pack(city)
