"""Drafts in files: their ids, their locks, and what becomes of them when their process ends."""

import itertools
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from backjournal.store import drafts as module
from backjournal.store.drafts import Drafts


@pytest.fixture
def drafts(journal: Path) -> Drafts:
    journal.parent.mkdir()
    numbers = itertools.count(1)
    return Drafts(journal, lambda: f"id{next(numbers)}")


def names(journal: Path) -> list[str]:
    return sorted(path.name for path in journal.parent.iterdir())


def answers(drafts: Drafts) -> list[dict[str, object]]:
    return [dict(kept.answers) for kept in drafts.waiting()]


def test_a_draft_is_of_its_form_and_readable_by_the_owner_only(drafts: Drafts, journal: Path) -> None:
    draft = drafts.draft("CheckInForm a", "Edit check-in")
    assert names(journal) == [], "nothing was typed yet"
    draft.keep({"pain": 4, "symptom": ("fever",)})
    assert names(journal) == [".journal.db.id1.draft", ".journal.db.id1.lock"]
    assert {path.stat().st_mode & 0o777 for path in journal.parent.iterdir()} == {0o600}
    draft.leave()
    assert drafts.draft("CheckInForm b", "Edit check-in").answers == {}
    (kept,) = drafts.waiting()
    assert (kept.form, kept.title) == ("CheckInForm a", "Edit check-in")
    again = drafts.draft("CheckInForm a", "Edit check-in")
    assert again.answers == {"pain": 4, "symptom": ["fever"]}
    again.drop()
    assert names(journal) == []


def test_a_draft_in_use_is_offered_to_nobody_else(drafts: Drafts) -> None:
    first, second = drafts.draft("form", "Form"), drafts.draft("form", "Form")
    first.keep({"pain": 1})
    second.keep({"pain": 2})
    assert answers(drafts) == []
    third = drafts.draft("form", "Form")
    assert third.answers == {}
    second.leave()
    assert answers(drafts) == [{"pain": 2}]
    first.leave()
    assert [drafts.draft("form", "Form").answers for _ in range(1)] == [{"pain": 1}], "the oldest comes first"


CHILD = """
import sys
from pathlib import Path
from backjournal.store.drafts import Drafts
draft = Drafts(Path(sys.argv[1]), lambda: sys.argv[2]).draft("form", "Form")
draft.keep({"from": sys.argv[2]})
print("ready", flush=True)
sys.stdin.read()
"""


def test_all_drafts_of_killed_processes_are_offered_and_none_of_a_living_one(drafts: Drafts, journal: Path) -> None:
    children = []
    for name in ("a", "b", "c"):
        command = [sys.executable, "-c", CHILD, str(journal), name]
        child = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        children.append(child)
        assert child.stdout
        assert child.stdout.readline() == "ready\n"
    try:
        assert answers(drafts) == []
        for child in children[:2]:
            child.kill()
            child.wait()
        assert answers(drafts) == [{"from": "a"}, {"from": "b"}]
    finally:
        for child in children:
            child.kill()
            child.communicate()


@pytest.mark.parametrize("text", ["{ damaged", "[]", "null", '{"form": "form"}', "\x00"])
def test_a_file_that_is_no_draft_is_left_alone(drafts: Drafts, journal: Path, text: str) -> None:
    file = journal.parent / ".journal.db.x.draft"
    file.write_text(text)
    assert drafts.waiting() == ()
    assert drafts.draft("form", "Form").answers == {}
    assert file.read_text() == text


def test_a_draft_that_another_took_up_meanwhile_is_left_to_it(
    drafts: Drafts, journal: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    draft = drafts.draft("form", "Form")
    draft.keep({"pain": 1})
    draft.leave()
    lock = module._locked

    def saved_just_before(path: Path) -> int | None:
        (journal.parent / ".journal.db.id1.draft").unlink(missing_ok=True)
        return lock(path)

    monkeypatch.setattr(module, "_locked", saved_just_before)
    assert drafts.waiting() == ()
    assert names(journal) == []


def test_without_locks_a_draft_is_offered_rather_than_forgotten(
    drafts: Drafts, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(_handle: int) -> None:
        raise OSError(37, "No locks available")

    monkeypatch.setattr(module, "_lock", refused)
    drafts.draft("form", "Form").keep({"pain": 1})
    assert answers(drafts) == [{"pain": 1}]


def test_a_folder_that_cannot_be_written_to_is_no_error(drafts: Drafts, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_args: object) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "open", full)
    drafts.draft("form", "Form").keep({"pain": 1})


def test_half_a_draft_is_never_left(drafts: Drafts, journal: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    draft = drafts.draft("form", "Form")
    draft.keep({"pain": 1})

    def full(*_args: object, **_options: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(json, "dump", full)
    draft.keep({"pain": 2})
    draft.leave()
    assert answers(drafts) == [{"pain": 1}]
    assert names(journal) == [".journal.db.id1.draft", ".journal.db.id1.lock"]
