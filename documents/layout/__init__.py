"""How the Word templates in templates/documents are drawn: the house style, and one body for each kind of document."""
