"""The command `backjournal` with all its subcommands."""

from pathlib import Path

import click

from backjournal import __version__
from backjournal.cli.app import demo, open_app
from backjournal.cli.check import check
from backjournal.cli.diary.check_ins import delete, edit, log
from backjournal.cli.diary.diary import diary
from backjournal.cli.diary.flare_up import flare_up
from backjournal.cli.diary.symptoms import symptoms
from backjournal.cli.experiment.experiment import experiment
from backjournal.cli.export import export
from backjournal.cli.group import PlainGroup
from backjournal.cli.measures.measures import measures
from backjournal.cli.plan.plan import plan
from backjournal.cli.practice.practise import practise
from backjournal.cli.practice.skip import skip
from backjournal.cli.practice.today import done, today, undone
from backjournal.cli.session import Session, default_journal
from backjournal.cli.settings import settings
from backjournal.cli.trends.trends import trends
from backjournal.cli.undo import redo, undo
from backjournal.days import SystemClock

_EXAMPLES = """\b
Examples:
  backjournal                          open the app
  backjournal today                    what is on the list
  backjournal done bridge --pain 2     tick an exercise
  backjournal practise bird-dog        be led through it, step by step
  backjournal plan add bird-dog        add an exercise to the plan
  backjournal log --pain 4 --mobility 6 --where "lower back" --note "better"
  backjournal trends --weeks 26 --plain
  backjournal export diary -o diary.csv

D is an ISO date, today, yesterday or a weekday.

Exit status: 0 done, 1 refused with one line on standard error, 2 wrong usage.

To complete commands and exercises in bash, add this line to ~/.bashrc (zsh and fish: put their name for bash):

\b
  eval "$(_BACKJOURNAL_COMPLETE=bash_source backjournal)"
"""


@click.group(
    cls=PlainGroup,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog=_EXAMPLES,
)
@click.option(
    "--journal",
    metavar="FILE",
    envvar="BACKJOURNAL_FILE",
    type=click.Path(readable=False, path_type=Path),
    help="The journal's file; else $BACKJOURNAL_FILE, else journal.db in your data folder.",
)
@click.version_option(__version__, prog_name="backjournal")
@click.pass_context
def root(ctx: click.Context, journal: Path | None) -> None:
    """Keep a journal of your back: tick your exercises, write how it is, see the weeks.

    Without a command, the app opens.
    """
    # Tests pass in a clock of their own.
    ctx.obj = Session(journal or default_journal(), ctx.obj or SystemClock())
    if ctx.invoked_subcommand is None:
        ctx.exit(open_app(ctx.obj))


for command in (
    today,
    done,
    skip,
    undone,
    practise,
    plan,
    log,
    edit,
    delete,
    diary,
    flare_up,
    symptoms,
    measures,
    trends,
    experiment,
    export,
    undo,
    redo,
    check,
    settings,
    demo,
):
    root.add_command(command)
