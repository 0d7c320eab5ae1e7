"""The command `status` as its help, the list of commands and the completion know it."""

import click

from backjournal.cli.status import print_status


@click.command()
@click.pass_context
def status(ctx: click.Context) -> None:
    """Print today in one line, for a prompt or a bar.

    Such as: 3/6 · pain 4 · mobility 6 · flare-up day 3. That is what is done of what today asks for, the latest pain
    and mobility of today, and the day of the flare-up. What was not noted is left out. While a symptom stands that
    should not wait, what to do comes first.

    Exit status: 0 nothing is left to do, 3 something is left, 1 refused, such as without a journal. Nothing is written.
    """
    ctx.exit(print_status(ctx.obj))
