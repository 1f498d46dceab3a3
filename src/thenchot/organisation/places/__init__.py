"""The official list of communes: imported, compared, searched."""
