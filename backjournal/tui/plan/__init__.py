"""The Plan pane: prescriptions, the page of an exercise, and plan files."""
