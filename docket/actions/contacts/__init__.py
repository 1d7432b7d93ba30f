"""Who is involved in a file besides its persons: lawyers, interpreters, prisons, experts."""
