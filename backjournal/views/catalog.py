"""The catalog of the views of the trends, which the Trends pane, the command, its help and its completion use."""

from collections.abc import Callable
from datetime import date, timedelta

from backjournal.model.frozen import dataclass
from backjournal.model.weeks import WeekStarts
from backjournal.trends.record import Record
from backjournal.trends.window import Window
from backjournal.views.choice import Choice
from backjournal.views.figures import Figures
from backjournal.views.subjects import CALENDAR_SERIES, EXERCISE, MEASURE, SERIES, Subject

_LOOK_BACK = timedelta(weeks=1)
"""How far before its window a view looks at most: for the medians over 7 days."""

GoOn = Callable[[], bool]
"""Called now and then by a long computation, which may stop with an incomplete result once this returns False."""


def always() -> bool:
    """Return True, so that a computation is never stopped."""
    return True


@dataclass(frozen=True, slots=True)
class View:
    """One way to look at the trends."""

    key: str
    """Its name on the command line."""

    label: str
    """Its name on the screen."""

    summary: str
    """What it shows, in a line of the command's help."""

    help: str
    """What it shows, in the help of the Trends pane."""

    compute: Callable[..., Figures]
    """Takes a record, a choice and a `GoOn`; returns the figures, which are a graph if the view is drawn."""

    drawn: bool = True
    """Whether its figures are a graph; if not, it is shown as text."""

    subject: Subject | None = None
    """What a person can choose for it to show; None if there is nothing to choose."""

    compares: bool = False
    """Whether the subject is compared with a second one, as lines or as points."""

    own_days: str = ""
    """Which days it looks at, if no range can be chosen; empty if one can."""

    weeks: int = 12
    """How many weeks it shows unless others are chosen."""

    whole: bool = False
    """Whether it looks at the whole history, over whatever window: such as for the names of all that was noted."""

    verdict: Callable[[Record], str] | None = None
    """Returns what a record comes to, in a line above the graph; None if there is no such line."""

    def __post_init__(self) -> None:
        """Refuse a text with a subject: the pane offers the choice for graphs only.

        Raises:
            ValueError: it is not drawn and has a subject.
        """
        if self.subject and not self.drawn:
            raise ValueError(f"the view {self.key} is text and cannot have a subject")

    def since(self, window: Window, weeks: WeekStarts) -> date:
        """Return from which day on a record must have every day to compute it over a window.

        It is `date.min` if it looks at everything.
        """
        first = window.since(weeks) if self.ranged else window.last
        return date.min if self.whole or first == date.min else first - _LOOK_BACK

    @property
    def ranged(self) -> bool:
        """Whether a range of weeks can be chosen."""
        return not self.own_days

    @property
    def options(self) -> tuple[str, ...]:
        """The options of the command that apply to it, without hyphens and without those of the range."""
        subject = (self.subject.option,) if self.subject else ()
        return (*subject, "against", "scatter") if self.compares else subject


# The modules of a view are imported when it is computed, so that the command's help and the app start sooner.


def _weeks(record: Record, choice: Choice, _: GoOn = always) -> Figures:
    from backjournal.views.weeks import weeks_graph

    return weeks_graph(record, choice.window)


def _pain_verdict(record: Record) -> str:
    from backjournal.trends.answer import answer_of
    from backjournal.views.answer_text import headline

    return headline(answer_of(record))


def _days(record: Record, choice: Choice, _: GoOn = always) -> Figures:
    from backjournal.views.days import days_graph

    return days_graph(record, choice.window)


def _adherence(record: Record, choice: Choice, _: GoOn = always) -> Figures:
    from backjournal.views.adherence import adherence_graph

    return adherence_graph(record, choice.window)


def _calendar(record: Record, choice: Choice, _: GoOn = always) -> Figures:
    from backjournal.views.calendar import calendar_graph

    return calendar_graph(record, choice.window, choice.of)


def _compare(record: Record, choice: Choice, _: GoOn = always) -> Figures:
    from backjournal.views.compare import compare_graph

    return compare_graph(record, choice.window, choice.of, choice.against, scatter=choice.scatter)


def _exercise(record: Record, choice: Choice, _: GoOn = always) -> Figures:
    from backjournal.views.exercise import pain_during_graph

    return pain_during_graph(record, choice.window, choice.exercise_id)


def _measure(record: Record, choice: Choice, _: GoOn = always) -> Figures:
    from backjournal.views.measure import measure_graph

    return measure_graph(record, choice.window, choice.measure_id)


def _answer(record: Record, _: Choice, __: GoOn = always) -> Figures:
    from backjournal.views.answer import answer_figures

    return answer_figures(record)


def _associations(record: Record, choice: Choice, go_on: GoOn = always) -> Figures:
    from backjournal.views.associations import associations_figures

    return associations_figures(record, choice.window, go_on)


VIEWS = (
    View(
        "weeks",
        "Weeks",
        "pain, mobility and adherence by week; this one unless you say another",
        "Weeks: each point is the mean over the days of a week that have a check-in (a day with several counts as "
        "their mean); the line behind pain reaches from the best to the worst day.",
        _weeks,
        verdict=_pain_verdict,
    ),
    View(
        "days",
        "Days",
        "pain and mobility by day, up to 12 weeks, with their 7-day medians",
        "Days: the same by day, for up to 12 weeks, with a line through the middle value (median) of the 7 "
        "days that end on each day with a value. A week or day without a check-in is a gap.",
        _days,
    ),
    View(
        "adherence",
        "Adherence",
        "what was done, done in part, excused and missed, by week",
        "Adherence: how much of what the plan asked for you did. What is done in part counts as its share; excused "
        "days are not counted, nor what is still open today.",
        _adherence,
    ),
    View(
        "calendar",
        "Calendar",
        "a series day by day: pain unless you say another",
        "Calendar: one value of each day, such as the pain.",
        _calendar,
        subject=CALENDAR_SERIES,
        whole=True,
    ),
    View(
        "compare",
        "Compare",
        "two series against each other: pain and mobility unless you say others",
        "Compare: two values, such as sleep and pain, over the same time, or against each other as points.",
        _compare,
        subject=SERIES,
        whole=True,
        compares=True,
    ),
    View(
        "exercise",
        "Exercises",
        "the pain during each exercise, or during one over time",
        "Exercises: the pain during each of them.",
        _exercise,
        subject=EXERCISE,
    ),
    View(
        "measure",
        "Measures",
        "the results of an outcome measure, and what change its threshold asks for",
        "Measures: the results of an outcome measure, with the band in which a change from the baseline is below "
        "the threshold.",
        _measure,
        subject=MEASURE,
    ),
    View(
        "answer",
        "Answer",
        "in words: is it getting better, and by how much?",
        "Answer: since the start, and the last 4 weeks against the 4 before. The start is the baseline: the first two "
        "weeks with the value on at least 3 days each, unless you move it. A change counts if it is large enough for "
        "its scale (the threshold, with its source beside it) and larger than the noise: how much your days go up and "
        "down anyway. Meaningful is what people call worthwhile, detectable what is above the error of the measure.",
        _answer,
        drawn=False,
        own_days="since the start, and the last 4 weeks against the 4 before",
    ),
    View(
        "goes-with",
        "Goes-with",
        "in words: what goes with better and worse days?",
        "Goes-with: the average pain of days with something against that of days without it, at least 7 of each. What "
        "came before the pain is judged, with the range in which the true difference probably lies (95 % interval); "
        "what was noted on the same day is shown beside it. It tells what goes together, not what causes it.",
        _associations,
        drawn=False,
        weeks=26,
    ),
)
"""All views, in the order of the view bar; the first is shown unless another is chosen."""


def view_of(key: str) -> View:
    """Return the view with a key.

    Raises:
        KeyError: no view has this key.
    """
    return _BY_KEY[key]


_BY_KEY = {view.key: view for view in VIEWS}
