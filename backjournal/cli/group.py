"""The group that all commands run in: each is loaded when it is called, and every error is told in one plain line."""

from collections.abc import Iterator, Mapping, MutableMapping
from importlib import import_module
from typing import Any

import click

from backjournal.cli.output import SAVED_NOT_TOLD, why_unprinted
from backjournal.cli.refusals import refusal
from backjournal.cli.session import Session
from backjournal.model.text import clean_line

_LONGEST_SENTENCE = 200


class LazyCommands(MutableMapping[str, click.Command]):
    """Commands by name, in the order of the help; each is loaded from its `module:attribute` when it is asked for."""

    def __init__(self, places: Mapping[str, str]) -> None:
        self._commands: dict[str, click.Command | str] = dict(places)

    def __getitem__(self, name: str) -> click.Command:
        command = self._commands[name]
        if isinstance(command, str):
            module, _, attribute = command.partition(":")
            loaded: click.Command = getattr(import_module(module), attribute)
            self._commands[name] = command = loaded
        return command

    def __setitem__(self, name: str, command: click.Command) -> None:
        self._commands[name] = command

    def __delitem__(self, name: str) -> None:
        del self._commands[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._commands)

    def __len__(self) -> int:
        return len(self._commands)


class Refused(click.ClickException):
    """A refusal in one line on standard error, with exit status 1: nothing was saved."""

    exit_code = 1

    def show(self, file: Any = None) -> None:
        click.echo(f"backjournal: {clean_line(self.message)}", file=file, err=True)


class SavedNotTold(Refused):
    """What went wrong after something was saved."""

    exit_code = SAVED_NOT_TOLD


class PlainGroup(click.Group):
    """A group that lists its commands in the order in which they were given, and never prints a traceback."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.commands)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands with the whole first sentence of their help: click would cut it off."""
        with formatter.section("Commands"):
            formatter.write_dl(
                [(name, command.get_short_help_str(_LONGEST_SENTENCE)) for name, command in self.commands.items()]
            )

    def invoke(self, ctx: click.Context) -> Any:
        try:
            result = super().invoke(ctx)
        except (click.ClickException, click.exceptions.Exit):
            raise
        except (Exception, KeyboardInterrupt) as error:  # noqa: BLE001 - every error becomes one line
            raise _told(error, ctx.find_object(Session)) from None
        if _has_saved(ctx.find_object(Session)) and (why := why_unprinted()):
            raise SavedNotTold(f"it is saved, but standard output could not be written: {why}")
        return result


def _has_saved(session: Session | None) -> bool:
    return session is not None and session.outcome.saved


def _told(error: BaseException, session: Session | None) -> BaseException:
    """Return what tells an error: what was saved before it is never reported as refused, or it would be repeated."""
    broken_off = isinstance(error, KeyboardInterrupt | click.Abort)
    if not _has_saved(session):
        return error if broken_off else Refused(refusal(error, session))
    then = "it was broken off" if broken_off else refusal(error, session)
    return SavedNotTold(f"what was saved before stays saved, but then: {then}")
