"""The tests of tui/diary."""
