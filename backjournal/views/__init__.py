"""The graphs of the trends: each can be drawn, and says the same as a table, in plain lines and as JSON."""
