"""Every file is taken in charge by a named person, and nobody forgets one."""
