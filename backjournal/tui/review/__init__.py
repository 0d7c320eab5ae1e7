"""The window that looks back at a week."""
