"""The tests of cli/practice."""
