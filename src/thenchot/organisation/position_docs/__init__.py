"""Descriptions of job positions as Word files: printed in one form, and read back from that form or
its variations.
"""
