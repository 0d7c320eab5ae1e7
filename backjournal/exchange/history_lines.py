"""The history of a row in plain lines and as figures: each version with when it was made and what it changed."""

from collections.abc import Iterator
from datetime import datetime

from backjournal.exchange.row_facts import Facts, row_facts, row_name
from backjournal.journal.versions import RowHistory
from backjournal.model.dates import long_day
from backjournal.model.frozen import dataclass
from backjournal.model.numbers import count
from backjournal.model.text import sentence, short_id
from backjournal.store.versions import Step

_QUOTED = ("note", "aim")
"""The facts that are whole sentences of the person."""


@dataclass(frozen=True, slots=True)
class FactChange:
    """One fact that a version changed; `before` or `after` is empty if the fact was not there."""

    label: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class _Told:
    """A version as it is told."""

    at: datetime
    step: Step
    undone: bool
    changes: tuple[FactChange, ...]


def history_lines(history: RowHistory) -> list[str]:
    """Return the versions of a row, newest first, under a line that says what it is."""
    told = list(_told(history))
    lines = [f"{_title(history)}: {count(len(told), 'version')}, newest first."]
    for version in reversed(told):
        undone = ", undone since" if version.undone else ""
        lines += ["", f"{moment_words(version.at)}, {version.step}{undone}."]
        lines += [f"  {_change_words(change, version.step)}" for change in version.changes]
    return lines


def history_figures(history: RowHistory) -> dict[str, object]:
    """Return the versions of a row, newest first, as data for JSON."""
    latest = history.versions[-1].row
    versions = [
        {
            "at": version.at.isoformat(),
            "step": version.step.value,
            "undone": version.undone,
            "changes": [
                {"fact": each.label, "before": each.before or None, "after": each.after or None}
                for each in version.changes
            ],
        }
        for version in reversed(list(_told(history)))
    ]
    what = row_name(history.table, latest, history.parents)
    return {"id": latest["id"], "what": what, "deleted": bool(latest["deleted"]), "versions": versions}


def moment_words(at: datetime) -> str:
    """Return a moment as `Saturday 21 November 2026 at 09:30`."""
    return f"{long_day(at.date())} at {at:%H:%M}"


def _title(history: RowHistory) -> str:
    row = history.versions[-1].row
    name = row_name(history.table, row, history.parents)
    short = f" {short_id(row['id'])}" if history.table in ("check_ins", "results") else ""
    return sentence(f"{name}{short}{', deleted' if row['deleted'] else ''}")


def _told(history: RowHistory) -> Iterator[_Told]:
    """Yield the versions that differ from the one before in what a person can see, oldest first."""
    facts: Facts = {}
    deleted = True
    for version in history.versions:
        before, row = facts, version.row
        # What is deleted keeps what it said: that its marks were deleted with it is no change of its own.
        facts = before if row["deleted"] else row_facts(history.table, row, version.marks, history.parents)
        changes = tuple(_changes(before, facts))
        # Another place in the plan is no version of a dose: the places of others move it too.
        if changes or row["deleted"] != deleted:
            yield _Told(version.at.astimezone(history.zone), version.step, version.undone, changes)
        deleted = row["deleted"]


def _changes(before: Facts, after: Facts) -> Iterator[FactChange]:
    for label in (*after, *(label for label in before if label not in after)):
        if before.get(label, "") != after.get(label, ""):
            yield FactChange(label, before.get(label, ""), after.get(label, ""))


def _change_words(change: FactChange, step: Step) -> str:
    label = sentence(change.label)
    before, after = (f'"{text}"' if change.label in _QUOTED else text for text in (change.before, change.after))
    if step is Step.WRITTEN:
        return f"{label}: {after}"
    if not change.before:
        return f"{label}: {after}, added"
    return f"{label}: from {before} to {after}" if change.after else f"{label}: {before}, removed"
