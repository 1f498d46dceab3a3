"""Who fills what the organisation lays out: seats of committees, job positions, titles, approved
numbers.
"""
