"""The clarities of a task: six in S0-078 and S2-014, four in S3-013. Which ones count is a policy
value.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from thenchot.programmes.enums import Clarity, Timing


@dataclass(frozen=True, slots=True)
class Clear:
    has_person: bool
    text: str
    timing: Timing
    has_date: bool
    responsibility: str
    product: str
    authority: str


def missing(task: Clear, demanded: Sequence[Clarity]) -> tuple[Clarity, ...]:
    """Demanded clarities the task does not have yet, in the order demanded."""
    return tuple(c for c in demanded if not _has(task, c))


def _has(task: Clear, clarity: Clarity) -> bool:
    return {
        Clarity.PERSON: task.has_person,
        Clarity.WORK: bool(task.text.strip()),
        Clarity.TIME: task.has_date
        or task.timing in (Timing.RECURRING, Timing.ONGOING, Timing.OPEN),
        Clarity.RESPONSIBILITY: bool(task.responsibility.strip()),
        Clarity.PRODUCT: bool(task.product.strip()),
        Clarity.AUTHORITY: bool(task.authority.strip()),
    }[clarity]
