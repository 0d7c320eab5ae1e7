"""The guided practice: its steps, how a run through them goes on with time, and what is said and heard of it."""
