"""What can be done to a unit, a title, a scheme and its positions, a function."""
