"""Series in, drawn text out: the only import of plotext."""
