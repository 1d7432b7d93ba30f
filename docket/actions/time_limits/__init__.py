"""The clocks of a file: started, met, extended, suspended, resumed and struck, each by an entry."""
