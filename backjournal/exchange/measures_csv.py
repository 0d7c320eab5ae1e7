"""The results of outcome measures as rows and as CSV."""

from collections.abc import Iterable, Mapping

from backjournal.exchange.cells import Cell, csv_bytes
from backjournal.exchange.measure_lines import score_words
from backjournal.model.measure_words import value_text
from backjournal.model.measures import Measure, Result

MEASURES_COLUMNS = ("day", "measure", "value", "unit", "better", "scores", "note")


def result_row(measure: Measure, result: Result) -> dict[str, Cell]:
    """Return a result as a row, by column; its value is the mean of the scores, with the decimals of the measure."""
    return {
        "day": result.day.isoformat(),
        "measure": measure.name,
        "value": value_text(measure, result.value, unit=False),
        "unit": measure.unit,
        "better": measure.better.value,
        "scores": score_words(result),
        "note": result.note,
    }


def measures_csv(results: Iterable[Result], measures: Mapping[str, Measure]) -> bytes:
    """Return results as CSV, in the order given; `measures` are by id."""
    rows = (result_row(measures[result.measure_id], result) for result in results)
    return csv_bytes(MEASURES_COLUMNS, rows)
