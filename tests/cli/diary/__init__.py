"""The tests of cli/diary."""
