"""The tests of tui/trends."""
