"""What the pages call the closed lists of the room."""

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


def choices(labels):
    return [(str(code), label) for code, label in labels.items()]
