"""How long things take, beside what they are made of and beside others: `.venv/bin/python -m tests.tools.benchmark`."""

import argparse
import os
import shutil
import sys
import tempfile
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

from tests.tools.benchmark import apps, commands, search, trends
from tests.tools.benchmark.commands import COMMANDS, knows
from tests.tools.benchmark.figures import Figure, Measure
from tests.tools.benchmark.journals import kept_journal
from tests.tools.benchmark.peers import HOW_TO_INSTALL
from tests.tools.benchmark.table import ROWS, lines, medians_of

ROUNDS = 7
YEARS = (1, 10, 50)

MEASURES: Mapping[str, Measure] = {
    "start": apps.start,
    "tick": apps.ticks,
    "trends": trends.trends,
    "search": search.search,
    "commands": commands.commands,
    "export": commands.export,
    "memory": apps.memory,
    "making": commands.making,
}
"""What can be measured, by the names of the rows' groups."""


def measure(
    names: Sequence[str], journals: Mapping[int, Path], rounds: int, folder: Path
) -> dict[tuple[int, str], list[Figure]]:
    """Return the figures of each round by years and name; a round before the first warms the caches up.

    Every round measures each thing once, one after another, so that a busy moment of the machine meets all of them.
    """
    figures = defaultdict[tuple[int, str], list[Figure]](list)
    for number in range(rounds + 1):
        for name in names:
            for years, journal in journals.items():
                for key, figure in MEASURES[name](journal, folder):
                    figures[years, key] += [figure] if number else []
        sys.stderr.write(f"\r{'warmed up' if not number else f'round {number} of {rounds}'} ")
    sys.stderr.write("\n")
    return figures


def options() -> argparse.ArgumentParser:
    """Return the options of the command."""
    parser = argparse.ArgumentParser(
        "python -m tests.tools.benchmark",
        description="Measure the program and print a table. Linux only: it reads /proc.",
        epilog=HOW_TO_INSTALL,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--rounds", type=int, default=ROUNDS, help=f"how often each thing is measured; {ROUNDS}")
    parser.add_argument("--years", type=int, nargs="+", default=YEARS, help="sizes of the journals; 1 10 50")
    parser.add_argument("--only", nargs="+", choices=list(ROWS), default=list(ROWS), help="what to measure; everything")
    parser.add_argument("--remake", action="store_true", help="make the journals anew, which are kept for a day")
    return parser


def main(words: Sequence[str] | None = None) -> None:
    """Measure and print."""
    chosen = options().parse_args(words)
    # Who has installed the program does not compile it at every start.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    years = sorted(set(chosen.years))
    kept = {each: kept_journal(each, remake=chosen.remake) for each in years}
    # On the disk that the journals are kept on: a folder for temporary files may be in memory.
    with tempfile.TemporaryDirectory(dir=kept[years[0]].parent) as name:
        folder = Path(name)
        journals = {each: Path(shutil.copy(path, folder / f"{each}y.db")) for each, path in kept.items()}
        medians = medians_of(measure(chosen.only, journals, chosen.rounds, folder))
    unknown = [name for name, words in COMMANDS.items() if "commands" in chosen.only and not knows(words[0])]
    told = [f"left out: {name}, which this version of the program does not have" for name in unknown]
    sys.stdout.write("\n".join([*lines(medians, years, chosen.rounds), *told]) + "\n")


if __name__ == "__main__":
    main()
