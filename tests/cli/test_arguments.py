"""Bytes that come in: what is no text is refused in one line, and no letter is dropped."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.helpers.commands import Commands

ASCII_ONLY = {"LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
UTF8 = {"LC_ALL": "C.UTF-8", "PYTHONUTF8": "0"}
STRICT = {**UTF8, "PYTHONIOENCODING": "utf-8"}


def run(
    journal: Path, *arguments: bytes, env: dict[str, str], typed: bytes = b""
) -> subprocess.CompletedProcess[bytes]:
    """Run the program with arguments and input as bytes."""
    return subprocess.run(
        [sys.executable, "-m", "backjournal", "--journal", str(journal), *arguments],
        check=False,
        capture_output=True,
        input=typed,
        env={"PATH": os.environ["PATH"], **env},
    )


@pytest.mark.parametrize("env", [ASCII_ONLY, UTF8], ids=["posix", "utf-8"])
@pytest.mark.parametrize(
    "arguments",
    [
        [b"log", b"--note", b"fr\xfch"],
        [b"log", b"--where", b"fr\xfch", b"--note", b"x"],
        [b"fr\xfch"],
        [b"diary", b"--search", b"fr\xfch"],
        [b"done", b"fr\xfch"],
        [b"plan", b"add", b"bridge", b"--note=fr\xfch"],
    ],
)
def test_what_is_not_utf_8_is_refused_and_nothing_is_saved(
    journal: Path, env: dict[str, str], arguments: list[bytes]
) -> None:
    refused = run(journal, *arguments, env=env)
    assert (refused.returncode, refused.stdout) == (1, b"")
    assert refused.stderr.startswith(b"backjournal: 'fr?h' is not UTF-8") or b"fr?h' is not UTF-8" in refused.stderr
    assert refused.stderr.count(b"\n") == 1
    assert not journal.exists()


@pytest.mark.slow
@pytest.mark.parametrize("env", [ASCII_ONLY, UTF8], ids=["posix", "utf-8"])
def test_other_letters_come_in_in_every_locale(tmp_path: Path, env: dict[str, str]) -> None:
    shown = "früh im Café"
    journal = tmp_path / "für mich.db"
    saved = run(journal, b"log", b"--pain", b"4", b"--note", "früh im Café".encode(), env=env)
    assert (saved.returncode, saved.stderr) == (0, b"")
    assert f"note: {shown}".encode() in saved.stdout
    assert shown.encode() in run(journal, b"diary", b"--search", "CAFÉ".encode(), env=env).stdout
    assert shown.encode() in run(journal, b"export", b"diary", env=env).stdout
    assert journal.exists()


@pytest.mark.parametrize("env", [ASCII_ONLY, UTF8, STRICT], ids=["posix", "utf-8", "strict"])
def test_an_answer_that_is_not_utf_8_is_not_taken_for_another(commands: Commands, env: dict[str, str]) -> None:
    commands.output("log", "--symptom", "numb saddle")
    asked = run(commands.journal, b"practise", b"bridge", env=env, typed=b"yes\xff\n")
    assert asked.stderr == b""
    assert b"Nothing was practised." in asked.stdout
