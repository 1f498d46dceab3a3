"""Data that ships with the room."""
