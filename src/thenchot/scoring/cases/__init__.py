"""Cases written as JSON: read with every mistake named by its place, judged by the rules, told as
JSON again.

The shape is that of docs/scoring.md; quantities and points are decimals in strings, what is unknown
is null.
"""
