"""The tests of tui/plan."""
