"""Then Chốt: from a resolution to results."""
