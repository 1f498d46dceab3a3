"""States and days of the room in words, with the tone of their tags."""

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from thenchot.organisation.enums import SchemeState
from thenchot.organisation.rules.duties import DutyStanding

SCHEME_TONES = {
    SchemeState.APPROVED: "done",
    SchemeState.SUBMITTED: "wait",
    SchemeState.DRAFT: "fine",
}
DUTY_WORDS = {
    DutyStanding.HELD: _("có đơn vị giữ"),
    DutyStanding.OVERLAP: _("chồng chéo"),
    DutyStanding.ORPHAN: _("chưa có đơn vị giữ"),
}
DUTY_TONES = {
    DutyStanding.HELD: "done",
    DutyStanding.OVERLAP: "act",
    DutyStanding.ORPHAN: "act",
}


def days_of(row) -> str:
    """ "01/07/2025 – nay"; nothing before it begins."""
    if row.valid_from is None:
        return ""
    until = f"{row.valid_to:%d/%m/%Y}" if row.valid_to else gettext("nay")
    return f"{row.valid_from:%d/%m/%Y} – {until}"
