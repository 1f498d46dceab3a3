"""Who gets in: accounts opened by slips of paper, and the grants that say what each may do and
where.
"""
