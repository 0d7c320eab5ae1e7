"""Tests of the program as a whole: in a terminal, its imports, and the README."""
