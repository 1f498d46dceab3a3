"""The grammar of deadlines in Vietnamese directives: phrases (`parse_deadline`) and running text (`find_deadlines`)."""

from thenchot.kernel.deadlines.model import KINDS, Deadline, Found
from thenchot.kernel.deadlines.phrase import parse_deadline

__all__ = ["KINDS", "Deadline", "Found", "parse_deadline"]
