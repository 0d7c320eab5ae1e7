"""The plan as a file that a therapist can read and edit by hand: its keys, and writing it."""

import json
from collections.abc import Iterable, Iterator, Mapping

from backjournal.library.exercises import library
from backjournal.model.doses import Sides, distance
from backjournal.model.exercises import Exercise
from backjournal.model.prescriptions import PlanFacts, Prescription
from backjournal.model.spelling import is_same_name
from backjournal.plan.entries import PlanEntry

FACT_KEYS = ("aim", "prescribed_by", "prescribed_on")
"""The keys of the facts of the plan, above its exercises."""

OWN_KEYS = ("category", "how_to", "caution")
"""The keys that describe one of the person's own exercises."""

NUMBER_KEYS = {
    "sets": "sets",
    "repetitions": "repetitions",
    "hold": "hold_seconds",
    "rest": "rest_seconds",
    "breaths": "breaths",
    "minutes": "minutes",
    "times_a_day": "times_a_day",
}
"""The keys of a dose's whole numbers, with the fields of `Dose` that they set."""

ENTRY_KEYS = ("name", "own", *OWN_KEYS, *NUMBER_KEYS, "distance", "schedule", "sides", "from", "until", "note")
"""The keys of an [[exercise]]."""

_HEADING = """\
# A plan of backjournal. It stands for the whole plan: an exercise that is taken out here is stopped.
# hold, rest: seconds. distance: metres, or "1.5 km". sides: each, both, left, right.
# schedule: daily, mon-fri, mon wed fri, every other day, every 3 days, 3 a week.
"""


def plan_file(facts: PlanFacts, entries: Iterable[PlanEntry]) -> bytes:
    """Return a plan as TOML in UTF-8, in its order, with the prescriptions of one exercise together, oldest first."""
    of_exercise: dict[tuple[str, str], list[PlanEntry]] = {}
    for entry in entries:
        of_exercise.setdefault((entry.exercise.id, entry.exercise.name), []).append(entry)
    top = {"aim": facts.aim, "prescribed_by": facts.prescribed_by, "prescribed_on": facts.prescribed_on}
    tables = [_HEADING, "".join(_lines(top))]
    for phases in of_exercise.values():
        for number, entry in enumerate(sorted(phases, key=lambda entry: entry.prescription.first_day)):
            own = _own(entry.exercise) if number == 0 else {}
            values = {"name": entry.exercise.name} | own | _prescribed(entry.exercise, entry.prescription)
            tables.append("".join(("[[exercise]]\n", *_lines(values))))
    return "\n".join(table for table in tables if table).encode()


def _own(exercise: Exercise) -> dict[str, object]:
    if exercise.source:
        return {}
    named_alike = any(is_same_name(exercise.name, entry.exercise.name) for entry in library())
    texts = {key: getattr(exercise, key) for key in OWN_KEYS}
    return {"own": named_alike or None} | texts | {"category": exercise.category.value}


def _prescribed(exercise: Exercise, prescription: Prescription) -> dict[str, object]:
    dose = prescription.dose
    numbers = {key: getattr(dose, field) for key, field in NUMBER_KEYS.items()}
    once = {key: None for key in ("sets", "times_a_day") if numbers[key] == 1}
    # An exercise of the person's own always states its sides, because another journal does not know them.
    plain = dose.sides is Sides.BOTH and not exercise.sides and exercise.source
    return {
        **numbers,
        **once,
        "distance": distance(dose.distance_m) if dose.distance_m else None,
        "schedule": str(prescription.schedule),
        "sides": None if plain else dose.sides.value,
        "from": prescription.first_day,
        "until": prescription.last_day,
        "note": prescription.note,
    }


def _lines(values: Mapping[str, object]) -> Iterator[str]:
    """Yield a line for each value that is set."""
    for key, value in values.items():
        if value not in (None, ""):
            yield f"{key} = {_text(value) if isinstance(value, str) else _plain(value)}\n"


def _text(value: str) -> str:
    # JSON's escapes are valid in TOML, too; the model has removed the characters that only TOML has to escape.
    lines = [json.dumps(line, ensure_ascii=False)[1:-1] for line in value.split("\n")]
    return f'"{lines[0]}"' if len(lines) == 1 else '"""\n' + "\n".join(lines) + '"""'


def _plain(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
