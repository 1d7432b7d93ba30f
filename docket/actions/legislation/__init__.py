"""Which law decides, and since when."""
