"""Word to PDF by the LibreOffice of this machine, and the pages of a PDF as pictures."""
