"""Number and quality of the staff, in the columns of form BM02/BNV (Thông tư 11/2012/TT-BNV; seen
in a print template).
"""
