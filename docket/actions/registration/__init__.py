"""A file comes in and its facts are corrected: verbs of the report."""
