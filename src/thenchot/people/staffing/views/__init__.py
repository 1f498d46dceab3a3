"""Pages that show people in seats, positions and numbers."""
