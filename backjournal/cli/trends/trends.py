"""The `trends` command, which draws a view of the trends, or prints its figures."""

from datetime import date
from typing import TYPE_CHECKING, Any, cast

import click

from backjournal.cli.measures.names import complete_chosen
from backjournal.cli.options import since_option, until_option
from backjournal.cli.session import Session, day_that_came
from backjournal.cli.trends.choice import check_asked, choice_of
from backjournal.cli.trends.names import complete_exercise, complete_series
from backjournal.model.dates import check_span
from backjournal.model.diary_values import NUMBERS
from backjournal.model.errors import InvalidValue
from backjournal.model.numbers import parse_whole
from backjournal.views.catalog import VIEWS, View, view_of
from backjournal.views.choice import Choice

if TYPE_CHECKING:
    from backjournal.trends.record import Record
    from backjournal.trends.window import Window
    from backjournal.views.figures import Graph

_WEEKS = "; ".join(
    [str(VIEWS[0].weeks), *(f"{view.key} {view.weeks}" for view in VIEWS if view.weeks != VIEWS[0].weeks)]
)
"""How many weeks the views show by default, for the help."""

_KEY_WIDTH = max(len(view.key) for view in VIEWS)
_GRAPHS = "\n".join(f"  {view.key:<{_KEY_WIDTH}}  {view.summary}" for view in VIEWS)
_SERIES = ", ".join([*(value.key for value in NUMBERS), "adherence", "minutes", "medicines"])
_EPILOG = f"""\b
GRAPH:
{_GRAPHS}

SERIES is {_SERIES}, the name of
a chosen measure, or a medicine and its unit, such as ibuprofen-mg; for the calendar check-ins, too. An unambiguous
beginning is enough.

\b
Examples:
  backjournal trends --weeks 26
  backjournal trends calendar --of adherence --weeks all
  backjournal trends compare --of sleep --against pain --scatter
  backjournal trends exercise --exercise bird-dog --since 2026-09-01
  backjournal trends answer
"""


@click.command(epilog=_EPILOG)
@click.argument("graph", type=click.Choice([view.key for view in VIEWS]), default=VIEWS[0].key, metavar="[GRAPH]")
@click.option("--weeks", metavar="N", help=f"How many weeks: 1 to 520, or all.  [default: {_WEEKS}]")
@since_option
@until_option
@click.option("--of", metavar="SERIES", shell_complete=complete_series, help="What calendar and compare show.")
@click.option("--against", metavar="SERIES", shell_complete=complete_series, help="What compare shows it against.")
@click.option("--scatter", is_flag=True, help="In compare: a point for each day instead of two lines.")
@click.option("--exercise", metavar="NAME", shell_complete=complete_exercise, help="In exercise: only this one.")
@click.option("--measure", metavar="NAME", shell_complete=complete_chosen, help="In measure: this one.")
@click.option("--plain", is_flag=True, help="Print lines that read well aloud.")
@click.option("--table", is_flag=True, help="Print the figures as a table.")
@click.option("--json", "as_json", is_flag=True, help="Print the figures as JSON.")
@click.pass_obj
def trends(session: Session, /, graph: str, plain: bool, table: bool, as_json: bool, **options: Any) -> None:
    """Draw how your back has been, or say it in words: pain and mobility by week, unless you name another GRAPH."""
    form, view = _form(plain=plain, table=table, as_json=as_json), view_of(graph)
    check_asked(view, options)
    record, window = _read(session, view, options)
    if record.earliest is None and form != "json":
        click.echo("No trend yet: it grows from check-ins and ticked exercises.")
    else:
        _show(record, view, choice_of(record, view, window, options), form)


def _form(**flags: bool) -> str:
    """Return the form of the output: `plain`, `table` or `json`; empty to draw, or to print the view as sentences."""
    given = [name.removeprefix("as_") for name, flag in flags.items() if flag]
    if len(given) > 1:
        raise InvalidValue("table", f"--{given[0]} and --{given[1]} are two ways to print it: choose one")
    return "".join(given)


def _read(session: Session, view: View, options: dict[str, Any]) -> "tuple[Record, Window]":
    """Return the record of the journal, as far back as the view looks, and the window of days to show."""
    from backjournal.journal.record import journal_record

    weeks = _weeks(options["weeks"], view.weeks)
    if options["weeks"] is not None and options["since"] is not None:
        raise InvalidValue("weeks", "--weeks and --since both say where to begin: leave one out")
    with session.existing() as store:
        today = store.today()
        window = _window(weeks, options["since"], options["until"], today)
        return journal_record(store, today, view.since(window, store.settings.get().weeks)), window


def _weeks(typed: str | None, usual: int) -> int | None:
    if typed is None:
        return usual
    return None if typed.strip().lower() == "all" else parse_whole("weeks", "weeks", typed or "none", 1, 520)


def _window(weeks: int | None, since: str | None, until: str | None, today: date) -> "Window":
    from backjournal.trends.window import Window

    last = day_that_came(until, today, "show the trends up to")
    if since is None:
        return Window(weeks, last)
    first = day_that_came(since, today, "show the trends since")
    check_span(first, last)
    return Window(None, last, first)


def _show(record: "Record", view: View, choice: Choice, form: str) -> None:
    from backjournal.cli.trends.text import figures_text

    figures = view.compute(record, choice)
    if form or not view.drawn:
        click.echo(figures_text(figures, form))
        return
    from backjournal.cli.trends.drawing import print_drawn

    print_drawn(cast("Graph", figures), view.verdict(record) if view.verdict else "")
