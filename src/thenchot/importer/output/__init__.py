"""The reading told to others: as JSON, explained, with its doubts."""
