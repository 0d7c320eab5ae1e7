"""The command `backjournal` with all its subcommands."""

import click

from backjournal import __version__
from backjournal.cli.group import LazyCommands, PlainGroup
from backjournal.cli.session import Session, chosen_journal
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

Exit status: 0 done, 1 refused with one line on standard error and nothing saved, 2 wrong usage, 4 saved, but a line on
standard error tells what went wrong afterwards; status tells its own.

To complete commands and exercises in bash, add this line to ~/.bashrc (zsh and fish: put their name for bash):

\b
  eval "$(_BACKJOURNAL_COMPLETE=bash_source backjournal)"
"""

_COMMANDS = {
    "today": "backjournal.cli.practice.today:today",
    "status": "backjournal.cli.practice.status:status",
    "done": "backjournal.cli.practice.today:done",
    "skip": "backjournal.cli.practice.skip:skip",
    "undone": "backjournal.cli.practice.today:undone",
    "away": "backjournal.cli.practice.away:away",
    "practise": "backjournal.cli.practice.practise:practise",
    "plan": "backjournal.cli.plan.plan:plan",
    "log": "backjournal.cli.diary.check_ins:log",
    "edit": "backjournal.cli.diary.check_ins:edit",
    "delete": "backjournal.cli.diary.check_ins:delete",
    "diary": "backjournal.cli.diary.diary:diary",
    "flare-up": "backjournal.cli.diary.flare_up:flare_up",
    "symptoms": "backjournal.cli.diary.symptoms:symptoms",
    "measures": "backjournal.cli.measures.measures:measures",
    "trends": "backjournal.cli.trends.trends:trends",
    "review": "backjournal.cli.trends.review:review",
    "experiment": "backjournal.cli.experiment.experiment:experiment",
    "export": "backjournal.cli.export:export",
    "history": "backjournal.cli.history:history",
    "bin": "backjournal.cli.bin:bin_",
    "undo": "backjournal.cli.undo:undo",
    "redo": "backjournal.cli.undo:redo",
    "backup": "backjournal.cli.backups.backup:backup",
    "backups": "backjournal.cli.backups.backup:backups",
    "restore": "backjournal.cli.backups.restore:restore",
    "check": "backjournal.cli.check:check",
    "manual": "backjournal.cli.manual:manual",
    "settings": "backjournal.cli.settings:settings",
    "demo": "backjournal.cli.demo:demo",
}
"""Where each command is, in the order of the help."""


@click.group(
    cls=PlainGroup,
    commands=LazyCommands(_COMMANDS),
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog=_EXAMPLES,
)
@click.option(
    "--journal",
    metavar="FILE",
    envvar="BACKJOURNAL_FILE",
    type=click.Path(readable=False),
    help="The journal's file; else $BACKJOURNAL_FILE, else journal.db in your data folder.",
)
@click.version_option(__version__, prog_name="backjournal")
@click.pass_context
def root(ctx: click.Context, journal: str | None) -> None:
    """Keep a journal of your back: tick your exercises, write down how it is, see the weeks.

    Without a command, the app opens.
    """
    # Tests pass in a clock of their own.
    ctx.obj = Session(chosen_journal(journal), ctx.obj or SystemClock())
    if ctx.invoked_subcommand is None:
        from backjournal.cli.app import open_app

        ctx.exit(open_app(ctx.obj))
