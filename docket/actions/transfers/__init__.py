"""A file goes from one office to another."""
