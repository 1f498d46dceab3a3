"""One product given twice: by a template for the whole month, and piece by piece in the list of
another system. Nobody can tell from the outside whether it is the same work, so nothing is taken
away: whoever scores is told both lines.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

TEMPLATE = "template"


@dataclass(frozen=True, slots=True)
class GivenLine:
    """A line of a sheet. `amount`: pieces that count, given and added."""

    code: str
    name: str
    source: str
    amount: Decimal


@dataclass(frozen=True, slots=True)
class Duplicate:
    code: str
    by_template: GivenLine
    by_list: tuple[GivenLine, ...]

    @property
    def listed(self) -> Decimal:
        return sum((one.amount for one in self.by_list), Decimal(0))


def duplicates(lines: Sequence[GivenLine], lists: Collection[str]) -> Iterable[Duplicate]:
    """By code, in the order of the template's lines; `lists`: sources that bring pieces one by
    one.
    """
    for one in lines:
        if one.source == TEMPLATE and one.code and one.amount:
            same = tuple(
                other
                for other in lines
                if other.code == one.code and other.source in lists and other.amount
            )
            if same:
                yield Duplicate(one.code, one, same)
