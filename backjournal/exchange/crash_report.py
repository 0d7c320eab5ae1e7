"""The report of a mistake of backjournal's own: where it happened, and nothing of what the person wrote.

No message of an exception and no value of a variable is in it, as both can quote the diary.
"""

import contextlib
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from backjournal.model.frozen import dataclass

_PACKAGE = Path(__file__).parent.parent

REPORTS = "crash-report-*.txt"
"""The names of the reports in a folder."""


class Frame(NamedTuple):
    """A place in the code that was running."""

    file: str
    line: int
    function: str


@dataclass(frozen=True, slots=True)
class Fault:
    """An exception without its message: the name of its type, and where it came from, the outermost place first."""

    kind: str
    frames: tuple[Frame, ...]


def faults_of(error: BaseException) -> tuple[Fault, ...]:
    """Return an exception and those that it came from, the latest first."""
    return tuple(Fault(type(each).__qualname__, tuple(_frames(each))) for each in _chain(error))


def _chain(error: BaseException) -> Iterator[BaseException]:
    seen: set[int] = set()
    each: BaseException | None = error
    while each is not None and id(each) not in seen:
        seen.add(id(each))
        yield each
        each = each.__cause__ or (None if each.__suppress_context__ else each.__context__)


def _frames(error: BaseException) -> Iterator[Frame]:
    step = error.__traceback__
    while step is not None:
        code = step.tb_frame.f_code
        yield Frame(code.co_filename, step.tb_lineno, code.co_name)
        step = step.tb_next


def where(faults: Sequence[Fault]) -> str:
    """Return in a few words what happened and where, such as 'ValueError in diary.py, line 12'."""
    frames = faults[0].frames
    ours = [frame for frame in frames if _PACKAGE in Path(frame.file).parents]
    place = (ours or frames)[-1:]
    return f"{faults[0].kind}{''.join(f' in {Path(frame.file).name}, line {frame.line}' for frame in place)}"


def report_words(faults: Sequence[Fault], folder: Path | None) -> str:
    """Write a report into a folder, or else into the person's folder of states, and return what is said about it."""
    path = write_report(faults, folder)
    if path is None:
        return "please report this line"
    return f"please report it with {path}, which holds nothing that you wrote"


def write_report(faults: Sequence[Fault], folder: Path | None) -> Path | None:
    """Write a report that only its owner can read, and return its path; None if no folder takes it.

    The same mistake of the same version has the same report, however often it happens.
    """
    from hashlib import blake2s

    from backjournal.exchange.atomic import write_whole

    text = "\n".join([*_heading(), *_lines(faults)]).encode("utf-8", "replace")
    name = REPORTS.replace("*", blake2s(text, digest_size=4).hexdigest())
    for in_state_folder in (False, True):
        # Whatever keeps a report from being written, the line is told.
        with contextlib.suppress(Exception):
            place = _state_folder() if in_state_folder else folder
            if place is not None:
                write_whole(place / name, text, force=True)
                return place / name
    return None


def _state_folder() -> Path:
    """Return the person's folder of states, made if it is missing.

    Raises:
        JournalError, OSError: it is unknown, or cannot be made.
    """
    from platformdirs import user_state_path

    from backjournal.store.paths import own_folder

    folder = own_folder(user_state_path)
    folder.mkdir(parents=True, mode=0o700, exist_ok=True)
    return folder


def _heading() -> Iterator[str]:
    import platform
    import sqlite3
    from importlib.metadata import PackageNotFoundError, version

    from backjournal import __version__

    yield f"backjournal {__version__} met an error in the program."
    yield "This file tells where, and holds nothing that you wrote."
    yield ""
    yield f"{platform.platform()}, Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}"
    for package in ("textual", "plotext", "sqlite-utils", "click"):
        try:
            yield f"{package} {version(package)}"
        except PackageNotFoundError:
            yield f"{package} is missing"


def _lines(faults: Sequence[Fault]) -> Iterator[str]:
    for place, fault in enumerate(faults):
        yield ""
        yield f"{'which came after ' if place else ''}{fault.kind}"
        for frame in fault.frames:
            yield f"  {_within_package(frame.file)}, line {frame.line}, in {frame.function}"
    yield ""


def _within_package(file: str) -> str:
    """Return the path of a file below the folder that Python found it in: the folders above may name the person."""
    folders = sorted((_PACKAGE.parent, *map(Path, filter(None, sys.path))), key=lambda path: -len(path.parts))
    return next((str(Path(file).relative_to(each)) for each in folders if each in Path(file).parents), "elsewhere")
