"""A determination as data: what its own questions about itself answer."""

from __future__ import annotations

from datetime import date

import pytest

from tests.golden.cases import GOOD
from tic_rules import Determination, Dossier, InputError, RecordError, Status, Verdict, decide, load_pack

ON = date(2026, 11, 21)


def test_what_fails_in_a_way_in_that_is_not_the_applicants_has_not_failed() -> None:
    dossier = Dossier.from_file(GOOD / "chongqing" / "bases" / "comprehensive.yaml")
    chongqing = load_pack("chongqing")
    found = decide(chongqing, dossier, on=ON, tracks=[track.id for track in chongqing.tracks])
    not_met = [norm.id for norm in found.norms if norm.status is Status.NOT_MET]
    assert not_met == ["cq.who-may-lead", "cq.legal-person-lead"]  # both asked by the track field alone
    assert {track.id for track in found.tracks if track.verdict is Verdict.NOT_APPLICABLE} == {"field", "acceptance"}
    assert (found.verdict, found.failed) == (Verdict.PASS, ())


def test_a_way_in_that_is_not_the_applicants_fails_nothing_though_it_alone_is_asked() -> None:
    dossier = Dossier.from_file(GOOD / "chongqing" / "bases" / "comprehensive.yaml")
    found = decide(load_pack("chongqing"), dossier, on=ON, tracks=["field"])
    assert Status.NOT_MET in {norm.status for norm in found.norms}
    assert (found.verdict, found.failed) == (Verdict.NOT_APPLICABLE, ())


def test_a_record_in_which_a_key_stands_twice_is_refused_since_readers_differ_on_which_counts() -> None:
    dossier = Dossier.from_file(GOOD / "chongqing" / "bases" / "comprehensive.yaml")
    record = decide(load_pack("chongqing"), dossier, on=ON).to_json()
    twice = record.replace('"verdict": "PASS",', '"verdict": "FAIL", "verdict": "PASS",', 1)
    assert twice != record
    with pytest.raises(RecordError) as caught:
        Determination.from_json(twice)
    assert [problem.code for problem in caught.value.problems] == ["E050"]


def test_the_track_that_the_application_states_is_the_one_that_is_tried() -> None:
    """Unless others are named; and only in the city that it is an application to."""
    dossier = Dossier.from_file(GOOD / "chongqing" / "bases" / "comprehensive.yaml")
    assert decide(load_pack("chongqing"), dossier, on=ON).asked_tracks == ("comprehensive",)
    assert decide(load_pack("chongqing"), dossier, on=ON, tracks="direct").asked_tracks == ("direct",)
    assert decide(load_pack("liaocheng"), dossier, on=ON).asked_tracks == ()


def test_a_stated_track_that_there_is_not_is_refused_where_it_stands() -> None:
    written = (GOOD / "chongqing" / "bases" / "comprehensive.yaml").read_text("utf-8")
    dossier = Dossier.from_yaml(written.replace("track: comprehensive", "track: comprehensve"))
    with pytest.raises(InputError) as caught:
        decide(load_pack("chongqing"), dossier, on=ON)
    (problem,) = caught.value.problems
    assert (problem.code, problem.place.path) == ("E002", "application.track")
    assert problem.place.line > 0
