"""Strong pain during a practice in plain lines that a screen reader can read."""

from backjournal.plan.strong_pain import StrongPain


def strong_pain_lines(strong: StrongPain) -> list[str]:
    """Return what to do about strong pain, what to look for, and how to pause the exercise."""
    name = strong.exercise.name.casefold()
    return [
        f"{strong.title}: {strong.what_to_do[0].lower()}{strong.what_to_do[1:]}",
        f"{strong.what_to_look_for} 'backjournal symptoms' lists the symptoms that should not wait.",
        *([f"{strong.again} 'backjournal plan stop {name}' pauses it."] if strong.again else []),
        strong.why,
    ]
