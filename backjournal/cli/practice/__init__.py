"""The commands of the day's checklist and of the guided practice."""
