"""What the bin holds, in plain lines and as data for JSON."""

from collections.abc import Sequence
from datetime import tzinfo

from backjournal.exchange.history_lines import moment_words
from backjournal.exchange.row_facts import row_facts, row_name
from backjournal.model.dates import short_day
from backjournal.model.text import sentence, short_id
from backjournal.store.bin import Deleted

_LONGEST_FACT = 60
"""Characters of one fact that a line shows at most."""

_LONGEST_NOTE = 150
"""Characters of a note that the window shows at most: three lines of a narrow terminal."""


def bin_lines(entries: Sequence[Deleted], zone: tzinfo | None) -> list[str]:
    """Return a line for each entry of the bin with its short id, what it is, what it says, and when it was deleted."""
    return [f"{bin_id(entry)} {entry_text(entry)}; {deleted_words(entry, zone)}" for entry in entries]


def bin_figures(entries: Sequence[Deleted], zone: tzinfo | None) -> list[dict[str, object]]:
    """Return what the bin holds as data for JSON."""
    return [
        {
            "id": entry.id,
            "what": row_name(entry.table, entry.row, entry.parents),
            "facts": row_facts(entry.table, entry.row, entry.marks, entry.parents),
            "deleted_at": entry.at.astimezone(zone).isoformat(),
            "undone": entry.undone,
        }
        for entry in entries
    ]


def entry_text(entry: Deleted) -> str:
    """Return what an entry is and what it says, in one line."""
    return f"{entry_name(entry)}; {entry_facts(entry)}"


def entry_name(entry: Deleted) -> str:
    """Return what an entry is, such as `Practice of Bridge`."""
    return sentence(row_name(entry.table, entry.row, entry.parents))


def entry_facts(entry: Deleted) -> str:
    """Return what an entry says, in one line; long texts are cut."""
    facts = row_facts(entry.table, entry.row, entry.marks, entry.parents)
    return "; ".join(f"{label}: {_cut(text)}" for label, text in facts.items())


def deleted_words(entry: Deleted, zone: tzinfo | None) -> str:
    """Return when an entry was deleted, and whether an undo did it."""
    return f"{'undone' if entry.undone else 'deleted'} on {moment_words(entry.at.astimezone(zone))}"


def own_words_first(entry: Deleted) -> str:
    """Return what an entry says with its note in a line of its own, first: a person knows it again by that."""
    facts = row_facts(entry.table, entry.row, entry.marks, entry.parents)
    note = facts.pop("note", "")
    said = "; ".join(f"{label}: {_cut(text)}" for label, text in facts.items())
    return f"{_cut(note, _LONGEST_NOTE)}\n{said}" if note else said


def deleted_briefly(entry: Deleted, zone: tzinfo | None) -> str:
    """Return when an entry was deleted or undone, in as few words as a narrow window has room for."""
    at = entry.at.astimezone(zone)
    return f"{'undone' if entry.undone else 'deleted'} {short_day(at.date(), with_year=True)}, {at:%H:%M}"


def bin_id(entry: Deleted) -> str:
    """Return the id of an entry that `bin restore` takes: the beginning of its own, of a practice with its day."""
    beginning, slash, day = entry.id.partition("/")
    return f"{short_id(beginning)}{slash}{day}"


def restore_label(entry: Deleted) -> str:
    """Return the name of the change that puts an entry back, to follow `Undone: `."""
    on = f" on {entry.row['day']}" if "day" in entry.row else ""
    return f"putting back of the {row_name(entry.table, entry.row, entry.parents)}{on}"


def entries_words(number: int) -> str:
    """Return a number of entries in words."""
    return "1 entry" if number == 1 else f"{number} entries"


def emptied_words(removed: int, left: int) -> str:
    """Return what is said when the bin was emptied; `left` entries stay in it, as something is left of them."""
    stay = (
        f" {entries_words(left)} cannot go: a practice or a result that is not deleted belongs to it." if left else ""
    )
    return f"Removed for good: {entries_words(removed)}. Backups that were made before still have them.{stay}"


def _cut(text: str, longest: int = _LONGEST_FACT) -> str:
    return text if len(text) <= longest else f"{text[: longest - 1].rstrip()}…"
