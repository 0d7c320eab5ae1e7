"""The summary of the day above the checklist."""

from collections.abc import Iterable, Iterator

from textual.content import Content
from textual.reactive import var

from backjournal.library.red_flags import Urgency, advice
from backjournal.model.check_ins import latest_value
from backjournal.model.numbers import percent
from backjournal.plan.adherence import adherence_of
from backjournal.plan.day_progress import progress_of
from backjournal.tui.core.state import DayState
from backjournal.tui.lazy import lazy_imports
from backjournal.tui.widgets.steady import Links
from backjournal.tui.widgets.words import bar, day_name, link, press, short_date

with lazy_imports():
    from backjournal.tui.widgets import advice as advice_shown


_GAP = "   "
_LONGEST_BAR = 12
"""Up to how many exercises each has a cell of the bar; more share them."""


class DayBar(Links):
    """Shows which day it is, how many of its exercises are done, its pain and mobility, and the latest check-in."""

    DEFAULT_CSS = "DayBar { height: auto; padding: 0 1; }"
    ALLOW_SELECT = False
    state: var[DayState | None] = var(None)

    def watch_state(self, state: DayState | None) -> None:
        """Show the summary of the day."""
        if state:
            # Before the first layout it has no size yet.
            self.show(_flowed(_parts(state), self.content_size.width or self.app.size.width - 2))

    def on_resize(self) -> None:
        """Break the lines for another width."""
        self.watch_state(self.state)


def _flowed(parts: Iterable[Content], width: int) -> Content:
    """Return the parts one after the other, in lines that break only between them."""
    lines: list[Content] = []
    for part in parts:
        if lines and lines[-1].cell_length + len(_GAP) + part.cell_length <= width:
            lines[-1] = Content.assemble(lines[-1], _GAP, part)
        else:
            lines.append(part)
    return Content("\n").join(lines)


def _parts(state: DayState) -> Iterator[Content]:
    name = day_name(state.day, state.today)
    yield Content.assemble(
        link("◂ ", "app.step(-1)", "bold $text-accent"),
        (name, "bold"),
        "" if name == short_date(state.day) else f" {short_date(state.day)}",
        link(" ▸", "app.step(1)", "bold $text-accent") if state.day < state.today else "  ",
    )
    if state.items:
        progress = progress_of(state.items)
        cells = bar(progress.done, progress.asked, min(_LONGEST_BAR, progress.asked))
        yield Content.assemble(progress.text(), (f" {cells}" if cells else "", "$success"))
    latest = {name: latest_value(state.check_ins, name) for name in ("pain", "mobility")}
    given = [Content.assemble(f"{name} ", (f"{value}", "bold")) for name, value in latest.items() if value is not None]
    if given:
        yield Content(_GAP).join(given)
    yield from _further(state)


def _further(state: DayState) -> Iterator[Content]:
    stands = max((sign.flag.urgency for sign in state.signs), default=None)
    urgency = stands or max(_noted(state), default=Urgency.SOON)
    if urgency >= Urgency.URGENT:
        text = f"{advice_shown.SIGNS[urgency]} {advice(urgency).title}"
        style = advice_shown.STYLES[urgency]
        yield press("!", (f"{text} (!)", style)) if stands else Content.styled(text, style)
    if state.flare_up:
        first, last = state.flare_up.first_day, state.flare_up.last_day
        span = f"{short_date(first)} to {short_date(last)}" if last else f"since {short_date(first)}"
        yield Content.styled(f"▲ flare-up {span}", "bold $text-error")
    adherence = adherence_of(state.items)
    if state.day < state.today and adherence.share is not None:
        yield Content.assemble(
            ("adherence ", "$foreground-muted"), f"{percent(adherence.share)} of {adherence.counted}"
        )
    if state.latest is None:
        yield press("n", ("no check-in yet: n writes one", "$foreground-muted"))
    else:
        latest = state.latest
        when = "" if latest.day == state.day else f"{day_name(latest.day, state.today)} "
        yield Content.styled(f"last check-in {when}{latest.at:%H:%M}", "$foreground-muted")


def _noted(state: DayState) -> Iterator[Urgency]:
    """Return the urgency of each sign that was noted on an earlier day, also of one that no longer stands."""
    if state.day == state.today:
        return
    from backjournal.library.own_words import signs_in

    for check_in in state.check_ins:
        yield from (flag.urgency for flag in signs_in(check_in.marks, check_in.note))
