"""The guided practice under any sequence of keys and waits."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from backjournal.guidance.cues import Cue, cues
from backjournal.guidance.run import Run
from backjournal.guidance.steps import Kind
from backjournal.model.doses import Dose, Sides
from backjournal.model.sets_done import SetDone, amount_of, share_of

_few = st.integers(1, 3)
_rests = st.none() | st.integers(1, 9)
_sides = st.sampled_from(Sides)
DOSES = st.one_of(
    st.builds(Dose, sets=_few, repetitions=st.integers(1, 5), rest_seconds=_rests, sides=_sides),
    st.builds(Dose, sets=_few, breaths=st.integers(1, 5), rest_seconds=_rests, sides=_sides),
    st.builds(
        Dose,
        sets=_few,
        repetitions=st.none() | st.integers(1, 4),
        hold_seconds=st.integers(1, 7),
        rest_seconds=_rests,
        sides=_sides,
    ),
)
STEPS_OF_TIME = st.floats(0, 4) | st.sampled_from([0.1, 1.0, 3.0]) | st.floats(-1e6, 1e6)
KEY = st.sampled_from(["tick", "space", "right", "left", "c", "+", "-"])
KEYS_AND_WAITS = st.lists(st.tuples(KEY, STEPS_OF_TIME), max_size=60)


def press(run: Run, key: str, now: float) -> Run:
    """Do what a key does, or let the clock tick."""
    adjusted = {"+": 1, "-": -1}
    if key in adjusted:
        return run.adjust(adjusted[key])
    return {"tick": run.tick, "space": run.toggle_pause, "right": run.next, "left": run.back, "c": run.count}[key](now)


def through(run: Run, now: float, tick: float) -> tuple[Run, list[Cue]]:
    """Run to the end, counting at each tick of a step that is counted; return the run and the cues that were heard."""
    heard: list[Cue] = []
    while not run.finished and not run.paused:
        now += tick
        after = run.count(now) if run.step and run.step.kind is Kind.COUNT else run.tick(now)
        heard += cues(run, after)
        run = after
    return run, heard


def never_too_much(dose: Dose, sets: tuple[SetDone, ...]) -> bool:
    """Return whether the recorded sets are no more than a dose has, in number, repetitions and amount."""
    by_side = Counter(each.side for each in sets)
    repetitions = dose.repetitions or dose.breaths or 1
    return (
        set(by_side) <= set(dose.sides.in_turn)
        and all(number <= dose.sets for number in by_side.values())
        and all(1 <= each.repetitions <= repetitions for each in sets)
        and all((each.hold_seconds is None) == (dose.hold_seconds is None) for each in sets)
        and amount_of(dose, sets) <= dose.sets
    )


@given(DOSES, KEYS_AND_WAITS)
def test_no_sequence_of_keys_raises_or_exceeds_the_dose(dose: Dose, keys: list[tuple[str, float]]) -> None:
    now, run = 1e9, Run.begin(dose, 1e9)
    for key, seconds in keys:
        now += seconds
        before, run = run, press(run, key, now)
        assert never_too_much(dose, run.sets_done)
        assert not any(run.done[run.position + 1 :])
        left = run.seconds_left(now)
        step = run.step
        assert left is None if step is None or step.seconds is None else left in range(step.seconds + 1)
        assert cues(run, run) == ()
        assert cues(before, run).count(Cue.FINISHED) == (run.finished and not before.finished)
        assert cues(before, run).count(Cue.HOLD_ENDS) <= sum(map(bool, run.done))
    assert Run.begin(dose, now).seconds_left(now) == 3


@given(DOSES, st.floats(0.05, 3.0))
def test_all_through_is_the_whole_dose(dose: Dose, tick: float) -> None:
    run, heard = through(Run.begin(dose, 0.1), 0.1, tick)
    assert amount_of(dose, run.sets_done) == dose.sets
    assert share_of(dose, run.sets_done) == 1
    assert len(run.sets_done) == dose.sets * len(dose.sides.in_turn)
    moves = sum(step.is_move for step in run.steps)
    changes = len(run.sets_done) - 1 if len(dose.sides.in_turn) > 1 else 0
    assert Counter(heard) == Counter(
        {
            Cue.START: moves,
            Cue.HOLD_ENDS: moves if dose.hold_seconds else 0,
            Cue.CHANGE_SIDES: changes,
            Cue.FINISHED: 1,
        }
    )


@given(DOSES, KEYS_AND_WAITS, st.floats(0.05, 3.0))
def test_a_run_can_always_be_brought_to_its_end(dose: Dose, keys: list[tuple[str, float]], tick: float) -> None:
    now, run = 1e9, Run.begin(dose, 1e9)
    for key, seconds in keys:
        now += seconds
        run = press(run, key, now)
    done_so_far = run.sets_done
    resumed = run.toggle_pause(now) if run.paused else run
    finished, _ = through(resumed.tick(now), now, tick)
    assert never_too_much(dose, finished.sets_done)
    assert sum(each.repetitions for each in finished.sets_done) >= sum(each.repetitions for each in done_so_far)
