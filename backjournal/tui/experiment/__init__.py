"""The window of experiments and the form that starts one."""
