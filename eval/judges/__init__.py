"""Who says whether cited words support a statement, and how good each is at it."""
