"""The tests of cli/measures."""
