"""Proposals worked out exactly: which posts, which names, which courses. Pure; advice, never a
decision.
"""
