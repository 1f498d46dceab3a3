"""Reads of the room: authorised, scoped, with a number of SQL queries that does not grow with the
rows.
"""
