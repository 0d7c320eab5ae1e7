"""The tests of tui/measures."""
