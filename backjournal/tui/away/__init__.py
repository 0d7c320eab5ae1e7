"""The window that fills in days without an entry."""
