"""The command that lists the symptoms to watch for."""

import click


@click.command()
def symptoms() -> None:
    """List the symptoms to watch for, with what to do."""
    from backjournal.exchange.symptom_lines import symptom_lines
    from backjournal.library.red_flags import red_flags

    click.echo("\n".join(symptom_lines(red_flags())))
