"""The two lines above the trends: the views to choose from, and the range with what the view shows."""

from collections.abc import Mapping
from datetime import date

from textual.content import Content
from textual.message import Message
from textual.reactive import var

from backjournal.model.dates import short_day
from backjournal.trends.record import Record
from backjournal.trends.window import RANGES
from backjournal.tui.trends.look import Look
from backjournal.tui.widgets.steady import Links
from backjournal.tui.widgets.words import link, press
from backjournal.views.catalog import VIEWS, View

_CLIPPED = "(from the first day) "
"""Told of a range that asks for more weeks than there are, where there is room: the days tell it as well."""


class ViewBar(Links):
    """The names of the views, the one that is shown in brackets."""

    DEFAULT_CSS = "ViewBar { height: auto; padding: 0 1; }"
    ALLOW_SELECT = False
    look: var[Look | None] = var(None)

    class Chosen(Message):
        """A view was clicked; `view` is its key."""

        def __init__(self, view: str) -> None:
            super().__init__()
            self.view = view

    def watch_look(self, look: Look | None) -> None:
        """Show the view of the new look."""
        if look:
            self.show(view_names(look.view))

    def action_choose(self, view: str) -> None:
        """Post a message that a view was clicked."""
        self.post_message(self.Chosen(view))


class RangeLine(Links):
    """The ranges, the days that are shown, and what the view shows with the key that changes it.

    `subjects` holds what the view shows, by the key that changes it.
    """

    DEFAULT_CSS = """
    RangeLine { height: auto; max-height: 2; padding: 0 1; }
    """
    ALLOW_SELECT = False
    look: var[Look | None] = var(None)
    record: var[Record | None] = var(None)
    subjects: var[Mapping[str, str]] = var(dict)

    class Chosen(Message):
        """A range of `weeks` was clicked; None is everything."""

        def __init__(self, weeks: int | None) -> None:
            super().__init__()
            self.weeks = weeks

    _width = 0
    """The cells that there were for the line when it was last on the screen."""

    def on_resize(self) -> None:
        """Fit the line to the new width; while it is hidden it has none, and stays as it was."""
        if self.content_size.width:
            self._width = self.content_size.width
            self._show()

    def watch_look(self) -> None:
        """Show the new range."""
        self._show()

    def watch_record(self) -> None:
        """Show the days again, because the range of everything begins with the first day of the record."""
        self._show()

    def watch_subjects(self) -> None:
        """Show the new subjects."""
        self._show()

    def _show(self) -> None:
        if self.look and self.record and self.look.is_covered_by(self.record):
            self.show(range_line(self.look, self.record, self.subjects, self._width))
        else:
            self.show(Content.styled("reading the journal …", "$foreground-muted"))

    def action_choose(self, place: int) -> None:
        """Post a message that the range at a place in `RANGES` was clicked."""
        self.post_message(self.Chosen(RANGES[place]))


def view_names(shown: View) -> Content:
    """Return the names of the views, the one that is shown in brackets."""
    return Content("").join(
        Content.styled(f"[{view.label}]", "bold reverse")
        if view == shown
        else link(f" {view.label}", f"choose('{view.key}')", "$foreground-muted")
        for view in VIEWS
    )


def range_line(look: Look, record: Record, subjects: Mapping[str, str], width: int) -> Content:
    """Return the ranges, the days shown, and the subjects with their keys, in two lines if `width` is too small."""
    if not look.view.ranged:
        return Content.styled(look.view.own_days, "$foreground-muted")
    window = look.window
    parts = [_range(place, chosen=window.first is None and window.weeks == weeks) for place, weeks in enumerate(RANGES)]
    days = days_words(*window.past_days(record))
    parts.append(press("r", (f"[{days}]" if window.first else f" {days} ", "bold" if window.first else "")))
    ranges, shown = Content("").join(parts), [_with_key(key, label) for key, label in subjects.items()]
    in_one_line = Content("  ").join([ranges, *shown])
    if window.is_clipped(record) and in_one_line.cell_length + len(_CLIPPED) <= width:
        return Content("  ").join([Content("").join([ranges, _CLIPPED]), *shown])
    if in_one_line.cell_length <= width:
        return in_one_line
    return Content("\n").join([ranges, Content("  ").join([Content(""), *shown])])


def days_words(first: date, last: date) -> str:
    """Return a range of days as `31 Aug – 21 Nov 2026`."""
    return f"{short_day(first, with_year=first.year != last.year)} – {short_day(last, with_year=True)}"


def _range(place: int, *, chosen: bool) -> Content:
    label = f"{RANGES[place]}" if RANGES[place] else "everything"
    text = f"[{label}]" if chosen else f" {label} "
    return link(text, f"choose({place})", "bold reverse" if chosen else "$foreground-muted")


def _with_key(key: str, label: str) -> Content:
    return press(key, (key, "bold $text-accent"), f" {label}")
