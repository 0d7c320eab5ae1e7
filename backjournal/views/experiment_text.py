"""Experiments in words: the reminder of the day, how far one is, what came of it, and what one could show."""

from datetime import date, timedelta

from backjournal.days import days_between
from backjournal.model.dates import long_day, short_day
from backjournal.model.diary_values import DiaryValue, Kind
from backjournal.model.experiments import Experiment, Unit
from backjournal.model.numbers import count
from backjournal.model.text import sentence
from backjournal.trends.change import Mean
from backjournal.trends.experiment import FEWEST_PAIRS, ExperimentAnswer, Reach, Tried

ABOUT = (
    "Try one thing, such as heat or a walk at noon. Of every two days (or weeks) in a row, chance picks one with it and"
    " one without it; Today tells which. Write a check-in each day, after it; of sleep and stiffness the next morning"
    " counts."
)
"""What an experiment is, told before one is started."""

NO_START = "No experiment is started while a symptom stands that should not wait: ! tells what to do."
"""Shown in place of `ABOUT` while a sign stands."""

LIMITS = (
    "You know which days are which: what you expect can change what you feel and what you write.",
    "What still works on the next day makes the difference look smaller than it is; less so in weeks.",
    "It is about you and these days alone: no trial of a treatment, and no promise for the days to come.",
)
"""What the answer cannot say."""

PAUSED = "paused while a symptom stands that should not wait"
STRIP_LEGEND = "● with it  ○ without it  × not kept"

NO_PEEKING = "No result is shown before the end: early on, chance looks like a result. Stopping shows it."


def reminder(experiment: Experiment, day: date, today: date, *, paused: bool = False) -> str:
    """Return the line about an experiment on the checklist of a day, such as `Experiment: heat – today with it, …`.

    `paused` says whether a sign stands, while which nothing is asked for.
    """
    return f"Experiment: {experiment.name} – {_on_day(experiment, day, today, paused=paused)}"


def state_lines(tried: Tried, today: date, *, paused: bool = False) -> list[str]:
    """Return all about an experiment: how far it is, or what came of it and what that cannot say."""
    experiment = tried.experiment
    if tried.answer:
        limits = LIMITS if tried.answer.difference is not None else ()
        return [headline(experiment), *answer_lines(experiment, tried.answer), *limits]
    now = f"{sentence(_on_day(experiment, today, today, paused=paused))}."
    lines = [headline(experiment), now if paused else f"{now}{_tomorrow(experiment, today)}"]
    if experiment.first_day <= today:
        lines += [_noted(tried, today), *_not_kept(experiment)]
    return [*lines, NO_PEEKING]


def headline(experiment: Experiment) -> str:
    """Return what an experiment tries, how it is judged, and its days."""
    first, last, stopped_on = experiment.first_day, experiment.last_day, experiment.stopped
    days = f"{short_day(first, with_year=first.year != last.year)} to {short_day(last, with_year=True)}"
    stopped = f", stopped on {short_day(stopped_on, with_year=True)}" if stopped_on else ""
    length = _length(experiment.unit, len(experiment.draw))
    return f"{experiment.name}, judged by {experiment.judged_by.label}: {length}, {days}{stopped}."


def answer_lines(experiment: Experiment, answer: ExperimentAnswer) -> list[str]:
    """Return what came of an experiment: the means with their n, the difference, what chance makes of it."""
    value = experiment.judged_by
    if not answer.days:
        return [f"It was stopped before the first two {experiment.unit} were over: there is nothing to tell."]
    sides = {"with it": answer.with_it, "without it": answer.without}
    lines = [f"{sentence(value.label)} {'; '.join(_mean(value, side, mean) for side, mean in sides.items())}."]
    if answer.difference is not None:
        lines += [_difference(value, answer, answer.difference), _verdict(answer)]
    kept = f"You kept to the draw on {answer.kept} of {count(answer.days, 'day')}"
    lines.append(f"{kept}; every day is counted as it was drawn.")
    if experiment.stopped and experiment.stopped <= experiment.last_day:
        lines.append(
            f"Only whole pairs of {experiment.unit} before the stop count. Who stops because of how it goes is easily"
            " misled."
        )
    return lines


def reach_line(value: DiaryValue, unit: Unit, reach: Reach) -> str:
    """Return what size of difference an experiment could show, told before it is started."""
    length = _length(unit, 2 * reach.pairs)
    if reach.pairs < FEWEST_PAIRS:
        draws = 2**reach.pairs
        return (
            f"{length} cannot tell any difference, however large, from chance: there are only {draws}"
            f" possible draws. Choose {_length(unit, 2 * FEWEST_PAIRS)} or more if you want an answer."
        )
    if reach.size is None:
        return f"Too few days have {value.label} noted to say what {length} could show."
    source = "By your own days so far" if reach.of_own_days else "By made-up journals, as yours has few days yet"
    size = size_text(value, reach.size)
    return f"{source}: {length} show a difference of {size} in about 3 of 4 cases; a smaller one may well stay hidden."


def strip(experiment: Experiment, today: date) -> str:
    """Return a sign of `STRIP_LEGEND` for each day up to today, with a gap after each two days or each week."""
    group = 2 if experiment.unit is Unit.DAYS else 7
    days = list(days_between(experiment.first_day, min(today, experiment.counted_until)))
    signs = ["×" if day in experiment.not_kept else "●" if experiment.with_it(day) else "○" for day in days]
    return " ".join("".join(signs[place : place + group]) for place in range(0, len(signs), group))


def size_text(value: DiaryValue, size: float) -> str:
    """Return the size of a difference with its unit, such as `1.1 points`; one that is not 0 never looks like it."""
    number = f"{abs(size):.1f}" if abs(size) >= 0.05 or not size else f"{abs(size):.2f}"
    unit = value.unit if value.kind is not Kind.SCALE else "point" if number == "1.0" else "points"
    return f"{number} {unit}".rstrip()


def _length(unit: Unit, number: int) -> str:
    return f"{number} {unit}"


def _on_day(experiment: Experiment, day: date, today: date, *, paused: bool) -> str:
    if paused and not experiment.is_over(today) and day == today:
        return PAUSED
    if experiment.stopped and not experiment.covers(day):
        return "stopped"
    if day < experiment.first_day:
        tomorrow = experiment.first_day - day == timedelta(days=1)
        when = "tomorrow" if tomorrow else f"on {long_day(experiment.first_day)}"
        return f"begins {when}, {_side(experiment, experiment.first_day)}"
    if not experiment.covers(day):
        return "over" if experiment.is_over(today) else "over, and what you note of the last night still counts"
    name = "today" if day == today else "on this day"
    kept = ", not kept" if day in experiment.not_kept else ""
    return f"{name} {_side(experiment, day)}, {_progress(experiment, day)}{kept}"


def _side(experiment: Experiment, day: date) -> str:
    return "with it" if experiment.with_it(day) else "without it"


def _progress(experiment: Experiment, day: date) -> str:
    number = (day - experiment.first_day).days
    if experiment.unit is Unit.DAYS:
        return f"day {number + 1} of {experiment.days}"
    return f"week {number // 7 + 1} of {len(experiment.draw)}, day {number % 7 + 1} of 7"


def _tomorrow(experiment: Experiment, today: date) -> str:
    following = today + timedelta(days=1)
    goes_on = experiment.first_day <= today and following <= experiment.last_day
    return f" Tomorrow {_side(experiment, following)}." if goes_on else ""


def _noted(tried: Tried, today: date) -> str:
    experiment = tried.experiment
    days = count((today - experiment.first_day).days + 1, "day")
    return f"{sentence(experiment.judged_by.label)} is noted on {tried.noted} of {days} so far."


def _not_kept(experiment: Experiment) -> list[str]:
    days = ", ".join(short_day(day) for day in sorted(experiment.not_kept))
    return [f"Not kept to the draw: {days}."] if days else []


def _mean(value: DiaryValue, side: str, mean: Mean | None) -> str:
    if mean is None:
        return f"{side}: noted on no day"
    return f"{side} {value.short(round(mean.mean, 1))}, the mean of {count(mean.n, 'day')}"


def _difference(value: DiaryValue, answer: ExperimentAnswer, difference: float) -> str:
    text = f"With it {_way(value, difference)}"
    if answer.interval is None:
        return f"{text}."
    low, high = answer.interval
    return f"{text}; 95 % interval: {_way(value, low)} to {_way(value, high)}."


def _way(value: DiaryValue, difference: float) -> str:
    size = size_text(value, difference)
    return "no difference" if not difference else f"{size} {'lower' if difference < 0 else 'higher'}"


def _verdict(answer: ExperimentAnswer) -> str:
    times = round((answer.p or 0) * answer.draws)
    as_much = f"{times:,} of the {answer.draws:,} possible draws give as much or more"
    if answer.is_clear:
        return f"That is more than chance alone easily gives: {as_much}."
    if answer.interval is None:
        return f"It cannot be told from chance: so few noted days never can ({as_much})."
    return f"It cannot be told from chance: {as_much}."
