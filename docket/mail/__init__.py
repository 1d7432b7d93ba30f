"""Mails: one struct per mail, its text, and the ways to send it."""
