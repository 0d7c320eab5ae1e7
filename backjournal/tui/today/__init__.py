"""The Today pane: the day's checklist, and the dialogs that open from it."""
