"""Charts: series drawn as coloured text; no other package imports plotext."""
