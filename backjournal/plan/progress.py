"""Progress: when to suggest a larger or a smaller dose; the person decides, and nothing changes by itself."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from enum import StrEnum
from itertools import islice, takewhile

from backjournal.library.exercises import aim_of
from backjournal.model.doses import Dose
from backjournal.model.exercises import Exercise
from backjournal.model.flare_ups import FlareUp, flare_up_on
from backjournal.model.frozen import dataclass
from backjournal.model.practices import Status
from backjournal.model.prescriptions import Prescription
from backjournal.plan.checklist import ChecklistItem
from backjournal.plan.dose_steps import larger_doses, smaller_doses, source_of_step
from backjournal.plan.history import ExerciseDays, ExerciseHistory, noted_pain
from backjournal.plan.next_day_pain import is_worse_after
from backjournal.plan.strong_pain import is_strong

TIMES_NEEDED = 6
"""How many times in a row a dose must be done in full before a larger one is suggested, and with how many earlier
times the pain is compared: the `every few days` of NHS inform, made a number by us."""

PAIN_RISE = 2
"""How much more pain, 0–10, makes the app suggest a smaller dose (Farrar 2001: 2 points are a meaningful change)."""

DAYS_LEFT_ALONE = 7
"""For how many days after an answer nothing is suggested again."""


SKIPS_NEEDED = 3
"""After how many skips for pain, with no practice in between, it is asked whether the dose is right."""

Past = ExerciseDays | ExerciseHistory
"""What progress is judged by: the doses and the days of an exercise."""


class Kind(StrEnum):
    """Whether a larger or a smaller dose is suggested, and why."""

    LARGER = "larger"
    SMALLER = "smaller"
    SKIPPED = "skipped"
    """It was skipped for pain again and again: a smaller dose, or a pause."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Doses to choose from in place of the dose in force."""

    exercise: Exercise
    prescription: Prescription
    """The prescription in force, whose dose may change."""

    kind: Kind
    doses: tuple[Dose, ...]
    pains: tuple[int, ...]
    """The pain during, 0 to 10, that it is based on, oldest first: of the latest six times for a larger dose, of the
    latest time and the six before it for a smaller one."""

    pain_limit: int
    """The pain during, 0 to 10, up to which a larger dose may be suggested."""

    skips: int = 0
    """How many times it was skipped for pain, with no practice in between, if that is why it is asked."""

    @property
    def question(self) -> str:
        """The question that it asks, in a few words."""
        return "is the dose right?" if self.kind is Kind.SKIPPED else f"a {self.kind} dose?"

    @property
    def why(self) -> str:
        """The reason as text, with its figures."""
        if self.kind is Kind.SKIPPED:
            return f"skipped for pain {self.skips} times in a row"
        if self.kind is Kind.SMALLER:
            *before, latest = self.pains
            mean = sum(before) / len(before)
            return f"pain during was {latest} the last time; the mean of the {len(before)} times before is {mean:.1f}"
        low, high = min(self.pains), max(self.pains)
        pain = f"{low}" if low == high else f"{low} to {high}"
        return f"done in full {len(self.pains)} times in a row, pain during {pain} (your limit is {self.pain_limit})"

    @property
    def source(self) -> str:
        """The source of the rule, in short."""
        if self.kind is Kind.LARGER:
            return source_of_step(self.prescription.dose, self.doses[0])
        if self.kind is Kind.SKIPPED:
            return f"our own caution: asked after {SKIPS_NEEDED} skips for pain"
        return "Farrar 2001: 2 points of pain are a meaningful change; the step back is our own caution"


@dataclass(frozen=True, slots=True)
class Readiness:
    """How many of the times needed before a larger dose is suggested have been reached."""

    times: int
    """How many of the latest times in a row count so far."""

    pain_limit: int
    """The pain during, 0 to 10, up to which a time counts."""

    not_noted: int = 0
    """How many times in that row do not count because the pain was not noted."""

    needed: int = TIMES_NEEDED


def question_of(exercise_id: str) -> str:
    """Return the name under which the answer to an exercise's suggestion is kept."""
    return f"progress/{exercise_id}"


def asked_again(answered: date | None, today: date) -> bool:
    """Return whether a suggestion may be made: the last one was never answered, or a week ago or more."""
    return answered is None or (today - answered).days >= DAYS_LEFT_ALONE


def suggestion_of(
    history: Past, flare_ups: Iterable[FlareUp], today: date, pain_limit: int, pain: Mapping[date, float]
) -> Suggestion | None:
    """Return the suggestion for an exercise today, or None; skips for pain come first, then a smaller dose.

    `pain` is the mean pain of each day with one. Nothing is suggested while a prescription of the exercise lies in the
    future, and no larger dose in a flare-up or when the day after the latest time was worse than the days before.
    """
    prescription = _prescription_to_change(history, today)
    if prescription is None:
        return None
    smaller = smaller_doses(prescription.dose, _dose_before(history, prescription))
    skips = _skips_for_pain(history, prescription)
    if skips >= SKIPS_NEEDED:
        return Suggestion(_exercise(history), prescription, Kind.SKIPPED, smaller, (), pain_limit, skips)
    kind, doses = Kind.SMALLER, smaller
    pains = _risen_pains(history, prescription)
    if not pains and (pains := _pains_in_full(history, prescription, tuple(flare_ups), today, pain_limit, pain)):
        # The library, which knows the aim, is read only if it is asked for.
        kind, doses = Kind.LARGER, larger_doses(prescription.dose, aim_of(history.exercise_id))
    if not pains or not doses:
        return None
    return Suggestion(_exercise(history), prescription, kind, doses, pains, pain_limit)


def readiness(history: Past, flare_ups: Iterable[FlareUp], today: date, pain_limit: int) -> Readiness | None:
    """Return how close the dose in force is to the suggestion of a larger one; None if there is no larger one.

    The latest times in a row that were done in full count, six at most. The row starts again after a time that was
    done in part, missed, above the pain limit or in a flare-up; an excused day pauses it. A time without a noted pain
    neither counts nor ends the row.
    """
    prescription = _prescription_to_change(history, today)
    if prescription is None or not larger_doses(prescription.dose, aim_of(history.exercise_id)):
        return None
    row = tuple(islice(_row_in_full(history, prescription, tuple(flare_ups), today, pain_limit), TIMES_NEEDED))
    not_noted = sum(pain is None for _, pain in row)
    return Readiness(len(row) - not_noted, pain_limit, not_noted)


def _prescription_to_change(history: Past, today: date) -> Prescription | None:
    newest = history.doses[-1] if history.doses else None
    # One that ends today, such as an exercise that was just paused, has no later day on which it could change.
    return newest if newest and newest.in_force(today) and newest.last_day != today else None


def _dose_before(history: Past, prescription: Prescription) -> Dose | None:
    before = [each.dose for each in history.doses if each.first_day < prescription.first_day]
    return before[-1] if before else None


def _exercise(history: Past) -> Exercise:
    return next(item.exercise for items in history.days.values() for item in items)


def _newest_first(history: Past) -> Iterator[tuple[date, ChecklistItem]]:
    for day in sorted(history.days, reverse=True):
        yield from ((day, item) for item in history.days[day])


def _skips_for_pain(history: Past, prescription: Prescription) -> int:
    """Return how many times a prescription was skipped for pain since it was last practised."""
    items = (item for _, item in _newest_first(history) if item.prescription.id == prescription.id)
    return sum(item.skipped_for_pain for item in takewhile(lambda item: not item.practised, items))


def _risen_pains(history: Past, prescription: Prescription) -> tuple[int, ...]:
    """Return the latest seven noted pains, oldest first, if the last is a rise and of this prescription; else ()."""
    with_pain = (item for _, item in _newest_first(history) if noted_pain(item) is not None)
    noted = list(islice(with_pain, TIMES_NEEDED + 1))
    *before, latest = (noted_pain(item) or 0 for item in reversed(noted)) if noted else (0,)
    risen = len(before) == TIMES_NEEDED and latest - sum(before) / TIMES_NEEDED >= PAIN_RISE
    return (*before, latest) if risen and noted[0].prescription.id == prescription.id else ()


def _pains_in_full(
    history: Past,
    prescription: Prescription,
    flare_ups: tuple[FlareUp, ...],
    today: date,
    pain_limit: int,
    pain: Mapping[date, float],
) -> tuple[int, ...]:
    """Return the pains of the latest six times in full in a row, oldest first.

    It is empty if one is not noted, in a flare-up today, or if the day after the latest time of which that is known was
    worse than the days before.
    """
    if flare_up_on(flare_ups, today, today):
        return ()
    row = tuple(islice(_row_in_full(history, prescription, flare_ups, today, pain_limit), TIMES_NEEDED))
    known = (worse for day, _ in row if (worse := is_worse_after(day, pain)) is not None)
    if next(known, False):
        return ()
    pains = tuple(during for _, during in row if during is not None)[::-1]
    return pains if len(pains) == TIMES_NEEDED else ()


def _row_in_full(
    history: Past,
    prescription: Prescription,
    flare_ups: tuple[FlareUp, ...],
    today: date,
    pain_limit: int,
) -> Iterator[tuple[date, int | None]]:
    """Yield day and pain (None if not noted) of each time in full of a prescription, newest first, until it ends."""
    for day, item in _newest_first(history):
        still_open = day == today and item.practice is None
        if item.prescription.id != prescription.id or still_open or item.excused or not item.counts:
            continue
        pain = noted_pain(item)
        too_much = pain is not None and (pain > pain_limit or is_strong(pain, pain_limit))
        in_full = item.practice is not None and item.practice.status is Status.DONE
        in_flare_up = flare_up_on(flare_ups, day, today) is not None
        if in_flare_up or too_much or not (in_full or (item.extra and item.practised)):
            return
        # Done in part, an extra practice neither counts nor ends the row.
        if in_full:
            yield day, pain
