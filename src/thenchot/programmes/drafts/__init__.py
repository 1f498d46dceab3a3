"""A document under review: what the importer read of it, and what the officer made of that."""
