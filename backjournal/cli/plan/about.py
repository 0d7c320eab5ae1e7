"""The command that prints or changes the facts of the plan: its aim, and who prescribed it when."""

from typing import Any

import click

from backjournal.cli.session import Session
from backjournal.days import parse_day
from backjournal.model.frozen import replace
from backjournal.model.prescriptions import PlanFacts


@click.command()
@click.option("--aim", metavar="TEXT", help="What the plan is for.")
@click.option("--by", "prescribed_by", metavar="NAME", help="Who prescribed it.")
@click.option("--on", "prescribed_on", metavar="D", help="The day on which it was prescribed.")
@click.pass_obj
def about(session: Session, /, prescribed_on: str | None, **typed: str | None) -> None:
    """Print or change the aim, and who prescribed it.

    Just what is given is changed. An empty text ('') takes one away.
    """
    from backjournal.exchange.plan_text import facts_lines

    changes: dict[str, Any] = {field: text for field, text in typed.items() if text is not None}
    if not changes and prescribed_on is None:
        with session.existing() as store:
            lines = facts_lines(store.plan.facts())
        click.echo("\n".join(lines) or "Nothing is said of the plan yet: --aim, --by and --on say it.")
        return
    PlanFacts(**changes)
    with session.starting() as store:
        if prescribed_on is not None:
            changes["prescribed_on"] = parse_day(prescribed_on, store.today(), "on") if prescribed_on else None
        facts = replace(store.plan.facts(), **changes)
        store.plan.save_facts(facts)
    click.echo("\n".join(facts_lines(facts)) or "Nothing is said of the plan any more.")
