"""Rules decided by durable-rules, in a process of their own: facts in, what follows from them out, a line of JSON each.

The one module that imports durable_rules, and nothing of ours, since it is run as a program: a fault of the extension
then ends this process and not the one that asks. Between two questions it holds no fact, so that it can be started anew
at any time. What durable-rules would keep to itself is said aloud: an error inside an action, a fact that no rule
takes, a fact left behind.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from typing import Any, TextIO

SID = "1"
"""All facts stand under one name: durable-rules takes a megabyte for each, and holds about a thousand."""


def main(lines: TextIO, out: TextIO) -> int:
    """Answers each line; the first answer says whether durable-rules is there."""
    try:
        from durable import engine
    except ImportError as error:
        _say(out, {"ready": False, "why": f"{type(error).__name__}: {error}"})
        return 1

    class Host(engine.Host):  # type: ignore[misc]  # it has no types
        """A host of our own, without the default one's threads: what is asserted is decided at once."""

        def _run(self) -> None:
            pass

    _say(out, {"ready": True})
    host = Host()
    rulesets: dict[str, Ruleset] = {}
    for line in lines:
        try:
            asked = json.loads(line)
            name = asked["ruleset"]
            if "rules" in asked:
                rulesets[name] = Ruleset(host, name, asked["rules"])
                answer: dict[str, Any] = {"rules": len(asked["rules"])}
            else:
                answer = {"follows": rulesets[name].follows([(int(slot), str(word)) for slot, word in asked["facts"]])}
        except Exception as error:  # noqa: BLE001  (whatever it is, the one who asks is told)
            answer = {"error": f"{type(error).__name__}: {getattr(error, 'message', error)}"}
        _say(out, answer)
    return 0


class Ruleset:
    """The rules of one pack."""

    def __init__(self, host: Any, name: str, rules: list[dict[str, Any]]) -> None:
        self._host = host
        self._name = name
        self._fired: list[tuple[str | int, ...]] = []
        self._errors: list[Exception] = []
        definitions = {}
        for number, rule in enumerate(rules):
            facts = [{f"f{place}": _pattern(slot, words)} for place, (slot, words) in enumerate(rule["if"])]
            definitions[f"r{number}"] = {"all": facts, "run": self._action(tuple(rule["then"]))}
        if definitions:
            host.register_rulesets({name: definitions})

    def _action(self, then: tuple[str | int, ...]) -> Callable[[Any], None]:
        def run(_: Any) -> None:
            try:
                self._conclude(then)
            except Exception as error:  # noqa: BLE001  (durable-rules would swallow it: it is raised by ``follows``)
                self._errors.append(error)

        return run

    def _conclude(self, then: tuple[str | int, ...]) -> None:
        if then[0] not in {"fact", "ground", "move"}:
            raise ValueError(f"a rule concludes {then[0]!r}")
        self._fired.append(then)

    def follows(self, facts: list[tuple[int, str]]) -> list[list[str | int]]:
        """All that follows from some facts, which are gone again when this returns. Raises what went wrong."""
        held: dict[int, str] = {}
        found: dict[tuple[str | int, ...], None] = {}
        try:
            while facts:
                self._assert(facts, held)
                facts = []
                for then in self._fired:
                    if then[0] != "fact":
                        found.setdefault(then)
                    elif (int(then[1]), str(then[2])) not in [*held.items(), *facts]:
                        facts.append((int(then[1]), str(then[2])))
                self._fired.clear()
        finally:
            self._fired.clear()
            self._retract(held)
        return [list(then) for then in found]

    def _assert(self, facts: list[tuple[int, str]], held: dict[int, str]) -> None:
        for slot, word in facts:
            if slot in held:
                raise ValueError(f"fact {slot} is {held[slot]} and {word}")
            self._host.assert_fact(self._name, _fact(slot, word))
            held[slot] = word
        if self._errors:
            raise self._errors.pop()

    def _retract(self, held: dict[int, str]) -> None:
        for slot, word in held.items():
            self._host.retract_fact(self._name, _fact(slot, word))
        if held and (left := self._host.get_facts(self._name, SID)):
            raise ValueError(f"facts are left behind: {left}")


def _fact(slot: int, word: str) -> dict[str, str | int]:
    return {"id": str(slot), "sid": SID, "n": slot, "v": word}


def _pattern(slot: int, words: list[str]) -> dict[str, Any]:
    """A fact by its number, with one of some words: only ever equality, since text compares greater than numbers."""
    said: list[dict[str, Any]] = [{"v": word} for word in words]
    return {"$and": [{"n": slot}, said[0] if len(said) == 1 else {"$or": said}]}


def _say(out: TextIO, answer: dict[str, Any]) -> None:
    out.write(json.dumps(answer, ensure_ascii=False) + "\n")
    out.flush()


if __name__ == "__main__":
    sys.exit(main(sys.stdin, sys.stdout))
