"""The screens of the guided practice and of the stopwatch."""
