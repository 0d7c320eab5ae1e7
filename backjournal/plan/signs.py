"""Standing signs: red flags that a person noted and that no doctor has looked at yet."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from backjournal.library.red_flags import RedFlag, Urgency, red_flags
from backjournal.model.frozen import dataclass

ASKED_AGAIN = timedelta(days=14)
"""How long after a doctor has looked at a sign the journal asks about it again; our own caution."""

ASKED_AGAIN_TEXT = f"It is asked about again in {ASKED_AGAIN.days} days, or when you note it again."
"""What follows when a person says that a doctor has looked at a sign, as a sentence."""

SEEN, GONE = "sign-seen", "sign-gone"
"""What a person answers about a sign: that a doctor has looked at it, and that it is gone."""


@dataclass(frozen=True, slots=True)
class StandingSign:
    """An emergency or urgent red flag that still stands."""

    flag: RedFlag
    noted: date
    """The latest day on which it was noted."""

    seen: date | None = None
    """The day on which a doctor had looked at it, if that is 14 days ago or more: it is asked about again."""


def question(what: str, flag: RedFlag) -> str:
    """Return the id under which an answer about a sign is recorded."""
    return f"{what}:{flag.word}"


def reminder(signs: Iterable["StandingSign"]) -> str:
    """Return the sentence that goes with whatever is recorded while signs stand; empty if there are none."""
    words = ", ".join(sign.flag.word for sign in signs)
    return f"You noted this, and it should not wait: {words}." if words else ""


def stands(flag: RedFlag) -> bool:
    """Return whether a red flag stands until somebody has looked at it: the less urgent ones do not."""
    return flag.urgency >= Urgency.URGENT


def standing_signs(noted: Mapping[str, date], answers: Mapping[str, date], today: date) -> tuple[StandingSign, ...]:
    """Return the signs that stand today, the most urgent first.

    `noted` has the latest day with each sign by its word, `answers` the recorded days by their ids. Who notes a sign
    again takes the answers about it back, so none is older than what it is about. A sign that a doctor has looked at is
    asked about again after 14 days.
    """
    if not noted:
        return ()
    signs = (_standing(flag, noted.get(flag.word), answers, today) for flag in red_flags() if stands(flag))
    return tuple(sign for sign in signs if sign)


def urgency_of(signs: Iterable[StandingSign]) -> Urgency | None:
    """Return the highest urgency of some signs; None if there are none."""
    return max((sign.flag.urgency for sign in signs), default=None)


def _standing(flag: RedFlag, noted: date | None, answers: Mapping[str, date], today: date) -> StandingSign | None:
    seen = answers.get(question(SEEN, flag))
    if noted is None or question(GONE, flag) in answers:
        return None
    return StandingSign(flag, noted, seen) if seen is None or today - seen >= ASKED_AGAIN else None
