"""Whose file it is: the named prosecutor, the roster, and the seeds of the draws."""
