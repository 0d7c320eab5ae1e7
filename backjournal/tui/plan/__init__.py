"""The Plan pane: the prescriptions, the page of an exercise, and plan files."""
