"""The tests of library."""
