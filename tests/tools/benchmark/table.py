"""The table of the benchmark: its rows with their goals, and how the medians are written into it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from tests.tools.benchmark.commands import COMMANDS
from tests.tools.benchmark.figures import Figure
from tests.tools.benchmark.trends import VIEWS

Medians = Mapping[tuple[int, str], Figure]
"""The median of each figure, by the years of the journal and its name."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the table: what is measured, what stands beside it, and what it should be."""

    what: str
    figure: str
    beside: str = ""
    """The figure that it is divided by, of a journal of the same years; empty if its size alone counts."""

    goal: str = ""
    years: int | None = None
    """The years of the journal that `beside` is of instead."""

    @property
    def of_peer(self) -> bool:
        """Whether the row is left out where a program that it needs is not found."""
        return self.beside.startswith(PEERS)


_EMPTY, _PYTHON = "empty app: start", "python -c 'import sqlite3'"
_GROWTH = "the last column ≤ 1.15"
_COMMAND_GOALS = {
    "log": f"≤ 5.5; {_GROWTH}",
    "status": f"≤ 2; {_GROWTH}",
    "today": "≤ 6",
    "diary": "≤ 8",
    "trends --plain": "≤ 10",
}

ROWS: Mapping[str, tuple[Row, ...]] = {
    "start": (
        Row("start to the checklist", "start", _EMPTY, f"≤ 1.3; {_GROWTH}"),
        Row("start to the checklist", "start", "kanban-tui: start", "≤ 0.6"),
        Row("start to the keys", "start to keys", _EMPTY),
    ),
    "tick": (Row("space to the tick, shown and stored", "tick", "checkbox: tick", f"≤ 2; {_GROWTH}"),),
    "trends": (
        Row("first 3 to the chart, at rest", "3", "plotext: chart", "≤ 1.5"),
        Row("first 3 to the chart, at once", "3, at once after the start", "plotext: chart", "≤ 2"),
        Row("3 again", "3 again", "two panes: 3 again", "≤ 30 ms"),
        Row("3 after a tick", "3 after a tick"),
        Row("1 right after 3", "1, right after 3"),
        Row("space to the tick, right after 3", "tick, right after 3"),
        Row("← to another range", "← to another range"),
        Row("< to the cursor", "< to the cursor drawn"),
        Row("+ to everything", "+ to everything", goal="≤ 150 ms"),
        *(Row(f"tab to {view}", f"tab: {view}", goal="≤ 100 ms") for view in (*VIEWS, "weeks")),
    ),
    "search": (
        Row("a first letter to its rows", "first letter", "LIKE", "≤ 50 ms"),
        Row("a second letter to its rows", "second letter", "LIKE", "≤ 50 ms"),
    ),
    "commands": (
        *(Row(" ".join(words), name, _PYTHON, _COMMAND_GOALS.get(name, "")) for name, words in COMMANDS.items()),
        Row("log --pain 4", "log", "jrnl", "≤ 0.7"),
    ),
    "export": (Row("export diary", "export diary", "sqlite-utils rows --csv", "≤ 0.8"),),
    "memory": (
        Row("memory after the start", "memory after the start", "empty app with plotext: memory"),
        Row("memory, all tabs and views", "memory", "empty app with plotext: memory", "≤ 1.6; 50 years ≤ 2"),
    ),
    "making": (Row("making the journal", "making", "making", "50 years ≤ 6", years=10),),
}
"""The rows by what is measured together."""

PEERS = ("kanban-tui", "jrnl", "sqlite-utils")
"""The programs that stand beside the app; without the first two it is measured alone."""

COLUMNS = ("what", "beside", "goal")
_FORMAT = """\
Medians of {rounds} after a warm-up, in turn with what stands beside. A cell: how many times as long as that (or as much
memory) by the clock / of CPU time, then milliseconds by the clock / of CPU time, or MB. The last column: the largest
journal ÷ the smallest."""


def medians_of(figures: Mapping[tuple[int, str], Sequence[Figure]]) -> Medians:
    """Return the median size and CPU time of each figure."""
    return {key: Figure(median(one.size for one in found), _cpu(found)) for key, found in figures.items() if found}


def lines(medians: Medians, years: Sequence[int], rounds: int) -> Iterator[str]:
    """Return the table as lines of Markdown, and below it which rows are left out."""
    chosen = [row for rows in ROWS.values() for row in rows if any((each, row.figure) in medians for each in years)]
    whole = [row for row in chosen if not row.of_peer or any(_beside(medians, row, each) for each in years)]
    growth = f"{years[-1]} ÷ {years[0]} years"
    head = (*COLUMNS, *(f"{each} year{'s' if each > 1 else ''}" for each in years), *([growth] if years[1:] else []))
    table = [head, *(_cells(medians, row, years) for row in whole)]
    widths = [max(len(line[place]) for line in table) for place in range(len(head))]
    yield from (_FORMAT.format(rounds=rounds), "")
    for number, line in enumerate(table):
        yield _line(line, widths)
        if number == 0:
            yield _line(["-" * width for width in widths], widths)
    for row in chosen:
        if row not in whole:
            yield f"left out: {row.what} beside {row.beside}, which is not found (see --help)"


def _cells(medians: Medians, row: Row, years: Sequence[int]) -> list[str]:
    found = [medians.get((each, row.figure)) for each in years]
    cells = [_cell(one, _beside(medians, row, each)) if one else "" for one, each in zip(found, years, strict=True)]
    beside = f"{row.years} years" if row.years else row.beside
    ends = found[0], found[-1]
    growth = _ratios(ends[1], ends[0]) if ends[0] and ends[1] else ""
    return [row.what, beside, row.goal, *cells, *([growth] if years[1:] else [])]


def _beside(medians: Medians, row: Row, years: int) -> Figure | None:
    return medians.get((row.years or years, row.beside))


def _cell(one: Figure, other: Figure | None) -> str:
    size = f"{1000 * one.size:.0f} / {1000 * one.cpu:.0f} ms" if one.cpu is not None else f"{one.size:.0f} MB"
    return f"{_ratios(one, other)} · {size}" if other else size


def _ratios(one: Figure, other: Figure) -> str:
    by_clock = f"{one.size / other.size:.2f}"
    return f"{by_clock} / {one.cpu / other.cpu:.2f}" if one.cpu is not None and other.cpu else by_clock


def _cpu(found: Sequence[Figure]) -> float | None:
    given = [one.cpu for one in found if one.cpu is not None]
    return median(given) if given else None


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    return f"| {' | '.join(cell.ljust(width) for cell, width in zip(cells, widths, strict=True))} |"
