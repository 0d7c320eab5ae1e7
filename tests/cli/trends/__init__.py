"""The tests of cli/trends."""
