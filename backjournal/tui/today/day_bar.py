"""The summary of the day above the checklist."""

from collections.abc import Iterator

from textual.content import Content
from textual.reactive import var

from backjournal.library.red_flags import Urgency, advice
from backjournal.model.check_ins import latest_value
from backjournal.model.numbers import percent
from backjournal.plan.adherence import adherence_of
from backjournal.plan.checklist import progress_of
from backjournal.tui.core.state import DayState
from backjournal.tui.lazy import lazy_imports
from backjournal.tui.widgets.steady import Links
from backjournal.tui.widgets.words import bar, day_name, joined, link, press, short_date

with lazy_imports():
    from backjournal.tui.widgets import advice as advice_shown


class DayBar(Links):
    """Shows which day it is, how many of its exercises are done, its pain and mobility, and the latest check-in."""

    DEFAULT_CSS = "DayBar { height: auto; padding: 0 1; }"
    ALLOW_SELECT = False
    state: var[DayState | None] = var(None)

    def watch_state(self, state: DayState | None) -> None:
        """Show the summary of the day."""
        if state:
            self.show(_line(state))


def _line(state: DayState) -> Content:
    name = day_name(state.day, state.today)
    date_after = "" if name == short_date(state.day) else f" {short_date(state.day)}"
    parts = [
        link("◂ ", "app.step(-1)", "bold $text-accent"),
        Content.assemble((name, "bold"), date_after),
        link(" ▸", "app.step(1)", "bold $text-accent") if state.day < state.today else Content("  "),
    ]
    done, planned = progress_of(state.items)
    excused = sum(item.excused for item in state.items)
    if state.items:
        progress_bar = bar(sum(item.share for item in state.items), len(state.items), min(10, len(state.items)))
        counts = joined([f"{done} of {planned} done", f"{excused} excused" if excused else ""], ", ")
        parts.append(Content.assemble(f"   {counts} ", (progress_bar, "$success")))
    latest = {name: latest_value(state.check_ins, name) for name in ("pain", "mobility")}
    parts += [
        Content.assemble(f"   {name} ", (f"{value}", "bold")) for name, value in latest.items() if value is not None
    ]
    line = Content("").join(parts)
    extra = _extra(state)
    return Content("\n").join([line, extra]) if extra.plain else line


def _extra(state: DayState) -> Content:
    parts = []
    stands = max((sign.flag.urgency for sign in state.signs), default=None)
    urgency = stands or max(_noted(state), default=Urgency.SOON)
    if urgency >= Urgency.URGENT:
        text = f"{advice_shown.SIGNS[urgency]} {advice(urgency).title}"
        style = advice_shown.STYLES[urgency]
        parts.append(press("!", (f"{text} (!)", style)) if stands else Content.styled(text, style))
    if state.flare_up:
        first, last = state.flare_up.first_day, state.flare_up.last_day
        span = f"{short_date(first)} to {short_date(last)}" if last else f"since {short_date(first)}"
        parts.append(Content.styled(f"▲ flare-up {span}", "bold $text-error"))
    share = adherence_of(state.items).share if state.day < state.today else None
    if share is not None:
        counted = adherence_of(state.items).counted
        parts.append(Content.assemble(("adherence ", "$foreground-muted"), f"{percent(share)} of {counted}"))
    if state.latest is None:
        parts.append(press("n", ("no check-in yet: n writes one", "$foreground-muted")))
    else:
        latest = state.latest
        when = "" if latest.day == state.day else f"{day_name(latest.day, state.today)} "
        parts.append(Content.styled(f"last check-in {when}{latest.at:%H:%M}", "$foreground-muted"))
    return Content("   ").join(parts)


def _noted(state: DayState) -> Iterator[Urgency]:
    """Return the urgency of each sign that was noted on an earlier day, also of one that no longer stands."""
    if state.day == state.today:
        return
    from backjournal.library.own_words import signs_in

    for check_in in state.check_ins:
        yield from (flag.urgency for flag in signs_in(check_in.marks, check_in.note))
