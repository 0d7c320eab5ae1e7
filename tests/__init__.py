"""The tests of backjournal."""
