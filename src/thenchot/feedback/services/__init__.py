"""Many-sided rating: sets of criteria, rounds, answers, results."""
