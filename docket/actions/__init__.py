"""The verbs of the register: one file is one verb, one transaction and one docket entry on each case it touches."""
