"""The tests of tui/today."""
