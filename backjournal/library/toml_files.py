"""Reading the files of the library, which lie beside this one."""

from functools import cache
from pathlib import Path
from typing import Any


@cache
def read_toml(name: str) -> dict[str, Any]:
    """Return what one of the files holds, such as `exercises.toml`; it is read once."""
    # Imported only when needed, because it would delay every start of the program.
    import tomllib

    return tomllib.loads(Path(__file__).with_name(name).read_text("utf-8"))
