"""Turning the tables of a plan that was written by hand into exercises and prescriptions."""

from collections.abc import Mapping
from difflib import get_close_matches
from itertools import pairwise
from typing import Any

from backjournal.exchange.plan_file import ENTRY_KEYS, FACT_KEYS, NUMBER_KEYS, OWN_KEYS
from backjournal.exchange.toml_places import Places
from backjournal.exchange.toml_table import TomlTable
from backjournal.library.exercises import library
from backjournal.model.doses import LIMITS, Dose, Sides, parse_distance
from backjournal.model.exercises import Category, Exercise
from backjournal.model.frozen import replace
from backjournal.model.prescriptions import PlanFacts, Prescription
from backjournal.model.schedules import Schedule
from backjournal.model.spelling import begun, name_key
from backjournal.model.text import WORD_LENGTH, clean_line
from backjournal.plan.diff import KnownPlan, WrittenPlan
from backjournal.plan.entries import PlanEntry

_FIELDS = {field: key for key, field in NUMBER_KEYS.items()} | {
    "distance_m": "distance",
    "first_day": "from",
    "last_day": "until",
}
_ABOVE = dict.fromkeys(FACT_KEYS, "this is said of the whole plan: write it above the first [[exercise]]")
_ABOVE["days"] = "there is no such key: did you mean schedule?"
_BELOW = dict.fromkeys(ENTRY_KEYS, "this is said of an exercise: write [[exercise]] in a line above it")
_BRACKETS = "write [[exercise]] with two brackets above each exercise"


class PlanReader:
    """Reads the tables of one plan file; its exercises are looked up in the journal's plan and in the library."""

    def __init__(self, places: Places, known: KnownPlan) -> None:
        self._places = places
        self._today = known.today
        in_plan = [entry.exercise for entry in known.entries()]
        shipped = [known.exercises.get(entry.exercise.id, entry.exercise) for entry in library()]
        self._names = _by_name(*known.exercises.values(), *shipped, *in_plan)
        self._own = _by_name(*(each for each in (*known.exercises.values(), *in_plan) if not each.source))
        self._met: dict[str, tuple[int, Exercise]] = {}

    def plan(self, tables: Mapping[str, Any]) -> WrittenPlan:
        """Return the plan that the tables describe.

        Raises:
            Problem: a key or a value is refused.
        """
        top = TomlTable(tables, self._places)
        top.refuse_other_keys((*FACT_KEYS, "exercise"), _BELOW)
        with top.refusing({}):
            facts = PlanFacts(top.text("aim") or "", top.text("prescribed_by") or "", top.day("prescribed_on"))
        exercises = tables.get("exercise", [])
        if not isinstance(exercises, list) or not all(isinstance(each, dict) for each in exercises):
            raise top.problem("exercise", _BRACKETS)
        if not exercises:
            raise top.problem("exercise", f"there is none in this plan: {_BRACKETS}")
        read = [TomlTable(values, self._places, number) for number, values in enumerate(exercises)]
        entries = tuple(self._entry(table) for table in read)
        _refuse_overlaps(read, entries)
        return WrittenPlan(facts, entries)

    def _entry(self, table: TomlTable) -> PlanEntry:
        table.refuse_other_keys(ENTRY_KEYS, _ABOVE)
        sides = _sides(table)
        exercise = self._exercise(table, sides=sides not in (None, Sides.BOTH))
        dose = _dose(table, sides or (Sides.EACH if exercise.sides else Sides.BOTH))
        with table.refusing(_FIELDS):
            schedule = Schedule.parse(table.text("schedule") or "daily")
            first_day, last_day = table.day("from"), table.day("until")
            if first_day is None and last_day is not None and last_day < self._today:
                raise table.problem("until", f"{last_day} lies in the past, and without a 'from' it begins today")
            note = table.text("note") or ""
            return PlanEntry(
                exercise, Prescription("", exercise.id, dose, schedule, first_day or self._today, last_day, note=note)
            )

    def _exercise(self, table: TomlTable, *, sides: bool) -> Exercise:
        name = clean_line(table.text("name") or "")
        if not 1 <= len(name) <= WORD_LENGTH:
            raise table.problem("name", f"an exercise needs a name of 1 to {WORD_LENGTH} characters")
        given: dict[str, Any] = {key: table.text(key) for key in OWN_KEYS if key in table.values}
        if "category" in given:
            given["category"] = _category(table, given["category"])
        own = table.flag("own")
        key = name_key(name)
        number, known = self._met.get(key, (None, None))
        known = known or (self._own if own else self._names).get(key)
        if known is None and "category" not in given:
            raise table.problem("name", self._unknown(name))
        with table.refusing({}):
            exercise = replace(known, **given) if known else Exercise("", name, **given, sides=sides)
        differs = next((key for key in given if known and getattr(exercise, key) != getattr(known, key)), None)
        if differs and number is not None:
            there = self._places.line(number, "name")
            raise table.problem(differs, f"{exercise.name} is told otherwise in line {there}: say it there alone")
        if differs and exercise.source:
            raise table.problem(
                differs,
                f"{exercise.name} is of the library: leave this out and use the note, or give your own another name",
            )
        self._met.setdefault(key, (table.number or 0, exercise))
        return exercise

    def _unknown(self, name: str) -> str:
        near = get_close_matches(name_key(name), self._names, n=1)
        meant = f"did you mean {self._names[near[0]].name}? One" if near else "one"
        of_own = f"{meant} of your own needs a category: {', '.join(Category)}"
        return f"'{name}' is neither in the library nor in the journal: {of_own}"


def _by_name(*exercises: Exercise) -> dict[str, Exercise]:
    return {name_key(exercise.name): exercise for exercise in exercises}


def _category(table: TomlTable, text: str) -> Category:
    """Return the category that an unambiguous beginning means."""
    found = begun(Category, text, str)
    if len(found) != 1:
        raise table.problem("category", f"'{clean_line(text)}' is no category: write {', '.join(Category)}")
    return found[0]


def _sides(table: TomlTable) -> Sides | None:
    text = table.text("sides")
    if text is None:
        return None
    try:
        return Sides(clean_line(text).casefold())
    except ValueError:
        raise table.problem("sides", f"'{clean_line(text)}' is no side: write {', '.join(Sides)}") from None


def _dose(table: TomlTable, sides: Sides) -> Dose:
    numbers = {field: table.whole(key, LIMITS[field].high) for key, field in NUMBER_KEYS.items()}
    kind = next((key for key in ("minutes", "distance", "breaths") if key in table.values), "repetitions")
    with table.refusing(_FIELDS | {"minutes": kind}):
        given: dict[str, Any] = {field: number for field, number in numbers.items() if number is not None}
        return Dose(**given, distance_m=_distance(table), sides=sides)


def _distance(table: TomlTable) -> int | None:
    value = table.values.get("distance")
    typed = str(value) if type(value) is int else table.text("distance")
    return None if typed is None else parse_distance("distance_m", "distance", typed)


def _refuse_overlaps(tables: list[TomlTable], entries: tuple[PlanEntry, ...]) -> None:
    of_name: dict[str, list[tuple[Prescription, int]]] = {}
    for number, entry in enumerate(entries):
        of_name.setdefault(name_key(entry.exercise.name), []).append((entry.prescription, number))
    clashes = [
        sorted((one, other), reverse=True)
        for phases in of_name.values()
        for (first, one), (second, other) in pairwise(sorted(phases, key=lambda phase: phase[0].first_day))
        if first.overlaps(second.first_day, second.last_day)
    ]
    if clashes:
        later, earlier = min(clashes)
        table, name = tables[later], entries[later].exercise.name
        there = table.places.line(earlier, "name")
        raise table.problem(
            "from" if "from" in table.values else "name",
            f"{name} stands in line {there} for some of these days already: end one before the other, or take one out",
        )
