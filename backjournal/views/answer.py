"""The Answer view: whether it is getting better, and by how much."""

from backjournal.model.frozen import dataclass
from backjournal.trends.answer import Answer, answer_of
from backjournal.trends.record import Record
from backjournal.views.answer_data import answer_data
from backjournal.views.answer_text import answer_lines, answer_tables
from backjournal.views.figures import Table


@dataclass(frozen=True, slots=True)
class AnswerFigures:
    """The changes since the start and in the last 4 weeks, with their verdicts."""

    answer: Answer

    def lines(self) -> list[str]:
        """Return the answer in sentences, with a blank line between its parts."""
        return answer_lines(self.answer)

    def tables(self) -> list[Table]:
        """Return a table for each of the two comparisons, with a row for each subject."""
        tables = answer_tables(self.answer)
        return [
            Table(table.header, tuple(row.cells for row in table.rows), f"{table.title}. {table.days}", by_time=False)
            for table in tables
        ]

    def data(self) -> dict[str, object]:
        """Return the answer as data for JSON."""
        return answer_data(self.answer)


def answer_figures(record: Record) -> AnswerFigures:
    """Return the figures of the Answer view for a record."""
    return AnswerFigures(answer_of(record))
