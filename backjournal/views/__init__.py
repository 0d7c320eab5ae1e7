"""The views of the trends: each computes its figures as plain lines, as tables and as JSON; most can also be drawn."""
