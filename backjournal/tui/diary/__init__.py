"""The Diary pane: the check-ins, and the forms of check-ins and flare-ups."""
