"""The commands that write and read the diary."""
