"""The benchmark: its table, and that it runs; no test here passes or fails on time."""

from pathlib import Path

import pytest

from tests.tools.benchmark import __main__ as benchmark
from tests.tools.benchmark import journals
from tests.tools.benchmark.commands import knows
from tests.tools.benchmark.figures import Figure
from tests.tools.benchmark.journals import make_journal
from tests.tools.benchmark.table import ROWS, lines, medians_of


def table(figures: dict[tuple[int, str], Figure], *years: int) -> list[list[str]]:
    """Return the cells of the table, without the line below its head, and without blanks at their ends."""
    rows = [line for line in lines(figures, years, 7) if line.startswith("| ") and not line.startswith("| -")]
    return [[cell.strip() for cell in row.strip("|").split("|")] for row in rows]


def left_out(figures: dict[tuple[int, str], Figure]) -> list[str]:
    """Return what is said below the table of a journal of one year."""
    return [line for line in lines(figures, (1,), 7) if line.startswith("left out")]


def test_the_median_of_each_figure_is_taken_by_the_clock_and_of_cpu_time() -> None:
    seconds = [Figure(3, 0.1), Figure(1, 0.3), Figure(2, 0.2)]
    medians = medians_of({(1, "start"): seconds, (1, "memory"): [Figure(50)], (1, "log"): []})
    assert medians == {(1, "start"): Figure(2, 0.2), (1, "memory"): Figure(50)}


def test_a_row_has_its_ratios_its_sizes_and_its_growth() -> None:
    figures = {
        (1, "checkbox: tick"): Figure(0.01, 0.008),
        (1, "tick"): Figure(0.03, 0.016),
        (50, "checkbox: tick"): Figure(0.02, 0.008),
        (50, "tick"): Figure(0.033, 0.02),
    }
    head, row = table(figures, 1, 50)
    assert head == ["what", "beside", "goal", "1 year", "50 years", "50 ÷ 1 years"]
    assert row[3:] == ["3.00 / 2.00 · 30 / 16 ms", "1.65 / 2.50 · 33 / 20 ms", "1.10 / 1.25"]


def test_memory_is_told_in_mb_and_what_stands_beside_nothing_by_its_size_alone() -> None:
    memory = {(1, "memory"): Figure(80), (1, "empty app with plotext: memory"): Figure(40)}
    assert table(memory, 1)[1][3] == "2.00 · 80 MB"
    assert table({(1, "3 again"): Figure(0.025, 0.02)}, 1)[1][3] == "25 / 20 ms"


def test_a_journal_is_made_beside_that_of_ten_years() -> None:
    figures = {(10, "making"): Figure(3, 3), (50, "making"): Figure(7.5, 6)}
    assert table(figures, 10, 50)[1][3:5] == ["1.00 / 1.00 · 3000 / 3000 ms", "2.50 / 2.00 · 7500 / 6000 ms"]


def test_a_peer_that_is_not_found_is_left_out_with_a_word() -> None:
    figures = {(1, "start"): Figure(1, 1), (1, "empty app: start"): Figure(0.5, 0.5)}
    assert [row[1] for row in table(figures, 1)] == ["beside", "empty app: start"]
    assert left_out(figures) == [
        "left out: start to the checklist beside kanban-tui: start, which is not found (see --help)"
    ]


def test_every_measured_group_has_rows() -> None:
    assert list(benchmark.MEASURES) == list(ROWS)


@pytest.fixture(scope="module")
def journal(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a journal of one year, whose name says so."""
    return make_journal(tmp_path_factory.mktemp("journals") / "1y.db", 1)


@pytest.mark.slow
@pytest.mark.parametrize("group", ROWS)
def test_everything_can_be_measured(group: str, journal: Path, tmp_path: Path) -> None:
    found = dict(benchmark.MEASURES[group](journal, tmp_path))
    rows = [row for row in ROWS[group] if not row.of_peer and (group != "commands" or knows(row.figure.split()[0]))]
    assert {name for row in rows for name in (row.figure, row.beside) if name} <= set(found)
    assert all(figure.size > 0 for figure in found.values())


@pytest.mark.slow
def test_one_command_prints_the_table_and_keeps_the_journal(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(journals, "user_cache_path", lambda _: tmp_path)
    benchmark.main(["--rounds", "1", "--years", "1", "--only", "export"])
    printed = capsys.readouterr().out
    assert "| export diary | sqlite-utils rows --csv | " in printed
    (kept,) = (tmp_path / "benchmark").iterdir()
    assert kept.name.startswith("1y ")
