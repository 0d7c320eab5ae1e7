"""The options that several commands share."""

import click

day_option = click.option("--day", metavar="D", help="The day: an ISO date, today, yesterday or a weekday.")
since_option = click.option("--since", metavar="D", help="The first day.")
until_option = click.option("--until", metavar="D", help="The last day.")
