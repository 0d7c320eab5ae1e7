"""What the plan asks for, and what came of it: pure functions."""
