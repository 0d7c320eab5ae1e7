"""The series of a record: everything that has one value a day and can be drawn and compared."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import lru_cache, partial
from itertools import chain

from backjournal.model.better import Better
from backjournal.model.diary_values import NUMBERS, Kind, diary_value
from backjournal.model.frozen import dataclass
from backjournal.model.measures import Measure
from backjournal.model.spelling import name_key
from backjournal.plan.checklist import Checklist
from backjournal.trends.record import Record

_ADHERENCE, _MINUTES, _MEDICINES = "adherence", "minutes", "medicines"
_MEASURE = "measure:"
MEDICINE = "medicine:"
"""What the key of a medicine's series begins with."""


@dataclass(frozen=True, slots=True, eq=False)
class Series:
    """A value for each day that has one."""

    key: str
    """Its name on the command line."""

    label: str
    """Its name on the screen."""

    days: Mapping[date, float]
    """Oldest first; a day without a value is left out, never 0."""

    unit: str = ""
    low: float = 0
    """The lower end of its scale."""

    high: float | None = 10
    """The upper end of its scale; None if it has no known end."""

    better: Better | None = None
    """None if neither direction is better."""

    @property
    def typed_name(self) -> str:
        """The name that a person types: the label with hyphens, of a medicine with its unit."""
        return self.key.partition(":")[2] or _key(self.label)

    @property
    def full_label(self) -> str:
        """The label with the unit."""
        return f"{self.label} ({self.unit})" if self.unit else self.label

    @property
    def label_data(self) -> dict[str, object]:
        """Its key, label and unit for JSON."""
        return {"key": self.key, "label": self.label, "unit": self.unit}

    def between(self, first: date, last: date) -> dict[date, float]:
        """Return the values of the days from first to last."""
        return {day: value for day, value in self.days.items() if first <= day <= last}


def diary_series(record: Record, name: str) -> Series:
    """Return a check-in value as a series: the mean of each day, for some the highest."""
    value = diary_value(name)
    days = {day: noted.values[name] for day, noted in record.diary.items() if name in noted.values}
    high = value.high if value.kind is Kind.SCALE else None
    return Series(value.key, value.label, days, value.unit, 0, high, value.better)


def adherence_series(record: Record) -> Series:
    """Return the adherence of each day that counts, in per cent."""
    shares = ((day, adherence.share) for day, adherence in record.adherence.items())
    days = {day: share * 100 for day, share in shares if share is not None}
    return Series(_ADHERENCE, "adherence", days, "%", 0, 100, Better.HIGHER)


def minutes_series(record: Record) -> Series:
    """Return the minutes practised on each day whose plan asks for minutes; a day without practice is 0."""
    minutes = ((day, _minutes(items, day_is_over=day < record.today)) for day, items in record.checklists.items())
    return Series(
        _MINUTES, "minutes practised", {day: value for day, value in minutes if value is not None}, "min", 0, None
    )


def medicines_series(record: Record) -> Series:
    """Return how many times a medicine was written down on each day with a check-in."""
    days = {day: float(noted.medicines) for day, noted in record.diary.items()}
    return Series(_MEDICINES, "medicine doses", days, "", 0, None, Better.LOWER)


def medicine_series(record: Record) -> tuple[Series, ...]:
    """Return the amounts of each medicine as a series for each unit, the one written down on most days first.

    A day with a check-in that does not name the medicine is 0; one that names it only in another unit has no value.
    """
    spelled: dict[str, Counter[str]] = defaultdict(Counter)
    amounts: dict[tuple[str, str], dict[date, float]] = defaultdict(dict)
    taken_on: dict[str, set[date]] = defaultdict(set)
    for day, noted in record.diary.items():
        for taken in noted.taken:
            medicine = _key(taken.medicine)
            of_unit = amounts[medicine, taken.unit]
            of_unit[day] = of_unit.get(day, 0) + taken.amount
            spelled[medicine][taken.medicine] += taken.times
            taken_on[medicine].add(day)
    return tuple(
        Series(
            key=f"{MEDICINE}{_key(f'{medicine} {unit}'.rstrip())}",
            label=spelled[medicine].most_common(1)[0][0],
            days={day: by_day.get(day, 0.0) for day in record.diary if day in by_day or day not in taken_on[medicine]},
            unit=unit,
            high=None,
            better=Better.LOWER,
        )
        for (medicine, unit), by_day in sorted(amounts.items(), key=lambda item: (-len(item[1]), item[0]))
    )


def measure_series(record: Record, measure: Measure) -> Series:
    """Return the results of a measure as a series; several results on a day are averaged."""
    by_day: dict[date, list[float]] = {}
    for result in record.results.get(measure.id, ()):
        by_day.setdefault(result.day, []).append(result.value)
    days = {day: sum(values) / len(values) for day, values in by_day.items()}
    low, high, better = measure.low, measure.high, measure.better
    return Series(_measure_key(measure), measure.name, days, measure.unit, low, high, better)


def all_series(record: Record) -> tuple[Series, ...]:
    """Return every series of a record, also those without a value."""
    return (
        *(make() for _, make in _makers(record)),
        *medicine_series(record),
        *(measure_series(record, measure) for measure in record.measures),
    )


# Cached for the two that are compared: years of days take long, and one series as much memory as a tenth of the record.
@lru_cache(maxsize=2)
def series_of(record: Record, key: str) -> Series | None:
    """Return the series with a key; None if there is none, such as for a measure that is no longer chosen."""
    if key.startswith(MEDICINE):
        return next((series for series in medicine_series(record) if series.key == key), None)
    of_measures = (measure for measure in record.measures if _measure_key(measure) == key)
    return next(
        chain(
            (make() for known, make in _makers(record) if known == key),
            (measure_series(record, measure) for measure in of_measures),
        ),
        None,
    )


def series_or_empty(record: Record, key: str) -> Series:
    """Return the series with a key; an empty series if there is none."""
    return series_of(record, key) or Series(key, key.removeprefix(_MEASURE), {})


def _makers(record: Record) -> Iterator[tuple[str, Callable[[], Series]]]:
    """Yield what makes each series by its key, but for those of single medicines and measures."""
    for value in NUMBERS:
        yield value.key, partial(diary_series, record, value.name)
    yield _ADHERENCE, partial(adherence_series, record)
    yield _MINUTES, partial(minutes_series, record)
    yield _MEDICINES, partial(medicines_series, record)


def _measure_key(measure: Measure) -> str:
    return f"{_MEASURE}{_key(measure.name)}"


def _key(label: str) -> str:
    return name_key(label).replace(" ", "-")


def _minutes(items: Checklist, *, day_is_over: bool) -> float | None:
    in_minutes = [item for item in items if item.prescription.dose.minutes is not None]
    counted = [item for item in in_minutes if item.practised or (day_is_over and item.counts)]
    if not counted:
        return None
    return float(sum(item.practice.amount for item in counted if item.practice and item.practised))
