"""A day of the journal in one line, for a prompt or a bar."""

from collections.abc import Iterable, Sequence
from datetime import date

from backjournal.model.check_ins import CheckIn, latest_value
from backjournal.model.flare_ups import FlareUp, flare_up_on
from backjournal.plan.checklist import ChecklistItem
from backjournal.plan.day_progress import progress_of


def status_line(
    today: date,
    items: Iterable[ChecklistItem],
    check_ins: Sequence[CheckIn],
    flare_ups: Iterable[FlareUp],
    what_to_do: str = "",
) -> str:
    """Return today in one line, such as `3/6 · pain 4 · mobility 6 · flare-up day 3`; what is missing is left out.

    `items` is the checklist, `check_ins` are those of today, newest first. `what_to_do` about a symptom that
    should not wait comes before all of it.
    """
    progress = progress_of(items)
    noted = {name: latest_value(check_ins, name) for name in ("pain", "mobility")}
    flare_up = flare_up_on(flare_ups, today, today)
    parts = [
        *filter(None, [what_to_do]),
        f"{progress.done}/{progress.asked}" if progress.asked else "nothing to do",
        *(f"{name} {value}" for name, value in noted.items() if value is not None),
        *([f"flare-up day {(today - flare_up.first_day).days + 1}"] if flare_up else []),
    ]
    return " · ".join(parts)


def is_complete(items: Iterable[ChecklistItem]) -> bool:
    """Return whether nothing that counts today is open or done in part; what was skipped is not left."""
    return not progress_of(items).left
