"""Judgments and what follows them: remedies, finality, extracts, the start of a port ban."""
