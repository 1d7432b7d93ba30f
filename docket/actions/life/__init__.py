"""Verbs of the life of a file: what happened to it, and what was entered in error."""
