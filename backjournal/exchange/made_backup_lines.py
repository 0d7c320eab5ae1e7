"""What is said after a backup was made; apart from the other lines, because most commands need no more."""

from backjournal.model.numbers import count
from backjournal.store.backing_up import MEGABYTE, Made
from backjournal.store.unreadable import with_unreadable


def size_text(size: int) -> str:
    """Return a number of bytes in megabytes."""
    return f"{size / MEGABYTE:,.1f} MB"


def made_lines(made: Made, limit: int) -> list[str]:
    """Return what a person has to know after a backup was made; mostly nothing. `limit` is in megabytes."""
    lines = []
    if made.damaged:
        lines.append(f"the backup before, {made.damaged.path.name}, was damaged: a new one was made")
    if made.unreadable:
        lines.append(f"a backup was made, {with_unreadable(made.unreadable)}: see 'check'")
    if made.removed:
        days = [each.day for each in made.removed]
        which = str(min(days)) if min(days) == max(days) else f"{min(days)} to {max(days)}"
        lines.append(
            f"the backups took more than {limit} MB: {count(len(made.removed), 'backup')} removed, of {which};"
            " 'backjournal settings backup-limit' sets more"
        )
    if made.size > limit * MEGABYTE:
        lines.append(
            f"the backups take {size_text(made.size)}, more than the {limit} MB that were set, and no more can go:"
            " 'backjournal settings backup-limit' sets more"
        )
    return lines
