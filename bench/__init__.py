"""`make bench`: what is measured, always against something else in the same run, because machines
differ.
"""
