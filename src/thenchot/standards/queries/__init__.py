"""Reads, all scoped. `gate` is what rooms above ask before an appointment or a rating."""

from thenchot.standards.queries.gate import gate

__all__ = ["gate"]
