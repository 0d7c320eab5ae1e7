"""What the journal shows, computed from its values: pure functions."""
