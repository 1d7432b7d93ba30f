"""Files that belong together: found, linked, joined, split, and each undone by a new act."""
