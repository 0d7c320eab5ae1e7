"""The tests of tui/experiment."""
