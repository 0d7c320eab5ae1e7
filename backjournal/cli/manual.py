"""The command that prints the manual."""

import shutil
import sys

import click
from click.shell_completion import CompletionItem

from backjournal.cli.names import completed, find_name, name_argument
from backjournal.manual.topics import Match, Topic, search, topics
from backjournal.model.errors import InvalidValue

_WIDEST = 100
"""The widest page, in cells: longer lines are hard to read."""


def _complete(ctx: click.Context, parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    return completed(ctx, parameter, incomplete, lambda: [topic.name for topic in topics()])


@click.command()
@name_argument("topic", _complete, required=False, metavar="[TOPIC]")
@click.option("--search", "words", metavar="WORDS", help="Print the lines that have these words.")
def manual(topic: tuple[str, ...], words: str | None) -> None:
    """Print a page of the manual, or list its topics."""
    typed = " ".join(topic)
    if words is not None:
        _print_matches(_chosen(typed), words)
    elif typed:
        (chosen,) = _chosen(typed)
        _print_page(chosen)
    else:
        width = max(len(each.name) for each in topics())
        click.echo("\n".join(f"{each.name:{width}}  {each.title}" for each in topics()))
        click.echo("\n'backjournal manual TOPIC' prints a page, 'backjournal manual --search WORDS' finds a word.")


def _chosen(typed: str) -> tuple[Topic, ...]:
    """Return the topic that is typed, or all if none is.

    Raises:
        InvalidValue: no topic begins like this, or several do.
    """
    if not typed:
        return topics()
    names = {each.name: each.name for each in topics()}
    name = find_name(names, typed, "topic of the manual", "the topics are", "topic")
    return tuple(each for each in topics() if each.name == name)


def _print_matches(among: tuple[Topic, ...], words: str) -> None:
    found = [match for match in search(words) if match.topic in among]
    if not found:
        raise InvalidValue("search", f"the manual has no line with '{words}': 'backjournal manual' lists its topics")
    click.echo("\n\n".join(map(_match_text, found)))


def _match_text(match: Match) -> str:
    place = match.topic.name if match.heading == match.topic.title else f"{match.topic.name}, {match.heading}"
    return click.wrap_text(match.line, _width(), f"{place}: ", "  ")


def _print_page(topic: Topic) -> None:
    """Print a page as wide as the terminal, through its pager if there is a terminal."""
    from backjournal.manual.pages import page

    laid_out = page(topic, _width())
    if sys.stdout.isatty():
        from rich.console import Console

        console = Console(width=_width(), no_color=True)
        with console.capture() as captured:
            console.print(laid_out)
        click.echo_via_pager(captured.get(), color=True)
    else:
        click.echo(laid_out.plain)


def _width() -> int:
    return min(_WIDEST, shutil.get_terminal_size((80, 24)).columns)
