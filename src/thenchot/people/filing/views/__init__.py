"""Pages of files: one file, proposals, pledges, rights over the own data."""
