"""`python -m backjournal`."""

from backjournal.cli import main

main()
