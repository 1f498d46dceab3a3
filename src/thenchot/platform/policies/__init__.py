"""What is in force where and when: shipped packs below, dated local values on top.

`policies.in_force(ProgrammePolicy, path=unit.path, on=day)` is all a service needs.
"""

from datetime import date
from typing import TypeVar

P = TypeVar("P")


def in_force(policy: type[P], *, path: str, on: date) -> P:
    """The typed parameters of one branch on one day. At most one query for each request or
    transaction.
    """
    return resolved(path, on).as_parameters(policy)


def resolved(path: str, on: date):
    """`merge.Resolved`: every value in force for a branch on a day, with layer, source and
    certainty.
    """
    from thenchot.platform.policies.queries import resolve

    return resolve(path, on)
