"""The leadership allowance over the posts of a career: what each change of post changes, and how
long a higher one is kept. Pure.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from thenchot.kernel.periods import months_after

DAY = timedelta(days=1)


@dataclass(frozen=True)
class Post:
    """`key`: what names it among the posts of the person; `title`: its code; `coefficient` in
    hundredths of the base salary, 0 for none; `is_moved`: taken by transfer, which keeps a higher
    allowance for a while.
    """

    key: str
    title: str
    name: str
    begins: date
    ends: date | None
    coefficient: int
    is_moved: bool = False


@dataclass(frozen=True)
class Span:
    """An allowance from a day to a day; `change` against the one before."""

    key: str
    title: str
    name: str
    begins: date
    ends: date | None
    coefficient: int
    change: int
    kept_until: date | None = None


def spans(posts: Sequence[Post], kept_months: int) -> list[Span]:
    """In the order of time. Whoever is transferred to a post with less keeps the former allowance
    for `kept_months`; the new one begins when that ends. More is due from the first day in post.
    """
    found: list[Span] = []
    for post in sorted(posts, key=lambda one: one.begins):
        before = found[-1] if found else None
        begins = post.begins
        if before and post.is_moved and post.coefficient < before.coefficient:
            kept = months_after(post.begins, kept_months) - DAY
            begins = kept + DAY
            found[-1] = Span(**{**vars(before), "ends": kept, "kept_until": kept})
        change = post.coefficient - (before.coefficient if before else 0)
        told = (post.key, post.title, post.name, begins, post.ends, post.coefficient)
        found.append(Span(*told, change))
    return found
