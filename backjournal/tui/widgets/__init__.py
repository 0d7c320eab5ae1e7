"""Widgets, dialogs and text helpers that several panes share."""
