"""What other programs do to the journal's file while the app is open: said in one line, and followed if it is good."""

from textual import work
from textual.css.query import NoMatches
from textual.reactive import var
from textual.widgets import Static
from textual.worker import Worker

from backjournal.model.errors import DamagedJournal, JournalError, LockedJournal
from backjournal.store.paths import with_journal
from backjournal.store.store import Store
from backjournal.tui.core.backup_keeper import BackupKeeper
from backjournal.tui.core.form_drafts import FormDrafts

SECONDS_TO_READ, SECONDS_TO_WRITE = 0.05, 1.0
"""How long the app waits for the locks of others: keys wait with it, and what could not be read is read again soon."""

SECONDS_FOR_BACKUP = 5.0
"""How long a write waits while the app itself copies or checks the file, which is over soon on its own."""

LOCKED_LOOKS = 10
"""How many looks in a row must find the journal locked before it is said: other programs lock it for moments only."""

LOOKS_BETWEEN = 60
"""How many looks at the file there are between two searches for the copies that sync programs make of it."""


class JournalWatch(FormDrafts, BackupKeeper):
    """Looks whether the file is gone, damaged, replaced or locked; what is on the screen and in the forms stays.

    `trouble` stands in a line above the panes until the file can be used again.
    """

    trouble: var[str] = var("")
    """What is wrong with the file; empty while it can be used."""

    def __init__(self, store: Store) -> None:
        super().__init__(store)
        store.changes.wait_briefly(SECONDS_TO_READ, SECONDS_TO_WRITE)
        self.followed = False
        """Whether another file was taken up and is not read yet."""
        self.is_restoring = False
        """Whether this app is putting a backup in the journal's place, so that nobody need look at the file."""
        self.restored = False
        """Whether it was put there by a restore in this app, which says so itself."""
        self._looks = self._locked_looks = 0
        self._known_copies: frozenset[str] = frozenset()

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Let writes wait for the app's own backup: they would be refused because of a lock that nobody else has."""
        if event.worker.group == "backup":
            to_write = SECONDS_TO_WRITE if event.worker.is_finished else SECONDS_FOR_BACKUP
            self.store.changes.wait_briefly(SECONDS_TO_READ, to_write)

    def look_at_file(self) -> None:
        """Take up the file that lies at the journal's path now; `followed` is true until what is in it was read.

        Raises:
            JournalError: the file cannot be used.
        """
        self.followed |= self.store.changes.follow_file()
        self._locked_looks = 0
        if self._looks % LOOKS_BETWEEN == 0 or self.followed:
            self._name_copies()
        self._looks += 1

    def all_is_readable(self) -> None:
        """Take the line about trouble away once the journal was read; say if it is another one."""
        self.trouble = ""
        if self.followed:
            if not self.restored:
                self.say("Another program has replaced the journal: you see it as it is now.")
            self.followed = self.restored = False
            self._look_for_damage()

    def show_trouble(self, error: JournalError) -> None:
        """Say what is wrong with the file: in its line, or, if it is locked, in a notice once that lasts."""
        if isinstance(error, LockedJournal):
            self._locked_looks += 1
            if self._locked_looks == LOCKED_LOOKS:
                self.report(str(error))
        elif not self.trouble.startswith(str(error)):
            self.trouble = str(error)
            if len(self.screen_stack) > 1:  # a window covers the line
                self.report(str(error))
            self._find_way_back(str(error))

    @work(exit_on_error=False, thread=True, exclusive=True, group="damage")
    def _look_for_damage(self) -> None:
        from backjournal.store.way_back import with_way_back

        try:
            with self.store.elsewhere() as store:
                store.check()
        except DamagedJournal as error:
            told = with_way_back(error, self.store.path, self.store.clock.now())
            self.call_from_thread(self.report, str(told))

    @work(exit_on_error=False, thread=True, exclusive=True, group="way back")
    def _find_way_back(self, trouble: str) -> None:
        from backjournal.store.way_back import way_back

        if way := way_back(self.store.path, self.store.clock.now()):
            self.call_from_thread(self._add_way_back, trouble, way)

    def _add_way_back(self, trouble: str, way: str) -> None:
        if self.trouble == trouble:
            self.trouble = f"{trouble}; {way} (here: B)"

    def watch_trouble(self) -> None:
        """Show the line above the panes while there is something to say."""
        try:
            top = self.screen_stack[0].query_one("#top")
        except (IndexError, NoMatches):  # the screen is not there yet, or no more
            return
        said = f"✗ {with_journal(self.trouble, self.store.path)}"
        lines = top.query("#trouble").results(Static)
        if (line := next(lines, None)) is None:
            if self.trouble:
                top.mount(Static(said, id="trouble", markup=False), before=0)
            return
        line.update(said)
        line.display = bool(self.trouble)

    def _name_copies(self) -> None:
        """Name each copy of the journal once that a sync program has made because two devices had changed it."""
        from backjournal.store.synced import conflict_copies

        names = frozenset(copy.name for copy in conflict_copies(self.store.path))
        if fresh := sorted(names - self._known_copies):
            self.notify(
                f"Two devices changed the journal, and a sync program kept both: {', '.join(fresh)} lies beside it."
                " 'backjournal check' says more.",
                title="The journal",
                severity="warning",
                timeout=15,
                markup=False,
            )
        self._known_copies |= names
