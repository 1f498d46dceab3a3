"""Registers (sổ): a list is told once, and its page, filters, order, counts, Excel, Word, JSON and
the row of the role matrix come from that one class.
"""
