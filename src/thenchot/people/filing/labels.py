"""Which tone of a tag belongs to which state, and what pages are called that read files."""

from django.utils.translation import gettext_lazy as _

from thenchot.people.enums import ProposalState

PROPOSAL_TONES = {
    ProposalState.OPEN: "wait",
    ProposalState.ACCEPTED: "done",
    ProposalState.RETURNED: "act",
}

PAGES = {
    "person_detail": _("Trang tóm tắt"),
    "proposal_detail": _("Đề nghị sửa hồ sơ"),
    "person_file": _("Hồ sơ"),
    "person_print": _("In lý lịch"),
    "file_proposal_detail": _("Đề nghị sửa hồ sơ"),
    "person_pledges": _("Cam kết"),
    "person_export": _("Danh sách Excel"),
    "person_export_whole": _("Xuất hồ sơ đầy đủ"),
}


def page_name(route: str):
    """What a page that reads files is called; its code where it has no name here."""
    return PAGES.get(route, route)
