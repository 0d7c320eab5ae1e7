"""Writing a file atomically: completely or not at all."""

import errno
import os
from collections.abc import Iterable
from pathlib import Path

from backjournal.model.errors import InvalidValue
from backjournal.store.paths import behind_links, no_file


def write_whole(
    path: Path, data: bytes | Iterable[bytes], force: bool, how_to_replace: str = "choose another name"
) -> None:
    """Write a file that only its owner can read; an existing file is replaced only with `force`.

    Of a link, the file that it leads to is replaced. The data may come in parts, which are taken while the file is
    written: if one cannot be had, there is no file. `how_to_replace` is the advice in the refusal of an existing file.

    Raises:
        InvalidValue: the file exists, is no ordinary file, or cannot be written; its `field` is `file`, and no partial
            file is left.
    """
    try:
        target = _target(path, force)
        draft = _write_draft(target.parent, data)
        try:
            if force:
                draft.replace(target)
            else:
                _place_new(draft, target)
        finally:
            draft.unlink(missing_ok=True)
    except FileExistsError:
        raise InvalidValue("file", f"{path} exists already: {how_to_replace}") from None
    except FileNotFoundError:
        raise InvalidValue("file", f"the folder {path.parent} does not exist: make it, or choose another one") from None
    except OSError as error:
        raise InvalidValue("file", _refusal(path, error)) from error


def _target(path: Path, force: bool) -> Path:
    if found := no_file(path):
        advice = "add a file name to it" if path.is_dir() else "choose another one"
        raise InvalidValue("file", f"{path} is {found}: {advice}")
    if not force and path.exists():
        raise FileExistsError
    return behind_links(path)


def _write_draft(folder: Path, data: bytes | Iterable[bytes]) -> Path:
    """Write the bytes to a new file in the folder; mkstemp creates it with mode 0600."""
    # Imported only when needed: an export to standard output does without.
    import tempfile

    handle, name = tempfile.mkstemp(prefix=".backjournal-", suffix=".new", dir=folder)
    draft = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.writelines([data] if isinstance(data, bytes) else data)
            file.flush()
            os.fsync(file.fileno())
    except BaseException:
        draft.unlink(missing_ok=True)
        raise
    return draft


def _place_new(draft: Path, path: Path) -> None:
    """Move the draft to its path, unless another program has created a file there meanwhile."""
    try:
        path.hardlink_to(draft)
    except FileExistsError:
        raise
    except OSError:  # a file system without hard links
        if os.path.lexists(path):
            raise FileExistsError from None
        draft.rename(path)


def _refusal(path: Path, error: OSError) -> str:
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return f"the disk has no room for {path}, nothing was written: free some space or choose another folder"
    return f"{path} cannot be written, nothing was changed: {error.strerror or error}"
