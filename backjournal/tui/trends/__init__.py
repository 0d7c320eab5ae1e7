"""The Trends pane: its views, ranges, charts and tables."""
