"""The commands that print and change the plan."""
