"""The tests of journal."""
