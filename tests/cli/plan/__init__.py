"""The tests of cli/plan."""
