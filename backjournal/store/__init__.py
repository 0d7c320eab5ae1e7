"""The journal's file: the only SQL of the project."""
