"""Bars from applying again, found in histories, as facts of a dossier: what is not known never comes out as no bar."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tic_rules import CentreStatus, Dossier, History, InputError, decide, load_pack, status, with_bars

ON = date(2026, 11, 21)
BY = {"by": "市科技局", "basis": "文件"}


def ended(city: str, day: str, *grounds: str, **more: Any) -> CentreStatus:
    """Where a centre stands that was approved or recognised in 2018, and revoked."""
    begun = {"kind": "recognised" if city == "chongqing" else "approved", "day": "2018-06-18"}
    named = {"grounds": list(grounds)} if grounds else {}
    events = [{**BY, **begun}, {**BY, "kind": "revoked", "day": day, **named, **more}]
    history = History.from_dict({"centre": f"{city}-old", "city": city, "name": "示例中心", "events": events})
    return status(load_pack(city), history, on=ON)


def applicant(**facts: Any) -> Dossier:
    """An applicant of whom only this is known."""
    return Dossier.from_dict({"application": {"submitted_on": "2026-11-20"}, **facts})


def no_ban(city: str, dossier: Dossier) -> str:
    """What becomes of the norm that bars applying again."""
    norm = {"hohhot": "hh.no-ban", "chongqing": "cq.no-ban"}[city]
    found = decide(load_pack(city), dossier, on=ON)
    return next(n.status for n in found.norms if n.id == norm).value


RUNNING = ended("hohhot", "2024-02-29", "hh.ground-fails-again")
OVER = ended("hohhot", "2020-02-28", "hh.ground-fails-again")
NONE = ended("hohhot", "2020-02-28", "hh.ground-own-wish")


def test_a_dossier_that_states_no_bars_states_none_afterwards_where_none_is_found() -> None:
    dossier = applicant()
    assert with_bars(dossier, NONE) == dossier
    assert with_bars(dossier) == dossier
    assert no_ban("hohhot", dossier) == no_ban("hohhot", with_bars(dossier, NONE)) == "unknown"


def test_a_bar_that_is_over_does_not_say_that_there_is_no_other() -> None:
    assert no_ban("hohhot", with_bars(applicant(), OVER)) == "unknown"
    assert no_ban("hohhot", with_bars(applicant(bans=[]), OVER)) == "met"


def test_a_bar_that_runs_settles_its_city_and_leaves_the_others_as_they_were() -> None:
    made = with_bars(applicant(), RUNNING)
    assert no_ban("hohhot", made) == "not met"
    assert no_ban("chongqing", made) == "unknown"
    assert no_ban("chongqing", with_bars(applicant(bans=[]), RUNNING)) == "met"


def test_its_last_day_still_bars_and_the_day_after_does_not() -> None:
    for day, said in (("2027-02-28", "not met"), ("2027-03-01", "met")):
        stated = applicant(bans=[], application={"submitted_on": day})
        found = decide(load_pack("hohhot"), with_bars(stated, RUNNING), on=date(2027, 3, 1))
        assert next(n.status for n in found.norms if n.id == "hh.no-ban").value == said


def test_a_bar_that_is_stated_already_is_not_stated_twice() -> None:
    once = with_bars(applicant(bans=[]), RUNNING)
    assert with_bars(once, RUNNING) == once
    assert [(ban.city, ban.first_day, ban.last_day) for ban in once.bans or ()] == [
        ("hohhot", date(2024, 2, 29), date(2027, 2, 28))
    ]
    unstated = with_bars(applicant(), RUNNING)
    assert with_bars(unstated, RUNNING) == unstated
    assert len(with_bars(unstated, OVER).bans or ()) == 3


@pytest.mark.parametrize("bans", [{}, {"bans": []}])
@pytest.mark.parametrize("grounds", [(), ("hh.ground-fails-agin",)])
def test_what_is_open_is_refused_and_named(bans: dict[str, Any], grounds: tuple[str, ...]) -> None:
    found = ended("hohhot", "2025-02-28", *grounds)
    assert found.apply_again.free_from is None
    with pytest.raises(InputError) as refused:
        with_bars(applicant(**bans), RUNNING, found)
    (problem,) = refused.value.problems
    assert problem.code == "E076"
    assert "hohhot-old" in problem.sentence("en")
    assert "history.revoked[0].grounds" in problem.sentence("en")


def test_a_stated_number_that_a_found_bar_contradicts_is_refused_when_decided() -> None:
    made = with_bars(applicant(hohhot={"bans_in_force": "0个"}), RUNNING)
    with pytest.raises(InputError, match="E176"):
        no_ban("hohhot", made)
