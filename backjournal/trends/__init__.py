"""The trends, computed from the values of the journal: pure functions."""
