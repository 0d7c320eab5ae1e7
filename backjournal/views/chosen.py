"""The graph that a person has chosen."""

from collections.abc import Callable, Mapping

from backjournal.trends.record import Record
from backjournal.views.adherence import adherence_graph
from backjournal.views.calendar import calendar_graph
from backjournal.views.choice import Choice, View
from backjournal.views.compare import compare_graph
from backjournal.views.days import days_graph
from backjournal.views.exercise import pain_during_graph
from backjournal.views.graph import Graph
from backjournal.views.measure import measure_graph
from backjournal.views.weeks import weeks_graph

_GRAPHS: Mapping[View, Callable[[Record, Choice], Graph]] = {
    View.WEEKS: lambda record, choice: weeks_graph(record, choice.window),
    View.DAYS: lambda record, choice: days_graph(record, choice.window),
    View.ADHERENCE: lambda record, choice: adherence_graph(record, choice.window),
    View.CALENDAR: lambda record, choice: calendar_graph(record, choice.window, choice.of),
    View.COMPARE: lambda record, choice: compare_graph(
        record, choice.window, choice.of, choice.against, scatter=choice.scatter
    ),
    View.EXERCISE: lambda record, choice: pain_during_graph(record, choice.window, choice.exercise_id),
    View.MEASURE: lambda record, choice: measure_graph(record, choice.window, choice.measure_id),
}


def graph_of(record: Record, choice: Choice) -> Graph:
    """Return the graph of a choice over a record."""
    return _GRAPHS[choice.view](record, choice)
