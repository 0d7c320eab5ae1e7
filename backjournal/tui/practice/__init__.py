"""Practising exercises now: guided practice, the stopwatch, and the questions that follow."""
