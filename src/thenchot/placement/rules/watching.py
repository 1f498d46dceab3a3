"""What looks wrong about a procedure: recorded long after its day, or by one hand alone. Pure."""

from collections.abc import Collection
from datetime import date


def is_backdated(done_on: date, recorded_on: date, days: int) -> bool:
    """Recorded more than so many days after the day it bears."""
    return (recorded_on - done_on).days > days


def by_one_hand(opened: int | None, steps: Collection[int | None], decided: int | None) -> bool:
    """Accounts: opened, recorded every step and decided by the same person."""
    hands = {opened, decided, *steps}
    return len(hands) == 1 and None not in hands
