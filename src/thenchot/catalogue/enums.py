"""Closed lists of the room: plain strings, known to the pure rules too."""

from enum import StrEnum


class CatalogueState(StrEnum):
    DRAFT = "draft"
    SUBMITTED = "submitted"
    APPROVED = "approved"
    REPLACED = "replaced"


class ProposalState(StrEnum):
    """Work nobody has converted yet: colleagues give ratios while it is open; the owner of the
    catalogue signs.
    """

    OPEN = "open"
    SIGNED = "signed"
    REFUSED = "refused"
