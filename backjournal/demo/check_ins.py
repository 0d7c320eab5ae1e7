"""The made-up check-ins: one on most mornings, another on some evenings."""

from collections.abc import Callable, Container, Iterator, Mapping
from datetime import datetime, time

from backjournal.days import moment_of
from backjournal.demo.diarist import DAYS, FLARE_UP, LAST, Diarist, scale
from backjournal.model.better import Better
from backjournal.model.check_ins import CheckIn
from backjournal.model.diary_values import NUMBER_KINDS, NUMBERS, DiaryValue, Kind
from backjournal.model.frozen import replace
from backjournal.model.marks import Mark, MarkKind
from backjournal.store.store import Store

_WORDS = {
    MarkKind.LOCATION: (("lower back",), ("lower back", "left hip"), ("lower back", "left buttock"), ("left leg",)),
    MarkKind.QUALITY: (("dull",), ("stiff",), ("pulling",), ("sharp", "stiff")),
    MarkKind.TRIGGER: (("stairs",), ("lifting",), ("car ride",), ("poor sleep",), ("gardening",)),
    MarkKind.RELIEF: (("heat",), ("short walk",), ("lying down",), ("gentle stretching", "heat")),
    MarkKind.MEDICINE: (("ibuprofen 400 mg",), ("paracetamol 500 mg",)),
}
_OF_THE_EVENING = {"sitting_hours"}
_OF_THE_MORNING = {value.name for value in NUMBERS if value.kind is not Kind.SCALE} - _OF_THE_EVENING
"""The values that an evening check-in does not have."""

_NOTES = {
    "early": (
        "Getting out of bed took a while.",
        "Sat through two meetings and paid for it.",
        "Put my socks on standing up. Slowly.",
        "Woke up twice, turned over, slept again.",
    ),
    "flare-up": (
        "Bent down for the laundry and it caught me.",
        "Only short walks today.",
        "A warm bath in the evening made it bearable.",
    ),
    "late": (
        "Walked to the market and back without a thought.",
        "Long drive, one stop on the way, fine afterwards.",
        "Played on the floor with the little one.",
        "Bird-dog feels steady now.",
        "A whole day without thinking of my back.",
    ),
}


def check_ins(diarist: Diarist, number: int, pain: float, store: Store) -> Iterator[CheckIn]:
    """Yield the check-ins of the day `number` up to now: one on most mornings, one on some evenings.

    `pain` is that of the day, from about 0 to 10, not rounded.
    """
    now, starts = store.clock.now(), store.settings.get().day_starts_at
    morning, evening = diarist.chance(0.88) or number == LAST, diarist.chance(0.3)
    minute = diarist.random.randrange(60)
    for chosen, at, in_the_morning in ((morning, time(7, minute), True), (evening, time(20, minute), False)):
        moment = moment_of(diarist.day(number), at, now.tzinfo, starts)
        check_in = _check_in(diarist, number, pain, moment, store.new_id) if chosen else None
        if check_in is not None and moment <= now:
            unasked = _OF_THE_EVENING if in_the_morning else _OF_THE_MORNING
            yield replace(check_in, values=_without(check_in.values, unasked))


def _check_in(diarist: Diarist, number: int, pain: float, at: datetime, new_id: Callable[[], str]) -> CheckIn:
    random, ease = diarist.random, diarist.ease(number)
    felt = pain + diarist.sitting(number)
    now = scale(felt + random.gauss(0, 0.4))
    values = {
        "pain": now,
        "worst_pain": scale(max(now, felt + random.uniform(0.5, 2))) if diarist.chance(0.7) else None,
        "mobility": scale(10.2 - 0.97 * felt + random.gauss(0, 0.4)),
        "stiffness_min": max(0, round(random.gauss(45 - 35 * ease, 6) / 5) * 5),
        "sleep_hours": round(random.gauss(6 + 1.2 * ease, 0.5) * 2) / 2,
        "mood": scale(8.5 - 0.7 * felt + random.gauss(0, 0.6)) if diarist.chance(0.6) else None,
        "confidence": scale(3 + 5 * ease - 0.3 * felt) if number % 3 else None,
        "sitting_hours": 8.5 if diarist.sat_long(number) else 4 + number % 4 / 2,
    }
    others = {value.name: _like_pain(value, felt) for value in NUMBERS if value.name not in values}
    return CheckIn(
        id=new_id(),
        at=at,
        day=diarist.day(number),
        values={name: value for name, value in (values | others).items() if value is not None},
        marks=_marks(diarist, number, pain),
        note=_note(diarist, number),
    )


def _like_pain(value: DiaryValue, felt: float) -> float:
    """Return a made-up value for one that has no rule of its own: the lower the pain, the better it is."""
    good = 1 - min(1, max(0, felt / 10))
    return round(NUMBER_KINDS[value.kind].usual_high * (good if value.better is Better.HIGHER else 1 - good))


def _without(values: Mapping[str, float], unasked: Container[str]) -> dict[str, float]:
    return {name: value for name, value in values.items() if name not in unasked}


def _marks(diarist: Diarist, number: int, pain: float) -> tuple[Mark, ...]:
    shares = {
        MarkKind.LOCATION: 0.9,
        MarkKind.QUALITY: 0.5,
        MarkKind.TRIGGER: 0.1 + pain / 16,
        MarkKind.RELIEF: 0.1 + pain / 16,
        MarkKind.MEDICINE: 0.6 * (1 - diarist.ease(number)) + (0.5 if number in FLARE_UP else 0),
    }
    words = {
        kind: diarist.random.choice(_WORDS[kind]) if diarist.chance(share) else () for kind, share in shares.items()
    }
    if diarist.sat_long(number):
        words[MarkKind.TRIGGER] = ("long sitting",)
    return tuple(Mark.parse(kind, word) for kind, chosen in words.items() for word in chosen)


def _note(diarist: Diarist, number: int) -> str:
    phase = "flare-up" if number in FLARE_UP else "early" if number < DAYS // 2 else "late"
    return diarist.random.choice(_NOTES[phase]) if diarist.chance(0.25) else ""
