"""The actions of the Diary pane: check-ins and flare-ups are written and changed."""

from dataclasses import replace
from typing import Any, NamedTuple

from textual import work

from backjournal.journal.signs import save_check_in
from backjournal.journal.strong_pain import is_strong_news
from backjournal.library.red_flags import RedFlag, flags_of
from backjournal.model.check_ins import CheckIn
from backjournal.model.errors import JournalError
from backjournal.model.flare_ups import FlareUp, flare_up_on
from backjournal.model.marks import MarkKind
from backjournal.plan.signs import stands
from backjournal.plan.strong_pain import strong_news_text
from backjournal.tui.core.messages import CheckInDeleted, CheckInFolded, CheckInWanted, FlareUpWanted
from backjournal.tui.diary.search_actions import SearchActions
from backjournal.tui.lazy import lazy_imports

with lazy_imports():
    from backjournal.tui.diary import check_in_form, flare_up_form
    from backjournal.tui.widgets import advice


_RECENT = 30
"""How many check-ins are looked at for the values that a new one offers as given last."""
_ANSWER_SECONDS = 12
"""How long the answer to strong pain is shown: it takes longer to read than what was saved."""


class _Saved(NamedTuple):
    heard: tuple[RedFlag, ...]
    """The red flags in the person's own words: the advice on ticked ones was shown."""

    is_strong_news: bool


class DiaryActions(SearchActions):
    """Writes check-ins and flare-ups to the journal, and searches the diary."""

    async def action_check_in(self) -> None:
        """Open the form of a new check-in, with the focus set before the next key is handled."""
        form = self._check_in_form(CheckInWanted(day=self.shown_day()))
        if form:
            await self.push_screen(form, self._after_check_in)
            form.set_focus(form.query_one("#pain"))

    def on_check_in_wanted(self, message: CheckInWanted) -> None:
        """Open the form of a new check-in or of one to edit."""
        form = self._check_in_form(message)
        if form:
            self.push_screen(form, self._after_check_in)

    def _check_in_form(self, message: CheckInWanted) -> "check_in_form.CheckInForm | None":
        try:
            return self._make_form(message)
        except JournalError as error:
            self.report(str(error))
            return None

    def _make_form(self, message: CheckInWanted) -> "check_in_form.CheckInForm":
        before = message.check_in
        day = before.day if before else message.day or self.today
        opened = self.store.clock.now()
        check_in_id = before.id if before else self.store.new_id()
        flare_up = flare_up_on(self.store.diary.flare_ups(), day, self.today)

        def save(answers: dict[str, Any]) -> _Saved:
            check_in = check_in_form.check_in_from(
                answers,
                check_in_id=check_in_id,
                before=before,
                opened=opened,
                now=self.store.clock.now(),
                today=self.today,
                day_starts_at=self.store.settings.get().day_starts_at,
            )
            return self._save_check_in(check_in, before, starts_flare_up=answers["flare_up"] and not flare_up)

        return check_in_form.CheckInForm(
            save,
            clock=self.store.clock,
            day=day,
            at=before.at if before else opened,
            check_in=before,
            words={kind: self.store.diary.words(kind) for kind in MarkKind},
            recent=() if before else self.store.diary.check_ins(last=day, limit=_RECENT),
            flare_up=flare_up,
            about=self.about_you(),
            today=self.today,
            folded=self.store.settings.get().folds_check_in,
        )

    def on_check_in_folded(self, message: CheckInFolded) -> None:
        """Remember how the form is left, for the next check-in."""

        def keep() -> None:
            self.store.settings.save(replace(self.store.settings.get(), folds_check_in=message.folded))

        self.attempt(keep, show=lambda: None)

    def _after_check_in(self, saved: _Saved | None) -> None:
        if saved is None:
            return
        before = self.standing()
        self.read_own()
        told = self.with_ended_signs("Check-in saved.", before)
        if saved.is_strong_news:
            self.say(f"{told} {strong_news_text('f', 'z', '!')}", seconds=_ANSWER_SECONDS)
        else:
            self.say(told)
        if any(map(stands, saved.heard)):
            self.push_screen(advice.AdviceScreen(saved.heard, self.about_you()))

    def _save_check_in(self, check_in: CheckIn, before: CheckIn | None, *, starts_flare_up: bool) -> _Saved:
        """Write a check-in, and return what is to be answered about it."""
        with self.store.changes.write(f"check-in of {check_in.day} {check_in.at:%H:%M}"):
            flags = save_check_in(self.store, check_in, before)
            if starts_flare_up:
                self.store.diary.start_flare_up(check_in.day)
        ticked = flags_of(check_in.marks)
        heard = tuple(flag for flag in flags if flag not in ticked)
        return _Saved(heard, is_strong_news(self.store, check_in, before))

    def on_check_in_deleted(self, message: CheckInDeleted) -> None:
        """Delete the check-in."""
        before = self.standing()

        def delete() -> str:
            self.store.diary.delete(message.check_in)
            return self.with_ended_signs("Check-in deleted: u brings it back.", before)

        if said := self.attempt(delete):
            self.say(said)

    def action_flare_up(self) -> None:
        """Write down, change or end a flare-up; panes with their own day replace this action."""
        self.post_message(FlareUpWanted(self.shown_day()))

    @work(exit_on_error=False)
    async def on_flare_up_wanted(self, message: FlareUpWanted) -> None:
        """Open the form of the flare-up that covers the day or has no end yet, otherwise of a new one."""
        known = self.store.diary.flare_ups()
        going_on = next((each for each in known if each.last_day is None), None)
        found = flare_up_on(known, message.day, self.today) or going_on
        flare_up = found or FlareUp(self.store.new_id(), message.day)

        def save(answers: dict[str, Any]) -> None:
            if answers.get("remove"):
                self.store.diary.delete_flare_up(flare_up)
            else:
                self.store.diary.save_flare_up(flare_up_form.flare_up_from(answers, flare_up.id, self.today))

        await self.push_screen_wait(
            flare_up_form.FlareUpForm(save, flare_up=flare_up, known=bool(found), today=self.today)
        )
        self.read_own()
