"""The commands of the outcome measures."""
