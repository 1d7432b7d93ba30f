"""Pieces that come into a file: uploaded, attached, moved to the right file, withdrawn."""
