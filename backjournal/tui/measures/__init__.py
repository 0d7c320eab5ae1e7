"""The Measures pane: outcome measures, their results, and timed tests."""
