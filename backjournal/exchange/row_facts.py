"""A row of the journal, of today or of an earlier version, as labelled facts in plain words."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime, timedelta

from backjournal.exchange.plan_text import amount_done, dose_words, schedule_words
from backjournal.model.dates import long_day
from backjournal.model.diary_values import NUMBERS, diary_value
from backjournal.model.errors import InvalidValue
from backjournal.model.marks import Mark, MarkKind
from backjournal.model.practices import Status
from backjournal.model.text import clean_line, clean_note
from backjournal.store.plan_rows import prescription_of
from backjournal.store.versions import Row

Facts = dict[str, str]
"""What a row says, by its label; what it does not say is left out."""

Parents = Mapping[str, Row]
"""The rows that a row belongs to, by their tables."""

_LINE_END = " ↵ "
"""What the lines of a note are joined by: where they end is part of what it says."""

UNREADABLE = {"content": "cannot be read"}
"""The facts of a row that makes no sense."""


def row_facts(table: str, row: Row, marks: Iterable[Row], parents: Parents) -> Facts:
    """Return what a row says, but for its name; a row that makes no sense says that it cannot be read."""
    try:
        found = _FACTS[table](row, marks, parents)
    except (InvalidValue, ValueError, TypeError, KeyError):
        return UNREADABLE
    return {label: _LINE_END.join(clean_note(text).splitlines()) for label, text in found.items() if text}


def row_name(table: str, row: Row, parents: Parents) -> str:
    """Return what a row is, such as `practice of Bridge`."""
    of = {"practices": "exercises", "prescriptions": "exercises", "results": "measures"}.get(table)
    name = clean_line(str((parents.get(of, {}) if of else row).get("name", "")))
    return f"{KINDS[table]}{_BETWEEN.get(table, ' of ')}{name}" if name else KINDS[table]


KINDS = {
    "check_ins": "check-in",
    "practices": "practice",
    "prescriptions": "dose",
    "results": "result",
    "flare_ups": "flare-up",
    "measures": "measure",
    "experiments": "experiment",
    "plan_facts": "aim of the plan",
}
"""What the rows of a table are called, by the table."""

_BETWEEN = {"measures": " ", "experiments": ": "}


def _check_in(row: Row, marks: Iterable[Row], _: Parents) -> Facts:
    moment = datetime.fromisoformat(row["at"]) + timedelta(minutes=row["utc_offset"])
    numbers = {value.label: value.words(row[value.name]) for value in NUMBERS if row.get(value.name) is not None}
    words: dict[str, list[str]] = {diary_value(kind).label: [] for kind in MarkKind}
    for mark in marks:
        kind = MarkKind(mark["kind"])
        words[diary_value(kind).label].append(str(Mark(kind, mark["word"], mark["amount"])))
    said = {label: ", ".join(of_kind) for label, of_kind in words.items()}
    return {"day": _day(row["day"]), "time": f"{moment:%H:%M}", **numbers, **said, "note": row["note"]}


def _practice(row: Row, _: Iterable[Row], parents: Parents) -> Facts:
    dose, status = prescription_of(dict(parents["prescriptions"])).dose, Status(row["status"])
    done = {
        Status.DONE: f"done, {amount_done(dose, row['amount'])}",
        # Of a set that was broken off, the sets tell more than an amount of 0.
        Status.PARTIAL: f"partly done, {amount_done(dose, row['amount'])}" if row["amount"] else "partly done",
        Status.SKIPPED: f"skipped, {row['reason']}",
    }[status]
    pain = "" if row["pain_during"] is None else str(row["pain_during"])
    return {"day": _day(row["day"]), "done": done, "pain during": pain, "sets": row["sets"], "note": row["note"]}


def _prescription(row: Row, _: Iterable[Row], __: Parents) -> Facts:
    known = prescription_of(dict(row))
    days = schedule_words(known.schedule)
    span = {"first day": _day(row["first_day"]), "last day": _day(row["last_day"])}
    return {"dose": dose_words(known.dose), "days": days, **span, "note": known.note}


def _result(row: Row, _: Iterable[Row], parents: Parents) -> Facts:
    scores = [line.partition(" ") for line in row["scores"].split("\n")]
    unit = parents["measures"]["unit"]
    values = ", ".join(clean_line(f"{part} {float(number):g} {unit}") for number, _space, part in scores)
    return {"day": _day(row["day"]), "value": values, "note": row["note"]}


def _flare_up(row: Row, _: Iterable[Row], __: Parents) -> Facts:
    return {"first day": _day(row["first_day"]), "last day": _day(row["last_day"])}


def _measure(row: Row, _: Iterable[Row], __: Parents) -> Facts:
    return {"unit": row["unit"], "activities": ", ".join(row["parts"].split("\n"))}


def _experiment(row: Row, _: Iterable[Row], __: Parents) -> Facts:
    return {"first day": _day(row["first_day"]), "stopped": _day(row["stopped"])}


def _plan_facts(row: Row, _: Iterable[Row], __: Parents) -> Facts:
    return {"aim": row["aim"], "prescribed by": row["prescribed_by"], "prescribed on": _day(row["prescribed_on"])}


_FACTS: dict[str, Callable[[Row, Iterable[Row], Parents], Facts]] = {
    "check_ins": _check_in,
    "practices": _practice,
    "prescriptions": _prescription,
    "results": _result,
    "flare_ups": _flare_up,
    "measures": _measure,
    "experiments": _experiment,
    "plan_facts": _plan_facts,
}


def _day(text: str | None) -> str:
    return long_day(date.fromisoformat(text)) if text else ""
