"""A round of the year: who is in it, its steps and meetings, the lists, what is kept and sent."""
