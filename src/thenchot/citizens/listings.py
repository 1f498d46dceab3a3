"""Tables on the pages of the room."""

from django.utils.translation import gettext_lazy as _

from thenchot.citizens.labels import CHANNEL, RESPONDENTS, STATUS
from thenchot.citizens.rules.columns import FIELDS
from thenchot.platform.registers.columns import Column, LinkColumn, MomentColumn, NumberColumn
from thenchot.platform.registers.listing import Listing

NAMES = {key: field.title for key, field in FIELDS.items()} | {
    "handler_name": FIELDS["handler"].title,
    "ended_at": _("kết thúc"),
    "deadline_at": _("hạn tính theo quy tắc"),
}


CODES: dict[str, dict] = {"status": STATUS, "channel": CHANNEL, "group": RESPONDENTS}


def changed(change) -> str:
    """What a receipt says, a line a field."""
    lines = [
        f"{NAMES[name]}: {word_of(name, was)} → {word_of(name, now)}"
        for name, (was, now) in change.fields.items()
        if name in NAMES
    ]
    return "\n".join(lines)


def word_of(name: str, value: str) -> str:
    """Codes by their words, everything else as it was kept."""
    labels = CODES.get(name, {})
    return str(labels.get(int(value) if value.isdigit() else value, value)) or "–"


class ChangeListing(Listing):
    """What later exports said differently."""

    label = _("Các lần đổi")

    changed_at = MomentColumn(_("Lúc"))
    fields = Column(_("Nội dung đổi"), changed)
    batch = LinkColumn(_("Tệp"), "batch__file__name", route="onestop_batch", key="batch_id")


class ProblemListing(Listing):
    """Rows of an export that were not taken."""

    label = _("Dòng không nhận")

    row = NumberColumn(_("Dòng"), lambda problem: problem[0] or None)
    why = Column(_("Lý do"), lambda problem: problem[1])
