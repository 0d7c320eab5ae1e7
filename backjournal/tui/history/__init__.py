"""The windows of the past: what a row was before, and the bin."""
