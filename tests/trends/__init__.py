"""The tests of trends."""
