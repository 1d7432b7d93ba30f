"""Documents and mails of a file."""
