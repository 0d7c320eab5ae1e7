"""The tests of demo."""
