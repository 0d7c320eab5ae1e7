"""Made-up data: 26 weeks of a believable recovery, for a look around."""

from backjournal.demo.diarist import DAYS
from backjournal.demo.journal import make_demo

__all__ = ["DAYS", "make_demo"]
