"""The rules of a watcher decided in a few plain lines: what ``ruleset.py`` must answer."""

from __future__ import annotations

import json
import sys
from typing import Any


def follows(rules: list[dict[str, Any]], facts: list[tuple[int, str]]) -> list[list[Any]]:
    """All that follows from some facts."""
    held: dict[int, str] = dict(facts)
    while True:
        fired = [r["then"] for r in rules if all(held.get(slot) in words for slot, words in r["if"])]
        new = {then[1]: then[2] for then in fired if then[0] == "fact" and held.get(then[1]) != then[2]}
        if not new:
            return [then for then in fired if then[0] != "fact"]
        held |= new


def _say(answer: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(answer) + "\n")
    sys.stdout.flush()


def main() -> None:
    rulesets: dict[str, list[dict[str, Any]]] = {}
    _say({"ready": True})
    for line in sys.stdin:
        asked = json.loads(line)
        if "rules" in asked:
            rulesets[asked["ruleset"]] = asked["rules"]
            answer: dict[str, Any] = {"rules": len(asked["rules"])}
        else:
            answer = {"follows": follows(rulesets[asked["ruleset"]], asked["facts"])}
        _say(answer)


if __name__ == "__main__":
    main()
