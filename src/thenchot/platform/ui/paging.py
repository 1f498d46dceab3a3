"""Pages of a long list without counting it: one row more than the page tells whether there is a
next page.
"""

from dataclasses import dataclass, field
from typing import Any

from thenchot.kernel.typed import whole_of


@dataclass(frozen=True)
class Slice:
    """One page. `first` and `last`: numbers of its rows, from 1. `total` is known only on the last
    page.
    """

    rows: list[Any]
    number: int
    size: int
    has_next: bool
    is_open: bool = field(default=True, init=False)

    def __iter__(self):
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)

    @property
    def has_previous(self) -> bool:
        return self.number > 1

    @property
    def is_alone(self) -> bool:
        return not self.has_previous and not self.has_next

    @property
    def next_page_number(self) -> int:
        return self.number + 1

    @property
    def previous_page_number(self) -> int:
        return self.number - 1

    @property
    def first(self) -> int:
        return (self.number - 1) * self.size + 1

    @property
    def last(self) -> int:
        return self.first + len(self.rows) - 1

    @property
    def total(self) -> int | None:
        return None if self.has_next else self.last


def slice_of(rows, number: Any, size: int) -> Slice:
    """`rows`: an ordered queryset. A number that is none, or past the end of the list, is page
    1.
    """
    wanted = whole_of(number, 1, 999_999) or 1
    found = list(rows[(wanted - 1) * size : wanted * size + 1])
    if not found and wanted > 1:
        return slice_of(rows, 1, size)
    return Slice(found[:size], wanted, size, len(found) > size)
