"""Workbooks in and out: cells, tables, the report of a list taken in."""
