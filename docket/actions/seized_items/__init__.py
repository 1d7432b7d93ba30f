"""Life of a seized item: where it lies, what is decided on it, and when that is done."""
