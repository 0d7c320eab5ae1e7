"""The tour: what the five panes are for, shown with made-up data."""
