"""What may happen to the tree, its posts, quotas, committees and functions. Plain values in, a
`Decision` out.
"""

from thenchot.organisation.rules.quotas import within_quota
from thenchot.organisation.rules.tree import (
    may_begin,
    may_change,
    may_dissolve,
    may_divide,
    may_join,
    may_move,
    may_sit_under,
    name_is_free,
)

__all__ = [
    "may_begin",
    "may_change",
    "may_dissolve",
    "may_divide",
    "may_join",
    "may_move",
    "may_sit_under",
    "name_is_free",
    "within_quota",
]
