"""The tests of views."""
