"""Is it getting better, and by how much: the answer as a view."""

from dataclasses import dataclass

from backjournal.trends.answer import Answer, answer_of
from backjournal.trends.record import Record
from backjournal.views.answer_text import answer_data, answer_lines, answer_tables
from backjournal.views.figures import Table


@dataclass(frozen=True, slots=True)
class AnswerFigures:
    """The changes since the start and of the last four weeks, with their verdicts."""

    answer: Answer

    def lines(self) -> list[str]:
        """Return the answer in sentences, a blank line between its parts."""
        return answer_lines(self.answer)

    def tables(self) -> list[Table]:
        """Return a table for each of the two comparisons, a row for each subject."""
        tables = answer_tables(self.answer)
        return [Table(table.header, table.rows, f"{table.title}. {table.days}", by_time=False) for table in tables]

    def data(self) -> dict[str, object]:
        """Return the answer as what JSON can hold."""
        return answer_data(self.answer)


def answer_figures(record: Record) -> AnswerFigures:
    """Return the answer of a record."""
    return AnswerFigures(answer_of(record))
