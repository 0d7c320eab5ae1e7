"""A journal with a few chosen outcome measures."""

from dataclasses import replace

from backjournal.library.measures import measure_library
from backjournal.model.better import Better
from backjournal.model.measures import own_measure
from backjournal.store.store import Store

BY_ID = {measure.id: measure for measure in measure_library()}
PSFS = replace(BY_ID["psfs"], parts=("Put on socks", "Sit", "Sleep"))
ACTIVITIES = ("--activity", "Put on socks", "--activity", "Sit", "--activity", "Sleep")


def make_chosen(store: Store) -> Store:
    """Choose a few measures."""
    for measure in (PSFS, BY_ID["rmdq-24"], BY_ID["fingertip-to-floor"], BY_ID["side-bridge"], BY_ID["chair-stand"]):
        store.measures.choose(measure)
    store.measures.choose(own_measure("own", "Balance on a board", "", -10, 10, Better.HIGHER, every_weeks=4))
    return store
