"""The lines and texts of the Trends pane."""

from datetime import date, timedelta

import pytest

from backjournal.model.marks import MarkKind
from backjournal.trends.answer import answer_of
from backjournal.trends.associations import find_associations
from backjournal.trends.record import Record
from backjournal.trends.window import Window
from backjournal.tui.trends.answer import answer_content
from backjournal.tui.trends.associations import associations_content
from backjournal.tui.trends.bars import days_words, range_line, view_names
from backjournal.tui.trends.look import Look
from backjournal.tui.trends.subjects import subject_labels
from backjournal.tui.widgets.columns import fitted_table, wrapped
from backjournal.views.association_text import OF_COMPARABLE_DAYS
from backjournal.views.catalog import VIEWS, View, view_of
from backjournal.views.choice import Choice
from tests.helpers.values import TODAY, diary_day
from tests.tools.null_journals import COURSES, found_in, null_journal

FIRST = TODAY - timedelta(days=83)


def better(days: int = 84) -> Record:
    """Return a record in which pain falls from 7 to 3 half-way, and bad days have long sitting."""
    noted = {}
    for number in range(days):
        bad = pow(5, number, 103) % 3 == 0  # as if by chance: a regular cycle is no finding
        marks = frozenset({(MarkKind.TRIGGER, "long sitting")} if bad else ())
        day, level = FIRST + timedelta(days=number), 7 if number < 42 else 3
        noted[day] = diary_day(day, pain=level + bad, mobility=10 - level, marks=marks)
    return Record(TODAY, diary=noted)


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.key)
def test_the_names_of_the_views_fit_the_narrowest_usual_screen(view: View) -> None:
    line = view_names(view).plain
    assert len(line) <= 78
    assert line.count("[") == 1
    assert f"[{view.label}]" in line


def test_the_range_line_has_the_range_the_days_and_what_is_shown_by_its_key() -> None:
    look, record = Look(Window(12, TODAY)), better()
    line = range_line(look, record, {"c": "pain", "C": "mobility", "k": "lines"}, 120).plain
    assert line == "  4 [12] 26  52  everything  31 Aug – 21 Nov 2026   c pain  C mobility  k lines"[1:]
    assert len(line) <= 78
    narrow = range_line(look, record, {"c": "pain", "C": "mobility", "k": "points"}, 78).plain
    assert narrow.splitlines()[1] == "  c pain  C mobility  k points", "what is shown is not torn apart"
    between = look.within(Window(12, date(2026, 1, 2), date(2025, 12, 30)))
    assert range_line(between, record, {}, 120).plain == " 4  12  26  52  everything [30 Dec 2025 – 2 Jan 2026]"
    assert "last 4 weeks" in range_line(look.on(view_of("answer")), record, {}, 120).plain


def test_days_of_two_years_name_both() -> None:
    assert days_words(date(2026, 8, 31), TODAY) == "31 Aug – 21 Nov 2026"
    assert days_words(date(2025, 12, 30), date(2026, 1, 2)) == "30 Dec 2025 – 2 Jan 2026"


def test_each_view_offers_what_it_can_show() -> None:
    record, window = better(), Window(12, TODAY)

    def names(key: str) -> dict[str, str]:
        subject = view_of(key).subject
        assert subject
        return dict(subject.names(record))

    def labels(key: str, choice: Choice | None = None) -> dict[str, str]:
        return dict(subject_labels(record, view_of(key), choice or Choice(window)))

    assert list(names("calendar"))[:4] == ["pain", "mobility", "adherence", "check-ins"]
    assert names("compare")["mood"] == "mood (nothing noted)"
    assert "check-ins" not in names("compare")
    assert names("exercise") == {"": "all exercises"}
    assert labels("weeks") == labels("answer") == {}
    assert labels("calendar", Choice(window, of="mobility")) == {"c": "mobility"}
    assert labels("compare", Choice(window, scatter=True)) == {"c": "pain", "C": "mobility", "k": "points"}
    assert labels("exercise") == {"c": "all exercises"}
    assert labels("measure") == {"5": "choose a measure"}


def test_columns_stand_under_each_other_and_headings_take_several_lines() -> None:
    head, rows = fitted_table(("what it is", "n"), [("a", "10"), ("a long name", "2")], 6, 9)
    assert head == ["what    n", "it is"]
    assert rows == ["a       10", "a lon…  2"]
    assert fitted_table(("a", "n"), [("腰痛", "1"), ("ab", "2")], 6, 9)[1] == ["腰痛  1", "ab    2"], (
        "wide signs take two"
    )
    assert fitted_table(("what it is", "n"), [("a", "10")], 6, 14)[0] == ["what it is  n"]
    assert wrapped("one two three", 9, "  ") == "  one two\n  three"


def test_the_answer_has_a_verdict_with_a_sign_its_n_and_its_source_at_every_width() -> None:
    for width in (58, 76, 130):
        text = answer_content(answer_of(better()), width).plain
        pain, verdict = text[text.index("pain  ") :].splitlines()[:2]
        assert ("improvement" in pain) is (width > 58), "beside the figures where there is room, else below"
        assert "improvement" in pain + verdict
        assert "✓ meaningful improvement" in text
        assert "7.3 (n 14)" in text
        assert "source: Farrar 2001, Ostelo 2008)" in " ".join(text.split())
        assert "The key b moves the baseline." in " ".join(text.split())
    worse = answer_content(answer_of(Record(TODAY, diary={d: diary_day(d, pain=p) for d, p in _worse().items()})), 76)
    assert "✗ meaningful worsening" in worse.plain
    assert "· too few days" in answer_content(answer_of(Record(TODAY)), 76).plain


def _worse() -> dict[date, float]:
    return {FIRST + timedelta(days=number): 2 if number < 42 else 6 for number in range(84)}


def test_what_stands_out_comes_before_what_could_be_chance_and_what_was_noted_together() -> None:
    found = found_in(null_journal(COURSES[-1], 1, effect=1.5))
    for width in (58, 76, 130):
        text = associations_content(found, width).plain
        assert text.startswith("What goes with better and worse days")
        out, chance, together = (
            text.index(title)
            for title in ("✓ More than chance would often give", "· Could well be chance", "words were noted together")
        )
        assert out < chance < together
        assert "planted" in text[out:chance]
        assert text[out:].splitlines()[1] == text[chance:].splitlines()[1] == OF_COMPARABLE_DAYS
        assert len(OF_COMPARABLE_DAYS) <= 76, "one line at its head says what its differences are of"
        assert "days the same" in " ".join(text[out:chance].split())
        assert "Pain was" not in text, "what the table tells is not told again in sentences"
        assert width < 76 or max(map(len, text[out:].split("\n\n")[0].splitlines())) <= width, "its table fits"
    nothing = associations_content(find_associations(Record(TODAY), (FIRST, TODAY)), 78).plain
    assert "Nothing that came before the pain can be compared yet" in nothing
