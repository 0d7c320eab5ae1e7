"""Tests of the commands that make, list and restore backups."""
