"""What the third column of Today says: the last two weeks, the week, what is due, and the aim of the plan."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from textual.content import Content

from backjournal.model.dates import short_day
from backjournal.model.measures import Measure
from backjournal.model.numbers import rounded
from backjournal.plan.day_status import DayStatus
from backjournal.tui.core.lately import LATELY_DAYS, Lately
from backjournal.tui.core.state import DayState
from backjournal.tui.widgets.signs import SIGNS
from backjournal.tui.widgets.words import press

_LEVELS = "▁▂▃▄▅▆▇█"
_TOP = 10
"""The end of the scale of pain and mobility, so that a value has the same height in every line."""

_WORDS = {
    DayStatus.DONE: "in full",
    DayStatus.PARTIAL: "in part",
    DayStatus.SKIPPED: "excused",
    DayStatus.MISSED: "missed",
    DayStatus.OPEN: "to come",
}
_STYLES = {DayStatus.DONE: "$text-success", DayStatus.PARTIAL: "$text-warning"}
_SPARK_STYLES = {"pain": "$text-warning", "mobility": "$text-primary"}
_MUTED = "$foreground-muted"
_NAME = 10
"""The width of the column of names."""


def aside_content(state: DayState, status: DayStatus, lately: Lately, due: Sequence[Measure]) -> Content:
    """Return what the third column shows of a day: what there is nothing of is left out, so it may be empty.

    `status` is that of the day after its newest tick, which changes the state of the day alone.
    """
    week = {**lately.week, state.day: status}
    sections = []
    if any(value is not None for values in lately.values.values() for value in values):
        sections.append(_fortnight(lately))
    if any(status is not DayStatus.NOT_ASKED for status in week.values()):
        sections.append(_week(week, state.day))
    no_check_in = not state.check_ins and not state.new_journal
    if state.day == state.today and (due or no_check_in):
        sections.append(_due(due, check_in=no_check_in))
    if lately.aim:
        sections.append(_titled("Aim", Content(lately.aim)))
    return Content("\n\n").join(sections)


def spark_line(values: Sequence[float | None]) -> str:
    """Return a character for each value from 0 to 10, the higher the larger; a blank where there is none."""
    return "".join(" " if value is None else _LEVELS[round(value / _TOP * (len(_LEVELS) - 1))] for value in values)


def _titled(title: str, *lines: Content) -> Content:
    return Content("\n").join([Content.styled(title, "bold $text-primary"), *lines])


def _fortnight(lately: Lately) -> Content:
    first = lately.day - timedelta(days=LATELY_DAYS - 1)
    span = f"{short_day(first)} to {short_day(lately.day)}, each day's mean"
    lines = [_value_line(name, values) for name, values in lately.values.items()]
    return _titled(f"Last {LATELY_DAYS} days", *lines, Content.styled(span, _MUTED))


def _value_line(name: str, values: Sequence[float | None]) -> Content:
    noted = [value for value in values if value is not None]
    return Content.assemble(
        (name.ljust(_NAME), _MUTED),
        (spark_line(values), _SPARK_STYLES[name]),
        (f"  {rounded(noted[-1] if noted else None):>3}", "bold"),
        (f"  n {len(noted)}", _MUTED),
    )


def _week(week: Mapping[date, DayStatus], shown: date) -> Content:
    names = Content(" ").join(Content.styled(f"{day:%a}", "bold underline" if day == shown else _MUTED) for day in week)
    signs = [(SIGNS[status].ljust(4), f"bold {_STYLES.get(status, _MUTED)}") for status in week.values()]
    met = [f"{SIGNS[status]} {words}" for status, words in _WORDS.items() if status in week.values()]
    return _titled("The week", names, Content.assemble(*signs), Content.styled("  ".join(met), _MUTED))


def _due(due: Sequence[Measure], *, check_in: bool) -> Content:
    lines = [("m", measure.name) for measure in due] + ([("n", "a check-in")] if check_in else [])
    return _titled("Due", *(press(key, (f"{key}  ", "bold $text-accent"), what) for key, what in lines))
