"""The grammar of deadlines in Vietnamese directives: phrases (`parse_deadline`) and running text
(`find_deadlines`).
"""

from thenchot.kernel.deadlines.model import KINDS, Deadline, Found
from thenchot.kernel.deadlines.phrase import parse_deadline
from thenchot.kernel.deadlines.running import find_deadlines

__all__ = ["KINDS", "Deadline", "Found", "find_deadlines", "parse_deadline"]
