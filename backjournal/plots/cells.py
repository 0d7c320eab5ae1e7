"""The cells of the terminal that texts take: a wide sign takes two.

Rich, which knows them, is imported when something is drawn: figures that are told or printed do not wait for it.
"""


def cell_len(text: str) -> int:
    """Return how many cells a text takes."""
    from rich import cells

    return cells.cell_len(text)


def set_cell_size(text: str, width: int) -> str:
    """Return a text in just so many cells, filled up with blanks or cut off."""
    from rich import cells

    return cells.set_cell_size(text, width)


def chop_cells(text: str, width: int) -> list[str]:
    """Return a text in pieces of at most so many cells."""
    from rich import cells

    return cells.chop_cells(text, width)
