"""The library that ships with the program: exercises, outcome measures and red flags, each from a TOML file."""
