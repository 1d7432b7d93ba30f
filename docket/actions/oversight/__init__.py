"""What shows that the register was not tampered with."""
