"""Writing a file whole or not at all."""

import errno
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from backjournal.exchange.atomic import write_whole
from backjournal.model.errors import InvalidValue, JournalError


@pytest.mark.parametrize(
    ("number", "message"),
    [
        (errno.ENOSPC, "the disk has no room for {file}, nothing was written"),
        (errno.EIO, "{file} cannot be written, nothing was changed: Input/output error"),
    ],
)
@pytest.mark.parametrize("force", [True, False])
def test_a_disk_that_fails_leaves_what_was_there_and_no_half_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, message: str, force: bool
) -> None:
    def fail(_: int) -> None:
        raise OSError(number, os.strerror(number))

    file = tmp_path / "diary.csv"
    if force:
        file.write_text("mine")
    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(InvalidValue) as refused:
        write_whole(file, b"half", force)
    assert message.format(file=file) in str(refused.value)
    assert refused.value.field == "file"
    assert [(entry.name, entry.read_text()) for entry in tmp_path.iterdir()] == ([("diary.csv", "mine")] * force)


@pytest.mark.parametrize("force", [True, False])
def test_parts_that_end_in_an_error_leave_what_was_there_and_no_half_file(tmp_path: Path, force: bool) -> None:
    def parts() -> Iterator[bytes]:
        yield b"half"
        raise JournalError("the journal is damaged")

    file = tmp_path / "diary.csv"
    if force:
        file.write_text("mine")
    with pytest.raises(JournalError, match="damaged"):
        write_whole(file, parts(), force)
    assert [(entry.name, entry.read_text()) for entry in tmp_path.iterdir()] == ([("diary.csv", "mine")] * force)


def test_an_unwritable_folder_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    # Whoever runs the tests may be root, to whom every folder can be written.
    monkeypatch.setattr("tempfile.mkstemp", refuse)
    with pytest.raises(InvalidValue, match="cannot be written, nothing was changed: Permission denied"):
        write_whole(tmp_path / "diary.csv", b"", force=False)


@pytest.mark.parametrize("links", [True, False])
def test_a_file_that_another_program_makes_meanwhile_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, links: bool
) -> None:
    file = tmp_path / "diary.csv"
    link = Path.hardlink_to

    def late(path: Path, target: Path) -> None:
        file.write_text("theirs")
        if not links:
            raise OSError(errno.EPERM, "no links here")
        link(path, target)

    monkeypatch.setattr(Path, "hardlink_to", late)
    with pytest.raises(InvalidValue, match="exists already"):
        write_whole(file, b"ours", force=False)
    assert [entry.read_text() for entry in tmp_path.iterdir()] == ["theirs"]


def test_a_file_system_without_links_will_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.EPERM, "no links here")

    monkeypatch.setattr(Path, "hardlink_to", refuse)
    write_whole(tmp_path / "diary.csv", b"ours", force=False)
    assert [entry.read_bytes() for entry in tmp_path.iterdir()] == [b"ours"]


def test_what_is_no_file_is_never_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with pytest.raises(InvalidValue, match="is a pipe: choose another one"):
        write_whole(pipe, b"", force=True)
    assert pipe.is_fifo()
