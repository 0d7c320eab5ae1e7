"""A person who uses the app: starts it, presses keys, clicks, and reads the screen."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any
from unittest.mock import patch

import pytest
from textual._compositor import Compositor
from textual.message import Message
from textual.notifications import Notify
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import OptionList

from backjournal.library.red_flags import red_flags
from backjournal.model.check_ins import CheckIn
from backjournal.model.doses import Dose, Sides
from backjournal.model.flare_ups import FlareUp
from backjournal.model.marks import MarkKind, parse_marks
from backjournal.model.practices import Practice, Status
from backjournal.model.schedules import Schedule
from backjournal.plan.signs import GONE, question
from backjournal.store.store import Store
from backjournal.tui.app import BackjournalApp
from backjournal.tui.widgets.form import Field, FormScreen
from tests.helpers.clock import BERLIN
from tests.helpers.values import TODAY, check_in_at, shipped

LOW = (80, 24)
COMFORTABLE = (100, 30)
SIZES = pytest.mark.parametrize(
    "size", [pytest.param(LOW, id="80x24"), pytest.param(COMFORTABLE, id="100x30", marks=pytest.mark.slow)]
)
"""A test for both sizes; the larger is one of the slow ones."""


@dataclass(frozen=True, slots=True)
class Person:
    """A person at a running app; every method returns when the app has come to rest."""

    app: BackjournalApp
    pilot: Pilot[None]
    notices: list[str] = field(default_factory=list)
    threads: set[asyncio.Future[Any]] = field(default_factory=set)

    async def burst(self, *keys: str) -> None:
        """Press keys faster than the app can follow: all are queued before it reads the first."""

        async def at_once(*_seconds: float) -> None:
            pass

        with patch("textual.app.wait_for_idle", at_once):
            await self.app._press_keys(keys)
        await at_rest(self.app)

    async def press(self, *keys: str) -> None:
        """Press keys one after the other."""
        await self.pilot.press(*keys)

    async def write(self, text: str) -> None:
        """Type a text."""
        await self.pilot.press(*("enter" if char == "\n" else char for char in text))

    async def click(self, widget: str | type[Widget], x: int = 0, y: int = 0) -> None:
        """Click at a place within a widget."""
        await self.pilot.click(widget, offset=(x, y))
        await at_rest(self.app)

    async def resize(self, width: int, height: int) -> None:
        """Resize the terminal, and wait until everything is drawn at the new size."""
        await self.pilot.resize_terminal(width, height)
        # Textual waits a moment, as a terminal that is pulled larger sends many sizes.
        self.app._check_resize()
        await self.threads_done()

    async def threads_done(self) -> None:
        """Wait until everything that is computed and drawn in threads is shown."""
        await at_rest(self.app)
        while self.threads:
            await asyncio.wait(self.threads)
            await at_rest(self.app)

    async def suggestions(self) -> None:
        """Let the app look for suggestions, as it does by itself a moment after a change."""
        self.app.read_suggestions()
        await self.threads_done()

    async def look(self) -> None:
        """Let the app look for changes, as it does twice a second by itself."""
        self.app.look_for_changes()
        await self.threads_done()

    @property
    def window(self) -> str:
        """The class name of the window on top."""
        return type(self.app.screen).__name__

    @property
    def screen(self) -> Screen[object]:
        """The window on top."""
        return self.app.screen

    @property
    def focus(self) -> str:
        """The id of the focused widget, or its class name; empty without a focus."""
        focused = self.app.focused
        return (focused.id or type(focused).__name__) if focused else ""

    @property
    def row(self) -> str:
        """The highlighted row of the list that has the focus."""
        assert isinstance(self.app.focused, OptionList)
        option = self.app.focused.highlighted_option
        return str(option.prompt).strip() if option else ""

    async def to_row(self, part: str) -> None:
        """Highlight the only row that contains a text, in the list that has the focus."""
        rows = self.app.focused
        assert isinstance(rows, OptionList)
        (rows.highlighted,) = (place for place, row in enumerate(rows.options) if part in str(row.prompt))
        await at_rest(self.app)

    @property
    def text(self) -> str:
        """The visible text of the screen."""
        return screen_text(self.app)

    def line(self, part: str) -> str:
        """Return the only visible line that contains a text."""
        (found,) = (line for line in self.text.splitlines() if part in line)
        return found

    async def to_field(self, name: str) -> None:
        """Go to a field of the form, also to one that is folded in."""
        assert isinstance(self.screen, FormScreen)
        (field,) = (field for field in self.screen.query(Field) if field.name == name)
        self.screen.reveal(field)
        await at_rest(self.app)
        field.control.focus()
        await at_rest(self.app)

    def answer(self, name: str) -> Any:
        """Return the value of a field of the form."""
        assert isinstance(self.screen, FormScreen)
        return self.screen.answers()[name]

    def problems(self) -> dict[str, str]:
        """Return the messages of the form by field."""
        return {field.name or "": field.problem for field in self.screen.query(Field) if field.problem}


@contextlib.asynccontextmanager
async def running(app: BackjournalApp, size: tuple[int, int] = LOW, *, toasts: bool = False) -> AsyncIterator[Person]:
    """Run the app on a terminal of a size, without waiting for real time; notices are drawn only with `toasts`."""
    notices: list[str] = []
    threads: set[asyncio.Future[Any]] = set()
    loop = asyncio.get_running_loop()
    start_thread = loop.run_in_executor

    def in_thread(*given: Any) -> asyncio.Future[Any]:
        future = start_thread(*given)
        threads.add(future)
        future.add_done_callback(threads.discard)
        return future

    def record_notice(message: Message) -> None:
        if isinstance(message, Notify):
            notices.append(message.notification.message)

    async def idle(*_seconds: float) -> None:
        await at_rest(app)

    app.animation_level = "none"
    with (
        # Textual would guess from the processor time whether the app is at rest.
        patch("textual.app.wait_for_idle", idle),
        patch("textual.pilot.wait_for_idle", idle),
        # It would ask every widget of the screen whether it is at rest, after every key.
        patch.object(Pilot, "_wait_for_screen", idle),
        # The screen is laid out when the app is at rest, not whenever a moment has passed, and drawn when somebody
        # looks: there is no terminal to draw it on after every key.
        patch("textual.screen.UPDATE_PERIOD", timedelta(hours=1).total_seconds()),
        patch.object(Compositor, "render_update", return_value=None),
        patch.object(loop, "run_in_executor", in_thread),
        # What is looked for when nothing was pressed for a moment comes when a test asks for it: `Person.suggestions`.
        patch("backjournal.tui.core.base.SUGGEST_SECONDS", timedelta(hours=1).total_seconds()),
    ):
        async with app.run_test(size=size, message_hook=record_notice, notifications=toasts) as pilot:
            person = Person(app, pilot, notices, threads)
            await person.threads_done()
            yield person


async def at_rest(app: BackjournalApp) -> None:
    """Wait until the screen is drawn and nothing is left to do, except in timers and threads."""
    waiting = vars(asyncio.get_running_loop())["_ready"]
    while True:
        while waiting:  # noqa: ASYNC110 - there is no event for it
            await asyncio.sleep(0)
        if not app.is_running or not app.screen_stack:
            return
        app.screen._on_timer_update()
        if not waiting:
            return


def screen_text(app: BackjournalApp) -> str:
    """Return what a person reads in the window on top, without blanks at the ends of the lines."""
    strips = app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in strip).rstrip() for strip in strips)


PLAN = {
    "childs-pose": Dose(breaths=8),
    "knee-to-chest": Dose(sets=2, repetitions=2, hold_seconds=5, sides=Sides.EACH),
    "bridge": Dose(sets=2, repetitions=10, hold_seconds=3),
    "walking": Dose(minutes=30),
    "bird-dog": Dose(sets=2, repetitions=10, hold_seconds=4, sides=Sides.EACH),
    "side-plank": Dose(sets=2, hold_seconds=20, sides=Sides.EACH),
}
PLAN_STARTS = date(2026, 10, 26)
_DONE_TODAY = {"childs-pose": 1, "knee-to-chest": 2, "walking": 30, "bird-dog": 1}
_DIARY: tuple[tuple[str, dict[str, Any]], ...] = (
    ("2026-10-26 08:10", {"pain": 7, "mobility": 3, "note": "Can hardly tie my shoes."}),
    ("2026-10-28 08:00", {"pain": 6, "mobility": 4, "location": "lower back, left leg"}),
    ("2026-10-30 21:30", {"pain": 5, "worst_pain": 7, "mobility": 4, "trigger": "long drive"}),
    ("2026-11-04 07:45", {"pain": 8, "mobility": 2, "quality": "stabbing", "medicine": "ibuprofen 400 mg"}),
    ("2026-11-06 09:00", {"pain": 7, "symptom": "fever with back pain", "note": "Felt hot in the night."}),
    ("2026-11-16 08:00", {"pain": 4, "mobility": 6, "sleep_hours": 6.5}),
    ("2026-11-18 08:05", {"pain": 4, "mobility": 6, "mood": 6, "note": "[/]oops [red]x stays as I typed it"}),
    ("2026-11-20 08:00", {"pain": 3, "mobility": 7, "relief": "heat, walking"}),
    ("2026-11-20 21:00", {"mobility": 5, "note": "Größe ÄNDERN: the new chair helps."}),
    ("2026-11-21 08:10", {"pain": 4, "worst_pain": 5, "mobility": 6, "stiffness_min": 20, "location": "lower back"}),
)


def seeded(store: Store) -> Store:
    """Fill a journal with four weeks: a plan, practices, check-ins with a gap of a week, and a flare-up."""
    with store.changes.write(""):
        for key, dose in PLAN.items():
            store.plan.prescribe(shipped(key).exercise, dose, Schedule(), PLAN_STARTS)
        ids = {prescription.exercise_id: prescription.id for prescription in store.plan.prescriptions()}
        for number in range((TODAY - PLAN_STARTS).days):
            for place, key in enumerate(PLAN):
                if (number + place) % 4:
                    done = Practice(ids[key], PLAN_STARTS + timedelta(days=number), Status.DONE, PLAN[key].target)
                    store.practices.save(done, "")
        for key, amount in _DONE_TODAY.items():
            status = Status.DONE if amount == PLAN[key].target else Status.PARTIAL
            store.practices.save(Practice(ids[key], TODAY, status, amount), "")
        store.practices.save(Practice(ids["bridge"], TODAY, Status.SKIPPED, reason="pain"), "")
        store.diary.save_flare_up(FlareUp("flare1", date(2026, 11, 4), date(2026, 11, 8)))
        for number, (at, values) in enumerate(_DIARY, 1):
            store.diary.save(_check_in(f"check{number}", datetime.fromisoformat(at), values))
        fever = next(flag for flag in red_flags() if flag.word == "fever with back pain")
        store.answers.save(question(GONE, fever), date(2026, 11, 8))
    return store


def many(store: Store, number: int) -> Store:
    """Fill a journal with a check-in on each of `number` days up to yesterday, noted as `entry 1`, `entry 2`, …"""
    with store.changes.write(""):
        for ago in range(1, number + 1):
            at = datetime.combine(TODAY - timedelta(days=ago), time(8))
            store.diary.save(_check_in(f"check{ago}", at, {"pain": ago % 11, "note": f"entry {ago}"}))
    return store


def _check_in(row_id: str, at: datetime, values: dict[str, Any]) -> CheckIn:
    marks = tuple(mark for kind in MarkKind for mark in parse_marks(kind, values.get(kind, "")))
    scales = {name: value for name, value in values.items() if name not in set(MarkKind)}
    return check_in_at(row_id, at.replace(tzinfo=BERLIN), at.date(), marks=marks, **scales)
