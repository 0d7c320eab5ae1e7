"""Paths as a person types them, and what may lie at them besides a file."""

import contextlib
import errno
import os
import re
import stat
from collections.abc import Callable
from pathlib import Path

from backjournal.model.errors import InvalidValue, JournalError

_VARIABLE = re.compile(r"\$(?:([A-Za-z_]\w*)|\{([A-Za-z_]\w*)\})")

_SAFE_IN_DOUBLE_QUOTES = re.compile(r"[\w\s./()',~+-]+")

_WAYS_BACK = re.compile(r"'backjournal (?=(?:restore|check|backups?)\b)")

_KINDS = (
    (stat.S_ISDIR, "a folder"),
    (stat.S_ISFIFO, "a pipe"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
)


def typed_path(text: str, field: str = "file") -> Path:
    """Return the path that a text means: `~`, `~name` and variables such as `$HOME` are expanded, as a shell does it.

    Raises:
        InvalidValue: a variable is not set, nobody has that name, or the home folder is unknown; its field is `field`.
    """
    if not text.strip():
        raise InvalidValue(field, "the path is empty: write one")
    if "\0" in text:
        raise InvalidValue(field, "a path holds no control characters: type it again")
    path = os.path.expandvars(text)
    unset = [name for names in _VARIABLE.findall(path) for name in names if name and name not in os.environ]
    if unset and not os.path.lexists(path):
        raise InvalidValue(field, f"the variable {unset[0]} in {text} is not set: set it, or write the whole path")
    if not path.startswith("~"):
        return Path(path)
    expanded = os.path.expanduser(path)  # noqa: PTH111 - pathlib's raises a RuntimeError
    name = Path(path).parts[0][1:]
    # Of an empty HOME, `~/journal.db` would become a file of the root folder.
    if expanded.startswith("~") or (not name and os.environ.get("HOME") == ""):
        why = f"nobody here is called {name}:" if name else "your home folder is unknown: set the variable HOME, or"
        raise InvalidValue(field, f"{why} write the whole path, or ./{text} for a file of that name")
    return Path(expanded)


def own_folder(find: Callable[..., Path]) -> Path:
    """Return the person's own folder of a kind, which `find`, a function of platformdirs, looks up.

    Raises:
        JournalError: neither the environment nor the system knows it.
    """
    try:
        return typed_path(str(find("backjournal", appauthor=False)))
    except (RuntimeError, InvalidValue):
        raise JournalError(
            "your data folder is unknown: set the variable HOME or XDG_DATA_HOME,"
            " or name the journal with --journal or the variable BACKJOURNAL_FILE"
        ) from None


def default_journal() -> Path:
    """Return the journal that is used when none is named: that of `BACKJOURNAL_FILE`, or the one in the data folder.

    Raises:
        InvalidValue: the variable holds no path.
        JournalError: the data folder is unknown.
    """
    if named := os.environ.get("BACKJOURNAL_FILE"):
        return behind_links(typed_path(named, "journal"))
    from platformdirs import user_data_path

    return behind_links(own_folder(user_data_path) / "journal.db")


def with_journal(text: str, journal: Path) -> str:
    """Return a text whose commands that restore or mend mean this journal, also where it must be named.

    The others, such as 'backjournal diary', are left short: they show something, and whoever types them sees what.
    """
    try:
        if journal == default_journal():
            return text
    except JournalError:
        pass
    return _WAYS_BACK.sub(lambda _: f"'backjournal --journal {as_typed(journal)} ", text)


def as_typed(path: Path) -> str:
    """Return a path as it is typed into a shell; in double quotes if it can be, as commands are told in single ones."""
    import shlex

    name = str(path)
    plain = shlex.quote(name)
    return f'"{name}"' if plain != name and _SAFE_IN_DOUBLE_QUOTES.fullmatch(name) else plain


def no_file(path: Path) -> str:
    """Return in words what is at a path if it is no ordinary file; empty if it is one, or nothing is there.

    Links are followed. The place is only looked at: opening a pipe would wait for another program.

    Raises:
        OSError: the path cannot be reached.
    """
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        return _dead_link(path)
    except OSError as error:
        if error.errno == errno.ELOOP:
            return "reached by links that lead in a circle"
        raise
    return next((words for is_kind, words in _KINDS if is_kind(mode)), "")


def _dead_link(path: Path) -> str:
    """Return in words which link on the way to a path leads to nothing; empty if none does."""
    for place in (path, *path.parents):
        if place.is_symlink() and not place.exists():
            inside = "" if place == path else f"in {place}, "
            return f"{inside}a link to {place.readlink()}, which is not there (is its disk connected?)"
    return ""


def behind_links(path: Path) -> Path:
    """Return the file that a link leads to, as what belongs to it lies beside it; else the path itself."""
    with contextlib.suppress(OSError):
        if path.is_symlink() and not no_file(path):
            return Path(os.path.realpath(path, strict=True))
    return path
