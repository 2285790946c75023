"""What a document is made of, how it is walked, and where a later problem is placed."""

from __future__ import annotations

import copy
import datetime as dt
import pickle

import pytest

from tic_rules.errors import Place
from tic_rules.source import (
    LIMITS,
    Document,
    Mapping,
    Node,
    Scalar,
    Sequence,
    from_python,
    parse_json,
    parse_yaml,
    place_of,
    plain,
)

DOSSIER = """\
# an invented applicant
lead:
  name: 灯塔科技有限公司
  kind: 企业
centre:
  staff:
    - {degree: 硕士, born: 1990-02-28}
    - degree: 博士
      hired: true
  "on.site": 12
"""


@pytest.fixture(scope="module")
def dossier() -> Document:
    return parse_yaml(DOSSIER, "a.yaml")


def places(node: Node) -> list[tuple[str, int, int]]:
    """Path, line and column of each key and value, in order."""
    match node:
        case Scalar():
            return [(node.place.path, node.place.line, node.place.column)]
        case Mapping():
            found = [(node.place.path, node.place.line, node.place.column)]
            for key, below in node.entries:
                found += [("key " + key.place.path, key.place.line, key.place.column), *places(below)]
            return found
        case Sequence():
            return [(node.place.path, node.place.line, node.place.column)] + [
                place for below in node.items for place in places(below)
            ]


def test_each_key_and_value_knows_its_line_column_and_path(dossier: Document) -> None:
    assert places(dossier.root) == [
        ("", 2, 1),
        ("key lead", 2, 1),
        ("lead", 3, 3),
        ("key lead.name", 3, 3),
        ("lead.name", 3, 9),
        ("key lead.kind", 4, 3),
        ("lead.kind", 4, 9),
        ("key centre", 5, 1),
        ("centre", 6, 3),
        ("key centre.staff", 6, 3),
        ("centre.staff", 7, 5),
        ("centre.staff[0]", 7, 7),
        ("key centre.staff[0].degree", 7, 8),
        ("centre.staff[0].degree", 7, 16),
        ("key centre.staff[0].born", 7, 20),
        ("centre.staff[0].born", 7, 26),
        ("centre.staff[1]", 8, 7),
        ("key centre.staff[1].degree", 8, 7),
        ("centre.staff[1].degree", 8, 15),
        ("key centre.staff[1].hired", 9, 7),
        ("centre.staff[1].hired", 9, 14),
        ('key centre["on.site"]', 10, 3),
        ('centre["on.site"]', 10, 14),
    ]


def test_plain_gives_new_dicts_and_lists_of_what_is_meant(dossier: Document) -> None:
    assert plain(dossier.root) == {
        "lead": {"name": "灯塔科技有限公司", "kind": "企业"},
        "centre": {
            "staff": [{"degree": "硕士", "born": dt.date(1990, 2, 28)}, {"degree": "博士", "hired": True}],
            "on.site": 12,
        },
    }
    once, again = plain(dossier.root), plain(dossier.root)
    assert isinstance(once, dict)
    once["lead"]["name"] = "changed"
    assert again == plain(dossier.root)


def test_a_mapping_gives_its_keys_in_order_and_none_for_a_key_left_out(dossier: Document) -> None:
    root = dossier.root
    assert isinstance(root, Mapping)
    assert root.keys() == ["lead", "centre"]
    lead = root.get("lead")
    assert isinstance(lead, Mapping)
    assert lead.get("kind") == Scalar("企业", "企业", False, Place("a.yaml", 4, 9, "lead.kind"))
    assert root.get("Lead") is None
    assert from_python({}).root == Mapping((), Place())
    empty = from_python({}).root
    assert isinstance(empty, Mapping)
    assert empty.get("lead") is None


@pytest.mark.parametrize(
    ("path", "of_key", "expected"),
    [
        ([], False, (2, 1, "")),
        (["lead", "kind"], False, (4, 9, "lead.kind")),
        (["lead", "kind"], True, (4, 3, "lead.kind")),
        (["lead", "seat"], False, (3, 3, "lead")),
        (["lead", "seat"], True, (3, 3, "lead")),
        (["centre", "staff", 1, "title"], False, (8, 7, "centre.staff[1]")),
        (["centre", "staff", 1, "hired"], True, (9, 7, "centre.staff[1].hired")),
        (["centre", "staff", 0], True, (7, 7, "centre.staff[0]")),
        (["centre", "staff", 2], False, (7, 5, "centre.staff")),
        (["centre", "staff", -1], False, (7, 5, "centre.staff")),
        (["centre", "staff", "0"], False, (7, 5, "centre.staff")),
        (["lead", 0], False, (3, 3, "lead")),
        (["lead", "name", "zh"], False, (3, 9, "lead.name")),
        (["none", "staff", 1], False, (2, 1, "")),
    ],
)
def test_a_later_problem_is_placed_at_the_deepest_node_there_is(
    dossier: Document, path: list[str | int], of_key: bool, expected: tuple[int, int, str]
) -> None:
    place = place_of(dossier, path, of_key=of_key)
    assert (place.line, place.column, place.path) == expected
    assert place_of(dossier.root, path, of_key=of_key) == place


def test_many_later_problems_in_one_wide_mapping_are_placed_without_a_search_for_each() -> None:
    """A hundred thousand unknown keys: a search through the entries for each would be five thousand million steps."""
    width = LIMITS.nodes // 2 - 1
    document = from_python({f"k{number}": 1 for number in range(width)})
    assert all(place_of(document, [f"k{number}"]).path == f"k{number}" for number in range(width))


def test_equal_texts_give_equal_hashable_documents_that_survive_copying(dossier: Document) -> None:
    again = parse_yaml(DOSSIER, "a.yaml")
    place_of(again, ["lead", "name"])
    assert again == dossier
    assert hash(again) == hash(dossier)
    assert repr(again) == repr(dossier)
    assert pickle.loads(pickle.dumps(again)) == dossier
    assert copy.deepcopy(again) == dossier


def test_what_is_written_and_whether_it_was_quoted_is_kept() -> None:
    root = parse_yaml("""{a: 007, b: '007', c: 12, d: "12", e: 2024-01-31, f: true}""").root
    assert isinstance(root, Mapping)
    scalars = [(key, below) for key, below in root.entries if isinstance(below, Scalar)]
    assert [(key.text, below.value, below.text, below.quoted) for key, below in scalars] == [
        ("a", "007", "007", False),
        ("b", "007", "007", True),
        ("c", 12, "12", False),
        ("d", "12", "12", True),
        ("e", dt.date(2024, 1, 31), "2024-01-31", False),
        ("f", True, "true", False),
    ]


def test_the_same_content_means_the_same_in_every_form() -> None:
    meant = {"a": [1, "2.50", True, {"b": "", "c": []}], "名称": "灯塔", "2021": "x"}
    assert plain(parse_yaml("a: [1, 2.50, true, {b: '', c: []}]\n名称: 灯塔\n2021: x").root) == meant
    assert plain(parse_json('{"a": [1, 2.50, true, {"b": "", "c": []}], "名称": "灯塔", "2021": "x"}').root) == meant
    assert plain(from_python({"a": [1, "2.50", True, {"b": "", "c": []}], "名称": "灯塔", 2021: "x"}).root) == meant


def test_an_overlong_path_keeps_its_end() -> None:
    document = parse_json('{"' + "a" * 300 + '": {"' + "b" * 190 + '": [0]}}')
    assert place_of(document, ["a" * 300, "b" * 190, 0]).path == "…" + "a" * 5 + "." + "b" * 190 + "[0]"
    assert len(place_of(document, ["a" * 300, "b" * 190, 0]).path) == LIMITS.path
