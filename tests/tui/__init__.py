"""The tests of tui."""
