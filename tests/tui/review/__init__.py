"""The tests of tui/review."""
