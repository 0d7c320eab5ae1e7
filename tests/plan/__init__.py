"""The tests of plan."""
