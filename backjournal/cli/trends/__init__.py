"""The command that draws and prints the trends."""
