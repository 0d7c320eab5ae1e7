"""The tests of cli/experiment."""
