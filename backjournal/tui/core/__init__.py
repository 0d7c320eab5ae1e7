"""The parts of the app that belong to no single pane: state, navigation, messages, files and settings."""
