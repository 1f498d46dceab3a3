"""The year of one person: what goes into it, what is computed, proposed, decided, complained of."""
