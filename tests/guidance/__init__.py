"""The tests of guidance."""
