"""The year of an organisation: its points, its level, its decision."""
