"""The end of a day: what there is to say once nothing of it is left."""

from collections.abc import Iterable, Mapping, Sequence

from backjournal.model.check_ins import CheckIn, latest_value
from backjournal.plan.checklist import ChecklistItem
from backjournal.plan.day_progress import progress_of

COMPARED = ("pain", "mobility")
"""The values of which the latest of the day is told after the latest of the day before."""


def latest_values(check_ins: Sequence[CheckIn]) -> Mapping[str, float]:
    """Return the latest pain and mobility of a day, as far as noted; its check-ins come newest first."""
    latest = {name: latest_value(check_ins, name) for name in COMPARED}
    return {name: value for name, value in latest.items() if value is not None}


def day_end(items: Iterable[ChecklistItem], check_ins: Sequence[CheckIn], before: Mapping[str, float], key: str) -> str:
    """Return today in one line once nothing is left of it; empty before that, and if there is nothing else to say.

    `before` is `latest_values` of the day before, and `key` is what writes the check-in.
    """
    progress = progress_of(items)
    changed = _changed(latest_values(check_ins), before)
    still_open = "" if check_ins else f"the check-in is still open ({key})"
    if progress.left or not progress.done or not (changed or still_open):
        return ""
    number = f" {progress.done}" if progress.done > 1 else ""
    excused = f", {progress.excused} excused" if progress.excused else ""
    done = f"All{number} done{excused}" if progress.all_done else f"{progress.text()}, nothing is left"
    return " · ".join(filter(None, (done, changed, still_open)))


def _changed(now: Mapping[str, float], before: Mapping[str, float]) -> str:
    """Return what was noted on both days, if any of it has changed."""
    both = [(name, now[name], before[name]) for name in COMPARED if name in now and name in before]
    if all(value == earlier for _, value, earlier in both):
        return ""
    return f"{', '.join(f'{name} {value:g} after {earlier:g}' for name, value, earlier in both)} yesterday"
