"""backjournal: a self-management journal for people with back pain, in the terminal."""

__version__ = "0.1.0"
