"""The file of one person: its items and tables, how they are read at a day, changed, proposed,
confirmed.
"""
