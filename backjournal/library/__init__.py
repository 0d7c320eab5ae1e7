"""What ships with the program: exercises, outcome measures and warning signs, each read from its TOML file."""
