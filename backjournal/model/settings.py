"""The settings of a journal."""

from datetime import date, time

from backjournal.model.about_you import AboutYou
from backjournal.model.dates import check_day
from backjournal.model.errors import InvalidValue
from backjournal.model.frozen import dataclass, field
from backjournal.model.onset import Onset
from backjournal.model.text import clean_line
from backjournal.model.weeks import MONDAY_WEEKS, WeekStarts

DEFAULT_PAIN_LIMIT = 3

DEFAULT_BACKUP_LIMIT_MB = 500
LEAST_BACKUP_LIMIT_MB, MOST_BACKUP_LIMIT_MB = 10, 100_000


@dataclass(frozen=True, slots=True)
class Settings:
    """When a day and a week begin, how the app looks and sounds, and what suggestions and the answer depend on."""

    day_starts_at: time = time(4)
    """A whole minute from 00:00 to 12:00; earlier moments belong to the day before."""

    weeks: WeekStarts = MONDAY_WEEKS

    theme: str = ""
    sound: bool = True
    pain_limit: int = DEFAULT_PAIN_LIMIT
    """The pain during an exercise, from 0 to 10, up to which a larger dose may be suggested."""

    baseline_from: date | None = None
    """The day from which the weeks of the baseline are looked for; None is the first day of the journal."""

    about_you: AboutYou = field(default_factory=AboutYou)
    onset: Onset | None = None
    """When the back pain began; None while the person has not told it."""

    folds_check_in: bool = True
    """Whether the form of a check-in opens on the rows that are most often filled in."""

    backup_limit_mb: int = DEFAULT_BACKUP_LIMIT_MB
    """How many megabytes the backups of the journal may take together."""

    def __post_init__(self) -> None:
        """Clean the theme and refuse values out of range.

        Raises:
            InvalidValue: a value is out of range; `field` names it.
        """
        object.__setattr__(self, "theme", clean_line(self.theme))
        if not 0 <= self.pain_limit <= 10:
            raise InvalidValue("pain_limit", f"pain limit: {self.pain_limit} is not between 0 and 10")
        if not LEAST_BACKUP_LIMIT_MB <= self.backup_limit_mb <= MOST_BACKUP_LIMIT_MB:
            allowed = f"between {LEAST_BACKUP_LIMIT_MB} and {MOST_BACKUP_LIMIT_MB}"
            raise InvalidValue("backup_limit", f"backup limit: {self.backup_limit_mb} is not {allowed}")
        check_day("baseline_from", self.baseline_from)
        whole_minute = self.day_starts_at.replace(second=0, microsecond=0)
        if self.day_starts_at != whole_minute or self.day_starts_at > time(12):
            raise InvalidValue("day_starts_at", "a day starts on a minute between 00:00 and 12:00")
