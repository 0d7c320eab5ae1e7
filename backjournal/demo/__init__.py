"""Made-up data for the demo: 26 weeks of a believable recovery."""

from backjournal.demo.diarist import DAYS
from backjournal.demo.journal import make_demo

__all__ = ["DAYS", "make_demo"]
