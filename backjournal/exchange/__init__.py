"""Files in and out, and the journal as text for scripts and screen readers."""
