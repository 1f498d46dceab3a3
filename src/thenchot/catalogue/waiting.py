"""Work that waits for a product to be taken into the catalogue. The room that holds work stands
above this one and says at start who looks after it.
"""

from typing import Protocol

from thenchot.catalogue.models import Product, ProductProposal


class Works(Protocol):
    def check_own(self, actor, work_id: int) -> int:
        """The id of a work item of the actor's own sheet; NotVisible for any other."""

    def convert(self, proposal: ProductProposal, product: Product) -> bool:
        """The work item that was proposed with it gets the factor; whether one did."""


_works: list[Works] = []


def register_works(works: Works) -> None:
    """Once, in `apps.ready`."""
    _works[:] = [works]


def check_own(actor, work_id: int) -> int:
    (works,) = _works
    return works.check_own(actor, work_id)


def convert(proposal: ProductProposal, product: Product) -> bool:
    return any(works.convert(proposal, product) for works in _works)
