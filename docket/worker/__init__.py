"""Does after commit what the register promised: renders documents, sends mails, signs heads."""
