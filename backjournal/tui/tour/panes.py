"""The panes of the tour, with what they show of the made-up journal."""

from collections.abc import Callable, Mapping
from typing import Any

from backjournal.tui.core.made_up import MadeUp
from backjournal.tui.diary.pane import DiaryPane
from backjournal.tui.measures.pane import MeasuresPane
from backjournal.tui.plan.pane import PlanPane
from backjournal.tui.today.pane import TodayPane
from backjournal.tui.trends.pane import TrendsPane
from backjournal.tui.widgets.pane import Pane


def empty_pane(name: str, data: MadeUp) -> Pane:
    """Return the pane with an id, as it is before it has something to show."""
    panes: Mapping[str, Callable[[], Pane]] = {
        "today": lambda: TodayPane(lambda _step: None, id="today"),
        "diary": lambda: DiaryPane(id="diary"),
        "trends": lambda: TrendsPane(data.day.today, id="trends"),
        "plan": lambda: PlanPane(id="plan"),
        "measures": lambda: MeasuresPane(id="measures"),
    }
    return panes[name]()


def shown_in(name: str, data: MadeUp) -> Mapping[str, Any]:
    """Return the values of the attributes to which the app binds the pane with an id."""
    values: Mapping[str, Mapping[str, Any]] = {
        "today": {"due": data.due, "state": data.day, "lately": data.lately},
        "diary": {"state": data.diary},
        "trends": {"record": data.record},
        "plan": {"state": data.plan, "figures": data.figures},
        "measures": {"state": data.measures, "record": data.record},
    }
    return values[name]
