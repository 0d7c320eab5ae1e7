"""Check-ins, marks and flare-ups: what is accepted, and what is refused."""

import math
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backjournal.model.diary_values import NUMBERS
from backjournal.model.errors import InvalidValue, JournalError
from backjournal.model.facts import mark_facts, value_facts
from backjournal.model.flare_ups import FlareUp
from backjournal.model.marks import Mark, MarkKind, parse_marks
from backjournal.model.text import NOTE_LENGTH, clean_line
from tests.helpers.values import check_in_at
from tests.helpers.words import ANY_TEXT

DAY = date(2026, 11, 21)
AT = datetime(2026, 11, 21, 8, 10, tzinfo=timezone(timedelta(hours=1)))


@pytest.mark.parametrize(
    ("make", "field"),
    [
        (lambda: check_in_at("c", AT, DAY), "pain"),
        (lambda: check_in_at("c", AT, DAY, note="\x1b\n "), "pain"),
        (lambda: check_in_at("c", AT, DAY, pain=11), "pain"),
        (lambda: check_in_at("c", AT, DAY, pain=-1), "pain"),
        (lambda: check_in_at("c", AT, DAY, worst_pain=11), "worst_pain"),
        (lambda: check_in_at("c", AT, DAY, pain=5, worst_pain=4), "worst_pain"),
        (lambda: check_in_at("c", AT, DAY, mobility=11), "mobility"),
        (lambda: check_in_at("c", AT, DAY, mood=-1), "mood"),
        (lambda: check_in_at("c", AT, DAY, confidence=11), "confidence"),
        (lambda: check_in_at("c", AT, DAY, stiffness_min=1441), "stiffness_min"),
        (lambda: check_in_at("c", AT, DAY, sleep_hours=24.1), "sleep_hours"),
        (lambda: check_in_at("c", AT, DAY, sleep_hours=math.nan), "sleep_hours"),
        (lambda: check_in_at("c", AT, DAY, sleep_hours=math.inf), "sleep_hours"),
        (lambda: check_in_at("c", AT, DAY, note="n" * (NOTE_LENGTH + 1)), "note"),
        (lambda: check_in_at("c", AT.replace(tzinfo=None), DAY, pain=1), "time"),
        (lambda: check_in_at("c", AT.replace(tzinfo=timezone(timedelta(hours=19))), DAY, pain=1), "time"),
        (lambda: check_in_at("c", AT.replace(tzinfo=timezone(timedelta(seconds=3630))), DAY, pain=1), "time"),
        (lambda: check_in_at("c", AT, DAY - timedelta(days=2), pain=1), "time"),
        (lambda: check_in_at("c", AT, DAY + timedelta(days=2), pain=1), "time"),
        (lambda: check_in_at("c", datetime.min.replace(tzinfo=UTC), DAY, pain=1), "time"),
        (lambda: check_in_at("c", datetime.max.replace(tzinfo=UTC), DAY, pain=1), "time"),
        (lambda: check_in_at("c", datetime.min.replace(tzinfo=UTC), date.min, pain=1), "day"),
        (lambda: check_in_at("c", datetime.max.replace(tzinfo=UTC), date.max, pain=1), "day"),
        (lambda: Mark(MarkKind.QUALITY, ""), "quality"),
        (lambda: Mark(MarkKind.TRIGGER, "w" * 81), "trigger"),
        (lambda: Mark(MarkKind.MEDICINE, "ibuprofen", "4" * 81), "medicine"),
        (lambda: FlareUp("f", DAY, DAY - timedelta(days=1)), "last_day"),
        (lambda: FlareUp("f", date.min), "first_day"),
        (lambda: FlareUp("f", DAY, date.max), "last_day"),
    ],
)
def test_what_cannot_be_true_is_refused_at_its_field(make: Callable[[], object], field: str) -> None:
    with pytest.raises(InvalidValue) as refusal:
        make()
    assert refusal.value.field == field
    assert isinstance(refusal.value, JournalError)
    assert str(refusal.value).isprintable()


def test_a_check_in_with_one_value_is_enough() -> None:
    assert check_in_at("c", AT, DAY, pain=0).values == {"pain": 0}
    assert check_in_at("c", AT, DAY, sleep_hours=0, mood=None).values == {"sleep_hours": 0}
    assert check_in_at("c", AT, DAY, note=".").values == {}
    assert check_in_at("c", AT, DAY, marks=(Mark(MarkKind.SYMPTOM, "fever"),)).words(MarkKind.SYMPTOM) == ("fever",)


def test_a_check_in_takes_the_ends_of_its_scales() -> None:
    low = check_in_at("c", AT, DAY, **dict.fromkeys((value.name for value in NUMBERS), 0))
    high = check_in_at("c", AT, DAY, **{value.name: value.high for value in NUMBERS}, note="n" * NOTE_LENGTH)
    assert (low.pain, high.pain, high.values["stiffness_min"], high.values["sleep_hours"]) == (0, 10, 1440, 24)


def test_a_check_in_keeps_its_moment_to_the_second_and_its_offset_without_a_zone() -> None:
    at = datetime(2026, 10, 25, 2, 30, 0, 999_999, ZoneInfo("Europe/Berlin"), fold=1)
    assert check_in_at("c", at, at.date(), pain=1).at.isoformat() == "2026-10-25T02:30:00+01:00"


@pytest.mark.parametrize(
    ("at", "day"),
    [
        ("2026-11-22T03:59:00+01:00", "2026-11-21"),  # the small hours belong to the day before
        ("2009-10-31T23:30:00-03:30", "2009-11-01"),  # midnight came twice, the new day had begun
    ],
)
def test_a_check_in_may_lie_on_the_calendar_date_beside_its_day(at: str, day: str) -> None:
    check_in = check_in_at("c", datetime.fromisoformat(at), date.fromisoformat(day), pain=1)
    assert check_in.day == date.fromisoformat(day)


@pytest.mark.parametrize(
    ("kind", "text", "word", "amount"),
    [
        (MarkKind.MEDICINE, "ibuprofen 400 mg", "ibuprofen", "400 mg"),
        (MarkKind.MEDICINE, "  Vitamin  B 12 ", "Vitamin B", "12"),
        (MarkKind.MEDICINE, "5-HTP 100 mg", "5-HTP", "100 mg"),
        (MarkKind.MEDICINE, "ibuprofen", "ibuprofen", ""),
        (MarkKind.LOCATION, "L5 2 cm left", "L5 2 cm left", ""),
        (MarkKind.TRIGGER, "sitting\t2 h\n", "sitting 2 h", ""),
        (MarkKind.RELIEF, "\x1b[31mheat\u202e", "[31mheat", ""),
    ],
)
def test_marks_as_typed(kind: MarkKind, text: str, word: str, amount: str) -> None:
    assert Mark.parse(kind, text) == Mark(kind, word, amount)


@given(st.sampled_from(MarkKind), ANY_TEXT)
def test_a_mark_reads_back_from_its_text(kind: MarkKind, text: str) -> None:
    try:
        mark = Mark.parse(kind, text)
    except InvalidValue:
        return
    assert str(mark) == clean_line(text)
    assert Mark.parse(kind, str(mark)) == mark


@given(st.sampled_from(MarkKind), ANY_TEXT)
def test_the_marks_of_a_field_read_back_from_their_list(kind: MarkKind, text: str) -> None:
    try:
        marks = parse_marks(kind, text)
    except InvalidValue:
        return
    assert parse_marks(kind, ", ".join(map(str, marks))) == marks
    assert len(set(marks)) == len(marks)


@pytest.mark.parametrize(
    ("first", "last", "day", "covered"),
    [
        (1, 3, 0, False),
        (1, 3, 1, True),
        (1, 3, 3, True),
        (1, 3, 4, False),
        (1, None, 10, True),
        (1, None, 11, False),
        (12, None, 12, True),
    ],
)
def test_the_days_of_a_flare_up(first: int, last: int | None, day: int, covered: bool) -> None:
    def on(number: int) -> date:
        return DAY + timedelta(days=number)

    flare_up = FlareUp("f", on(first), on(last) if last is not None else None)
    assert flare_up.covers(on(day), today=on(10)) is covered


@pytest.mark.parametrize(
    ("one", "other", "together"),
    [
        ((1, 3), (4, 5), False),
        ((1, 3), (3, 5), True),
        ((1, 9), (3, 5), True),
        ((1, None), (0, 0), False),
        ((1, None), (5, 6), True),
        ((1, None), (5, None), True),
    ],
)
def test_flare_ups_that_share_a_day_overlap(
    one: tuple[int, int | None], other: tuple[int, int | None], together: bool
) -> None:
    def flare_up(days: tuple[int, int | None]) -> FlareUp:
        first, last = days
        return FlareUp("f", DAY + timedelta(days=first), None if last is None else DAY + timedelta(days=last))

    assert flare_up(one).overlaps(flare_up(other)) is together
    assert flare_up(other).overlaps(flare_up(one)) is together


def test_a_check_in_in_short_and_in_words() -> None:
    marks = (Mark(MarkKind.SYMPTOM, "tired"), Mark(MarkKind.LOCATION, "hip"), Mark(MarkKind.LOCATION, "back"))
    known = check_in_at(
        "c",
        AT,
        DAY,
        pain=0,
        worst_pain=4,
        mobility=6,
        stiffness_min=1,
        sleep_hours=7.5,
        mood=8,
        confidence=9,
        marks=marks,
    )
    assert [(fact.label, fact.short, fact.words) for fact in (*value_facts(known), *mark_facts(known))] == [
        ("pain", "0", "0"),
        ("worst pain", "4", "4"),
        ("mobility", "6", "6"),
        ("stiffness", "1 min", "1 minute"),
        ("sleep", "7.5 h", "7.5 hours"),
        ("mood", "8", "8"),
        ("confidence", "9", "9"),
        ("where", "hip, back", "hip, back"),
        ("symptoms", "tired", "tired"),
    ]


def test_what_is_missing_is_no_fact() -> None:
    only_a_note = check_in_at("c", AT, DAY, note="rain")
    assert (value_facts(only_a_note), mark_facts(only_a_note)) == ((), ())


def test_a_name_that_is_not_in_the_table_is_no_value() -> None:
    with pytest.raises(KeyError, match="pane"):
        check_in_at("c", AT, DAY, pane=4)
