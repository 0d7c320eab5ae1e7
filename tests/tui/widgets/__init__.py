"""The tests of tui/widgets."""
