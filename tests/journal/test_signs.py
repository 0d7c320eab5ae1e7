"""The signs of a journal: noted with a check-in, answered, undone."""

from dataclasses import replace
from datetime import timedelta

from backjournal.journal.plan_figures import journal_suggestions
from backjournal.journal.signs import are_gone, journal_signs, save_check_in, seen_by_doctor
from backjournal.library.red_flags import symptom
from backjournal.model.doses import Dose
from backjournal.model.marks import Mark, MarkKind
from backjournal.model.practices import Practice, Status
from backjournal.model.schedules import Schedule
from backjournal.store.store import Store
from tests.helpers.values import BRIDGE, TODAY, check_in


def words(store: Store) -> list[str]:
    return [sign.flag.word for sign in journal_signs(store, TODAY)]


def test_a_sign_is_noted_with_the_check_in_and_undone_with_it(store: Store) -> None:
    flags = save_check_in(store, check_in(1, note="cannot pee, and a tingling leg"))
    assert [flag.word for flag in flags] == ["bladder or bowel trouble", "numb or tingling leg"]
    assert words(store) == ["bladder or bowel trouble"]
    store.changes.undo()
    assert (words(store), store.diary.check_ins()) == ([], ())
    store.changes.redo()
    assert words(store) == ["bladder or bowel trouble"]


def test_a_sign_counts_whoever_wrote_the_check_in_and_whatever_day_a_clock_elsewhere_shows(store: Store) -> None:
    store.diary.save(check_in(1, note="cannot pee"))
    assert words(store) == ["bladder or bowel trouble"]
    assert len(journal_signs(store, TODAY - timedelta(days=1))) == 1
    are_gone(store, journal_signs(store, TODAY), TODAY + timedelta(days=1))
    assert words(store) == []
    save_check_in(store, check_in(2, note="still cannot pee"))
    assert words(store) == ["bladder or bowel trouble"]


def test_an_answer_ends_it_and_can_be_taken_back(store: Store) -> None:
    save_check_in(store, check_in(1, marks=(symptom("chest pain"),)))
    save_check_in(store, check_in(2, note="fever"))
    assert words(store) == ["chest pain", "fever with back pain"]
    seen_by_doctor(store, journal_signs(store, TODAY), TODAY)
    assert words(store) == []
    later = TODAY + timedelta(days=14)
    assert [sign.flag.word for sign in journal_signs(store, later)] == ["chest pain", "fever with back pain"]
    assert store.changes.undo() == "a doctor has looked at chest pain, fever with back pain"
    are_gone(store, journal_signs(store, TODAY), TODAY)
    assert journal_signs(store, later) == ()


def test_what_is_filled_in_after_an_answer_stands_again_also_of_an_earlier_day(store: Store) -> None:
    save_check_in(store, check_in(1, note="fever"))
    are_gone(store, journal_signs(store, TODAY), TODAY)
    before = TODAY - timedelta(days=3)
    save_check_in(store, check_in(2, note="fever", day=before, at=check_in(1).at - timedelta(days=3)))
    assert words(store) == ["fever with back pain"]
    store.changes.undo()
    assert words(store) == []


def test_a_sign_that_comes_back_on_the_day_of_the_answer_stands_again(store: Store) -> None:
    for number, answer in enumerate((are_gone, seen_by_doctor)):
        save_check_in(store, check_in(2 * number + 1, note="fever"))
        answer(store, journal_signs(store, TODAY), TODAY)
        assert words(store) == []
        save_check_in(store, check_in(2 * number + 2, note="fever"))
        assert words(store) == ["fever with back pain"]
    store.changes.undo()
    assert words(store) == []


def test_a_corrected_or_deleted_check_in_takes_its_sign_along(store: Store) -> None:
    before = TODAY - timedelta(days=3)
    older = check_in(1, note="fever", day=before, at=check_in(1).at - timedelta(days=3))
    newer = check_in(2, note="fever", marks=(symptom("chest pain"),))
    save_check_in(store, older)
    save_check_in(store, newer)
    assert words(store) == ["chest pain", "fever with back pain"]
    corrected = replace(newer, note="hay fever", marks=())
    save_check_in(store, corrected, newer)
    assert [(sign.flag.word, sign.noted) for sign in journal_signs(store, TODAY)] == [("fever with back pain", before)]
    moved = replace(older, day=before - timedelta(days=1), at=older.at - timedelta(days=1))
    save_check_in(store, moved, older)
    assert [sign.noted for sign in journal_signs(store, TODAY)] == [moved.day]
    store.diary.delete(moved)
    assert words(store) == []
    store.changes.undo()
    assert words(store) == ["fever with back pain"]


def test_a_correction_of_numbers_keeps_the_answer_and_one_of_words_does_not(store: Store) -> None:
    first = check_in(1, note="fever")
    save_check_in(store, first)
    seen_by_doctor(store, journal_signs(store, TODAY), TODAY)
    corrected = replace(first, values={"pain": 7})
    save_check_in(store, corrected, first)
    assert words(store) == []
    save_check_in(store, replace(corrected, note="fever, worse now"), corrected)
    assert words(store) == ["fever with back pain"]


def test_while_a_sign_stands_no_larger_dose_is_suggested(store: Store) -> None:
    first = TODAY - timedelta(days=6)
    prescribed = store.plan.prescribe(BRIDGE.exercise, Dose(sets=2, repetitions=10), Schedule(), first)
    for number in range(6):
        day = first + timedelta(days=number)
        store.practices.save(Practice(prescribed.id, day, Status.DONE, 2, pain_during=1), "")
    assert journal_suggestions(store, TODAY)
    save_check_in(store, check_in(1, note="my foot drops"))
    assert journal_suggestions(store, TODAY) == {}
    seen_by_doctor(store, journal_signs(store, TODAY), TODAY)
    assert journal_suggestions(store, TODAY)


def test_a_place_or_trigger_noted_day_after_day_stands_at_first_and_after_it_was_gone(store: Store) -> None:
    coughing = (Mark(MarkKind.TRIGGER, "coughing"),)
    save_check_in(store, check_in(1, marks=coughing))
    assert words(store) == ["worse on coughing or straining"]
    seen_by_doctor(store, journal_signs(store, TODAY), TODAY)
    save_check_in(store, check_in(2, marks=coughing))
    assert words(store) == [], "a doctor knows of it"
    assert len(journal_signs(store, TODAY + timedelta(days=14))) == 1
    save_check_in(store, check_in(3, note="coughing hurts"))
    assert words(store) == ["worse on coughing or straining"], "in words it is new or worse"
    are_gone(store, journal_signs(store, TODAY), TODAY)
    save_check_in(store, check_in(4, marks=coughing))
    assert words(store) == ["worse on coughing or straining"]
