"""What the plan asks for and how much of it was practised: pure functions."""
