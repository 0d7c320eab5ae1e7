"""The command of the trends: the graphs, the answer in words, and what goes with better and worse days."""

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from backjournal.cli.diary.diary import since_option, until_option
from backjournal.cli.session import Session, day_that_came
from backjournal.cli.trends.choice import ANSWER, GOES_WITH, check_asked, choice_of
from backjournal.cli.trends.names import complete_exercise, complete_measure, complete_series
from backjournal.model.dates import check_span
from backjournal.model.errors import InvalidValue
from backjournal.model.numbers import parse_whole
from backjournal.views.choice import Choice, View

if TYPE_CHECKING:
    from backjournal.trends.record import Record
    from backjournal.trends.window import Window

_WEEKS = 12
_EPILOG = """\b
GRAPH:
  weeks      pain, mobility and adherence by week; this one unless you say another
  days       pain and mobility by day, up to 12 weeks, with their 7-day medians
  adherence  what was done, done in part, excused and missed, by week
  calendar   a series day by day: pain unless you say another
  compare    two series against each other: pain and mobility unless you say others
  exercise   the pain during each exercise, or during one over time
  measure    the results of an outcome measure, and what would be a meaningful change
  answer     in words: is it getting better, and by how much?
  goes-with  in words: what goes with better and worse days?

SERIES is pain, worst-pain, mobility, stiffness, sleep, mood, confidence, adherence, minutes, medicines, or the name of
a chosen measure; for the calendar check-ins, too. An unambiguous beginning is enough.

\b
Examples:
  backjournal trends --weeks 26
  backjournal trends calendar --of adherence --weeks all
  backjournal trends compare --of sleep --against pain --scatter
  backjournal trends exercise --exercise bird-dog --since 2026-09-01
  backjournal trends answer
"""


@click.command(epilog=_EPILOG)
@click.argument(
    "graph", type=click.Choice([*map(str, View), ANSWER, GOES_WITH]), default=str(View.WEEKS), metavar="[GRAPH]"
)
@click.option("--weeks", metavar="N", help=f"How many weeks: 1 to 520, or all.  [default: {_WEEKS}]")
@since_option
@until_option
@click.option("--of", metavar="SERIES", shell_complete=complete_series, help="What calendar and compare show.")
@click.option("--against", metavar="SERIES", shell_complete=complete_series, help="What compare shows it against.")
@click.option("--scatter", is_flag=True, help="In compare: a point for each day instead of two lines.")
@click.option("--exercise", metavar="NAME", shell_complete=complete_exercise, help="In exercise: only this one.")
@click.option("--measure", metavar="NAME", shell_complete=complete_measure, help="In measure: this one.")
@click.option("--plain", is_flag=True, help="Print lines that read well aloud.")
@click.option("--table", is_flag=True, help="Print the figures as a table.")
@click.option("--json", "as_json", is_flag=True, help="Print the figures as JSON.")
@click.pass_obj
def trends(session: Session, /, graph: str, plain: bool, table: bool, as_json: bool, **asked: Any) -> None:
    """Draw what became of your back, or tell it: pain and mobility by week, unless you say another GRAPH."""
    told = _told(plain=plain, table=table, as_json=as_json)
    check_asked(graph, asked)
    record, window = _read(session, asked)
    if record.earliest is None and told != "json":
        click.echo("No trend yet: it grows from check-ins and ticked exercises.")
    elif graph in (ANSWER, GOES_WITH):
        click.echo(_text(graph, record, window, told))
    else:
        _show(record, choice_of(record, View(graph), window, asked), told)


def _told(**flags: bool) -> str:
    """Return as what it is printed; empty is drawn, or in sentences."""
    given = [name.removeprefix("as_") for name, flag in flags.items() if flag]
    if len(given) > 1:
        raise InvalidValue("table", f"--{given[0]} and --{given[1]} are two ways to print it: choose one")
    return "".join(given)


def _read(session: Session, asked: dict[str, Any]) -> "tuple[Record, Window]":
    """Read the journal, and which of its days to look at."""
    from backjournal.journal.record import journal_record

    weeks = _weeks(asked["weeks"])
    if asked["weeks"] is not None and asked["since"] is not None:
        raise InvalidValue("weeks", "--weeks and --since both say where to begin: leave one out")
    with session.existing() as store:
        today = store.today()
        return journal_record(store, today), _window(weeks, asked["since"], asked["until"], today)


def _weeks(typed: str | None) -> int | None:
    if typed is None:
        return _WEEKS
    return None if typed.strip().lower() in ("all", "0") else parse_whole("weeks", "weeks", typed or "none", 1, 520)


def _window(weeks: int | None, since: str | None, until: str | None, today: date) -> "Window":
    from backjournal.trends.window import Window

    last = day_that_came(until, today, "show the trends up to")
    if since is None:
        return Window(weeks, last)
    first = day_that_came(since, today, "show the trends since")
    check_span(first, last)
    return Window(None, last, first)


def _show(record: "Record", choice: Choice, told: str) -> None:
    from backjournal.cli.trends.text import graph_text
    from backjournal.views.chosen import graph_of

    if told:
        click.echo(graph_text(graph_of(record, choice), told))
        return
    from backjournal.cli.trends.drawing import print_drawn

    graphs = [graph_of(record, choice)]
    if choice.view is View.WEEKS:
        graphs.append(graph_of(record, replace(choice, view=View.ADHERENCE)))
    print_drawn(graphs)


def _text(graph: str, record: "Record", window: "Window", told: str) -> str:
    from backjournal.cli.trends.text import answer_text, goes_with_text

    return answer_text(record, told) if graph == ANSWER else goes_with_text(record, window.days(record), told)
