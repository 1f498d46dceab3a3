"""What the pages call the closed lists of the room."""

from django.utils.translation import gettext_lazy as _

from thenchot.catalogue.enums import CatalogueState, SuggestionState

CATALOGUE_STATE = {
    CatalogueState.DRAFT: _("đang soạn"),
    CatalogueState.SUBMITTED: _("đã trình"),
    CatalogueState.APPROVED: _("đang áp dụng"),
    CatalogueState.REPLACED: _("đã thay thế"),
}
SUGGESTION_STATE = {
    SuggestionState.OPEN: _("đang lấy ý kiến"),
    SuggestionState.SIGNED: _("đã đưa vào danh mục"),
    SuggestionState.REFUSED: _("không đưa vào danh mục"),
}


def choices(labels):
    return [(str(code), label) for code, label in labels.items()]
