"""The answer in words, as tables and as data."""

import json
from datetime import date, timedelta

import pytest
from hypothesis import given

from backjournal.model.flare_ups import FlareUp
from backjournal.model.onset import Onset
from backjournal.model.settings import Settings
from backjournal.trends.answer import Subject, answer_of
from backjournal.trends.flare_up_figures import FlareUpFigures
from backjournal.trends.record import Record
from backjournal.views.answer_data import answer_data
from backjournal.views.answer_text import (
    BY_KEY,
    WORSENED_LINE,
    answer_lines,
    answer_tables,
    flare_up_line,
    headline,
)
from tests.helpers.records import RANDOM_RECORDS, ago, diary, flare_up, measure, results
from tests.helpers.values import TODAY

MONDAY = date(2026, 9, 7)
PSFS, PEG = measure("psfs", "lifting", "sitting", "stairs"), measure("peg-style")
MEANINGFUL_PAIN = (
    "the threshold is 2 points or 30 %, at least 1 point (people call it worthwhile; "
    "source: Farrar 2001, Ostelo 2008); noise ±"
)
OF_ERROR = "(above the error of the measure; source: Stratford's form; JOSPT 2014, MDC90); rests on single results"
WORSE_PEG = (
    "meaningful worsening; the threshold is 1 point (people call it worthwhile; source: Krebs 2009; Reed 2023); such "
    "thresholds were made from improvements, for a worsening they are a rule of thumb; rests on single results."
)
NOTE_IT = "nothing noted (0 days): too few days: note it on 3 days"
MOVE = "'backjournal settings baseline'"
BAD_DAYS = (
    "Journals often begin on bad days, and bad days pass by themselves: part of an improvement may be just that "
    f"(Whitney and Von Korff 1992). {MOVE} moves the baseline."
)

LATELY = "Last 4 weeks against the 4 before."

RECORD = Record(
    TODAY,
    diary=diary(MONDAY, pain="6565...55566", mobility="444....444")
    | diary(ago(27), pain="4" * 20, mobility="....7.66"),
    flare_ups=(flare_up(70, 65), flare_up(30, 26)),
    measures=(PSFS, PEG),
    results=results(PSFS, {MONDAY: (3, 4, 5), ago(2): (6, 4, 4)}) | results(PEG, {ago(40): 4, ago(3): (5, 5, 6)}),
)
EMPTY = Record(TODAY)


def test_the_answer_in_sentences() -> None:
    of_pain, of_mobility = (f"{subject.change.noise:.1f}" for subject in noted(answer_of(RECORD).since_start.subjects))
    assert answer_lines(answer_of(RECORD)) == [
        "Since the start. 2026-10-25 to 2026-11-21 against the baseline, 2026-09-07 to 2026-09-20.",
        f"Pain: from 5.4 (9 days) to 4.0 (20 days), 1.4 lower (26 %): below the threshold; {MEANINGFUL_PAIN}{of_pain}.",
        f"Worst pain: {NOTE_IT} a week, for two weeks.",
        (
            "Mobility: from 4.0 (6 days) to 6.3 (3 days), 2.3 higher: no threshold is known, compare with yourself; "
            f"noise ±{of_mobility}."
        ),
        f"Confidence: {NOTE_IT} a week, for two weeks.",
        (
            "PSFS activities: from 4.0 (1 result) to 4.7 (1 result), 0.7 higher: below the threshold; "
            f"the threshold is 2 points {OF_ERROR}."
        ),
        (
            "PSFS activities, lifting: from 3.0 (1 result) to 6.0 (1 result), 3.0 higher: "
            f"detectable improvement; the threshold is 3 points {OF_ERROR}."
        ),
        (
            "PSFS activities, sitting: from 4.0 (1 result) to 4.0 (1 result), no change: "
            f"below the threshold; the threshold is 3 points {OF_ERROR}."
        ),
        (
            "PSFS activities, stairs: from 5.0 (1 result) to 4.0 (1 result), 1.0 lower: "
            f"below the threshold; the threshold is 3 points {OF_ERROR}."
        ),
        f"PEG-style questions: from 4.0 (1 result) to 5.3 (1 result), 1.3 higher: {WORSE_PEG}",
        (
            "Where an outcome measure has no result in the baseline, its first one counts as its baseline. "
            f"Days of a flare-up: 6 in the baseline, 2 in the last 4 weeks. {BAD_DAYS}"
        ),
        "",
        f"{LATELY} 2026-10-25 to 2026-11-21 against the 4 weeks before, 2026-09-27 to 2026-10-24.",
        (
            "Pain: from nothing noted (0 days) to 4.0 (20 days): too few days: go on noting it, "
            "the 4 weeks before have too few."
        ),
        f"Worst pain: {NOTE_IT} in 4 weeks.",
        (
            "Mobility: from nothing noted (0 days) to 6.3 (3 days): too few days: go on noting it, "
            "the 4 weeks before have too few."
        ),
        f"Confidence: {NOTE_IT} in 4 weeks.",
        *(
            f"PSFS activities{part}: from nothing noted (0 results) to {mean} (1 result): "
            "too few results, it takes one on each side."
            for part, mean in (("", 4.7), (", lifting", 6.0), (", sitting", 4.0), (", stairs", 4.0))
        ),
        f"PEG-style questions: from 4.0 (1 result) to 5.3 (1 result), 1.3 higher: {WORSE_PEG}",
        "Days of a flare-up: 3 in the 4 weeks before, 2 in the last 4 weeks.",
        "",
        "A worsening that stays is a reason to ask your therapist.",
        (
            "2 flare-ups, 2 begun in the last 12 weeks; median length 5.5 days (n 2); "
            "median time between them 35 days (n 1); the last one ended 26 days ago."
        ),
    ]


def noted(subjects: tuple[Subject, ...]) -> list[Subject]:
    """Return the subjects whose noise is known."""
    return [subject for subject in subjects if subject.change.noise is not None]


def test_an_empty_journal_says_what_to_note() -> None:
    answer = answer_of(EMPTY)
    assert headline(answer) == "Pain since the start: too few days for a baseline yet"
    names = ("Pain", "Worst pain", "Mobility", "Confidence")
    assert answer_lines(answer) == [
        (
            "Since the start. No baseline yet: it is the first two weeks with pain noted on at least 3 days each. "
            f"{MOVE} says from which day on to look for them."
        ),
        *(f"{name}: {NOTE_IT} a week, for two weeks." for name in names),
        "",
        f"{LATELY} 2026-10-25 to 2026-11-21 against the 4 weeks before, 2026-09-27 to 2026-10-24.",
        *(f"{name}: {NOTE_IT} in 4 weeks." for name in names),
        "",
        "No flare-up noted.",
    ]


def test_a_baseline_without_days_after_it_says_to_note_them() -> None:
    [line] = [
        each for each in answer_lines(answer_of(Record(TODAY, diary=diary(MONDAY, pain="5" * 14)))) if "5.0" in each
    ]
    assert line.endswith(": too few days: note it on 3 days after the baseline.")


def test_a_baseline_of_its_own_is_told_beside_the_value() -> None:
    early = diary(MONDAY, mobility="34" * 7) | diary(MONDAY + timedelta(21), pain="56" * 7)
    lines = answer_lines(answer_of(Record(TODAY, diary=early | diary(ago(4), pain="44444", mobility="67676"))))
    assert lines[0].endswith("against the baseline, 2026-09-28 to 2026-10-11.")
    assert lines[3].endswith("; its baseline is 2026-09-07 to 2026-09-20.")
    assert "its baseline" not in lines[1]


def test_what_could_be_noise_says_how_large_the_noise_is() -> None:
    days = diary(MONDAY, pain="83728463827364") | diary(ago(9), pain="2615263514")
    answer = answer_of(Record(TODAY, diary=days))
    assert headline(answer) == "Could be noise: pain 5.1 (n 14) → 3.5 (n 10) since the start"
    [line, *_] = answer_lines(answer)[1:]
    change = answer.since_start.subjects[0].change
    assert line.endswith(f"1.6 lower (31 %): could be noise; {MEANINGFUL_PAIN}{change.noise:.1f}.")
    data = json.loads(json.dumps(answer_data(answer)))["since_start"]["subjects"][0]
    assert (data["verdict"], data["noise"], data["threshold"]["kind"]) == ("could be noise", change.noise, "MIC")


def test_the_remark_of_the_time_course_stands_at_the_end_with_its_source() -> None:
    days = diary(ago(20), pain="5")
    assert answer_lines(answer_of(Record(TODAY, diary=days)))[-1] == "No flare-up noted."
    answer = answer_of(Record(TODAY, Settings(onset=Onset("2019")), days))
    assert answer_lines(answer)[-1].endswith(
        "Yours may go another way. Source: WHO guideline 2023; Menezes Costa 2012, CMAJ 184: E613."
    )
    assert answer_data(answer)["remark"]


@pytest.mark.parametrize(
    ("first", "recent", "expected"),
    [
        ("6" * 14, "4" * 28, "Meaningful improvement: pain 6.0 (n 14) → 4.0 (n 28) since the start"),
        ("X" * 14, "X" * 28, "Below the threshold: pain 10.0 (n 14) → 10.0 (n 28) since the start"),
        ("111....111", "333", "Meaningful worsening: pain 1.0 (n 6) → 3.0 (n 3) since the start"),
        ("555....555", "44", "Too few days: pain 5.0 (n 6) → 4.0 (n 2) since the start"),
        (",,,....,,,", "", "Pain since the start: too few days for a baseline yet"),
    ],
)
def test_the_headline_has_verdict_and_means_in_the_narrowest_line(first: str, recent: str, expected: str) -> None:
    record = Record(TODAY, diary=diary(MONDAY, pain=first) | diary(ago(27), pain=recent))
    line = headline(answer_of(record))
    assert line == expected
    assert len(line.removesuffix(" since the start")) <= 58


def test_two_weeks_that_do_not_follow_each_other_are_told_apart() -> None:
    record = Record(TODAY, diary=diary(MONDAY, pain="555...........444"))
    assert answer_tables(answer_of(record))[0].days == (
        "2026-10-25 to 2026-11-21 against the baseline, 2026-09-07 to 2026-09-13 and 2026-09-21 to 2026-09-27."
    )
    early = Record(MONDAY + timedelta(17), diary=record.diary)
    assert answer_tables(answer_of(early))[0].days.startswith("No day yet after the baseline, 2026-09-07 to")


def test_the_answer_as_tables() -> None:
    since_start, lately = answer_tables(answer_of(RECORD))
    assert since_start.title == "Since the start"
    assert since_start.header == (
        "subject",
        "baseline",
        "last 4 weeks",
        "change",
        "noise",
        "verdict",
        "threshold",
        "kind",
        "source",
    )
    assert lately.header[1] == "4 weeks before"
    rows = dict(
        zip([row.cells[0] for row in since_start.rows], [row.cells[1:] for row in since_start.rows], strict=True)
    )
    assert rows["pain"] == (
        "5.4 (n 9)",
        "4.0 (n 20)",
        "−1.4 (26 %)",
        "±0.2",
        "below the threshold",
        "2 points or 30 %, at least 1 point",
        "MIC",
        "Farrar 2001, Ostelo 2008",
    )
    assert rows["worst pain"][:5] == ("– (n 0)", "– (n 0)", "–", "–", "too few days")
    assert rows["mobility"][4:] == ("no threshold is known", "compare with yourself", "", "")
    assert rows["  sitting"][2:7] == ("0.0", "–", "below the threshold", "3 points", "MDC")
    assert [row.cells[0] for row in lately.rows] == [*rows]
    assert since_start.note.startswith("Where an outcome measure has no result in the baseline, its first one counts")
    assert lately.note == "Days of a flare-up: 3 in the 4 weeks before, 2 in the last 4 weeks."
    one = answer_tables(answer_of(Record(TODAY, flare_ups=(flare_up(0),))))
    assert [table.note for table in one] == [
        "",
        "Days of a flare-up: none in the 4 weeks before, 1 in the last 4 weeks.",
    ]
    assert answer_tables(answer_of(EMPTY))[0].note == ""


@pytest.mark.parametrize(
    ("days_after", "heading", "note"),
    [
        (0, "after it", "3 in the baseline, none after it."),
        (8, "since 21 Sep", "3 in the baseline, 2 since 21 Sep."),
        (27, "since 21 Sep", "3 in the baseline, 2 since 21 Sep."),
        (28, "last 4 weeks", "3 in the baseline, 2 in the last 4 weeks."),
    ],
)
def test_the_heading_names_the_days_that_follow_a_baseline(days_after: int, heading: str, note: str) -> None:
    days = ((0, 2), (16, 17))
    flare_ups = tuple(FlareUp(f"{begin}", *(MONDAY + timedelta(day) for day in (begin, end))) for begin, end in days)
    record = Record(MONDAY + timedelta(13 + days_after), diary=diary(MONDAY, pain="5" * 42), flare_ups=flare_ups)
    since_start, lately = answer_tables(answer_of(record))
    assert since_start.header[:3] == ("subject", "baseline", heading)
    assert note in since_start.note
    assert lately.header[1:3] == ("4 weeks before", "last 4 weeks")


def test_the_app_names_its_key_and_the_command_line_its_command() -> None:
    for record in (RECORD, EMPTY):
        [by_key, _], [by_command, _] = answer_tables(answer_of(record), BY_KEY), answer_tables(answer_of(record))
        assert "The key b " in f"{by_key.days} {by_key.note}"
        assert "settings" not in f"{by_key.days} {by_key.note}"
        assert "'backjournal settings baseline' " in f"{by_command.days} {by_command.note}"


def test_a_worsening_that_stays_is_a_reason_to_ask_wherever_it_is() -> None:
    worse = results(PSFS, {ago(60): (9, 9, 1), ago(1): (6, 9, 4)})
    assert WORSENED_LINE in answer_lines(answer_of(Record(TODAY, measures=(PSFS,), results=worse)))
    assert WORSENED_LINE not in answer_lines(
        answer_of(Record(TODAY, diary=diary(ago(55), pain="666" + "." * 25 + "444")))
    )


@pytest.mark.parametrize(
    ("figures", "expected"),
    [
        (FlareUpFigures(), "No flare-up noted."),
        (
            FlareUpFigures(1, 0, 1, since_last=1),
            ("1 flare-up, none begun in the last 12 weeks; median length 1 day (n 1); the last one ended 1 day ago."),
        ),
        (
            FlareUpFigures(2, 1, 4.5, 30, 1, since_last=0),
            (
                "2 flare-ups, 1 begun in the last 12 weeks; median length 4.5 days (n 2); "
                "median time between them 30 days (n 1); the last one ended today."
            ),
        ),
        (
            FlareUpFigures(1, 1, 3, goes_on_since=ago(2)),
            (
                "1 flare-up, 1 begun in the last 12 weeks; median length 3 days (n 1); "
                "one goes on since 2026-11-19: its days so far are counted."
            ),
        ),
    ],
)
def test_the_flare_ups_in_a_line(figures: FlareUpFigures, expected: str) -> None:
    assert flare_up_line(figures) == expected


@pytest.mark.slow
@given(RANDOM_RECORDS)
def test_lines_tables_and_data_have_the_same_figures_of_any_record(record: Record) -> None:
    answer = answer_of(record)
    data = json.loads(json.dumps(answer_data(answer)))
    lines = answer_lines(answer)
    for comparison, table in zip((data["since_start"], data["last_4_weeks"]), answer_tables(answer), strict=True):
        subjects = [each for subject in comparison["subjects"] for each in (subject, *subject["parts"])]
        for subject, row in zip(subjects, (each.cells for each in table.rows), strict=True):
            assert row[0].strip() == subject["subject"]
            assert row[1:3] in zip(*(shown(subject[side]) for side in ("before", "after")), strict=True)
            assert row[5] == subject["verdict"]
            assert any(line.endswith(".") and f"{row[0].strip()[1:]}: " in line and row[5] in line for line in lines)
            assert row[8] == subject["threshold"]["source"]


def shown(mean: dict[str, float] | None) -> tuple[str, ...]:
    """Return a mean of the data as a table shows it, with one decimal, or more where one would contradict the rest."""
    return tuple(f"{mean['mean']:.{decimals}f} (n {mean['n']:g})" if mean else "– (n 0)" for decimals in (1, 2, 3))
