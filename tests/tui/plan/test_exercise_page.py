"""The page of an exercise: how to do it, its figures, its plot, and its doses over time."""

import threading
from dataclasses import replace
from datetime import date, timedelta

import pytest
from textual.widgets import Static

from backjournal.journal.plan_figures import journal_figures
from backjournal.model.doses import Dose
from backjournal.model.practices import Practice, Status
from backjournal.model.schedules import Schedule
from backjournal.store.store import Store
from backjournal.trends.plan_figures import PlanFigures
from backjournal.tui.app import BackjournalApp
from backjournal.tui.widgets.chart import Chart
from backjournal.tui.widgets.exercise_drawing import ExerciseDrawing
from tests.helpers.app import Person, running, seeded
from tests.helpers.values import BIRD_DOG, TODAY, WALKING

LARGE = (140, 45)


def lines_of(person: Person, place: str) -> list[str]:
    return str(person.screen.query_one(place, Static).content).splitlines()


def with_history(store: Store) -> Store:
    """Fill a journal with Bird-dog: first a dose in minutes, then another one for ten days, and pain on some days."""
    first = TODAY - timedelta(days=12)
    with store.changes.write(""):
        before = store.plan.prescribe(BIRD_DOG.exercise, Dose(minutes=5), Schedule(), first, note="Short ones first.")
        store.practices.save(Practice(before.id, first, Status.DONE, 5, pain_during=4), "")
        dose = replace(Dose(sets=2, repetitions=8), sides=BIRD_DOG.dose.sides)
        wanted = replace(before, dose=dose, note="Slowly, [/]and breathe.")
        now = store.plan.change(before, wanted, first + timedelta(days=2))
        for days, pain in enumerate((3, 1, None, 0, 2)):
            store.practices.save(Practice(now.id, TODAY - timedelta(days=days), Status.DONE, 2, pain), "")
        store.practices.save(Practice(now.id, TODAY - timedelta(days=5), Status.SKIPPED, reason="travel"), "")
    return store


@pytest.mark.parametrize("size", [(60, 16), (80, 24)])
async def test_the_drawing_comes_first_where_it_leaves_room_for_text(store: Store, size: tuple[int, int]) -> None:
    async with running(BackjournalApp(with_history(store)), size) as person:
        await person.press("4", "enter")
        await person.threads_done()
        drawing, about = person.screen.query_one(ExerciseDrawing), person.screen.query_one("#about")
        assert drawing.size.height in {8, 16}, "whole, in one row or one below the other"
        assert (drawing.virtual_region.y < about.virtual_region.y) == (size == (80, 24))


async def test_a_page_shows_all_about_an_exercise(store: Store) -> None:
    async with running(BackjournalApp(with_history(store)), LARGE) as person:
        await person.press("4", "enter")
        await person.threads_done()
        assert person.window == "ExercisePage"
        about = "\n".join(lines_of(person, "#about"))
        assert "2 × 8, daily" in about
        assert "each side" in about
        assert "Note: Slowly, [/]and breathe." in about
        assert "Watch for: " in about
        assert "Bournemouth University" in about
        # 13 days: 1 in minutes and 5 in sets done, 1 excused, 6 missed.
        adherence, score, *others = lines_of(person, "#came-of-it")[1:]
        assert adherence == "adherence    50 % of 12 days asked for, 1 excused day not counted"
        assert "how steadily you practise, the latest days most" in score
        assert others == [
            "in a row     5 days asked for, 5 the longest; excused days pause it",
            "pain during  2.0, the mean of 5 times, from 0 to 4",
            "larger dose  4 of 6 times in full, pain up to 3; 1 more without a pain noted",
            "The plot counts the amount of one side.",
            "Days with another unit are left out of the plot: 1",
        ]
        assert lines_of(person, "#doses") == [
            "Doses over time",
            "2 × 8, each side, daily  since 11 Nov 2026",
            "5 min, daily  9 Nov 2026 – 10 Nov 2026",
            "  Short ones first.",
        ]
        amounts, pains = str(person.screen.query_one(Chart).content).split("● pain during")
        assert "■ repetitions done" in amounts
        assert amounts.count("■") == 1 + 5
        assert pains.count("●") == 5
        await person.press("escape")
        assert person.focus == "prescriptions"


async def test_a_page_of_what_was_never_practised_says_so_and_invents_nothing(store: Store) -> None:
    store.plan.prescribe(WALKING.exercise, Dose(minutes=30), Schedule(), TODAY)
    async with running(BackjournalApp(store)) as person:
        await person.press("i")
        await person.threads_done()
        assert person.window == "ExercisePage", "the checklist opens it too"
        assert lines_of(person, "#came-of-it") == [
            "Since the first day",
            "Nothing practised yet: the plot begins with the first time.",
        ]
        assert not person.screen.query_one(Chart).display
        await person.press("end", "escape")
        assert len(person.app.screen_stack) == 1


@pytest.mark.slow
async def test_a_page_closed_at_once_and_one_at_another_size_and_theme(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    closed = threading.Event()

    def compute_late(store: Store, today: date) -> PlanFigures:
        closed.wait(10)
        return journal_figures(store, today)

    monkeypatch.setattr("backjournal.journal.plan_figures.journal_figures", compute_late)
    async with running(BackjournalApp(seeded(store))) as person:
        await person.press("4")
        await person.press("enter", "escape")
        closed.set()
        await person.threads_done()
        assert len(person.app.screen_stack) == 1
        await person.press("enter")
        await person.threads_done()
        chart = person.screen.query_one(Chart)
        assert max(map(len, str(chart.content).splitlines())) <= 72
        await person.resize(*LARGE)
        person.app.theme = "textual-light"
        await person.threads_done()
        assert max(map(len, str(chart.content).splitlines())) > 100
        assert "no pain noted" in str(chart.content)
