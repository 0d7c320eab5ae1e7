"""What the Trends pane is set to show: the view, the window, and the choices of each graph."""

from datetime import date

from backjournal.trends.window import RANGES, Window
from backjournal.tui.trends.look import Look
from backjournal.views.catalog import VIEWS, view_of
from tests.helpers.values import TODAY

LOOK = Look(Window(12, TODAY))


def test_each_view_is_looked_at_by_its_key() -> None:
    assert [view_of(view.key) for view in VIEWS] == [*VIEWS]
    assert [view.key for view in VIEWS if not view.drawn] == ["answer", "goes-with"]
    assert [LOOK.on(view).view for view in VIEWS] == [*VIEWS]


def test_the_views_go_round() -> None:
    assert LOOK.next_view(1).view.key == "days"
    assert LOOK.next_view(-1).view.key == "goes-with"
    assert LOOK.next_view(-1).next_view(1) == LOOK


def test_each_graph_keeps_what_it_shows() -> None:
    calendar = LOOK.on(view_of("calendar")).showing(of="mood")
    compare = calendar.on(view_of("compare"))
    assert (compare.choice.of, compare.choice.against, compare.choice.scatter) == ("pain", "mobility", False)
    assert compare.showing(scatter=True).on(view_of("calendar")).choice.of == "mood"
    moved = compare.showing(scatter=True).moved(-1, TODAY)
    assert moved.choice.scatter
    assert moved.choice.window == moved.window


def test_ranges_grow_and_shrink_step_by_step() -> None:
    ranges = [LOOK.over(weeks) for weeks in RANGES]
    assert [look.longer(1).window.weeks for look in ranges] == [12, 26, 52, None, None]
    assert [look.longer(-1).window.weeks for look in ranges] == [4, 4, 12, 26, 52]


def test_from_two_dates_one_goes_to_the_nearest_range() -> None:
    def between(days: int) -> Look:
        first = date.fromordinal(TODAY.toordinal() - days + 1)
        return LOOK.within(Window(12, TODAY, first))

    assert [between(days).longer(1).window for days in (5, 28, 29, 400)] == [
        Window(weeks, TODAY) for weeks in (4, 12, 12, None)
    ]
    assert [between(days).longer(-1).window.weeks for days in (85, 84, 29)] == [12, 4, 4]
    assert between(20).longer(-1) == between(20), "there is no shorter range"


def test_a_window_of_two_dates_keeps_its_length_on_the_way_to_another_day() -> None:
    look = LOOK.within(Window(12, date(2026, 9, 10), date(2026, 9, 1)))
    assert look.until(TODAY).window == Window(12, TODAY, date(2026, 11, 12))
    assert LOOK.moved(-1, TODAY).until(TODAY) == LOOK


def test_a_moved_window_has_as_many_times_and_another_range_or_view_has_not() -> None:
    days = LOOK.within(Window(12, TODAY, date(2026, 11, 1)))
    for look in (LOOK, LOOK.over(None), days):
        assert look.moved(-1, TODAY).as_long_as(look)
        assert not look.next_view(1).as_long_as(look)
        assert not look.over(26).as_long_as(look)
    assert not days.as_long_as(LOOK)


def test_each_view_has_its_usual_range_until_one_is_chosen() -> None:
    goes_with = LOOK.on(view_of("goes-with"))
    assert goes_with.window.weeks == 26
    assert goes_with.next_view(1).window.weeks == 12
    assert goes_with.moved(-1, TODAY).next_view(1).window.weeks == 12, "moved along, no range was chosen"
    assert LOOK.over(4).on(view_of("goes-with")).window.weeks == 4
