"""Tools that developers run by hand: the benchmark, the README's pictures, and null journals."""
