"""Who decides where a file belongs, and who brings it before its court."""
