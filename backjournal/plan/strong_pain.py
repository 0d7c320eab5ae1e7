"""Strong pain, which is answered at once: our own caution, for which no source is known."""

from datetime import date

from backjournal.model.dates import long_day
from backjournal.model.exercises import Exercise
from backjournal.model.frozen import dataclass

OVER_LIMIT = 5
"""How far above the person's limit, 0 to 10, pain during a practice is strong."""

IN_ANY_CASE = 8
"""From which pain on, 0 to 10, it is strong whatever the limit."""


def strong_news_text(flare_up: str, easing: str, symptoms: str) -> str:
    """Return the answer to strong pain in a check-in, with the names of the keys or commands that go on from there."""
    return (
        f"That is strong pain. {flare_up} writes down a flare-up, which eases the day's exercises ({easing}). "
        f"{symptoms} lists the symptoms that should not wait."
    )


@dataclass(frozen=True, slots=True)
class StrongPain:
    """Strong pain during a practice of an exercise, with what to say about it."""

    exercise: Exercise
    pain: int
    """From 0 to 10."""

    pain_limit: int
    """The person's limit, 0 to 10."""

    today: bool
    """Whether it was noted for today, so that there is something to stop."""

    before: tuple[date, int] | None = None
    """The day and the pain of the time before, if that was strong too."""

    @property
    def title(self) -> str:
        """The pain and the exercise, in a few words."""
        return f"Pain {self.pain} during {self.exercise.name}"

    @property
    def what_to_do(self) -> str:
        """What to do now."""
        stop = "Stop for today. " if self.today else ""
        return f"{stop}Before you do it again, ask your therapist whether it is right for you, and in which dose."

    @property
    def what_to_look_for(self) -> str:
        """The question about signs, to be followed by where their list is."""
        return "Is anything new or worse, such as numbness, a weak leg, or trouble with bladder or bowel?"

    @property
    def why(self) -> str:
        """From which pain on it is said, and that no source stands behind it."""
        lowest, limit = _lowest(self.pain_limit), self.pain_limit
        over = f", {OVER_LIMIT} above your limit of {limit} in the settings" if lowest == limit + OVER_LIMIT else ""
        return f"The journal says so from {lowest} on{over}: our own caution."

    @property
    def again(self) -> str:
        """The question whether to pause the exercise; empty unless it was strong the time before too."""
        if not self.before:
            return ""
        day, pain = self.before
        return f"It was {pain} the time before too, on {long_day(day)}. Pause this exercise? Nothing ends by itself."


def is_strong(pain: float, pain_limit: int) -> bool:
    """Return whether pain is strong, given the person's limit; both from 0 to 10."""
    return pain >= _lowest(pain_limit)


def _lowest(pain_limit: int) -> int:
    return min(pain_limit + OVER_LIMIT, IN_ANY_CASE)
