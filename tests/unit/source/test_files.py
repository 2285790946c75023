"""Files and standard input: only what is a readable regular file of bearable size is read, and nothing waits."""

from __future__ import annotations

import io
import os
import stat
import sys
from pathlib import Path

import pytest

from tic_rules.errors import InputError
from tic_rules.source import LIMITS, plain, read_document

posix = pytest.mark.skipif(os.name != "posix", reason="what only POSIX systems have")


def refusal(path: str | os.PathLike[str], stdin: io.BufferedIOBase | None = None) -> str:
    with pytest.raises(InputError) as caught:
        read_document(path, stdin=stdin)  # type: ignore[arg-type]
    (problem,) = caught.value.problems
    assert problem.place.source == os.fspath(path)
    return problem.code


@pytest.mark.parametrize(
    ("name", "content", "meant"),
    [
        ("a.yaml", "a: 1.0", {"a": "1.0"}),
        ("a.yml", "[a, b]", ["a", "b"]),
        ("a", "{a: b}", {"a": "b"}),
        ("a.json", '{"a": "b"}', {"a": "b"}),
        ("A.JSON", '["\\u4e2d"]', ["中"]),
        ("晋中市 a.json", "[]", []),
    ],
)
def test_the_end_of_the_name_says_how_a_file_is_read(tmp_path: Path, name: str, content: str, meant: object) -> None:
    (tmp_path / name).write_text(content, encoding="utf-8")
    document = read_document(tmp_path / name)
    assert plain(document.root) == meant
    assert document.source == str(tmp_path / name)
    assert read_document(str(tmp_path / name)) == document


def test_json_is_not_read_as_yaml(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text("{a: b}", encoding="utf-8")
    assert refusal(tmp_path / "a.json") == "E128"


def test_a_link_to_a_file_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("1", encoding="utf-8")
    (tmp_path / "link.yaml").symlink_to("a.yaml")
    assert plain(read_document(tmp_path / "link.yaml").root) == 1


def test_what_is_not_there_is_said(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("1", encoding="utf-8")
    (tmp_path / "dangling").symlink_to("nowhere")
    for name in ("missing.yaml", "no/such/folder.yaml", "a.yaml/b.yaml", "dangling"):
        assert refusal(tmp_path / name) == "E101"
    assert refusal("") == "E101"


def test_a_folder_is_said_to_be_one(tmp_path: Path) -> None:
    assert refusal(tmp_path) == "E102"


@posix
def test_a_pipe_a_device_and_a_socket_are_refused_at_once(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert refusal(tmp_path / "pipe") == "E103"
    assert refusal("/dev/null") == "E103"
    assert refusal("/dev/zero") == "E103"
    try:
        os.mknod(tmp_path / "socket", stat.S_IFSOCK | 0o600)
    except OSError:
        return
    assert refusal(tmp_path / "socket") == "E103"


@posix
def test_a_file_exchanged_for_a_pipe_after_it_was_looked_at_is_refused_and_not_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("1", encoding="utf-8")
    seen = (tmp_path / "file").stat()
    os.mkfifo(tmp_path / "pipe")
    monkeypatch.setattr(os, "stat", lambda _: seen)
    assert refusal(tmp_path / "pipe") == "E103"
    assert refusal(tmp_path) == "E102"


@posix
def test_a_circle_of_links_is_said_to_be_one(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to("b")
    (tmp_path / "b").symlink_to("a")
    assert refusal(tmp_path / "a") == "E104"


def test_a_file_that_may_not_be_read_is_said_to_be_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.yaml").write_text("1", encoding="utf-8")

    def refuse(*_: object) -> int:
        raise PermissionError(13, "no")

    monkeypatch.setattr(os, "open", refuse)
    assert refusal(tmp_path / "a.yaml") == "E105"


def test_a_fault_while_reading_is_said_and_the_file_is_closed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.yaml").write_text("1", encoding="utf-8")
    handles: list[int] = []

    def fail(handle: int, _: int) -> bytes:
        handles.append(handle)
        raise OSError(5, "input/output error")

    monkeypatch.setattr(os, "read", fail)
    with pytest.raises(InputError, match=r"E106 .*EIO"):
        read_document(tmp_path / "a.yaml")
    with pytest.raises(OSError, match="Bad file descriptor"):
        os.fstat(handles[0])


@posix
def test_names_that_no_file_can_have_are_refused_and_shown_without_their_bytes(tmp_path: Path) -> None:
    assert refusal("a\0b.yaml") == "E106"
    assert refusal("x" * 5000) == "E106"
    assert refusal("\ud800.yaml") == "E106"
    for name in ("line\nend.yaml", "\x1b[31mred.yaml", os.fsdecode(b"\xff\xfe.yaml"), "\u202eyaml.exe"):
        with pytest.raises(InputError) as caught:
            read_document(tmp_path / name)
        assert all(line.isprintable() for line in str(caught.value).splitlines())
        assert len(str(caught.value).splitlines()) == 2


@posix
def test_a_name_that_is_no_unicode_is_read(tmp_path: Path) -> None:
    name = os.fsdecode(os.fsencode(tmp_path) + b"/\xb5\xc6.json")
    try:
        Path(name).write_text("[1]", encoding="utf-8")
    except OSError:
        pytest.skip("this file system takes Unicode names only")
    assert plain(read_document(name).root) == [1]


def test_a_file_of_the_largest_size_is_read_and_one_byte_more_is_not(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"#" * (LIMITS.file_bytes - 3) + b"\n- ")
    assert refusal(path) == "E116"
    with path.open("ab") as file:
        file.write(b"1")
    assert refusal(path) == "E107"


def test_a_huge_empty_file_is_not_read_to_its_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.yaml"
    with path.open("wb") as file:
        file.truncate(10**12)
    asked: list[int] = []
    read = os.read

    def count(handle: int, size: int) -> bytes:
        asked.append(size)
        return read(handle, size)

    monkeypatch.setattr(os, "read", count)
    assert refusal(path) == "E107"
    assert sum(asked) == LIMITS.file_bytes + 1


def test_a_file_that_grows_while_it_is_read_is_not_followed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.yaml").write_text("1", encoding="utf-8")
    monkeypatch.setattr(os, "read", lambda _, size: b"1" * size)
    assert refusal(tmp_path / "a.yaml") == "E107"


@pytest.mark.parametrize(
    ("content", "meant"),
    [
        (b'{"a": 1.0}', {"a": "1.0"}),
        (b" \r\n\t[1]", [1]),
        (b"\xef\xbb\xbf{}", {}),
        (b"a: [1]", {"a": [1]}),
        (b"# [\n1", 1),
        ("名称: 灯塔".encode("gb18030"), {"名称": "灯塔"}),
    ],
)
def test_standard_input_is_json_where_it_begins_with_a_bracket(content: bytes, meant: object) -> None:
    document = read_document("-", stdin=io.BytesIO(content))
    assert plain(document.root) == meant
    assert document.source == "-"


def test_flow_yaml_on_standard_input_is_taken_for_json_and_refused() -> None:
    assert refusal("-", io.BytesIO(b"{a: b}")) == "E128"


def test_standard_input_is_bounded_too() -> None:
    assert refusal("-", io.BytesIO(b"#" * LIMITS.file_bytes)) == "E111"
    assert refusal("-", io.BytesIO(b"#" * (LIMITS.file_bytes + 1))) == "E107"

    class Endless(io.RawIOBase):
        given = 0

        def read(self, size: int = -1) -> bytes:
            self.given += size
            return b"#" * size

    endless = Endless()
    assert refusal("-", endless) == "E107"  # type: ignore[arg-type]
    assert endless.given == LIMITS.file_bytes + 1


def test_standard_input_may_come_in_drops() -> None:
    class Dripping(io.RawIOBase):
        def __init__(self) -> None:
            self.drops = list(b"a: [1, 2]")

        def read(self, _: int = -1) -> bytes:
            return bytes([self.drops.pop(0)]) if self.drops else b""

    assert plain(read_document("-", stdin=Dripping()).root) == {"a": [1, 2]}  # type: ignore[arg-type]


def test_standard_input_that_is_closed_broken_or_absent_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    closed = io.BytesIO(b"1")
    closed.close()
    assert refusal("-", closed) == "E106"

    class Broken(io.RawIOBase):
        def read(self, _: int = -1) -> bytes:
            raise IsADirectoryError(21, "is a directory")

    assert refusal("-", Broken()) == "E102"  # type: ignore[arg-type]
    monkeypatch.setattr(sys, "stdin", None)
    assert refusal("-") == "E106"
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"[7]")))
    assert plain(read_document("-").root) == [7]


def test_a_file_may_be_called_like_standard_input(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("-").write_text("7", encoding="utf-8")
    assert plain(read_document(Path("-")).root) == 7
    assert plain(read_document("./-").root) == 7
