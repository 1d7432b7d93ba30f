"""Competence confirmed and challenged: what a magistrate and a court do about a ground."""
