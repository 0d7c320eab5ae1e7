"""The `trends` command, which draws and prints the views of the trends."""
