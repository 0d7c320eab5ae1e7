"""The app without any pane: the journal's state, navigation, messages and settings."""
