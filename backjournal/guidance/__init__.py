"""Guided practice: its steps, a run through them over time, timed tests, and their texts and sounds."""
