"""No command line and no dossier, whatever they hold, end in anything but an answer or a message."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.cli.command import ON, PASSING, checked, ran

WORDS = st.sampled_from(
    [
        *("check", "-", "--", "--city", "liaocheng", "--track", "joint", "--question", "entry", "--pack", "--on"),
        *("2026-11-21", "--format", "json", "--lang", "en", "zh", "--full", "--in-force-only", "--help", "--version"),
        *("packs", "explain", "coverage", "lint", "schema", "verify", "replay", "E132", "十.四", "8", "lc.rd-total"),
        *("--source", "--draft", "7", "dossier", "passing.yaml", "text"),
        *("ask", "new", "hohhot", "--dossier", "--output", "a.yaml"),
        *("-h", "--lang=en", "--full=", "--city=", "", "--no-full", "-x", "\x00", "\udcff", "a\x00.yaml"),
    ]
)


@given(st.lists(WORDS | st.text(max_size=8), max_size=7))
def test_any_command_line_ends_in_an_exit_code(args: list[str]) -> None:
    done = ran(*args)
    assert done.code in {0, 1, 2, 3}
    assert (done.code == 2) == bool(done.err)


@given(st.binary(max_size=200))
def test_any_bytes_as_a_dossier_end_in_an_exit_code(content: bytes) -> None:
    done = checked(content)
    assert done.code in {0, 1, 2, 3}
    assert (done.code == 2) == bool(done.codes)


@given(st.data())
def test_a_dossier_with_something_cut_out_or_put_in_ends_in_an_exit_code(data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(PASSING)))
    end = data.draw(st.integers(start, len(PASSING)))
    inside = data.draw(st.text(st.sampled_from(":-[]{}\"'#&*!|>%@`\n\t 0一，：none"), max_size=6))
    done = ran("check", "-", *ON, "--format", "json", stdin=PASSING[:start] + inside + PASSING[end:])
    assert done.code in {0, 1, 2, 3}
    assert done.json
