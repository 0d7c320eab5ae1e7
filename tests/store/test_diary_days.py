"""The days of the diary as SQLite computes them, compared with the check-ins one by one."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta

import pytest

from backjournal.model.check_ins import CheckIn
from backjournal.model.diary_values import HOURS
from backjournal.model.marks import Mark, MarkKind
from backjournal.store.store import Store
from backjournal.trends.diary_days import UNCLEAR, DiaryDay, Taken
from tests.helpers.values import TODAY, check_in, diary_day, mark

_MEANS = ("pain", "mobility", "stiffness_min", "sleep_hours", "mood", "confidence")
_HIGHEST = ("worst_pain", "sitting_hours")
YESTERDAY = TODAY - timedelta(1)


def computed(check_ins: Iterable[CheckIn]) -> dict[date, DiaryDay]:
    """Return the same days, computed slowly from the check-ins themselves."""
    by_day: dict[date, list[CheckIn]] = {}
    for each in sorted(check_ins, key=lambda one: one.day):
        by_day.setdefault(each.day, []).append(each)
    return {day: _day(day, of_day) for day, of_day in by_day.items()}


def _day(day: date, of_day: list[CheckIn]) -> DiaryDay:
    means: dict[str, float | None] = {}
    for field in _MEANS:
        values = [value for each in of_day if (value := each.values.get(field)) is not None]
        means[field] = sum(values) / len(values) if values else None
    for field in _HIGHEST:
        means[field] = max((each.values[field] for each in of_day if field in each.values), default=None)
    pains = [each.pain for each in of_day if each.pain is not None]
    if means["worst_pain"] is not None:
        means["worst_pain"] = max(means["worst_pain"], *pains)
    marks = [one for each in of_day for one in each.marks]
    computed = diary_day(
        day,
        len(of_day),
        marks=frozenset((one.kind, one.word) for one in marks),
        taken=tuple(_taken(marks)),
        **means,
    )
    return replace(computed, pain_since=_pain_since(of_day))


def _pain_since(of_day: list[CheckIn]) -> dict[str, float]:
    """Return the mean pain from the last check-in with hours on, for each value in hours."""
    since = {}
    for value in HOURS:
        noted = [each.at for each in of_day if value.name in each.values]
        pains = [each.pain for each in of_day if noted and each.at >= max(noted) and each.pain is not None]
        if pains:
            since[value.name] = sum(pains) / len(pains)
    return since


def _taken(marks: Iterable[Mark]) -> Iterator[Taken]:
    """Yield the medicines of a day that are written as a name, or as a name with so many mg."""
    written = Counter((one.word, one.amount) for one in marks if one.kind is MarkKind.MEDICINE)
    for (word, amount), times in sorted(written.items()):
        yield (
            Taken(word, times, float(amount.removesuffix(" mg")) * times, "mg") if amount else Taken(word, times, times)
        )


def test_each_day_is_what_its_check_ins_say(store: Store) -> None:
    ibuprofen = mark(MarkKind.MEDICINE, "ibuprofen 400 mg")
    check_ins = [
        check_in(1, pain=2, worst_pain=4, sleep_hours=6.5, marks=(mark(MarkKind.TRIGGER, "sitting"), ibuprofen)),
        check_in(2, pain=5, mobility=7, confidence=0, marks=(ibuprofen,)),
        check_in(3, worst_pain=9, stiffness_min=20, mood=3, sitting_hours=3),
        check_in(6, sitting_hours=7.5, marks=(mark(MarkKind.MEDICINE, "paracetamol"),)),
        check_in(4, note="only a word", day=YESTERDAY),
        check_in(5, pain=0, day=YESTERDAY, marks=(mark(MarkKind.RELIEF, "Walking"), mark(MarkKind.RELIEF, "walking"))),
    ]
    for each in check_ins:
        store.diary.save(each)
    days = store.diary_days.all()
    assert days == computed(check_ins)
    assert [*days] == [YESTERDAY, TODAY]
    assert (days[TODAY].pain, days[TODAY].values["worst_pain"], days[TODAY].medicines) == (3.5, 9, 3)
    assert days[TODAY].values["sitting_hours"] == 7.5
    assert days[YESTERDAY].values == {"pain": 0}


@pytest.mark.parametrize(
    ("morning", "evening", "worst"),
    [
        ({"pain": 2, "worst_pain": 4}, {"pain": 7}, 7),
        ({"pain": 7}, {"pain": 2, "worst_pain": 4}, 7),
        ({"pain": 2, "worst_pain": 8}, {"pain": 7}, 8),
        ({"worst_pain": 4}, {"mood": 3}, 4),
        # The highest pain that was noted is only the least that the worst can have been.
        ({"pain": 2}, {"pain": 7}, None),
    ],
)
def test_the_worst_pain_of_a_day_is_at_least_its_highest_pain(
    store: Store, morning: dict[str, float], evening: dict[str, float], worst: float | None
) -> None:
    store.diary.save(check_in(1, **morning))
    store.diary.save(check_in(2, **evening))
    assert store.diary_days.all()[TODAY].values.get("worst_pain") == worst
    assert store.diary.check_ins()[-1].worst_pain == morning.get("worst_pain"), "a check-in says what it said"


def test_amounts_are_added_up_by_unit_and_others_are_counted_apart(store: Store) -> None:
    words = ("ibuprofen 400 mg", "ibuprofen 2 × 200 mg", "Ibuprofen 1 tablet", "ibuprofen 1-2 tablets", "aspirin")
    store.diary.save(check_in(1, marks=tuple(mark(MarkKind.MEDICINE, word) for word in words)))
    # As it was read before fractions began an amount.
    store.diary.save(check_in(2, marks=(Mark(MarkKind.MEDICINE, "aspirin ½ g"),)))
    assert Counter(store.diary_days.all()[TODAY].taken) == Counter(
        [
            Taken("ibuprofen", 1, 400, "mg"),
            Taken("ibuprofen", 1, 400, "mg"),
            Taken("Ibuprofen", 1, 1, "tablet"),
            Taken("ibuprofen", 1, 1, UNCLEAR),
            Taken("aspirin", 1, 1, UNCLEAR),
            Taken("aspirin", 1, 500, "mg"),
        ]
    )


def test_what_was_deleted_or_taken_out_is_not_counted(store: Store) -> None:
    gone, kept = check_in(1, pain=9, day=YESTERDAY), check_in(2, pain=1, marks=(mark(MarkKind.MEDICINE, "ibuprofen"),))
    store.diary.save(gone)
    store.diary.save(kept)
    store.diary.delete(gone)
    store.diary.save(check_in(2, pain=1))
    assert store.diary_days.all() == {TODAY: diary_day(TODAY, pain=1.0)}
    store.changes.undo()
    assert store.diary_days.all()[TODAY].medicines == 1


def test_the_pain_of_the_days_in_a_span(store: Store) -> None:
    for number, (day, values) in enumerate(
        ((YESTERDAY, {"pain": 3}), (YESTERDAY, {"pain": 6}), (YESTERDAY, {"mobility": 5}), (TODAY, {"pain": 0}))
    ):
        store.diary.save(check_in(number, day=day, **values))
    store.diary.delete(store.diary.check_ins(TODAY, TODAY)[0])
    assert store.diary_days.values("pain", YESTERDAY, TODAY) == {YESTERDAY: 4.5}
    assert store.diary_days.values("pain", TODAY, TODAY) == {}


def test_the_pain_since_hours_were_noted_is_that_of_the_last_check_in_with_them_and_of_later_ones(store: Store) -> None:
    noted = ({"pain": 9}, {"pain": 2, "sleep_hours": 7}, {"mood": 3}, {"pain": 5})
    for number, values in enumerate(noted, 1):
        store.diary.save(check_in(number, **values))
    (day,) = store.diary_days.all().values()
    assert day.pain_since == {"sleep_hours": 3.5}
    store.diary.save(check_in(5, sleep_hours=7))
    (day,) = store.diary_days.all().values()
    assert day.pain_since == {}, "no pain was noted after it"
