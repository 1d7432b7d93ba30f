"""What is asked of others about a file: asked, reminded, answered, and the answer accepted or refused."""
