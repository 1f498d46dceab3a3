"""What the pages call the closed lists of the room."""

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from thenchot.catalogue.enums import CatalogueState, ProposalState

CATALOGUE_STATE = {
    CatalogueState.DRAFT: _("đang soạn"),
    CatalogueState.SUBMITTED: _("đã trình"),
    CatalogueState.APPROVED: _("đang áp dụng"),
    CatalogueState.REPLACED: _("đã thay thế"),
}
PROPOSAL_STATE = {
    ProposalState.OPEN: _("đang lấy ý kiến"),
    ProposalState.SIGNED: _("đã đưa vào danh mục"),
    ProposalState.REFUSED: _("không đưa vào danh mục"),
}
TONE = {  # of the tag of a state
    CatalogueState.SUBMITTED: "wait",
    CatalogueState.APPROVED: "done",
    ProposalState.OPEN: "wait",
    ProposalState.SIGNED: "done",
}


def held(catalogue) -> str | None:
    """From when until when a catalogue holds; nothing before it does."""
    if not catalogue.valid_from:
        return None
    until = f"{catalogue.valid_to:%d/%m/%Y}" if catalogue.valid_to else gettext("nay")
    return f"{catalogue.valid_from:%d/%m/%Y} – {until}"


def choices(labels):
    return [(str(code), label) for code, label in labels.items()]
