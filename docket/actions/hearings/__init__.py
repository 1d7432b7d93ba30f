"""Hearings: chambers keep their days, files get a day in them."""
