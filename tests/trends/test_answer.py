"""What changed, by how much, and whether it is meaningful."""

from datetime import date, timedelta

import pytest

from backjournal.model.measures import Measure
from backjournal.model.settings import Settings
from backjournal.trends.answer import (
    Comparison,
    Subject,
    answer_of,
    diary_lately,
    diary_since_start,
    measure_lately,
    measure_since_start,
)
from backjournal.trends.change import Change, Mean, Verdict
from backjournal.trends.record import Record
from tests.helpers.records import ago, diary, measure, results
from tests.helpers.values import TODAY

MONDAY = date(2026, 9, 7)
PEG, RMDQ, SIDES = measure("peg-style"), measure("rmdq-24"), measure("side-bridge")
PSFS = measure("psfs", "lifting", "sitting", "stairs")


def means(change: Change) -> tuple[tuple[int, float] | None, tuple[int, float] | None, str]:
    """Return the figures of a change: n and mean before, n and mean after, and the verdict."""
    before, after = (None if mean is None else (mean.n, round(mean.mean, 6)) for mean in (change.before, change.after))
    return before, after, change.verdict.value


def test_pain_since_the_start_is_the_baseline_against_the_last_four_weeks() -> None:
    early = diary(MONDAY, pain="5.6.5.. 6..5656".replace(" ", ""), mobility="333....33.4...")
    between = diary(MONDAY + timedelta(14), pain="9999999")
    recent = diary(ago(4), pain="2,32.", mobility="7.7.7")
    record = Record(TODAY, diary=early | between | recent)
    assert means(diary_since_start(record, "pain")) == ((8, 5.5), (3, 2.333333), "meaningful improvement")
    assert means(diary_since_start(record, "worst_pain")) == (None, None, "too few days")
    assert means(diary_since_start(record, "mobility")) == ((6, 3.166667), (3, 7), "no threshold is known")


def test_each_value_has_a_baseline_of_its_own() -> None:
    # Two weeks of mobility alone, then pain.
    early = diary(MONDAY, mobility="3333333" * 2)
    later = diary(MONDAY + timedelta(21), pain="5656565" * 2)
    record = Record(TODAY, diary=early | later | diary(ago(4), pain="23232", mobility="77777"))
    since_start = answer_of(record).since_start
    assert since_start.before == ((date(2026, 9, 28), date(2026, 10, 4)), (date(2026, 10, 5), date(2026, 10, 11)))
    assert means(diary_since_start(record, "pain"))[0] == (14, 5.428571)
    assert means(diary_since_start(record, "mobility"))[0] == (14, 3)
    assert [(each.label, [begin for begin, _ in each.baseline]) for each in since_start.subjects] == [
        ("pain", []),
        ("worst pain", []),
        ("mobility", [MONDAY, MONDAY + timedelta(7)]),
        ("confidence", []),
    ]


def test_a_change_within_the_scatter_of_the_days_could_be_noise() -> None:
    early, recent = diary(MONDAY, pain="83728463827364"), diary(ago(9), pain="2615263514")
    change = diary_since_start(Record(TODAY, diary=early | recent), "pain")
    assert change.difference is not None
    assert change.noise is not None
    assert change.difference < -1.5
    assert change.noise > -change.difference
    assert change.verdict is Verdict.NOISE


def test_a_measure_with_three_results_on_each_side_has_noise_and_single_ones_have_none() -> None:
    weekly = {ago(7 * number): value for number, value in enumerate((4, 2, 5, 2, 5, 4, 6, 4))}
    change = measure_lately(Record(TODAY, measures=(PEG,), results=results(PEG, weekly)), PEG)
    assert means(change) == ((4, 4.75), (4, 3.25), "could be noise")
    assert measure_since_start(Record(TODAY, measures=(PEG,), results=results(PEG, weekly)), PEG).error is None


def test_the_last_four_weeks_are_28_days_and_so_are_the_4_before() -> None:
    pains = ((56, "9"), (55, "6"), (28, "4"), (27, "2"), (0, "1"))
    record = Record(TODAY, diary={ago(number): diary(ago(number), pain=pain)[ago(number)] for number, pain in pains})
    assert means(diary_lately(record, "pain")) == ((2, 5), (2, 1.5), "too few days")


def test_days_of_the_baseline_and_before_its_end_are_not_recent() -> None:
    # Two weeks of the baseline with one between them that has too few days for it, and two days after it.
    signs = "999.... 55..... 999.... 11".replace(" ", "")
    record = Record(TODAY, diary=diary(ago(26), pain=signs))
    assert means(diary_since_start(record, "pain"))[:2] == ((6, 9), (2, 1))


@pytest.mark.parametrize(("before", "after"), [("55", "333"), ("555", "33"), ("55", "33")])
def test_two_days_on_a_side_are_too_few_and_their_means_are_kept(before: str, after: str) -> None:
    record = Record(TODAY, diary=diary(ago(50), pain=before) | diary(ago(10), pain=after))
    change = diary_lately(record, "pain")
    assert change.verdict is Verdict.TOO_FEW
    assert (change.before, change.after) == (Mean(len(before), 5), Mean(len(after), 3))


def test_without_a_baseline_the_last_four_weeks_are_still_shown() -> None:
    record = Record(TODAY, diary=diary(ago(10), pain="333"))
    assert means(diary_since_start(record, "pain")) == (None, (3, 3), "too few days")
    assert answer_of(record).since_start.before == ()


def test_a_moved_baseline_starts_anew() -> None:
    signs = "999.... 999.... 444.... 444....".replace(" ", "")
    days = diary(MONDAY, pain=signs) | diary(ago(2), pain="444")
    assert diary_since_start(Record(TODAY, diary=days), "pain").verdict is Verdict.IMPROVED
    moved = Record(TODAY, Settings(baseline_from=MONDAY + timedelta(14)), days)
    assert means(diary_since_start(moved, "pain")) == ((6, 4), (3, 4), "below the threshold")


def test_what_is_written_ahead_of_its_day_does_not_count() -> None:
    # The second week of the baseline is not over yet.
    today = MONDAY + timedelta(9)
    record = Record(
        today, diary=diary(MONDAY, pain="555....555999"), results=results(RMDQ, {MONDAY: 10, today + timedelta(1): 20})
    )
    assert means(diary_since_start(record, "pain")) == ((6, 5), None, "too few days")
    assert means(diary_lately(record, "pain"))[1] == (6, 5)
    assert means(measure_since_start(record, RMDQ)) == ((1, 10), None, "too few results")
    ahead = Record(TODAY, results=results(RMDQ, {TODAY + timedelta(1): 20}))
    assert means(measure_since_start(ahead, RMDQ)) == (None, None, "too few results")


BASELINE = diary(MONDAY, pain="555....555....")


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        (
            {MONDAY: 12, MONDAY + timedelta(13): 18, ago(20): 9, ago(0): 10},
            ((2, 15), (2, 9.5), "meaningful improvement"),
        ),
        ({MONDAY: 12, MONDAY + timedelta(14): 1, ago(3): 8}, ((1, 12), (1, 8), "meaningful improvement")),
        ({MONDAY - timedelta(9): 20, ago(40): 12, ago(39): 20, ago(3): 15}, ((1, 12), (1, 15), "below the threshold")),
        ({ago(5): 12, ago(2): 18}, ((1, 12), (1, 18), "meaningful worsening")),
        ({ago(2): 18}, ((1, 18), None, "too few results")),
        ({MONDAY: 12, ago(28): 3}, ((1, 12), None, "too few results")),
        ({MONDAY - timedelta(9): 20}, (None, None, "too few results")),
        ({}, (None, None, "too few results")),
    ],
    ids=["within", "within, not after", "first after", "first lately", "one", "none lately", "before it", "none"],
)
def test_a_measure_starts_with_its_results_in_the_baseline_else_with_the_first_after(
    values: dict[date, float], expected: object
) -> None:
    record = Record(TODAY, diary=BASELINE, measures=(RMDQ,), results=results(RMDQ, values))
    assert means(measure_since_start(record, RMDQ)) == expected


def test_without_a_baseline_a_measure_starts_with_its_first_result() -> None:
    record = Record(TODAY, results=results(RMDQ, {ago(300): 20, ago(200): 1, ago(20): 15, ago(10): 15}))
    assert means(measure_since_start(record, RMDQ)) == ((1, 20), (2, 15), "meaningful improvement")


def test_a_measure_lately_compares_four_weeks_with_the_four_before() -> None:
    values = {ago(56): 20, ago(55): 4, ago(28): 6, ago(27): 9, ago(0): 11}
    record = Record(TODAY, diary=BASELINE, results=results(RMDQ, values))
    assert means(measure_lately(record, RMDQ)) == ((2, 5), (2, 10), "meaningful worsening")


def test_each_activity_has_its_own_change_and_threshold() -> None:
    values = results(PSFS, {MONDAY: (3, 3, 3), ago(1): (6, 5, 2)})
    found = subject_of(answer_of(Record(TODAY, diary=BASELINE, measures=(PSFS,), results=values)).since_start, PSFS)
    assert means(found.change) == ((1, 3), (1, 4.333333), "below the threshold")
    assert [(part.label, part.change.verdict.value, part.change.threshold.points) for part in found.parts] == [
        ("lifting", "detectable improvement", 3),
        ("sitting", "below the threshold", 3),
        ("stairs", "below the threshold", 3),
    ]
    assert {part.change.threshold.source for part in found.parts} == {PSFS.threshold.source}


def test_activities_that_changed_are_not_compared_with_the_former_ones() -> None:
    now = measure("psfs", "lifting", "sitting", "swimming")
    former = results(PSFS, {MONDAY: (3, 3, 3)})[PSFS.id]
    later = results(now, {ago(20): (4, 4, 8), ago(1): (6, 5, 10)})[now.id]
    record = Record(TODAY, diary=BASELINE, measures=(now,), results={now.id: former + later})
    found = subject_of(answer_of(record).since_start, now)
    assert means(found.change) == ((1, 5.333333), (1, 7), "below the threshold")
    assert [means(part.change)[:2] for part in found.parts] == [
        ((1, 3), (2, 5)),
        ((1, 3), (2, 4.5)),
        ((1, 8), (1, 10)),
    ]


def test_each_side_has_its_own_change_and_questions_have_none() -> None:
    record = Record(
        TODAY,
        measures=(SIDES, PEG),
        results=results(SIDES, {ago(60): (20, 40), ago(1): (30, 40)}) | results(PEG, {ago(60): (4, 4, 4), TODAY: 3}),
    )
    answer = answer_of(record)
    assert [(part.label, *means(part.change)) for part in subject_of(answer.since_start, SIDES).parts] == [
        ("left side", (1, 20), (1, 30), "no threshold is known"),
        ("right side", (1, 40), (1, 40), "no threshold is known"),
    ]
    assert subject_of(answer.since_start, PEG).parts == ()
    assert means(subject_of(answer.since_start, PEG).change) == ((1, 4), (1, 3), "meaningful improvement")


def test_the_answer_has_the_days_that_it_compares() -> None:
    record = Record(TODAY, diary=BASELINE)
    answer = answer_of(record)
    assert answer.since_start.before == (
        (MONDAY, MONDAY + timedelta(6)),
        (MONDAY + timedelta(7), MONDAY + timedelta(13)),
    )
    assert answer.since_start.after == (ago(27), TODAY) == answer.lately.after
    assert answer.lately.before == ((ago(55), ago(28)),)
    early = answer_of(Record(MONDAY + timedelta(20), diary=BASELINE))
    assert early.since_start.after == (MONDAY + timedelta(14), MONDAY + timedelta(20))
    assert [subject.label for subject in answer.lately.subjects] == ["pain", "worst pain", "mobility", "confidence"]


def named(comparison: Comparison, label: str) -> Subject:
    """Return the subject of a comparison with this label."""
    return next(subject for subject in comparison.subjects if subject.label == label)


def subject_of(comparison: Comparison, of: Measure) -> Subject:
    """Return the subject of a measure in a comparison."""
    return named(comparison, of.name)
