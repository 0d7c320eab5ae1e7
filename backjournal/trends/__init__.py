"""What the journal shows, reckoned from its values: pure functions."""
