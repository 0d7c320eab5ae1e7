"""The widths of texts in cells of the terminal: a wide character takes two.

Rich, which knows them, is imported only when something is drawn, so that figures in plain text do not wait for it.
"""


def cell_len(text: str) -> int:
    """Return how many cells a text takes."""
    from rich import cells

    return cells.cell_len(text)


def set_cell_size(text: str, width: int) -> str:
    """Return a text of exactly `width` cells, padded with blanks or cut off."""
    from rich import cells

    return cells.set_cell_size(text, width)


def chop_cells(text: str, width: int) -> list[str]:
    """Return a text in pieces of at most `width` cells."""
    from rich import cells

    return cells.chop_cells(text, width)
