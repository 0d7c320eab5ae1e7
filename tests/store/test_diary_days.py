"""The days of the diary as SQLite computes them, compared with the check-ins one by one."""

from collections.abc import Iterable
from datetime import date, timedelta

from backjournal.model.check_ins import CheckIn
from backjournal.model.marks import MarkKind
from backjournal.store.store import Store
from backjournal.trends.diary_days import DiaryDay
from tests.helpers.values import TODAY, check_in, diary_day, mark

_MEANS = ("pain", "mobility", "stiffness_min", "sleep_hours", "mood", "confidence")
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
    worst = [each.worst_pain for each in of_day if each.worst_pain is not None]
    marks = [one for each in of_day for one in each.marks]
    return diary_day(
        day,
        len(of_day),
        worst_pain=max(worst, default=None),
        marks=frozenset((one.kind, one.word) for one in marks),
        medicines=sum(one.kind is MarkKind.MEDICINE for one in marks),
        **means,
    )


def test_each_day_is_what_its_check_ins_say(store: Store) -> None:
    ibuprofen = mark(MarkKind.MEDICINE, "ibuprofen 400 mg")
    check_ins = [
        check_in(1, pain=2, worst_pain=4, sleep_hours=6.5, marks=(mark(MarkKind.TRIGGER, "sitting"), ibuprofen)),
        check_in(2, pain=5, mobility=7, confidence=0, marks=(ibuprofen,)),
        check_in(3, worst_pain=9, stiffness_min=20, mood=3),
        check_in(4, note="only a word", day=YESTERDAY),
        check_in(5, pain=0, day=YESTERDAY, marks=(mark(MarkKind.RELIEF, "Walking"), mark(MarkKind.RELIEF, "walking"))),
    ]
    for each in check_ins:
        store.diary.save(each)
    days = store.diary_days.all()
    assert days == computed(check_ins)
    assert [*days] == [YESTERDAY, TODAY]
    assert (days[TODAY].pain, days[TODAY].values["worst_pain"], days[TODAY].medicines) == (3.5, 9, 2)
    assert days[YESTERDAY].values == {"pain": 0}


def test_what_was_deleted_or_taken_out_is_not_counted(store: Store) -> None:
    gone, kept = check_in(1, pain=9, day=YESTERDAY), check_in(2, pain=1, marks=(mark(MarkKind.MEDICINE, "ibuprofen"),))
    store.diary.save(gone)
    store.diary.save(kept)
    store.diary.delete(gone)
    store.diary.save(check_in(2, pain=1))
    assert store.diary_days.all() == {TODAY: diary_day(TODAY, pain=1.0)}
    store.changes.undo()
    assert store.diary_days.all()[TODAY].medicines == 1


def test_the_pain_since_hours_were_noted_is_that_of_the_last_check_in_with_them_and_of_later_ones(store: Store) -> None:
    noted = ({"pain": 9}, {"pain": 2, "sleep_hours": 7}, {"mood": 3}, {"pain": 5})
    for number, values in enumerate(noted, 1):
        store.diary.save(check_in(number, **values))
    (day,) = store.diary_days.all().values()
    assert day.pain_since == {"sleep_hours": 3.5}
    store.diary.save(check_in(5, sleep_hours=7))
    (day,) = store.diary_days.all().values()
    assert day.pain_since == {}, "no pain was noted after it"
