"""The tests of plots."""
