"""The commands that make, list and restore backups."""
