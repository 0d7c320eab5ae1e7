"""The tests of tui/practice."""
