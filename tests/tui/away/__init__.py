"""The tests of tui/away."""
