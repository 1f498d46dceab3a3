"""Nobody is lowered unseen. The service that would lower somebody asks once more, whichever door it
was reached by: it tells what would fall, from where to where, and writes only when it is called
again with the same words as `seen`.
"""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _

from thenchot.kernel.decision import Decision, Reason, Refused


class Lowers(Refused):
    """What would fall (`fall`) was not seen yet, or is not what was seen."""

    def __init__(self, fall: str) -> None:
        said = _("Hạ thấp: %s. Nếu đúng, bấm lần nữa để ghi.") % fall
        super().__init__(Decision.no(Reason("lowers.unseen", said, facts={"fall": fall})))
        self.fall = fall


def ask_once_more(pairs: Iterable[tuple[Any, Any]], seen: str) -> None:
    """`pairs`: what stands and what would stand, of everything that falls. `seen`: the words shown
    before.
    """
    fall = "; ".join(f"{one} → {other}" for one, other in pairs)
    if fall and seen != fall:
        raise Lowers(fall)
