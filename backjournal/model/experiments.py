"""Experiments: one thing that the person tries on days or weeks drawn by chance, judged by one value of the diary."""

from collections.abc import Iterable
from datetime import date, timedelta
from enum import StrEnum
from random import Random

from backjournal.model.dates import check_day
from backjournal.model.diary_values import NUMBERS, DiaryValue, diary_value
from backjournal.model.errors import InvalidValue
from backjournal.model.frozen import dataclass
from backjournal.model.text import WORD_LENGTH, check_length, clean_line

TOLD_FOR = timedelta(days=7)
"""How long after its end Today still tells of an experiment; our own rule of thumb."""


class Unit(StrEnum):
    """What is drawn: single days, or weeks of seven days."""

    DAYS = "days"
    WEEKS = "weeks"

    @property
    def days(self) -> int:
        """How many days one of them has."""
        return 7 if self is Unit.WEEKS else 1


@dataclass(frozen=True, slots=True)
class Length:
    """How many days or weeks an experiment may have, half of them with what is tried."""

    fewest: int
    most: int
    """So many that all possible draws can still be gone through for the answer."""

    usual: int
    """What is proposed."""


LENGTHS = {Unit.DAYS: Length(14, 28, 28), Unit.WEEKS: Length(6, 26, 12)}
"""The lengths by unit; the fewest are 7 + 7 days and 3 + 3 weeks."""


@dataclass(frozen=True, slots=True)
class Experiment:
    """One thing tried on some days or weeks and left out on others, as the draw says."""

    id: str
    name: str
    """What is tried, in the person's own words."""

    value: str
    """The name of the number of the diary that it is judged by."""

    unit: Unit
    first_day: date
    draw: tuple[bool, ...]
    """For each day or week, whether it is with what is tried; in each two in a row one is."""

    stopped: date | None = None
    """The day on which it was stopped before its end: the days before it count."""

    not_kept: frozenset[date] = frozenset()
    """The days on which the person did not keep to the draw."""

    def __post_init__(self) -> None:
        """Clean the name, and refuse what no experiment can be.

        Raises:
            InvalidValue: a value is missing or out of range; `field` names it.
        """
        object.__setattr__(self, "name", clean_line(self.name))
        if not self.name:
            raise InvalidValue("name", "say what you want to try, such as heat or a walk at noon")
        check_length("name", "what you want to try", self.name, WORD_LENGTH)
        if self.value not in {value.name for value in NUMBERS}:
            raise InvalidValue("value", f"'{self.value}' is no number of the diary")
        check_day("first_day", self.first_day)
        check_units(self.unit, len(self.draw))
        if any(one is other for one, other in zip(self.draw[::2], self.draw[1::2], strict=True)):
            raise InvalidValue("draw", f"of each two {self.unit} in a row one is with it, and one without")
        check_day("first_day", self.last_day)
        check_day("stopped", self.stopped)

    @property
    def judged_by(self) -> DiaryValue:
        """The number of the diary that it is judged by."""
        return diary_value(self.value)

    @property
    def days(self) -> int:
        """How many days it has by its draw."""
        return len(self.draw) * self.unit.days

    @property
    def last_day(self) -> date:
        """Its last day by its draw."""
        return self.first_day + timedelta(days=self.days - 1)

    @property
    def counted_until(self) -> date:
        """The last day that counts: by its draw, or the day before it was stopped."""
        return min(self.last_day, self.stopped - timedelta(days=1)) if self.stopped else self.last_day

    def is_over(self, today: date) -> bool:
        """Return whether its last day is over, or it was stopped; what tells of the night comes a morning later."""
        last_noted = self.last_day + timedelta(days=self.judged_by.of_the_night)
        return self.stopped is not None or today > last_noted

    def covers(self, day: date) -> bool:
        """Return whether a day is one of those that count."""
        return self.first_day <= day <= self.counted_until

    def with_it(self, day: date) -> bool:
        """Return whether a day of the draw is with what is tried."""
        return self.draw[(day - self.first_day).days // self.unit.days]


def check_units(unit: Unit, number: int) -> None:
    """Refuse a number of days or weeks that cannot be drawn.

    Raises:
        InvalidValue: it is odd, too low or too high; `field` is `length`.
    """
    length = LENGTHS[unit]
    if number % 2 or not length.fewest <= number <= length.most:
        raise InvalidValue(
            "length",
            f"an experiment has {length.fewest} to {length.most} {unit}, an even number: half of them are with it",
        )


def draw_by_chance(number: int, random: Random) -> tuple[bool, ...]:
    """Return for each of an even number of days or weeks whether it is with what is tried.

    Of each two in a row one is, and chance decides which: so there are no long runs, a slow course meets both sides
    alike, and what was done until a stop is still balanced.
    """
    firsts = [random.random() < 0.5 for _ in range(number // 2)]
    return tuple(drawn for first in firsts for drawn in (first, not first))


def current_experiment(experiments: Iterable[Experiment], today: date) -> Experiment | None:
    """Return the experiment that is going on or about to begin, or None."""
    return next((each for each in experiments if not each.is_over(today)), None)


def experiment_on(experiments: Iterable[Experiment], day: date) -> Experiment | None:
    """Return the experiment that a day counts for, or None."""
    return next((each for each in experiments if each.covers(day)), None)


def told_on(experiments: Iterable[Experiment], day: date, today: date) -> Experiment | None:
    """Return the experiment that a day's checklist tells of: the day's own; today also the next, or one just over."""
    known = tuple(experiments)
    found = experiment_on(known, day)
    if found or day != today:
        return found
    just_over = [each for each in known if _is_just_over(each, today)]
    return current_experiment(known, today) or (just_over[-1] if just_over else None)


def _is_just_over(experiment: Experiment, today: date) -> bool:
    had_days = experiment.counted_until >= experiment.first_day
    return had_days and experiment.is_over(today) and today - experiment.counted_until <= TOLD_FOR
